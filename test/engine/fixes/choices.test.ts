/** What is offered instead of a figure: each distinct one once, in which order, and which is the one to take. */
import { expect, test } from 'vitest';
import type { PrimeSources } from '../../../server/engine/citing/prime.ts';
import { figureChoices } from '../../../server/engine/fixes/choices.ts';
import { english } from '../../../server/engine/lexicon/en.ts';
import { judged, libraryOf, type SourceText } from '../check.ts';

/** The choices for a figure of a draft, the one to take marked: `18 (one, two) *`. */
function choices(
  draft: string,
  figure: string,
  sources: Readonly<Record<string, string | SourceText>>,
  prime: PrimeSources = {},
): string[] {
  const { figures } = judged(libraryOf(sources), draft);
  const verdict = figures.find(({ claim }) => claim.figure.text === figure);
  if (!verdict) throw new Error(`no figure ${figure}`);
  return figureChoices(verdict, prime, english).map(
    ({ text, evidence, best }) => `${text} (${evidence.map(({ source }) => source.article.uri).join(', ')})${best ? ' *' : ''}`,
  );
}

const dockers = (figure: string) => `Police detained ${figure} dockers at the harbour of Tarvik.`;
const dead = (figure: string) => `The flood in Tarvik killed ${figure} people.`;

test('the only other figure is the one to take', () => {
  expect(choices(dockers('300'), '300', { one: dockers('120') })).toEqual(['120 (one) *']);
});

test('one figure in several words is one, and the best attested comes first', () => {
  const sources = { one: dockers('160'), two: dockers('eighteen'), three: dockers('18') };
  expect(choices(dockers('300'), '300', sources)).toEqual(['18 (three, two) *', '160 (one)']);
});

test('between figures as well attested none is the one to take', () => {
  expect(choices(dockers('300'), '300', { one: dockers('160'), two: dockers('18') }).map((choice) => choice.endsWith('*'))).toEqual([
    false,
    false,
  ]);
});

test('of a toll that moves the latest comes first and is the one to take', () => {
  const sources = {
    one: { text: dead('40'), date: '2021-03-04' },
    two: { text: dead('62'), date: '2021-03-09' },
    three: { text: dead('40'), date: '2021-03-05' },
  };
  expect(choices(dead('20'), '20', sources)).toEqual(['62 (two) *', '40 (three, one)']);
});

test('an outdated toll is changed to the latest', () => {
  const sources = { one: { text: dead('40'), date: '2021-03-04' }, two: { text: dead('62'), date: '2021-03-09' } };
  expect(choices(dead('40'), '40', sources)).toEqual(['62 (two) *']);
});

test('what the prime source has comes first, and is the one to take', () => {
  const sources = { one: dockers('160'), two: dockers('18'), three: dockers('18') };
  expect(choices(dockers('300'), '300', sources, { detained: ['one'] })).toEqual(['160 (one) *', '18 (three, two)']);
  expect(choices(dockers('300'), '300', sources, { killed: ['one'] })[0]).toBe('18 (three, two) *');
  expect(choices(dockers('18'), '18', sources, { detained: ['one'] })).toEqual(['160 (one)']);
});

test('where sources truly conflict none is the one to take', () => {
  const sources = { one: { text: dockers('120'), date: '2021-03-04' }, two: { text: dockers('180'), date: '2021-03-04' } };
  expect(choices(dockers('120'), '120', sources)).toEqual(['180 (two)']);
});

test('a hedged figure that another bears out does not stand in its way', () => {
  expect(choices(dockers('20'), '20', { one: dockers('at least 150'), two: dockers('160') })[0]).toMatch(/\*$/);
});

test('a supported and an unsourced figure have none', () => {
  expect(choices(dockers('120'), '120', { one: dockers('120') })).toEqual([]);
  expect(choices(dockers('120'), '120', { one: 'The harbour of Tarvik closed.' })).toEqual([]);
});

test('the words are the source’s, on one line', () => {
  expect(choices(dockers('20'), '20', { one: dockers('more\nthan\n150') })).toEqual(['more than 150 (one) *']);
});
