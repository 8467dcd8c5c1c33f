/** `npm run soak`: an hour at a large desk, told minute by minute, and at the end as ratios of its last window to its second. */
import { type Minute, soak } from './soak.ts';

function mean(minutes: readonly Minute[], of: (minute: Minute) => number): number {
  return minutes.reduce((sum, minute) => sum + of(minute), 0) / minutes.length;
}

function lineOf({ at, heap, latency, watchers, reloaded }: Minute): string {
  const cells = [`${at}`, `${(heap / 1e6).toFixed(1)} MB`, `${latency.toFixed(2)} ms`, `${watchers}`, reloaded ? 'reloaded' : ''];
  return cells
    .map((cell, column) => cell.padStart([6, 12, 12, 10, 10][column]!))
    .join('')
    .trimEnd();
}

async function main(): Promise<void> {
  console.log('minute        heap      letter  watchers');
  const options = { minutes: 60, articles: 300, draft: 20_000, letters: 40, reloads: 15, seed: 11 };
  const { minutes, errors, taken, before, after, found, expected } = await soak({ ...options, tell: (each) => console.log(lineOf(each)) });
  // The first window warms the programs up. A window grows while it looks at more and more of what the cache gave it: those that are held
  // against each other are as old.
  const { reloads } = options;
  const [second, last] = [minutes.slice(reloads, 2 * reloads), minutes.slice(-reloads)];
  const ratio = (of: (minute: Minute) => number): string => (mean(last, of) / mean(second, of)).toFixed(3);
  console.log(`\nlast window to the second: heap ${ratio(({ heap }) => heap)}, letter ${ratio(({ latency }) => latency)}`);
  console.log(`sources from the cache at each reload: ${taken.join(', ')}`);
  console.log(`the process waited for before: ${JSON.stringify(before)}; after: ${JSON.stringify(after)}`);
  console.log(`found at the end as by a fresh server: ${JSON.stringify(found) === JSON.stringify(expected) ? 'yes' : 'no'}`);
  for (const error of errors) console.log(`error: ${error}`);
  process.exit(errors.length > 0 ? 1 : 0);
}

void main();
