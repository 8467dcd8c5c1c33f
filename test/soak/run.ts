/** `npm run soak`: an hour at a large desk, told minute by minute, and at the end as ratios of its last quarter to its first. */
import { type Minute, soak } from './soak.ts';

/** So many minutes warm the programs up: what they hold and how fast they are then is what later minutes are held against. */
const WARM = 8;

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
  const warm = minutes.slice(WARM);
  const quarter = warm.length >> 2;
  const [first, last] = [warm.slice(0, quarter), warm.slice(-quarter)];
  const ratio = (of: (minute: Minute) => number): string => (mean(last, of) / mean(first, of)).toFixed(3);
  console.log(`\nlast quarter to first: heap ${ratio(({ heap }) => heap)}, letter ${ratio(({ latency }) => latency)}`);
  console.log(`sources from the cache at each reload: ${taken.join(', ')}`);
  console.log(`the process waited for before: ${JSON.stringify(before)}; after: ${JSON.stringify(after)}`);
  console.log(`found at the end as by a fresh server: ${JSON.stringify(found) === JSON.stringify(expected) ? 'yes' : 'no'}`);
  for (const error of errors) console.log(`error: ${error}`);
  process.exit(errors.length > 0 ? 1 : 0);
}

void main();
