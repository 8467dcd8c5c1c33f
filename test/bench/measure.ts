/** What the measurements share: running work while the clock is watched, and libraries to measure with. */
import { performance } from 'node:perf_hooks';
import { analyse } from '../../server/engine/analysis.ts';
import { judge } from '../../server/engine/check.ts';
import { defaults } from '../../server/engine/config/settings.ts';
import { english } from '../../server/engine/lexicon/en.ts';
import { Library } from '../../server/engine/library.ts';
import type { Prose, Work } from '../../server/engine/model.ts';
import { inEnglish } from '../../server/engine/translate.ts';
import { readArticle } from '../../server/sources/read.ts';
import type { Desk } from './desk.ts';

/** No step between two yields should keep a host from its other work for longer, in milliseconds. */
export const STEP_GOAL = 10;
/** The length of the draft, in UTF-16 units, and how many articles it is checked against. */
export const DRAFT = 50_000;
export const ARTICLES = 1000;

export const options = { lexicon: english, severities: defaults.rules, translate: inEnglish };

/** Does work to its end, and keeps how long its longest step took. */
export class Steps {
  /** In milliseconds. */
  longest = 0;

  finish<T>(work: Work<T>): T {
    for (;;) {
      const start = performance.now();
      const step = work.next();
      this.longest = Math.max(this.longest, performance.now() - start);
      if (step.done) return step.value;
    }
  }
}

/** How many milliseconds something takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Reads, analyses and indexes sources. */
export async function buildLibrary(sources: Desk['sources'], steps = new Steps(), library = new Library(english)): Promise<Library> {
  for (const file of sources) {
    const reading = await readArticle(file);
    if ('skipped' in reading) throw new Error(`${file.name}: ${reading.skipped}`);
    const analysis = steps.finish(analyse(reading.article, english));
    steps.finish(library.setting({ article: reading.article, analysis }));
  }
  return library;
}

/** A draft in Markdown. */
export function proseOf(text: string): Prose {
  return { text, language: 'markdown', date: null, omitted: [] };
}

/** Checks a draft that was never checked before; gives how many findings there are. */
export function check(text: string, library: Library, steps = new Steps()): number {
  return steps.finish(judge(steps.finish(analyse(proseOf(text), english)), library.all(), options)).findings.length;
}

/** Where a letter is typed: places all over a text, one after the other, but not in its order. */
export function placeOf(at: number, length: number): number {
  return Math.floor(((at * 0.618_033_988_75) % 1) * length);
}

/** The length of what is read of some files, in UTF-16 units. */
export function unitsOf(sources: Desk['sources']): number {
  const decoder = new TextDecoder();
  return sources.reduce((sum, { bytes }) => sum + decoder.decode(bytes).length, 0);
}

export function titleOf({ sources, draft }: Desk): string {
  const size = sources.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6;
  return `${sources.length.toLocaleString('en')} articles, ${size.toFixed(1)} MB; a draft of ${(draft.length / 1000).toFixed(0)} kB`;
}
