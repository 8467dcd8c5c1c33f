/** Rows: the language server with a large library: its heap, how long it is deaf while it indexes, and how soon it answers. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { madeUpDesk } from '../desk.ts';
import { DRAFT, placeOf, timed, unitsOf } from '../measure.ts';
import type { Bench } from '../sections.ts';
import { Measured, missing, quantile, type Row, type Section } from '../table.ts';
import { sitDown } from '../typist.ts';

/** How often each thing is asked in a round. */
const ASKED = 100;
/** What the server may take besides its library, in bytes. */
const BESIDES = 80e6;

export async function server({ rounds, articles }: Bench): Promise<Section> {
  const desk = madeUpDesk(articles, DRAFT, 1);
  const units = unitsOf(desk.sources);
  const blocked = new Measured('blocking while indexing, 99.9th percentile', 'ms', { goal: 20 });
  const hover = new Measured('hover, 95th percentile', 'ms', { goal: 10 });
  const completion = new Measured('completion, 95th percentile', 'ms', { goal: 10 });
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  const typist = await sitDown(desk, () => delays.disable());
  blocked.values.push(delays.percentile(99.9) / 1e6);
  const places = placesIn(desk.draft);
  let asked = 0;
  const ask = async (row: Measured, method: string) => {
    const taken: number[] = [];
    for (let at = 0; at < ASKED; at++) {
      const { line, start, end } = places[placeOf(++asked, places.length)]!;
      const position = { line, character: method.endsWith('hover') ? start : end };
      taken.push(await timed(() => typist.ask(method, { position })));
    }
    row.values.push(quantile(taken, 0.95));
  };
  for (let done = 0; done < rounds; done++) {
    await ask(hover, 'textDocument/hover');
    await ask(completion, 'textDocument/completion');
  }
  const rows: Row[] = [...heapRows(units), blocked, hover, completion];
  typist.end();
  return {
    title: `The server with ${desk.sources.length.toLocaleString('en')} articles, ${(units / 1e6).toFixed(0)} million UTF-16 units`,
    rows,
  };
}

/** What the server holds: in the heap, and with the typed arrays outside of it, so that nothing is put there to be seen no more. */
function heapRows(units: number): Row[] {
  const row = new Measured('heap of the server beyond 80 MB, for each unit', 'bytes', { goal: 9 });
  if (!globalThis.gc) return [missing(row.name, row.unit, row.goal, 'Node was not started with --expose-gc')];
  globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  row.values.push((heapUsed - BESIDES) / units);
  const all = new Measured('the same with what it holds outside of the heap', 'bytes');
  all.values.push((heapUsed + arrayBuffers - BESIDES) / units);
  return [row, all];
}

/** The figures and capitalised words of a text, as places on its lines. */
function placesIn(text: string): { readonly line: number; readonly start: number; readonly end: number }[] {
  return text
    .split('\n')
    .flatMap((content, line) =>
      [...content.matchAll(/\d[\d,.]*\d|\b[A-Z][a-z]+/g)].map(({ index, 0: word }) => ({ line, start: index, end: index + word.length })),
    );
}
