/** Where a place of a text is after the text was edited. Plain positions, as LSP and VS Code both have them. */

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Change {
  /** Of the text before the edit. */
  readonly range: { readonly start: Position; readonly end: Position };
  readonly text: string;
}

/**
 * The position after an edit, whose changes do not overlap. What is put in at the position itself comes before it; what is replaced around
 * it, or from it on, leaves it at the beginning of what stands there instead.
 */
export function moved(position: Position, changes: readonly Change[]): Position {
  // From the last on: each change leaves alone where those before it are.
  const ordered = [...changes].sort((a, b) => compare(b.range.start, a.range.start));
  let at = position;
  for (const { range, text } of ordered) {
    const { start, end } = range;
    const isEmpty = compare(start, end) === 0;
    if (compare(start, at) > 0 || (compare(start, at) === 0 && !isEmpty)) continue;
    if (compare(end, at) > 0) {
      at = start;
      continue;
    }
    const lines = text.split(/\r\n|\r|\n/);
    const last = lines.at(-1)!.length;
    const begin = lines.length === 1 ? start.character : 0;
    const character = end.line === at.line ? begin + last + at.character - end.character : at.character;
    at = { line: at.line + lines.length - 1 - (end.line - start.line), character };
  }
  return at;
}

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}
