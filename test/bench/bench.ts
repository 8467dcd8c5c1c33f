/**
 * Measures how long the engine takes to read a library and to check a draft. Times differ between machines; the ratio to
 * MiniSearch, which indexes the same text for its words alone, differs less.
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

const ROUNDS = 5;

function finish<T>(work: Work<T>): T {
  for (;;) {
    const step = work.next();
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

/** The shortest of several rounds, in milliseconds: the others were disturbed by something. */
async function shortest(work: () => unknown): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    await work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

async function measure(desk: Desk): Promise<void> {
  const size = desk.sources.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1000;
  const library = await buildLibrary(desk);
  const findings = check(desk.draft, library);
  const words = await shortest(() => indexWords(desk));
  const reading = await shortest(() => buildLibrary(desk));
  const checking = await shortest(() => check(desk.draft, library));
  console.log(
    `${desk.name}: ${size.toFixed(0)} kB of sources, a draft of ${(desk.draft.length / 1000).toFixed(1)} kB, ${findings} findings`,
  );
  console.log(`  MiniSearch, words alone   ${words.toFixed(1)} ms`);
  console.log(`  reading the sources       ${reading.toFixed(1)} ms, ${(reading / words).toFixed(1)} times that`);
  console.log(`  checking the whole draft  ${checking.toFixed(1)} ms, ${(checking / words).toFixed(2)} times that`);
}

async function main(): Promise<void> {
  console.log(`Node ${process.versions.node}, the shortest of ${ROUNDS} rounds\n`);
  for (const desk of [sampleDesk(), madeUpDesk(20, 1), madeUpDesk(100, 1)]) await measure(desk);
}

void main();
