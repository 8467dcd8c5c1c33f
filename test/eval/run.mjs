/**
 * `npm run eval`: scores the built command line (`npm run build` first) on the labelled stories, the held cases apart.
 * `--details` lists what is missed, of the cases that are not held; `--cli FILE` runs another build.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { evaluate } from './evaluate.mjs';
import { measures, percent } from './score.mjs';

/** @import { Measure } from './score.mjs' */

const { values } = parseArgs({
  options: {
    details: { type: 'boolean', default: false },
    cli: { type: 'string', default: join(import.meta.dirname, '../../dist/cli.js') },
  },
});

const scores = evaluate(values.cli);
for (const [name, score] of Object.entries(scores)) {
  console.log(`${name}:`);
  for (const [measure, label] of Object.entries(measures)) console.log(`  ${label}: ${percent(score[/** @type {Measure} */ (measure)])}`);
}
if (values.details) for (const line of scores.tuned.missed) console.log(line);
