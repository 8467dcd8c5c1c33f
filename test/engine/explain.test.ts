/** An explanation is of the very verdict that a check gives, and tells of every candidate that was looked at. */
import { describe, expect, test } from 'vitest';
import { wants } from '../../server/engine/check.ts';
import { explain } from '../../server/engine/explain.ts';
import { english } from '../../server/engine/lexicon/en.ts';
import { analysed, finish, judged, libraryOf } from './check.ts';

const library = libraryOf({
  gazette: {
    text: 'The dam at Orvik burst on Friday. In Orvik 14 farmers were killed and 120 people injured. Repairs cost $3.2 million.',
    date: '2023-04-02',
  },
  courier: {
    text: 'In Orvik 19 farmers were killed, the county said. About 120 people were injured in Orvik. Repairs cost $3.2 million.',
    date: '2023-04-06',
  },
  herald: { text: 'Prices in Orvik rose by 4 percent. A farmer, Nils Aker, 61, was killed in 2019.', date: '2023-04-03' },
});
const text = 'In Orvik 14 farmers were killed and 130 people injured. Repairs in Orvik cost $3.4 million, said Nils Akre.';

function explained(offset: number) {
  const draft = analysed(text);
  return finish(explain(draft, library.fetch(wants(draft, english)), offset, english));
}

test('each figure has the verdict and evidence that a check gives it', () => {
  const { figures } = judged(library, text);
  expect(figures.length).toBe(3);
  for (const figure of figures) {
    const explanation = explained(figure.claim.figure.start);
    if (explanation?.kind !== 'figure') throw new Error('a figure was not found again');
    expect(explanation.verdict.verdict).toBe(figure.verdict);
    const seen = (list: typeof figure.evidence) => list.map(({ claim, stance, reason, score }) => ({ claim, stance, reason, score }));
    expect(seen(explanation.verdict.evidence)).toEqual(seen(figure.evidence));
  }
});

test('each candidate is kept, or dropped for a reason', () => {
  for (const figure of judged(library, text).figures) {
    const explanation = explained(figure.claim.figure.start);
    if (explanation?.kind !== 'figure') throw new Error('a figure was not found again');
    const candidates = explanation.sources.flatMap((source) => source.candidates);
    expect(candidates.length).toBeGreaterThan(0);
    for (const { evidence, drops, claim } of candidates) expect(evidence !== null || drops.length > 0, claim.figure.text).toBe(true);
    for (const item of explanation.verdict.evidence) expect(candidates.map(({ claim }) => claim)).toContain(item.claim);
  }
});

describe('the reasons', () => {
  const dropsOf = (written: string, theirs: string) => {
    const explanation = explained(text.indexOf(written));
    if (explanation?.kind !== 'figure') throw new Error(`${written} was not found`);
    const candidates = explanation.sources.flatMap((source) => source.candidates);
    return candidates.filter(({ claim }) => claim.figure.text === theirs).flatMap(({ drops }) => drops.map(({ why }) => why));
  };

  test('another event', () => expect(dropsOf('14', '120')).toContain('event'));
});

test('a name has the verdict that a check gives it', () => {
  const { names } = judged(library, text);
  const mention = names.find((name) => name.mention.text === 'Nils Akre')!;
  const explanation = explained(mention.mention.start);
  expect(explanation).toMatchObject({ kind: 'name', verdict: { verdict: mention.verdict } });
});

test('between figures and names there is nothing', () => {
  expect(explained(0)).toBeNull();
  expect(explained(text.indexOf(' farmers'))).toBeNull();
  expect(explained(text.length)).toBeNull();
});
