/** The reader of tables as text: CSV and TSV, whatever separates their cells. */
import { decode } from '../encoding.ts';
import { extractedArticle, NOTHING_STATED } from '../extracted.ts';
import type { Reading, SourceFile } from '../file.ts';
import { reasons } from '../reasons.ts';
import { MOST_CELLS, type TableCell, tableBlocks } from '../tables.ts';

export async function readDelimited({ uri, name, bytes }: SourceFile): Promise<Reading> {
  const decoded = decode(bytes);
  if ('skipped' in decoded) return decoded;
  const { text } = decoded;
  if (text.trim() === '') return { skipped: reasons.empty };
  const separator = /\.tsv$/i.test(name) ? '\t' : separatorOf(text);
  const found = cellsOf(text, separator);
  if (!found) return { skipped: reasons.tooManyCells };
  const rows = separator === ';' ? withPoints(found) : found;
  const grid = rows.map((row, down) =>
    row.map((cell, right): TableCell | null =>
      cell.trim() === '' ? null : { text: cell, locator: { cell: `${columnName(right)}${down + 1}` } },
    ),
  );
  const article = extractedArticle(uri, tableBlocks(grid), NOTHING_STATED);
  return article ? { article } : { skipped: reasons.noText };
}

/** Where semicolons part the cells, a comma may be the decimal one; then all numbers are written as English ones are. */
function withPoints(rows: string[][]): string[][] {
  if (!rows.some((row) => row.some((cell) => /^-?\d{1,3}(?:\.\d{3})*,(?:\d{1,2}|\d{4,})\s?%?$|^-?\d+,\d{1,2}\s?%?$/.test(cell.trim()))))
    return rows;
  return rows.map((row) =>
    row.map((cell) =>
      /^-?\d[\d.]*(?:,\d+)?\s?%?$/.test(cell.trim()) && cell.length < 40 ? cell.replaceAll('.', '').replace(',', '.') : cell,
    ),
  );
}

/** A column's name as spreadsheets count: A, B, ... Z, AA. */
export function columnName(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26);
}

/** The character that cuts the first lines into most cells, equally many in each. */
function separatorOf(text: string): string {
  // `sep=;` is what spreadsheets write to say so.
  const said = /^sep=(.)\r?\n/i.exec(text);
  if (said) return said[1]!;
  let best = { separator: ',', score: 0 };
  for (const separator of [',', ';', '\t', '|']) {
    const counts = (cellsOf(text.slice(0, 16_384), separator) ?? []).slice(0, 20).map((row) => row.length);
    const usual = [...counts].sort((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 1;
    const score = usual > 1 ? (counts.filter((count) => count === usual).length / counts.length) * Math.min(usual, 8) : 0;
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}

/** The cells of each line, quotes undone (RFC 4180); null where there are too many. Linear. */
function cellsOf(text: string, separator: string): string[][] | null {
  const rows: string[][] = [[]];
  let cells = 0;
  let at = /^sep=.\r?\n/i.exec(text)?.[0].length ?? 0;
  while (at <= text.length) {
    let cell = '';
    if (text[at] === '"') {
      for (at++; at < text.length; ) {
        const quote = text.indexOf('"', at);
        const end = quote < 0 ? text.length : quote;
        cell += text.slice(at, end);
        at = end + 1;
        if (text[at] !== '"') break;
        cell += '"';
        at++;
      }
    }
    const from = at;
    while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++;
    rows.at(-1)!.push(cell + text.slice(from, at));
    if (++cells > MOST_CELLS) return null;
    if (at >= text.length) break;
    if (text[at] === separator) at++;
    else {
      at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
      rows.push([]);
    }
  }
  return rows;
}
