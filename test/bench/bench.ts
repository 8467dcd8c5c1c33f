/**
 * Measures how long the engine takes to read a library and to check a draft, several times in one run. Times differ between machines and
 * from one moment to the next; ratios to MiniSearch, which indexes the same text for its words alone in the same round, differ less.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import MiniSearch from 'minisearch';
import { analyse, type Revision, revise } from '../../server/engine/analysis.ts';
import { Judging, judge } from '../../server/engine/check.ts';
import { defaults } from '../../server/engine/config/settings.ts';
import { english } from '../../server/engine/lexicon/en.ts';
import { Library } from '../../server/engine/library.ts';
import type { Prose, Work } from '../../server/engine/model.ts';
import { inEnglish } from '../../server/engine/translate.ts';
import { readArticle } from '../../server/sources/read.ts';
import { type Desk, madeUpDesk } from './desk.ts';
import { sitDown } from './typist.ts';

const ROUNDS = 3;
/** Reading, analysing and indexing sources should take no longer than so many times what MiniSearch takes for their words. */
const INDEXING_GOAL = 3;
/** No step between two yields should keep a host from its other work for longer, in milliseconds. */
const STEP_GOAL = 10;

/** A keystroke should cost so much of a whole check at most, in the engine so many milliseconds, over LSP so many. */
const KEYSTROKE_PART_GOAL = 0.1;
const KEYSTROKE_GOAL = 2;
const KEYSTROKE_LSP_GOAL = 10;
/** With ten times the stories it should cost no more than this times as much. */
const KEYSTROKE_GROWTH_GOAL = 1.3;
/** How many letters are typed in a round, each somewhere else in the draft, and how many before any is timed. */
const LETTERS = 100;
const UNTIMED = 20;
/** The length of the draft, in UTF-16 units, and how many articles it is checked against. */
const DRAFT = 50_000;
const FEW = 100;
const MANY = 1000;

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

const options = { lexicon: english, severities: defaults.rules, translate: inEnglish };

function proseOf(text: string): Prose {
  return { text, language: 'markdown', date: null, omitted: [] };
}

function check(text: string, library: Library): number {
  return finish(judge(finish(analyse(proseOf(text), english)), library.all(), options)).findings.length;
}

/** Where a letter is typed: places all over a text, one after the other, but not in its order. */
function placeOf(at: number, length: number): number {
  return Math.floor(((at * 0.618_033_988_75) % 1) * length);
}

/** A writer at a draft of which each version is checked from the one before; gives the milliseconds that each letter takes. */
function typing(draft: string, library: Library): () => number {
  const judging = new Judging();
  let text = draft;
  let typed = 0;
  let last: Revision | null = null;
  const look = () => {
    last = finish(revise(proseOf(text), english, last));
    finish(judging.judge(last.analysis, library.all(), options));
  };
  look();
  return () => {
    const at = placeOf(++typed, text.length);
    text = `${text.slice(0, at)}${'aent 3.'.charAt(typed % 7)}${text.slice(at)}`;
    const start = performance.now();
    look();
    return performance.now() - start;
  };
}

function medianOf(values: readonly number[], part = 0.5): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!;
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
  readonly unit: 'ms' | 'times' | 'parts';
  readonly values: number[];
  readonly goal: number | null;
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function rowOf(name: string, unit: Row['unit'], goal: number | null = null): Row {
  return { name, unit, values: [], goal };
}

/** How reading a desk's sources and checking its draft for the first time go. Every round does all, so that what disturbs one disturbs all. */
async function measureDesk(desk: Desk): Promise<void> {
  const words = rowOf('MiniSearch, words alone', 'ms');
  const indexing = rowOf('reading, analysing, indexing', 'ms');
  const ratio = rowOf('  in times of MiniSearch', 'times', INDEXING_GOAL);
  const indexingStep = rowOf('  longest step', 'ms', STEP_GOAL);
  const cold = rowOf('first check of the draft', 'ms');
  const checkingStep = rowOf('  longest step', 'ms', STEP_GOAL);
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
    if (round === 0) continue;
    words.values.push(alone);
    indexing.values.push(whole);
    ratio.values.push(whole / alone);
    indexingStep.values.push(whileIndexing);
    cold.values.push(first);
    checkingStep.values.push(longest);
  }
  tell(desk, [words, indexing, ratio, indexingStep, cold, checkingStep]);
}

/** How a letter typed into a draft goes, beside a whole check in the same round and beside a library of a tenth of the stories. */
async function measureTyping(): Promise<void> {
  const [few, many] = [madeUpDesk(FEW, DRAFT, 1), madeUpDesk(MANY, DRAFT, 1)];
  const [small, large] = [await buildLibrary(few), await buildLibrary(many)];
  const whole = rowOf('whole check', 'ms');
  const letter = rowOf('a letter: median', 'ms', KEYSTROKE_GOAL);
  const slow = rowOf('  one in ten takes longer than', 'ms');
  const part = rowOf('  of a whole check', 'parts', KEYSTROKE_PART_GOAL);
  const step = rowOf('  longest step', 'ms', STEP_GOAL);
  const growth = rowOf(`  in times of ${FEW} articles`, 'times', KEYSTROKE_GROWTH_GOAL);
  const over = rowOf('  over LSP', 'ms', KEYSTROKE_LSP_GOAL);
  const inSmall = typing(few.draft, small);
  const inLarge = typing(many.draft, large);
  const typist = await sitDown(many);
  const lines = many.draft.split('\n');
  for (let at = 0; at < UNTIMED; at++) {
    inSmall();
    inLarge();
    await typist.type(0, 0, 'a');
  }
  for (let round = 0; round < ROUNDS; round++) {
    const checked = await timed(() => check(many.draft, large));
    longest = 0;
    const [least, most, sent]: [number[], number[], number[]] = [[], [], []];
    for (let at = 0; at < LETTERS; at++) {
      least.push(inSmall());
      most.push(inLarge());
      const line = placeOf(at + 1, lines.length);
      sent.push(await typist.type(line, placeOf(at + 1, lines[line]!.length), 'a'));
    }
    whole.values.push(checked);
    letter.values.push(medianOf(most));
    slow.values.push(medianOf(most, 0.9));
    part.values.push(medianOf(most) / checked);
    step.values.push(longest);
    growth.values.push(medianOf(most) / medianOf(least));
    over.values.push(medianOf(sent));
  }
  typist.end();
  tell(many, [whole, letter, slow, part, step, growth, over]);
}

function tell(desk: Desk, rows: readonly Row[]): void {
  const size = desk.sources.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1000;
  console.log(`${desk.name}: ${size.toFixed(0)} kB of sources, a draft of ${(desk.draft.length / 1000).toFixed(1)} kB`);
  for (const each of rows) console.log(lineOf(each));
  console.log('');
}

/** `reading   412 ms   390 to 455   goal 3: missed`: the median, the least and the most of the rounds. */
function lineOf({ name, unit, values, goal }: Row): string {
  const sorted = [...values].sort((a, b) => a - b);
  const [median, least, most] = [sorted[sorted.length >> 1]!, sorted[0]!, sorted.at(-1)!];
  const said = (value: number) => value.toFixed(value < 1 ? 3 : value < 100 ? 1 : 0);
  const reached = goal === null ? '' : `goal ${goal}: ${median <= goal ? 'met' : 'missed'}`;
  const spread = `${said(least)} to ${said(most)}`;
  return `  ${name.padEnd(32)}${said(median).padStart(7)} ${unit.padEnd(6)}${spread.padEnd(18)}${reached}`.trimEnd();
}

async function main(): Promise<void> {
  console.log(`Node ${process.versions.node}; medians of ${ROUNDS} rounds, from the least to the most
`);
  for (const desk of [sampleDesk(), madeUpDesk(FEW, DRAFT / 10, 1)]) await measureDesk(desk);
  await measureTyping();
  process.exit();
}

void main();
