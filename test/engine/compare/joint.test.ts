/** Sources that state the same other figure bear one another out; copies do not. */
import { expect, test } from 'vitest';
import type { Evidence } from '../../../server/engine/compare/evidence.ts';
import { jointChances } from '../../../server/engine/compare/joint.ts';
import { analysed } from '../check.ts';

/** What a source states against a draft, by how likely it is about the same thing. */
function evidence(text: string, chance: number): Evidence {
  return { claim: analysed(text).claims[0]!, stance: 'differs', chance } as unknown as Evidence;
}

test('two of them are likelier than each', () => {
  const one = evidence('The manor in Marlow cost $300.', 0.3);
  const same = evidence('Edda Brandt paid $300 for it.', 0.2);
  const other = evidence('The manor in Marlow cost $400.', 0.3);
  const chanceOf = jointChances([one, same, other]);
  expect(chanceOf(one)).toBeCloseTo(1 - 0.7 * 0.8);
  expect(chanceOf(same)).toBe(chanceOf(one));
  expect(chanceOf(other)).toBeCloseTo(0.3);
});

test('a copy is no likelier than what it copies', () => {
  const [one, copy] = [0.3, 0.2].map((chance) => evidence('The manor in Marlow cost $300.', chance)) as [Evidence, Evidence];
  expect(jointChances([one, copy])(one)).toBeCloseTo(0.3);
  expect(jointChances([copy, one])(copy)).toBeCloseTo(0.3);
});
