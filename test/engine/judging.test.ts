/** What a judgement takes over from the last one never shows: it is that of a fresh check, whatever the draft and the library have been through. */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { analyse, type Revision, revise } from '../../server/engine/analysis.ts';
import { type Judgement, Judging, judge, wants } from '../../server/engine/check.ts';
import { Pairing } from '../../server/engine/compare/pairing.ts';
import { english } from '../../server/engine/lexicon/en.ts';
import { Library } from '../../server/engine/library.ts';
import type { Article, Prose } from '../../server/engine/model.ts';
import { defaultSeverities } from '../../server/engine/rules/rules.ts';
import { sectionsOf } from '../../server/engine/sections.ts';
import { spanOf } from '../../server/engine/subjects.ts';
import { inEnglish } from '../../server/engine/translate.ts';
import { finish } from './check.ts';

const paired = vi.spyOn(Pairing.prototype, 'kinship');

const options = { lexicon: english, severities: { ...defaultSeverities, 'unsourced-figure': 'hint' as const }, translate: inEnglish };

const TOWNS = ['Norwick', 'Eastham', 'Velden'];
const PEOPLE = ['Ilse Marten', 'Ilse Martin', 'Jon Riis', 'Jon Ris'];
/** Sentences that agree and disagree with one another on figures, names, tolls and times, told in few words so that they meet. */
const sentence = fc
  .record({
    frame: fc.constantFrom(
      (town: string, _: string, a: number) => `In ${town} ${a} people were killed by the flood.`,
      (town: string, person: string, a: number) => `Mayor ${person} said ${a + 100} homes were lost in ${town}.`,
      (_: string, person: string, a: number) => `${person}, ${a}, blamed the dam.`,
      (town: string, _: string, a: number) => `At least ${a} people died, and ${a + 3} were injured, in ${town}.`,
      (town: string, _: string, a: number) => `The ${town} Water Board (WB) spent $${a} million in ${1990 + a}.`,
      (_: string, person: string, a: number) => `${person} denied that ${a} people were killed.`,
      (_: string, __: string, a: number) => `It killed ${a} people and ${a * 3}% of the cattle.`,
      (town: string, person: string) => `${person} went to ${town} by night.`,
      (town: string, person: string, a: number) => `“We will rebuild the ${a} houses of ${town} by the river,” said Mayor ${person}.`,
      (_: string, __: string, a: number) => `The price doubled from ${a} to 52 dollars.`,
      (_: string, __: string, a: number) => `About ${a * 10} workers of the WB struck on 3 May 20${a}.`,
      () => 'Nobody knows the marten or the ris of the river.',
    ),
    town: fc.constantFrom(...TOWNS),
    person: fc.constantFrom(...PEOPLE),
    figure: fc.constantFrom(12, 15, 26, 31, 62),
  })
  .map(({ frame, town, person, figure }) => frame(town, person, figure));
const text = fc
  .tuple(fc.array(sentence, { minLength: 1, maxLength: 8 }), fc.constantFrom(' ', '\n\n'))
  .map(([list, between]) => list.join(between));
const place = fc.double({ min: 0, max: 1, noNaN: true });

type Step =
  | { readonly kind: 'type'; readonly at: number; readonly come: string; readonly gone: number }
  | { readonly kind: 'set'; readonly uri: string; readonly text: string; readonly day: number | null }
  | { readonly kind: 'delete'; readonly uri: string }
  | { readonly kind: 'cancel'; readonly after: number };
const uri = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('type' as const),
      at: place,
      come: fc.oneof(
        sentence.map((each) => ` ${each}`),
        fc.constantFrom('x', '1', ' ', '\n\n', '', 'Ilse Marten', '26 ', '“', 'the ', 'a '),
      ),
      gone: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40 })),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('set' as const), uri, text, day: fc.option(fc.integer({ min: 1, max: 28 })) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete' as const), uri }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('cancel' as const), after: fc.integer({ min: 0, max: 30 }) }) },
);

function proseOf(draft: string): Prose {
  return { text: draft, language: 'plaintext', date: null, omitted: [] };
}

function articleOf(name: string, body: string, day: number | null): Article {
  const date = day === null ? null : { year: 2020, month: 1, day };
  return {
    text: body,
    language: 'plaintext',
    date,
    omitted: [],
    uri: name,
    title: null,
    author: null,
    publisher: null,
    url: null,
    isExtracted: false,
    locators: [],
  };
}

/** All that a judgement says, each source by its name. */
function said({ figures, names, quotations, inconsistencies, findings }: Judgement) {
  return {
    figures: figures.map(({ claim, verdict, evidence, seeAlso }) => ({
      ...{ start: claim.figure.start, end: claim.figure.end, passage: claim.figure.passage, verdict },
      evidence: evidence.map((item) => ({ ...item, source: item.source.article.uri, claim: item.claim.figure.start })),
      seeAlso: seeAlso.map((item) => ({ ...item, source: item.source.article.uri, claim: item.claim.figure.start })),
    })),
    names,
    quotations: quotations.map(({ quotation, verdict, changes, speaker, places }) => ({
      ...{ quotation, verdict, changes, speaker },
      places: places.map(({ source, start, end }) => ({ source: source.article.uri, start, end })),
    })),
    inconsistencies: inconsistencies.map(({ marked, beside, slip }) => ({
      marked: marked.figure,
      beside: beside.map(({ figure }) => figure),
      slip,
    })),
    findings: findings.map(({ rule, severity, start, end, message, subject }) => ({
      ...{ rule, severity, start, end, message },
      about: spanOf(subject).start,
    })),
  };
}

test('a draft is judged after every edit and every change of the library as if for the first time', () => {
  fc.assert(
    fc.property(text, fc.array(text, { maxLength: 5 }), fc.array(step, { minLength: 1, maxLength: 8 }), (start, articles, steps) => {
      const library = new Library(english);
      const set = (name: string, body: string, day: number | null) => {
        const article = articleOf(name, body, day);
        library.set({ article, analysis: finish(analyse(article, english)) });
      };
      for (const [at, body] of articles.entries()) set('abcde'.charAt(at), body, at);
      const judging = new Judging();
      let draft = start;
      let revision: Revision | null = null;
      /** What nobody has asked to be put in its place yet, and what it is to say. */
      let last: { readonly judgement: Judgement; readonly expected: ReturnType<typeof said> } | null = null;
      for (const change of [null, ...steps]) {
        if (change?.kind === 'type') {
          const at = Math.round(change.at * draft.length);
          draft = draft.slice(0, at) + change.come + draft.slice(at + change.gone);
        } else if (change?.kind === 'set') set(change.uri, change.text, change.day);
        else if (change?.kind === 'delete') library.delete(change.uri);
        revision = finish(revise(proseOf(draft), english, revision));
        const work = judging.judge(revision.analysis, library.all(), options);
        if (change?.kind === 'cancel') {
          for (let yields = 0; yields < change.after && !work.next().done; yields++);
          continue;
        }
        const fresh = finish(analyse(proseOf(draft), english));
        const expected = said(finish(judge(fresh, library.fetch(wants(fresh, english)), options)));
        const judgement = finish(work);
        // A later version bears on no earlier one, whenever that is asked.
        if (last) expect(said(last.judgement)).toEqual(last.expected);
        last = change?.kind === 'type' ? { judgement, expected } : null;
        if (!last) expect(said(judgement)).toEqual(expected);
      }
      if (last) expect(said(last.judgement)).toEqual(last.expected);
    }),
    { numRuns: 100 },
  );
});

test('what a letter leaves alone is the same, wherever it stands', () => {
  const paragraph = (at: number) =>
    `In Norwick ${at + 20} people were killed. Mayor Ilse Marten said “it is worse than we had feared” in ${at + 1990}.`;
  const draft = ['We were there.', ...Array.from({ length: 5 }, (_, at) => paragraph(at))].join('\n\n');
  const judging = new Judging();
  const library = new Library(english);
  const look = (text: string, before: Revision | null) => {
    const revision = finish(revise(proseOf(text), english, before));
    return { revision, judgement: finish(judging.judge(revision.analysis, library.all(), options)) };
  };
  const before = look(draft, null);
  const after = look(`x${draft}`, before.revision);
  const contents = ({ revision }: typeof before) => sectionsOf(revision.analysis).map((section) => section.contents);
  const [then, now] = [contents(before), contents(after)];
  expect(now).toHaveLength(then.length);
  expect(now.filter((each, at) => each !== then[at])).toHaveLength(1);
  const { figures } = after.judgement;
  expect(figures.map(({ claim }) => claim)).toEqual(after.revision.analysis.claims);
  expect(figures.every(({ claim }, at) => claim === after.revision.analysis.claims[at])).toBe(true);
  const starts = before.judgement.figures.map(({ claim }) => claim.figure.start + 1);
  expect(figures.map(({ claim }) => claim.figure.start)).toEqual(starts);
});

/** How many candidates are looked at when a draft is judged again after an edit. */
function lookedAt(edit: (draft: string) => string): number {
  const library = new Library(english);
  const story = (at: number) =>
    `In Norwick ${at + 20} people were killed by the flood. Mayor Ilse Marten said ${at + 300} homes were lost.`;
  for (let at = 0; at < 30; at++) {
    const article = articleOf(`${at}`, story(at), null);
    library.set({ article, analysis: finish(analyse(article, english)) });
  }
  const draft = Array.from({ length: 40 }, (_, at) => `${story(at)} It was night.`).join('\n\n');
  const judging = new Judging();
  const before = finish(revise(proseOf(draft), english, null));
  finish(judging.judge(before.analysis, library.all(), options));
  paired.mockClear();
  const after = finish(revise(proseOf(edit(draft)), english, before));
  finish(judging.judge(after.analysis, library.all(), options));
  return paired.mock.calls.length;
}

test('an edit has only the claims of its own sentences looked at again', () => {
  expect(lookedAt((draft) => `${draft} `)).toBe(0);
  expect(lookedAt((draft) => `Well.\n\n${draft}`)).toBe(0);
  const one = lookedAt((draft) => draft.replace('said 310 homes', 'said 3100 homes'));
  expect(one).toBeGreaterThan(0);
  expect(one).toBeLessThan(250);
});

test('a draft is judged as if for the first time as its library grows, though what comes tells of nothing that it counts', () => {
  const library = new Library(english);
  const judging = new Judging();
  const draft = finish(
    analyse(proseOf('Elena Quarles said that 31 people were killed in Ostheim. In Varnby 57 people were killed, she said.'), english),
  );
  const towns = ['Ostheim', 'Varnby', 'Kelmont', 'Druskov', 'Pelhaven'];
  for (let at = 0; at < 60; at++) {
    // The later ones know her, and tell of nothing that the draft counts.
    const tolls = `Elena Quarles said that ${30 + at} people were killed in ${towns[at % towns.length]}, ${at % 2 ? 'Ivo Brandt' : 'Ana Lund'} wrote.`;
    const body = at < 10 ? tolls : `Elena Quarles rested for ${at} hours in Castelmar.`;
    const article = articleOf(`${at}`, body, null);
    library.set({ article, analysis: finish(analyse(article, english)) });
    const again = finish(judging.judge(draft, library.all(), options));
    expect(said(again)).toEqual(said(finish(judge(draft, library.all(), options))));
  }
});
