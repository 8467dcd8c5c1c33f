/** Rows: how long sources take to be read, analysed and indexed, beside MiniSearch, which indexes the same texts for their words alone. */
import { madeUpDesk } from '../desk.ts';
import { buildLibrary, STEP_GOAL, Steps, timed } from '../measure.ts';
import type { Bench } from '../sections.ts';
import { Measured, type Section } from '../table.ts';

/** Ten megabytes of text. */
const ARTICLES = 2000;

export async function indexing({ rounds, peers }: Bench): Promise<Section> {
  const { sources } = madeUpDesk(ARTICLES, 0, 1);
  const decoder = new TextDecoder();
  const texts = sources.map(({ bytes }) => decoder.decode(bytes));
  const words = new Measured('MiniSearch alone', 'ms');
  const whole = new Measured('index a library', 'ms');
  const ratio = new Measured('  in times of MiniSearch', 'times', { goal: 3 });
  const step = new Measured('  longest step', 'ms', { goal: STEP_GOAL });
  const addAll = await peers.miniSearch();
  // What is compiled while it runs for the first time is not what a library costs.
  addAll(texts.slice(0, 200));
  await buildLibrary(sources.slice(0, 200));
  for (let round = 0; round < rounds; round++) {
    const steps = new Steps();
    words.values.push(addAll(texts));
    whole.values.push(await timed(() => buildLibrary(sources, steps)));
    ratio.values.push(whole.values.at(-1)! / words.values.at(-1)!);
    step.values.push(steps.longest);
  }
  const size = sources.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6;
  return { title: `Indexing ${ARTICLES.toLocaleString('en')} articles, ${size.toFixed(1)} MB`, rows: [words, whole, ratio, step] };
}
