/** Rows: a letter typed into a long draft, beside a whole check of it and beside a library of a tenth of the stories. */
import { performance } from 'node:perf_hooks';
import { type Revision, revise } from '../../../server/engine/analysis.ts';
import { Judging } from '../../../server/engine/check.ts';
import { english } from '../../../server/engine/lexicon/en.ts';
import type { Library } from '../../../server/engine/library.ts';
import { madeUpDesk } from '../desk.ts';
import { ARTICLES, buildLibrary, check, DRAFT, options, placeOf, proseOf, STEP_GOAL, Steps, timed, titleOf } from '../measure.ts';
import type { Bench } from '../sections.ts';
import { Measured, quantile, type Section } from '../table.ts';
import { sitDown } from '../typist.ts';

/** How many letters are typed in a round, each somewhere else in the draft, and how many before any is timed. */
const LETTERS = 100;
const UNTIMED = 20;

/** A writer at a draft of which each version is checked from the one before; gives the milliseconds that each letter takes. */
export function typing(draft: string, library: Library, steps = new Steps()): () => number {
  const judging = new Judging();
  let text = draft;
  let typed = 0;
  let last: Revision | null = null;
  const look = () => {
    last = steps.finish(revise(proseOf(text), english, last));
    steps.finish(judging.judge(last.analysis, library.all(), options));
  };
  look();
  for (let at = 0; at < UNTIMED; at++) letter();
  steps.longest = 0;
  function letter(): number {
    const at = placeOf(++typed, text.length);
    text = `${text.slice(0, at)}${'aent 3.'.charAt(typed % 7)}${text.slice(at)}`;
    const start = performance.now();
    look();
    return performance.now() - start;
  }
  return letter;
}

/** The milliseconds that each of a round's letters takes. */
export function round(letter: () => number): number[] {
  return Array.from({ length: LETTERS }, letter);
}

export async function typingRows({ rounds }: Bench): Promise<Section> {
  const desk = madeUpDesk(ARTICLES, DRAFT, 1);
  const library = await buildLibrary(desk.sources);
  const steps = new Steps();
  const whole = new Measured('whole check', 'ms');
  const letter = new Measured('one keystroke, in the engine', 'ms', { goal: 2 });
  const part = new Measured('  as a part of the whole check', 'parts', { goal: 0.1 });
  const slow = new Measured('  95 in 100 are done within', 'ms');
  const step = new Measured('  longest step', 'ms', { goal: STEP_GOAL });
  const over = new Measured('  over LSP, to its diagnostics', 'ms', { goal: 10 });
  const type = typing(desk.draft, library, steps);
  const typist = await sitDown(desk);
  const lines = desk.draft.split('\n');
  const send = (at: number) => {
    const line = placeOf(at + 1, lines.length);
    return typist.type(line, placeOf(at + 1, lines[line]!.length), 'a');
  };
  for (let at = 0; at < UNTIMED; at++) await send(at);
  for (let done = 0; done < rounds; done++) {
    whole.values.push(await timed(() => check(desk.draft, library)));
    steps.longest = 0;
    const taken = round(type);
    const sent: number[] = [];
    for (let at = 0; at < LETTERS; at++) sent.push(await send(done * LETTERS + at));
    letter.values.push(quantile(taken));
    slow.values.push(quantile(taken, 0.95));
    part.values.push(quantile(taken) / whole.values.at(-1)!);
    step.values.push(steps.longest);
    over.values.push(quantile(sent));
  }
  typist.end();
  return { title: `Typing: ${titleOf(desk)}`, rows: [whole, letter, part, slow, step, over] };
}
