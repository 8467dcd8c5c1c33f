/** `check(text, expected)` for figures: sentences with carets under what the scanner finds, and what each one means. */
import { expect } from 'vitest';
import { findFigures } from '../../../server/engine/figures/scan.ts';
import { english } from '../../../server/engine/lexicon/en.ts';
import type { BlockKind, CalendarDate, Figure, Passage, Prose, Token } from '../../../server/engine/model.ts';
import { tokenize } from '../../../server/engine/text/tokens.ts';

/** The figures of one sentence, taken as a passage by itself. */
export function figuresOf(text: string, kind: BlockKind = 'paragraph', tokens?: readonly Token[]): Figure[] {
  const passage = passageOf(text, kind);
  return findFigures(tokens ? { ...passage, tokens } : passage, proseOf(text), english);
}

export function proseOf(text: string): Prose {
  return { text, language: 'markdown', date: null, omitted: [] };
}

export function passageOf(text: string, kind: BlockKind = 'paragraph'): Passage {
  return { index: 0, block: 0, kind, start: 0, end: text.length, tokens: tokenize(text, { start: 0, end: text.length }) };
}

/** A figure in one line: dimension, value or interval, unit, rate, hedge and marker. */
export function describeFigure({ quantity, marker }: Figure): string {
  const words: (string | null)[] = [quantity.dimension];
  if (quantity.dimension === 'date') {
    const [from, to] = [iso(quantity.from), iso(quantity.to)];
    words.push(from === to ? from : `${from}..${to}`, quantity.grain);
  } else {
    if (quantity.value !== null) words.push(String(quantity.value));
    if (quantity.value !== quantity.low || quantity.value !== quantity.high) words.push(`${quantity.low}..${quantity.high}`);
    words.push(quantity.unit, quantity.per && `per ${quantity.per}`);
  }
  words.push(quantity.hedge, marker && `<${marker}>`);
  return words.filter((word) => word !== null).join(' ');
}

function iso({ year, month, day }: CalendarDate): string {
  return [year ?? '?', month ?? '?', day ?? '?'].join('-');
}

/**
 * Holds the figures of each sentence against the caret lines under it: one line for each figure, in order, such as
 *
 *     It grew by 5% last year.
 *                ^^ share 5 %
 */
export function check(table: string, kind: BlockKind = 'paragraph'): void {
  const lines = table.split('\n').filter((line) => line.trim() !== '');
  const sentences = lines.filter((line) => !/^\s*\^/.test(line));
  expect(render(sentences, kind)).toBe(`${lines.join('\n')}\n`);
}

/** The sentences with their caret lines, as `check` wants them. */
export function render(sentences: readonly string[], kind: BlockKind = 'paragraph'): string {
  let table = '';
  for (const sentence of sentences) {
    table += `${sentence}\n`;
    for (const figure of figuresOf(sentence, kind)) {
      table += `${' '.repeat(figure.start)}${'^'.repeat(figure.end - figure.start)} ${describeFigure(figure)}\n`;
    }
  }
  return table;
}
