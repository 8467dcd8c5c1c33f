/** Writes `server/engine/compare/weights.ts` from the labelled stories' cases that are not held, and says what the weights find. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { signs } from '../../server/engine/compare/signs.ts';
import { bestScore, fitWeights, found, loudest, type Weights } from './fit.ts';
import { pairsOf } from './pairs.ts';

/** @param root the project's folder */
async function main(root: string): Promise<void> {
  const pairs = await pairsOf();
  const tuned = pairs.filter(({ held }) => !held);
  const weights = fitWeights(tuned);
  writeFileSync(join(root, 'server/engine/compare/weights.ts'), weightsModule(weights));
  for (const [name, some] of Object.entries({ tuned, held: pairs.filter(({ held }) => held) })) {
    const many = some.filter((pair) => pair.differs).length;
    for (const alarms of [2, 4, 10]) {
      const [byWeights, byScore] = [found(some, (pair) => loudest(pair, weights), alarms), found(some, bestScore, alarms)];
      console.log(`${name}: of ${many} sources that differ, with ${alarms} alarms: ${byWeights} by weights, ${byScore} by score`);
    }
  }
}

function weightsModule([bias, ...weights]: Weights): string {
  const rounded = (weight: number) => String(Number(weight.toFixed(2)));
  return `/** What each sign weighs. Fitted on the project's own labelled cases by \`test/eval/fit.mjs\`, which writes this file. */
import type { Sign } from './signs.ts';

export const bias = ${rounded(bias!)};

export const weights: Readonly<Record<Sign, number>> = {
${signs.map((sign, index) => `  ${sign}: ${rounded(weights[index]!)},\n`).join('')}};
`;
}

void main(process.argv[2]!);
