/** Tables as prose: a cell is a claim, said as `Revenue, 2021: $38.4 million.` by its row's and column's headers, with its unit and scale. */
import type { Locator } from '../engine/model.ts';
import { block, type ExtractedBlock } from './extracted.ts';
import { inUnit, NO_UNIT, type TableUnit, unitOfHeader, unitOfNote } from './table-units.ts';

export interface TableCell {
  /** As the table shows it. */
  readonly text: string;
  readonly locator: Locator | null;
}

/** Rows of cells; a merged cell is repeated wherever it reaches. Rows may differ in length. */
export type TableRows = readonly (readonly (TableCell | null)[])[];

/** More cells than this are a data base and no source that anybody reads. */
export const MOST_CELLS = 200_000;
/** No table has more rows of headers. */
const MOST_HEADERS = 4;
/** No more columns at a table's left say what its rows are about. */
const MOST_LABELS = 4;
/** The row headers and column headers longer than this, in UTF-16 units, are texts and name nothing. */
const LONGEST_LABEL = 160;

/**
 * The blocks of a table. Lines of one cell before and after it (titles, notes such as `in millions`) stay lines. A table of nothing but
 * texts becomes one line for each cell, under the same headers.
 */
export function tableBlocks(rows: TableRows): ExtractedBlock[] {
  const filled = rows.map((row) => row.map((cell) => (cell && cell.text.trim() !== '' ? cell : null)));
  const body = filled.filter((row) => row.some((cell) => cell !== null));
  const [first, last] = bodyOf(body);
  const blocks: ExtractedBlock[] = [];
  const notes = [...body.slice(0, first), ...body.slice(last)].map((row) => row.find((cell) => cell !== null)!);
  for (const [index, note] of notes.slice(0, first).entries()) {
    blocks.push(block(index === 0 && note.text.length <= LONGEST_LABEL ? 'heading' : 'paragraph', note.text, note.locator));
  }
  blocks.push(...grid(body.slice(first, last), unitOfNote(notes.map(({ text }) => text))));
  for (const note of notes.slice(first)) blocks.push(block('paragraph', note.text, note.locator));
  return blocks;
}

/** The rows between the lines of one cell at a table's start and end; all rows where no row has more. */
function bodyOf(rows: TableRows): [number, number] {
  const isWide = (row: TableRows[number]): boolean => new Set(row.filter((cell) => cell !== null)).size > 1;
  const first = rows.findIndex(isWide);
  if (first < 0) return [0, rows.length];
  let last = rows.length;
  while (last > first && !isWide(rows[last - 1]!)) last--;
  return [first, last];
}

function grid(rows: TableRows, note: TableUnit): ExtractedBlock[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const headers = width > 1 ? headerCount(rows) : 0;
  const labels = width > 1 ? labelCount(rows.slice(headers), width) : 0;
  const columns = Array.from({ length: width }, (_, column) => headerOf(rows.slice(0, headers), column));
  const blocks: ExtractedBlock[] = [];
  let section: string | null = null;
  for (const row of rows.slice(headers)) {
    const cells = [...new Set(row.filter((cell) => cell !== null))];
    const named = row.slice(0, labels).flatMap((cell) => (cell && cell.text.length <= LONGEST_LABEL ? [cell.text.trim()] : []));
    if (cells.length === 1 && row[0] && !isNumber(row[0].text)) {
      // A row with nothing but its header opens a part of the table.
      section = row[0].text.trim();
      blocks.push(block('heading', section, row[0].locator));
      continue;
    }
    const rowUnit = unitOfHeader(named.join(', '));
    const seen = new Set<TableCell>();
    for (let column = labels; column < width; column++) {
      const cell = row[column];
      if (!cell || seen.has(cell)) continue;
      seen.add(cell);
      const header = columns[column]!;
      const unit = firstUnit(header.unit, rowUnit.unit, note, `${header.label} ${named.join(' ')}`);
      const said = [...(named.length > 0 ? [rowUnit.label] : []), header.label].map(withoutStop).filter(Boolean).join(', ');
      const value = isNumber(cell.text) ? inUnit(cell.text.trim(), isYearHeader(header.label) ? NO_UNIT : unit) : cell.text.trim();
      blocks.push(block('paragraph', stopped(said ? `${said}: ${value}` : value), cell.locator));
    }
    // A row whose cells are all headers still says something.
    if (seen.size === 0 && named.length > 0) blocks.push(block('paragraph', stopped(named.join(', ')), row.find(Boolean)?.locator ?? null));
  }
  return blocks;
}

/** A table's own note holds for what has no unit of its own; `except per share` leaves out those columns and rows. */
function firstUnit(column: TableUnit, row: TableUnit, note: TableUnit, labels: string): TableUnit {
  const own = column.scale || column.money || column.after ? column : row;
  if (own.scale || own.after) return { ...own, money: own.money ?? (own.after ? null : note.money) };
  if (note.exceptPer && /\bper\b/i.test(labels)) return { ...own, money: own.money ?? note.money };
  return { scale: note.scale, money: own.money ?? note.money, after: own.after ?? (own.money ? null : note.after), exceptPer: false };
}

/** How many rows of headers open a table: rows without a number that is no year, as long as a row with one follows. */
function headerCount(rows: TableRows): number {
  const isHeader = (row: TableRows[number]): boolean => {
    const cells = row.filter((cell) => cell !== null);
    return cells.every(({ text }, index) => !isNumber(text) || (isYear(text) && (index > 0 || row[0] === null))) && cells.length > 0;
  };
  let count = 0;
  while (count < MOST_HEADERS && count < rows.length - 1 && isHeader(rows[count]!)) count++;
  // Rows of nothing but texts look like headers: then only the first one is.
  return count === MOST_HEADERS || (count > 0 && !rows.slice(count).some((row) => row.some((cell) => cell && isNumber(cell.text))))
    ? 1
    : count;
}

/** How many columns at the left tell what a row is about: texts and dates, up to the first column of other numbers. */
function labelCount(rows: TableRows, width: number): number {
  let count = 0;
  while (count < Math.min(MOST_LABELS, width - 1)) {
    const cells = rows.flatMap((row) => (row[count] ? [row[count]!.text] : []));
    const texts = cells.filter((text) => (!isNumber(text) || isYear(text)) && text.length <= LONGEST_LABEL).length;
    // A column of numbers counts the rows or measures them; either way it is none of their names.
    if (cells.length > 0 && texts < cells.length * 0.7) break;
    count++;
  }
  return Math.max(1, count);
}

function headerOf(rows: TableRows, column: number): { label: string; unit: TableUnit } {
  const parts: string[] = [];
  for (const row of rows) {
    const text = row[column]?.text.trim();
    if (text && text !== parts.at(-1)) parts.push(text);
  }
  return unitOfHeader(parts.join(', '));
}

/** A number with at most a currency, a sign and a short unit around it. */
function isNumber(text: string): boolean {
  const plain = text.trim();
  if (plain.length > 40 || isDate(plain)) return false;
  return /^[(\u2212+~<>\u2248-]?\s?(?:[A-Z]{0,3}[$\u20ac\u00a3\u00a5\u20b8\u20bd\u20b4]|[A-Z]{3}\s)?\s?[-\u2212]?[.,]?\d[\d.,'\u2019\s]*(?:%|[\p{L}$\u20ac\u00a3\u00a5]{1,12})?\)?[*\u2020]?$/u.test(
    plain,
  );
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}(?:-\d{2})?(?:[T ].*)?$|^\d{1,2}[./]\d{1,2}[./]\d{2,4}$|^\d{1,2}:\d{2}/.test(text);
}

function isYear(text: string): boolean {
  return /^(?:1[6-9]|2[01])\d\d$/.test(text.trim());
}

function isYearHeader(label: string): boolean {
  return /^(?:years?|date|month|day|quarter)$/i.test(label);
}

function withoutStop(label: string): string {
  let end = label.trimEnd().length;
  while ('.:;,'.includes(label[end - 1] ?? ' ')) end--;
  return label.slice(0, end).trim();
}

function stopped(text: string): string {
  return /[.!?\u2026]$/.test(text) ? text : `${text}.`;
}
