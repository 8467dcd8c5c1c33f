/** Sources that state the same other figure bear one another out; copies do not. */
import { expect, test } from 'vitest';
import type { Evidence } from '../../../server/engine/compare/evidence.ts';
import { jointChances } from '../../../server/engine/compare/joint.ts';
import { analysed } from '../check.ts';

/** What a source states against a draft, by how likely it is about the same thing. */
function evidence(uri: string, text: string, chance: number, id: string | null = null): Evidence {
  const claim = analysed(`The manor in Marlow cost ${text}.`).claims[0]!;
  return { claim, source: { article: { uri }, origin: id && { id } }, stance: 'differs', chance } as unknown as Evidence;
}

test('two of them are likelier than each', () => {
  const [one, same, other] = [evidence('a', '$300', 0.3), evidence('b', '$300', 0.2), evidence('c', '$400', 0.3)] as const;
  const chanceOf = jointChances([one, same, other]);
  expect(chanceOf(one)).toBeCloseTo(1 - 0.7 * 0.8);
  expect(chanceOf(same)).toBe(chanceOf(one));
  expect(chanceOf(other)).toBeCloseTo(0.3);
});

test('a copy is no likelier than what it copies', () => {
  const [one, copy] = [evidence('a', '$300', 0.3, 'a'), evidence('b', '$300', 0.2, 'a')] as const;
  expect(jointChances([one, copy])(one)).toBeCloseTo(0.3);
  expect(jointChances([copy, one])(one)).toBeCloseTo(0.3);
});
