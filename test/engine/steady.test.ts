/** The engine's work is counted, never timed: it grows no faster than the text, and stops often enough for a host to look up. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Analysis, analyse } from '../../server/engine/analysis.ts';
import { judge, wants } from '../../server/engine/check.ts';
import { claimsOf } from '../../server/engine/claims/extract.ts';
import { Pairing } from '../../server/engine/compare/pairing.ts';
import { reachOf } from '../../server/engine/compare/reach.ts';
import { defaults } from '../../server/engine/config/settings.ts';
import { findFigures } from '../../server/engine/figures/scan.ts';
import { english } from '../../server/engine/lexicon/en.ts';
import { Library } from '../../server/engine/library.ts';
import type { Prose, Token, Work } from '../../server/engine/model.ts';
import { findNames } from '../../server/engine/names/find.ts';
import { passagesOf } from '../../server/engine/text/passages.ts';
import { inEnglish } from '../../server/engine/translate.ts';

const paired = vi.spyOn(Pairing.prototype, 'kinship');
afterEach(() => vi.clearAllMocks());

/** Runs work to its end; how often it stopped, and what `count` grew by at most between two stops. */
function run<T>(work: Work<T>, count: () => number = () => 0): { value: T; steps: number; longest: number } {
  let steps = 0;
  let longest = 0;
  for (let before = count(); ; before = count()) {
    const step = work.next();
    steps++;
    longest = Math.max(longest, count() - before);
    if (step.done) return { value: step.value, steps, longest };
  }
}

function prose(text: string): Prose {
  return { text, language: 'plaintext', date: null, omitted: [] };
}

function analysed(text: string): Analysis {
  return run(analyse(prose(text), english)).value;
}

function libraryOf(texts: readonly string[]): Library {
  const library = new Library(english);
  for (const [at, text] of texts.entries()) {
    const unknown = { title: null, author: null, publisher: null, url: null, isExtracted: false, locators: [] };
    library.set({ article: { ...prose(text), ...unknown, uri: `file:///${at}.txt` }, analysis: analysed(text) });
  }
  return library;
}

function judged(draft: Analysis, library: Library) {
  const options = { lexicon: english, severities: defaults.rules, translate: inEnglish };
  return run(judge(draft, library.fetch(wants(draft, english)), options), () => lookedAt());
}

/** How many candidates were looked at. */
function lookedAt(): number {
  return paired.mock.calls.length;
}

const MOST_CANDIDATES = 1024;
/** What the longest passage that the text layer cuts (16 kB) asks for, and no more. */
const LOOKS_IN_A_STEP = 30_000;
const story = 'The flood in Norwick killed 26 people on 3 May 2019. Mayor Ilse Marten said 140 homes were lost in Norwick.';
const name = (at: number) => `Q${String.fromCharCode(97 + (at % 26), 97 + (Math.floor(at / 26) % 26))}ton`;

/** An article of another story, its words its own. */
function unrelated(at: number): string {
  return `Shares of ${name(at)} Motors rose ${(at % 7) + 2.5}% after it sold ${4000 + at * 13} cars in ${name(at + 50)}.`;
}

describe('a draft against a library', () => {
  test('costs no more for ten times the articles of other stories', () => {
    const draft = analysed(story);
    const counts = [30, 300].map((articles) => {
      const library = libraryOf([story, ...Array.from({ length: articles }, (_, at) => unrelated(at))]);
      vi.clearAllMocks();
      const { steps, value } = judged(draft, library);
      expect(value.figures.some(({ verdict }) => verdict === 'supported')).toBe(true);
      return { steps, alignments: lookedAt() };
    });
    const [few, many] = counts as [(typeof counts)[0], (typeof counts)[0]];
    expect(few.alignments).toBeGreaterThan(0);
    expect(many.alignments).toBeLessThanOrEqual(few.alignments * 1.5);
    expect(many.steps).toBeLessThanOrEqual(few.steps * 1.5);
  });

  test('stops at least once in 256 candidates, and looks at no more than it may', () => {
    const one = (at: number) => `In ${name(at)} ${at + 100} people were killed by the storm.`;
    const library = libraryOf(
      Array.from({ length: 30 }, (_, article) => Array.from({ length: 100 }, (_, at) => one(article + at)).join(' ')),
    );
    const draft = analysed('In Norwick 26 people were killed by the storm.');
    vi.clearAllMocks();
    const { longest } = judged(draft, library);
    expect(lookedAt()).toBeGreaterThan(1000);
    expect(lookedAt()).toBeLessThanOrEqual(MOST_CANDIDATES);
    expect(longest).toBeLessThanOrEqual(256);
  });

  test('prefers the same value and rare keys where a key is very common', () => {
    const common = Array.from({ length: 300 }, (_, at) => `In ${name(at)} ${at + 100} people were killed.`);
    const library = libraryOf([...common, 'Some 26 people were killed in Norwick.', 'In Norwick 31 people were killed.']);
    const draft = analysed('In Norwick 26 people were killed.');
    const candidates = library.fetch(wants(draft, english));
    const found = reachOf(draft.claims[0]!, candidates, { most: 10 }).map((number) => candidates.table.held(number).claim.figure.text);
    expect(found).toHaveLength(10);
    expect(found).toEqual(expect.arrayContaining(['Some 26', '31']));
  });

  test('a text is never its own evidence', () => {
    const library = libraryOf([story, story]);
    const draft = library.get('file:///0.txt')!.analysis;
    const candidates = library.fetch(wants(draft, english), 'file:///0.txt');
    expect(candidates.size).toBe(1);
    const sources = draft.claims.flatMap((claim) =>
      reachOf(claim, candidates).map((number) => candidates.table.sourceOf(number).article.uri),
    );
    expect(new Set(sources)).toEqual(new Set(['file:///1.txt']));
  });
});

/** How often the claims of a text look at its tokens: in all, and at most between two yields. */
function looks(text: string): { looks: number; longest: number; claims: number; tokens: number } {
  let count = 0;
  const watched: ProxyHandler<readonly Token[]> = {
    get(target, key, receiver) {
      if (typeof key === 'string' && key.charCodeAt(0) < 58) count++;
      return Reflect.get(target, key, receiver);
    },
  };
  const passages = run(passagesOf(prose(text), english)).value;
  const figures = passages.map((passage) => findFigures(passage, prose(text), english));
  const names = run(findNames(passages, prose(text), english)).value;
  const counted = passages.map(({ index, block, kind, start, end, tokens }) => ({
    ...{ index, block, kind, start, end },
    tokens: new Proxy(tokens, watched),
  }));
  const { value, longest } = run(claimsOf(counted, figures, names, prose(text), english), () => count);
  return { looks: count, longest, claims: value.length, tokens: passages.reduce((sum, passage) => sum + passage.tokens.length, 0) };
}

describe('a sentence of thousands of figures', () => {
  const kinds: readonly [string, (at: number) => string][] = [
    ['counts', (at) => `${at + 7} workers`],
    ['sums and years', (at) => `$${at + 7} million in ${1950 + (at % 60)}`],
    ['names and ages', (at) => `Anna ${name(at)}, ${20 + (at % 50)}`],
    ['nothing but numbers', (at) => `${at + 7}`],
  ];

  test.each(kinds)('is read in linear work: %s', (_, item) => {
    const [few, many] = [500, 5000].map((length) => looks(`${Array.from({ length }, (_, at) => item(at)).join(', ')} were killed.`));
    expect(many!.claims).toBeGreaterThan(few!.claims * 9);
    expect(many!.looks / many!.tokens).toBeLessThan((few!.looks / few!.tokens) * 1.2);
  });

  test.each(kinds)('is read in steps of bounded length: %s', (_, item) => {
    const { longest } = looks(`${Array.from({ length: 5000 }, (_, at) => item(at)).join(', ')} were killed.`);
    expect(longest).toBeLessThan(LOOKS_IN_A_STEP);
  });
});
