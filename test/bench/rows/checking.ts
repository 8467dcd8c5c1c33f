/** Rows: the first check of a long draft, beside what a spelling checker and a grammar checker take for the same text. */
import { madeUpDesk } from '../desk.ts';
import { ARTICLES, buildLibrary, check, DRAFT, STEP_GOAL, Steps, timed, titleOf } from '../measure.ts';
import type { Bench } from '../sections.ts';
import { Measured, missing, type Row, type Section } from '../table.ts';

const CSPELL_GOAL = 0.5;
const HARPER_GOAL = 0.05;

export async function checking({ rounds, peers }: Bench): Promise<Section> {
  const desk = madeUpDesk(ARTICLES, DRAFT, 1);
  const library = await buildLibrary(desk.sources);
  const cold = new Measured('check a whole draft, cold', 'ms');
  const step = new Measured('  longest step', 'ms', { goal: STEP_GOAL });
  check(desk.draft, library);
  for (let round = 0; round < rounds; round++) {
    const steps = new Steps();
    cold.values.push(await timed(() => check(desk.draft, library, steps)));
    step.values.push(steps.longest);
  }
  const rows: Row[] = [cold, step];
  rows.push(...(await beside('cspell-lib', CSPELL_GOAL, peers.cspell, desk.draft, cold.values)));
  rows.push(...(await beside('harper.js', HARPER_GOAL, peers.harper, desk.draft, cold.values)));
  return { title: `Checking: ${titleOf(desk)}`, rows };
}

async function beside(
  name: string,
  goal: number,
  load: Bench['peers']['cspell'],
  draft: string,
  ours: readonly number[],
): Promise<readonly Row[]> {
  const theirs = new Measured(name, 'ms');
  const part = new Measured(`  the check as a part of ${name}`, 'parts', { goal });
  try {
    const peer = await load();
    for (const own of ours) {
      theirs.values.push(await peer(draft));
      part.values.push(own / theirs.values.at(-1)!);
    }
  } catch (error) {
    return [missing(part.name, 'parts', goal, `${name} did not run: ${error instanceof Error ? error.message.split('\n')[0] : error}`)];
  }
  return [theirs, part];
}
