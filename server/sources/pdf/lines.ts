/** From a PDF page's pieces of text to its lines in reading order: pieces on one height make a line, gutters make columns. */

/** A piece of text as a page sets it. Points, from the page's upper left corner. */
export interface TextPiece {
  readonly text: string;
  readonly x: number;
  /** Of the line that its letters stand on. */
  readonly baseline: number;
  readonly width: number;
  /** Of its letters. */
  readonly size: number;
  /** Whether the file writes it on one line with the piece before it. */
  readonly follows: boolean;
}

/** A line, or the part of one that stands in a column. */
export interface PageLine {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
}

/** A gap wider than this, in letter sizes, parts a line: words are set closer. */
const PART = 1.2;
/** A gap wider than this does so even where the file writes on in the same line: justified words stand closer. */
const PART_WRITTEN = 4;
/** A smaller gap than this, in letter sizes, is inside a word. */
const SPACE = 0.14;
/** No gutter is narrower, in points. */
const GUTTER = 6;
/** A column has as many lines at least. */
const COLUMN = 4;
/** So many columns are split off before the rest is read as it is. */
const DEEPEST = 6;

/** A page's lines in reading order: column by column, with what stands across columns in between. */
export function linesInOrder(pieces: readonly TextPiece[]): PageLine[] {
  return ordered(fragments(written(pieces)), DEEPEST);
}

/** Pieces joined that the file writes one after the other in a line. */
function written(pieces: readonly TextPiece[]): TextPiece[] {
  const joined: TextPiece[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    const gap = before ? piece.x - before.x - before.width : 0;
    const isLine =
      before !== undefined && piece.follows && Math.abs(piece.baseline - before.baseline) < 0.5 && Math.abs(piece.size - before.size) < 0.5;
    if (!isLine || gap > piece.size * PART_WRITTEN || gap < -piece.size * 0.3) joined.push(piece);
    else
      joined[joined.length - 1] = {
        ...before,
        text: spaced(before.text, piece.text, gap, piece.size),
        width: piece.x + piece.width - before.x,
      };
  }
  return joined;
}

function spaced(before: string, after: string, gap: number, size: number): string {
  return gap > size * SPACE && !before.endsWith(' ') && !after.startsWith(' ') ? `${before} ${after}` : before + after;
}

/** Pieces joined along their baselines, cut at wide gaps. */
function fragments(pieces: readonly TextPiece[]): PageLine[] {
  const rows: TextPiece[][] = [];
  const sorted = pieces.filter(({ text }) => text.trim() !== '').sort((a, b) => a.baseline - b.baseline || a.x - b.x);
  for (const piece of sorted) {
    const row = rows.at(-1);
    const first = row?.[0];
    // A raised mark or another font in the line stands a little higher or lower.
    if (first && piece.baseline - first.baseline <= Math.max(1, Math.max(first.size, piece.size) * 0.4)) row.push(piece);
    else rows.push([piece]);
  }
  return rows.flatMap(cutRow);
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

function cutRow(row: TextPiece[]): PageLine[] {
  row.sort((a, b) => a.x - b.x);
  const lines: PageLine[] = [];
  let open: Writable<PageLine> | null = null;
  let size = 0;
  for (const piece of row) {
    if (open && isNoteMark(piece, open)) {
      open.right = piece.x + piece.width;
      continue;
    }
    const gap: number = open ? piece.x - open.right : 0;
    // A heading's large letters say nothing about the gap to the column beside it.
    size = Math.min(size || piece.size, piece.size);
    if (open && gap <= size * PART) {
      // Bold letters are at times set twice, one upon the other.
      if (gap < -piece.width * 0.8 && open.text.endsWith(piece.text)) continue;
      open.text = spaced(open.text, piece.text, gap, size);
      open.right = Math.max(open.right, piece.x + piece.width);
      if (piece.text.length > 2 || open.text.length < 4) open.baseline = piece.baseline;
      open.size = Math.max(open.size, piece.size);
    } else {
      if (open) lines.push(open);
      open = { text: piece.text, x: piece.x, right: piece.x + piece.width, baseline: piece.baseline, size: piece.size };
    }
    size = piece.size;
  }
  if (open) lines.push(open);
  return lines;
}

/** A footnote's number: small, raised, right behind a word. Behind a word it would read as a figure; behind `m` or `km` it is one. */
function isNoteMark(piece: TextPiece, line: { readonly text: string; readonly baseline: number; readonly size: number }): boolean {
  const isRaised = piece.size < line.size * 0.8 && line.baseline - piece.baseline > line.size * 0.15;
  return isRaised && /^\s*[\d,*\u2020\u2021]{1,7}\s*$/.test(piece.text) && !/(?:^|[\s\d])[ckm]?m$/.test(line.text);
}

function ordered(lines: readonly PageLine[], depth: number): PageLine[] {
  const gutter = depth > 0 ? gutterOf(lines) : null;
  if (gutter === null) return rowByRow(lines);
  const result: PageLine[] = [];
  let left: PageLine[] = [];
  let right: PageLine[] = [];
  const close = (): void => {
    result.push(...ordered(left, depth - 1), ...ordered(right, depth - 1));
    left = [];
    right = [];
  };
  for (const line of [...lines].sort((a, b) => a.baseline - b.baseline)) {
    if (line.right <= gutter) left.push(line);
    else if (line.x >= gutter) right.push(line);
    else {
      close();
      result.push(line);
    }
  }
  close();
  return result;
}

/** What stands on one height is read from left to right, as a table's row is. */
function rowByRow(lines: readonly PageLine[]): PageLine[] {
  const rows: PageLine[] = [];
  for (const line of [...lines].sort((a, b) => a.baseline - b.baseline || a.x - b.x)) {
    const row = rows.at(-1);
    if (row && line.x >= row.right && Math.abs(line.baseline - row.baseline) <= Math.max(1, row.size * 0.4)) {
      rows[rows.length - 1] = {
        ...row,
        text: `${row.text.trimEnd()}  ${line.text.trimStart()}`,
        right: line.right,
        size: Math.max(row.size, line.size),
      };
    } else rows.push(line);
  }
  return rows;
}

/** Where a page, or a part of one, is cut into columns: the x that fewest lines cross, between two bodies of text side by side. */
function gutterOf(lines: readonly PageLine[]): number | null {
  if (lines.length < COLUMN * 2) return null;
  let best: { readonly x: number; readonly crossing: number } | null = null;
  const starts = [...new Set(lines.map(({ x }) => Math.round(x)))].sort((a, b) => a - b);
  for (const start of starts) {
    const x = start - 1;
    const left = lines.filter((line) => line.right <= x);
    const right = lines.filter((line) => line.x >= x);
    const crossing = lines.length - left.length - right.length;
    if (left.length < COLUMN || right.length < COLUMN || crossing > lines.length * 0.25 || (best && best.crossing <= crossing)) continue;
    if (!isColumn(left) || !isColumn(right) || !areBeside(left, right)) continue;
    if (
      x +
        1 -
        quantile(
          left.map((line) => line.right),
          0.9,
        ) <
      GUTTER
    )
      continue;
    best = { x, crossing };
  }
  return best?.x ?? null;
}

/** Lines of prose fill their column; the cells of a table do not. */
function isColumn(lines: readonly PageLine[]): boolean {
  const width =
    quantile(
      lines.map(({ right }) => right),
      0.9,
    ) -
    quantile(
      lines.map(({ x }) => x),
      0.1,
    );
  const full = lines.filter(({ x, right, text }) => right - x > width * 0.6 && text.length >= 12).length;
  return full >= lines.length * 0.5;
}

function areBeside(left: readonly PageLine[], right: readonly PageLine[]): boolean {
  const [top, bottom] = extent(left);
  const [otherTop, otherBottom] = extent(right);
  const shared = Math.min(bottom, otherBottom) - Math.max(top, otherTop);
  return shared > 0.4 * Math.min(bottom - top, otherBottom - otherTop);
}

function extent(lines: readonly PageLine[]): [number, number] {
  let [top, bottom] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { baseline, size } of lines) {
    top = Math.min(top, baseline - size);
    bottom = Math.max(bottom, baseline);
  }
  return [top, bottom];
}

/** The value that so much of the others is at most. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
