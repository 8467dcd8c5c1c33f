/**
 * Measures how long the engine takes to read a library and to check a draft, several times in one run. Times differ between machines and
 * from one moment to the next; ratios to MiniSearch, which indexes the same text for its words alone in the same round, differ less.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import MiniSearch from 'minisearch';
import { analyse } from '../../server/engine/analysis.ts';
import { judge, wants } from '../../server/engine/check.ts';
import { defaults } from '../../server/engine/config/settings.ts';
import { english } from '../../server/engine/lexicon/en.ts';
import { Library } from '../../server/engine/library.ts';
import type { Work } from '../../server/engine/model.ts';
import { inEnglish } from '../../server/engine/translate.ts';
import { readArticle } from '../../server/sources/read.ts';
import { type Desk, madeUpDesk } from './desk.ts';

const ROUNDS = 7;
/** Reading, analysing and indexing sources should take no longer than so many times what MiniSearch takes for their words. */
const INDEXING_GOAL = 3;
/** No step between two yields should keep a host from its other work for longer, in milliseconds. */
const STEP_GOAL = 10;

/** The longest step of any work since this was last set to 0, in milliseconds. */
let longest = 0;

function finish<T>(work: Work<T>): T {
  for (;;) {
    const start = performance.now();
    const step = work.next();
    longest = Math.max(longest, performance.now() - start);
    if (step.done) return step.value;
  }
}

function sampleDesk(): Desk {
  const folder = join('corpus', 'sources');
  const sources = readdirSync(folder).map((name) => ({ uri: `file:///${name}`, name, bytes: readFileSync(join(folder, name)) }));
  return { name: 'the sample desk', sources, draft: readFileSync(join('corpus', 'draft.md'), 'utf8') };
}

async function buildLibrary({ sources }: Desk): Promise<Library> {
  const library = new Library(english);
  for (const file of sources) {
    const reading = await readArticle(file);
    if ('skipped' in reading) throw new Error(`${file.name}: ${reading.skipped}`);
    library.set({ article: reading.article, analysis: finish(analyse(reading.article, english)) });
  }
  return library;
}

function check(text: string, library: Library): number {
  const draft = finish(analyse({ text, language: 'markdown', date: null, omitted: [] }, english));
  const candidates = library.fetch(wants(draft, english));
  return finish(judge(draft, candidates, { lexicon: english, severities: defaults.rules, translate: inEnglish })).findings.length;
}

/** The words of every article, in one index, as MiniSearch has them by default. */
function indexWords({ sources }: Desk): number {
  const index = new MiniSearch({ fields: ['text'] });
  const decoder = new TextDecoder();
  index.addAll(sources.map(({ bytes }, id) => ({ id, text: decoder.decode(bytes) })));
  return index.documentCount;
}

/** What the rounds gave for one row of the table. */
interface Row {
  readonly name: string;
  readonly unit: 'ms' | 'times';
  readonly values: number[];
  readonly goal: number | null;
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** One table for a desk. Every round does everything once, so that what disturbs the machine disturbs all alike. */
async function measure(desk: Desk): Promise<void> {
  const row = (name: string, unit: Row['unit'], goal: number | null = null): Row => ({ name, unit, values: [], goal });
  const words = row('MiniSearch, words alone', 'ms');
  const indexing = row('reading, analysing, indexing', 'ms');
  const ratio = row('  in times of MiniSearch', 'times', INDEXING_GOAL);
  const indexingStep = row('  longest step', 'ms', STEP_GOAL);
  const cold = row('first check of the draft', 'ms');
  const keystroke = row('check after a keystroke', 'ms');
  const checkingStep = row('  longest step', 'ms', STEP_GOAL);
  // The first round warms the programs up, and counts for nothing.
  for (let round = 0; round <= ROUNDS; round++) {
    const alone = await timed(() => indexWords(desk));
    longest = 0;
    let library = new Library(english);
    const whole = await timed(async () => {
      library = await buildLibrary(desk);
    });
    const whileIndexing = longest;
    longest = 0;
    const first = await timed(() => check(desk.draft, library));
    const next = await timed(() => check(`${desk.draft.slice(0, 100 + round)}x${desk.draft.slice(100 + round)}`, library));
    if (round === 0) continue;
    words.values.push(alone);
    indexing.values.push(whole);
    ratio.values.push(whole / alone);
    indexingStep.values.push(whileIndexing);
    cold.values.push(first);
    keystroke.values.push(next);
    checkingStep.values.push(longest);
  }
  const size = desk.sources.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1000;
  console.log(`${desk.name}: ${size.toFixed(0)} kB of sources, a draft of ${(desk.draft.length / 1000).toFixed(1)} kB`);
  for (const each of [words, indexing, ratio, indexingStep, cold, keystroke, checkingStep]) console.log(lineOf(each));
  console.log('');
}

/** `reading   412 ms   390 to 455   goal 3: missed`: the median, the least and the most of the rounds. */
function lineOf({ name, unit, values, goal }: Row): string {
  const sorted = [...values].sort((a, b) => a - b);
  const [median, least, most] = [sorted[sorted.length >> 1]!, sorted[0]!, sorted.at(-1)!];
  const said = (value: number) => value.toFixed(value < 100 ? 1 : 0);
  const reached = goal === null ? '' : `goal ${goal}: ${median <= goal ? 'met' : 'missed'}`;
  const spread = `${said(least)} to ${said(most)}`;
  return `  ${name.padEnd(30)}${said(median).padStart(7)} ${unit.padEnd(6)}${spread.padEnd(18)}${reached}`.trimEnd();
}

async function main(): Promise<void> {
  console.log(`Node ${process.versions.node}; medians of ${ROUNDS} rounds, from the least to the most
`);
  for (const desk of [sampleDesk(), madeUpDesk(20, 1), madeUpDesk(400, 1)]) await measure(desk);
}

void main();
