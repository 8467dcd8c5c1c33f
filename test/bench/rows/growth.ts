/** Rows: what ten times the library costs: to index, and with every letter typed. */

import { english } from '../../../server/engine/lexicon/en.ts';
import { Library } from '../../../server/engine/library.ts';
import { madeUpDesk } from '../desk.ts';
import { ARTICLES, buildLibrary, DRAFT, Steps, timed } from '../measure.ts';
import type { Bench } from '../sections.ts';
import { Measured, quantile, type Section } from '../table.ts';
import { round, typing } from './typing.ts';

export async function growth({ rounds, sizes }: Bench): Promise<Section> {
  const most = Math.max(...sizes);
  const { sources, draft } = madeUpDesk(most, DRAFT, 1);
  const index = new Measured(`index time from ${said(most / 10)} to ${said(most)} articles`, 'times', { goal: 11 });
  const few = new Measured(`one keystroke, ${said(most / 10)} articles`, 'ms');
  const many = new Measured(`one keystroke, ${said(most)} articles`, 'ms');
  const times = new Measured('  in times of the smaller library', 'times', { goal: 1.3 });
  await buildLibrary(sources.slice(0, ARTICLES / 5));
  const small = new Library(english);
  const large = new Library(english);
  const short = await timed(() => buildLibrary(sources.slice(0, most / 10), new Steps(), small));
  const long = await timed(() => buildLibrary(sources, new Steps(), large));
  index.values.push(long / short);
  const inSmall = typing(draft, small);
  const inLarge = typing(draft, large);
  for (let done = 0; done < rounds; done++) {
    few.values.push(quantile(round(inSmall)));
    many.values.push(quantile(round(inLarge)));
    times.values.push(many.values.at(-1)! / few.values.at(-1)!);
  }
  return { title: 'Growth: ten times the stories', rows: [index, few, many, times] };
}

function said(count: number): string {
  return count.toLocaleString('en');
}
