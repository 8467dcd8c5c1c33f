/** A claim is paired with the library's by columns as the rules themselves would have it, claim by claim. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { claimWants } from '../../../server/engine/check.ts';
import type { Claim } from '../../../server/engine/claims/claim.ts';
import { align } from '../../../server/engine/compare/align.ts';
import { dated, type FigureForm } from '../../../server/engine/compare/columns.ts';
import { blocksOf } from '../../../server/engine/compare/keys.ts';
import { agreementOf, Pairing } from '../../../server/engine/compare/pairing.ts';
import type { ClaimNumber } from '../../../server/engine/compare/table.ts';
import type { ClaimRef, Library } from '../../../server/engine/library.ts';
import { libraryOf } from '../check.ts';

/** The articles of some labelled stories, each told from another day, so that what depends on the day shows. */
function storiesOf(...names: string[]): Library {
  const texts = names.flatMap((name) => {
    const folder = join(import.meta.dirname, '..', '..', 'eval', name, 'sources');
    return readdirSync(folder).map((file) => [`${name}/${file}`, readFileSync(join(folder, file), 'utf8')] as const);
  });
  return libraryOf(Object.fromEntries(texts.map(([name, text], at) => [name, { text, date: `20${10 + (at % 9)}-0${1 + (at % 9)}-11` }])));
}

/** Claims of different blocks never compare. */
function shareBlock({ figure: a }: Claim, { figure: b }: Claim): boolean {
  const blocks = blocksOf(b.quantity, b.marker);
  return blocksOf(a.quantity, a.marker).some((block) => blocks.includes(block));
}

/** All claims of a library, by number; what comparing asks of them is told. */
function numbersIn(library: Library): ClaimNumber[] {
  const numbers = new Set<ClaimNumber>();
  for (const { analysis } of library.values())
    for (const list of library.fetch({ claims: claimWants(analysis), names: [] }).claims.values())
      for (const each of list) numbers.add(each);
  for (const number of numbers) library.all().table.columnsOf(number);
  return [...numbers];
}

/** A claim and its source, made once. */
function refOf({ claim, source }: ClaimRef): ClaimRef {
  return { claim, source };
}

function formOf({ claim, source }: ClaimRef): FigureForm {
  return { dated: dated(claim, source.article.date), readings: claim.readings, number: null };
}

test('as the rules have it', () => {
  const library = storiesOf('aircrash', 'rates', 'strike', 'sport');
  const { table } = library.all();
  const all = numbersIn(library).map((number) => ({ number, ...refOf(table.held(number)) }));
  expect(all.length).toBeGreaterThan(200);
  const date = { year: 2022, month: 1, day: 6 };
  let knew = 0;
  // Pairs of every kind: each claim with as many others as are far enough from it in the list.
  for (const [at, { claim }] of all.entries()) {
    const others = all.filter((ref, other) => (other + at) % 31 === 0 && shareBlock(claim, ref.claim));
    const pairing = new Pairing(claim, date, table);
    pairing.begin();
    for (const ref of others) {
      const alignment = pairing.align(ref.number, pairing.kinship(ref.number));
      const { mayKnow } = pairing;
      expect(alignment).toEqual(align(claim, ref.claim));
      expect(pairing.agreement(ref.number)).toBe(agreementOf(claim, dated(claim, date), formOf(ref)));
      const knows = [...claim.ownNames].some((name) => ref.claim.names.has(name));
      if (knows) knew++;
      expect(mayKnow || !knows).toBe(true);
    }
    pairing.end();
  }
  expect(knew).toBeGreaterThan(20);
});

test('claims of each dimension, with nouns and without, ages and readings', () => {
  const library = libraryOf({
    first: {
      text: 'In Velmar 14 people died and 26 were killed. Ilse Brandt, 44, said 8.7 percent fell to 4% in 2019. It lasted 12 weeks. The fine was $5m.',
      date: '2021-03-04',
    },
    second:
      'Khalid Brandt, 44, saw 14 killed ten years ago. From 2 to 3 million, a third, or 33 percent. On 3 May 41 officers were hurt. It takes four.',
    third: {
      text: 'Now it takes four after 17 hours. 14 soldiers died. 44-year-old Brandt fell by 4 percent. In 2011, about 41. On 3 May.',
      date: '2012-05-09',
    },
  });
  const { table } = library.all();
  const all = numbersIn(library).map((number) => ({ number, ...refOf(table.held(number)) }));
  for (const { claim } of all) {
    for (const date of [null, { year: 2021, month: 3, day: 4 }]) {
      const pairing = new Pairing(claim, date, table);
      pairing.begin();
      for (const ref of all.filter((other) => shareBlock(claim, other.claim))) {
        expect(pairing.align(ref.number, pairing.kinship(ref.number))).toEqual(align(claim, ref.claim));
        expect(pairing.agreement(ref.number)).toBe(agreementOf(claim, dated(claim, date), formOf(ref)));
      }
      pairing.end();
    }
  }
});
