/** Fits the weights of the signs by logistic regression, and tells what a measure of pairs is worth. */
import type { Pair } from './pairs.ts';

/** The bias, then a weight for each sign. */
export type Weights = readonly number[];

/** How strongly weights are kept near 0 (ridge), and the bias. */
const RIDGE = 1;
const RIDGE_BIAS = 0.01;
/** A source that has the same figure too counts for less: what else it has seldom comes to be asked. */
const AGREEING = 0.4;
/** Rounds of choosing the claim of each source that speaks loudest, and steps of Newton's method within each at most. */
const ROUNDS = 4;
const STEPS = 60;
/** Weights that a step changes by less are those looked for. */
const CLOSE = 1e-6;

/**
 * The weights that best tell the pairs that differ from those that do not: of each source the claim that speaks loudest, which the weights
 * of the round before choose, and in the first round the score.
 */
export function fitWeights(pairs: readonly Pair[]): Weights {
  let weights: Weights | null = null;
  for (let round = 0; round < ROUNDS; round++) {
    const rows = pairs.map(({ claims }) => {
      const sums = claims.map(({ score, signs }) => (weights ? sumOf(signs, weights) : score));
      return [1, ...claims[sums.indexOf(Math.max(...sums))]!.signs];
    });
    weights = regress(
      rows,
      pairs.map((pair) => Number(pair.differs)),
      pairs.map((pair) => (!pair.differs && pair.agrees ? AGREEING : 1)),
    );
  }
  return weights!;
}

/** The weighed sum of the claim that speaks loudest for a pair. */
export function loudest({ claims }: Pair, weights: Weights): number {
  return Math.max(...claims.map(({ signs }) => sumOf(signs, weights)));
}

/** How well the best of a pair's claims aligns: what the weights are measured against. */
export function bestScore({ claims }: Pair): number {
  return Math.max(...claims.map(({ score }) => score));
}

/** How many of the pairs that differ a measure puts above all but `alarms` of those that do not. */
export function found(pairs: readonly Pair[], measure: (pair: Pair) => number, alarms: number): number {
  const wrong = pairs.filter((pair) => !pair.differs && !pair.agrees).map(measure);
  const bound = wrong.sort((a, b) => b - a)[alarms] ?? Number.NEGATIVE_INFINITY;
  return pairs.filter((pair) => pair.differs && measure(pair) > bound).length;
}

function sumOf(signs: readonly number[], weights: Weights): number {
  return signs.reduce((sum, value, index) => sum + value * weights[index + 1]!, weights[0]!);
}

/** Logistic regression with a ridge, by Newton's method. */
function regress(rows: readonly (readonly number[])[], labels: readonly number[], counts: readonly number[]): number[] {
  const size = rows[0]!.length;
  const ridge = (at: number) => (at === 0 ? RIDGE_BIAS : RIDGE);
  let weights = new Array<number>(size).fill(0);
  for (let step = 0; step < STEPS; step++) {
    const gradient = weights.map((weight, at) => ridge(at) * weight);
    const hessian = weights.map((_, at) => weights.map((__, other) => (at === other ? ridge(at) : 0)));
    for (const [index, row] of rows.entries()) {
      const chance = 1 / (1 + Math.exp(-row.reduce((sum, value, at) => sum + value * weights[at]!, 0)));
      const [error, slope] = [counts[index]! * (chance - labels[index]!), counts[index]! * chance * (1 - chance)];
      for (let at = 0; at < size; at++) {
        if (row[at] === 0) continue;
        gradient[at]! += error * row[at]!;
        for (let other = 0; other < size; other++) hessian[at]![other]! += slope * row[at]! * row[other]!;
      }
    }
    const change = solve(hessian, gradient);
    weights = weights.map((weight, at) => weight - change[at]!);
    if (Math.max(...change.map(Math.abs)) < CLOSE) break;
  }
  return weights;
}

/** Solves a system of linear equations whose matrix is positive definite, by elimination. */
function solve(matrix: number[][], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at]!]);
  const size = rows.length;
  for (let at = 0; at < size; at++) {
    for (let below = at + 1; below < size; below++) {
      const factor = rows[below]![at]! / rows[at]![at]!;
      for (let column = at; column <= size; column++) rows[below]![column]! -= factor * rows[at]![column]!;
    }
  }
  const solution = new Array<number>(size).fill(0);
  for (let at = size - 1; at >= 0; at--) {
    let rest = rows[at]![size]!;
    for (let after = at + 1; after < size; after++) rest -= rows[at]![after]! * solution[after]!;
    solution[at] = rest / rows[at]![at]!;
  }
  return solution;
}
