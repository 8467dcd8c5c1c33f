/** The sample's sources in every format that people have them in: the same figures, names and verdicts, and the right page. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Analysis, analyse } from '../../server/engine/analysis.ts';
import { judge, wants } from '../../server/engine/check.ts';
import { english } from '../../server/engine/lexicon/en.ts';
import { Library } from '../../server/engine/library.ts';
import { type Article, locatorAt } from '../../server/engine/model.ts';
import { defaultSeverities } from '../../server/engine/rules/rules.ts';
import { readArticle } from '../../server/sources/read.ts';
import { finish } from '../engine/check.ts';
import { make, storyOf } from './fixtures/make.mjs';

const fixtures = join(import.meta.dirname, 'fixtures');
const corpus = join(import.meta.dirname, '../../corpus');

interface Read {
  readonly name: string;
  readonly article: Article;
  readonly analysis: Analysis;
}

/** A folder's articles by name. Metadata that a format cannot carry is the Markdown files': it is not what is compared. */
async function folder(path: string, metadata?: ReadonlyMap<string, Read>): Promise<Map<string, Read>> {
  const found = new Map<string, Read>();
  for (const file of readdirSync(path)) {
    const reading = await readArticle({ uri: file, name: file, bytes: readFileSync(join(path, file)) });
    if ('skipped' in reading) throw new Error(`${file}: ${reading.skipped}`);
    const { name } = parse(file);
    const known = metadata?.get(name)?.article;
    const article = known ? { ...reading.article, date: known.date, publisher: known.publisher } : reading.article;
    found.set(name, { name, article, analysis: finish(analyse(article, english)) });
  }
  return found;
}

const draft = finish(
  analyse({ text: readFileSync(join(corpus, 'draft.md'), 'utf8'), language: 'markdown', date: null, omitted: [] }, english),
);

/** What is said of each figure and name of the draft, with the sources that say it. */
function verdicts(sources: ReadonlyMap<string, Read>): string[] {
  const library = new Library(english);
  for (const { name, article, analysis } of sources.values()) library.set({ article: { ...article, uri: name }, analysis });
  const translate = (template: string) => template;
  const { figures, names } = finish(
    judge(draft, library.fetch(wants(draft, english)), { lexicon: english, severities: defaultSeverities, translate }),
  );
  const told = figures.map(({ claim, verdict, evidence }) => {
    const pieces = evidence.map(
      ({ source, stance, reason, claim: { figure } }) => `${stance} ${reason} ${source.article.uri} ${figure.text.replace(/\s+/g, ' ')}`,
    );
    return `${claim.figure.text}: ${verdict}; ${[...new Set(pieces)].sort().join('; ')}`;
  });
  return [...told, ...names.map(({ mention, verdict, canonical }) => `${mention.text}: ${verdict} ${canonical}`)];
}

const figuresOf = ({ analysis }: Pick<Read, 'analysis'>) => analysis.claims.map(({ figure: { text } }) => text.replace(/\s+/g, ' '));
const namesOf = ({ analysis }: Pick<Read, 'analysis'>) => analysis.names.map(({ text }) => text);

/** A text with its hard wraps undone: they part names that no other format parts. */
function unwrapped(file: string): string {
  const marks = { heading: '# ', paragraph: '', item: '- ' };
  return storyOf(readFileSync(file, 'utf8'))
    .blocks.map(({ kind, text }) => marks[kind] + text)
    .join('\n\n');
}

let markdown: Map<string, Read>;
beforeAll(async () => {
  markdown = await folder(join(corpus, 'sources'));
});

describe.each(['html', 'docx', 'epub', 'pdf', 'pdf-columns', 'pdf-office'])('the sample as %s', (kind) => {
  let made: Map<string, Read>;
  beforeAll(async () => {
    made = await folder(join(fixtures, kind), markdown);
  });

  it('has every article', () => {
    expect([...made.keys()].sort()).toEqual([...markdown.keys()].sort());
  });

  it('has the same figures and the same names', async () => {
    for (const [name, source] of made) {
      expect(figuresOf(source), name).toEqual(figuresOf(markdown.get(name)!));
      const names = namesOf(await one(unwrapped(join(corpus, 'sources', `${name}.md`))));
      // Where lines are short, a word's own hyphen at a line's end cannot be told from one that only parts it.
      if (kind === 'pdf-columns') expect(missing(names, namesOf(source)).length, name).toBeLessThanOrEqual(1);
      else expect(namesOf(source), name).toEqual(names);
    }
  });

  it('gives the same verdicts on the draft', () => {
    expect(verdicts(made)).toEqual(verdicts(markdown));
  });

  it('has the same headings and list items', () => {
    const shape = ({ analysis }: Read) =>
      analysis.passages.map(({ kind }) => kind).filter((each) => each === 'heading' || each === 'item').length;
    // Chromium draws a list's bullets, and a PDF then has no items.
    const isDrawn = kind === 'pdf' || kind === 'pdf-columns';
    for (const [name, source] of made)
      if (!isDrawn || name !== 'socialistworld-net') expect(shape(source), name).toBe(shape(markdown.get(name)!));
  });

  it('tells where each figure stands', () => {
    for (const { article, analysis } of made.values()) {
      for (const { figure } of analysis.claims) {
        const locator = locatorAt(article, figure.start)!;
        expect(kind.startsWith('pdf') ? 'page' in locator && Number(locator.page) === locator.physicalPage : 'paragraph' in locator).toBe(
          true,
        );
      }
    }
  });
});

describe('a PDF', () => {
  /** By a figure's words, the page that a person sees it on. */
  it.each([
    ['pdf/the-militant', 'more than 2,000 troops', 1],
    ['pdf/the-militant', 'Some 60', 2],
    ['pdf/the-militant', 'some 1.3 million', 3],
    ['pdf-columns/socialistworld-net', '8,000 people', 1],
    ['pdf-columns/socialistworld-net', '162 people', 2],
    ['pdf-columns/socialistworld-net', '$13 million', 3],
    ['pdf-office/socialistworld-net', '162 people', 1],
    ['pdf-office/socialistworld-net', '$13 million', 2],
  ])('%s has "%s" on page %d', async (file, words, page) => {
    const reading = await readArticle({ uri: file, name: `${file}.pdf`, bytes: readFileSync(join(fixtures, `${file}.pdf`)) });
    if ('skipped' in reading) throw new Error(reading.skipped);
    const { article } = reading;
    const at = article.text.indexOf(words);
    expect(at).toBeGreaterThan(0);
    expect(locatorAt(article, at)).toEqual({ page: String(page), physicalPage: page });
  });
});

it('the metadata of each format that can carry it is read', async () => {
  for (const kind of ['html', 'epub']) {
    for (const [name, { article }] of await folder(join(fixtures, kind))) {
      const { title, author, publisher, date } = markdown.get(name)!.article;
      expect(article, `${kind} ${name}`).toMatchObject({ title, author, publisher, date });
    }
  }
  for (const kind of ['docx', 'pdf', 'pdf-columns']) {
    for (const [name, { article }] of await folder(join(fixtures, kind)))
      expect(article.title, `${kind} ${name}`).toBe(markdown.get(name)!.article.title);
  }
});

const seeds = join(import.meta.dirname, '../../../shared/seeds');
const isThere = existsSync(seeds) && existsSync('/usr/bin/chromium');
if (!isThere)
  console.log('left out: the real articles are not beside this project (../shared/seeds), or there is no Chromium to print them');

describe.skipIf(!isThere)('the real articles, made into every format', () => {
  it('have the same figures in each', async () => {
    const { mkdtempSync, rmSync } = await import('node:fs');
    const { tmpdir } = await import('node:os');
    const scratch = mkdtempSync(join(tmpdir(), 'second-source-fixtures-'));
    try {
      await make(seeds, scratch);
      for (const file of readdirSync(seeds)) {
        const { name } = parse(file);
        const whole = figuresOf(await one(unwrapped(join(seeds, file))));
        for (const kind of ['docx', 'epub', 'pdf', 'pdf-columns']) {
          const found = (await folder(join(scratch, kind))).get(name)!;
          expect(
            missing(whole, figuresOf(found)).length,
            `${kind} ${name}: ${missing(whole, figuresOf(found)).join('; ')}`,
          ).toBeLessThanOrEqual(Math.max(2, whole.length * 0.05));
        }
      }
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  }, 300_000);
});

async function one(text: string): Promise<{ article: Article; analysis: Analysis }> {
  const reading = await readArticle({ uri: 'a', name: 'a.txt', bytes: new TextEncoder().encode(text) });
  if ('skipped' in reading) throw new Error(reading.skipped);
  return { article: reading.article, analysis: finish(analyse(reading.article, english)) };
}

function missing(wanted: readonly string[], found: readonly string[]): string[] {
  const rest = [...found];
  return wanted.filter((each) => {
    const at = rest.indexOf(each);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}
