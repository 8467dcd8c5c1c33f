/** The reader of Excel workbooks: each visible sheet is a table, its cells as the sheet shows them. */
import { dateFromSerial, format, isDateFormat } from 'numfmt';
import { readDate } from '../dates.ts';
import { block, type ExtractedBlock, extractedArticle, NOTHING_STATED } from '../extracted.ts';
import type { Reading, SourceFile } from '../file.ts';
import { reasons } from '../reasons.ts';
import { MOST_CELLS, type TableCell, tableBlocks } from '../tables.ts';
import { elementsNamed, parseXml, textNamed, type XmlElement } from '../xml.ts';
import { definesEntities, textIn, unpack } from '../zip.ts';
import { columnName } from './delimited.ts';

/** Formats that Excel numbers and never writes down (ECMA-376, 18.8.30). */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  14: 'm/d/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yyyy h:mm',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  45: 'mm:ss',
  49: '@',
};

export async function readSpreadsheet({ uri, bytes }: SourceFile): Promise<Reading> {
  const unpacked = unpack(bytes, (name) => /\.(?:xml|rels)$/i.test(name));
  if ('skipped' in unpacked) return unpacked;
  const { files } = unpacked;
  const part = (name: string): XmlElement | null => parseXml(textIn(files, name) ?? '');
  for (const name of files.keys()) if (definesEntities(textIn(files, name) ?? '')) return { skipped: reasons.entities };
  const workbook = part('xl/workbook.xml');
  if (!workbook) return { skipped: reasons.damaged };
  const targets = new Map(
    elementsNamed(part('xl/_rels/workbook.xml.rels'), 'Relationship').map(({ attributes }) => [attributes.Id, attributes.Target]),
  );
  const strings = elementsNamed(part('xl/sharedStrings.xml'), 'si').map(stringOf);
  const formats = formatsOf(part('xl/styles.xml'));
  const is1904 = ['1', 'true'].includes(elementsNamed(workbook, 'workbookPr')[0]?.attributes.date1904 ?? '');
  const sheets = elementsNamed(workbook, 'sheet').filter(({ attributes }) => !attributes.state || attributes.state === 'visible');
  const blocks: ExtractedBlock[] = [];
  let cells = 0;
  for (const { attributes } of sheets) {
    const target = targets.get(attributes.id) ?? '';
    const sheet = part(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    const name = attributes.name ?? '';
    const prefix = sheets.length > 1 ? `${name}!` : '';
    const rows = rowsOf(sheet, prefix, (cell) => shown(cell, strings, formats, is1904));
    cells += rows.reduce((sum, row) => sum + row.length, 0);
    if (cells > MOST_CELLS) return { skipped: reasons.tooManyCells };
    const found = tableBlocks(rows);
    if (found.length > 0 && sheets.length > 1) blocks.push(block('heading', name, { cell: `${prefix}A1` }));
    blocks.push(...found);
  }
  const core = part('docProps/core.xml');
  const made = textNamed(core, 'created');
  const stated = { ...NOTHING_STATED, title: textNamed(core, 'title') };
  const article = extractedArticle(uri, blocks, stated, {
    ...NOTHING_STATED,
    author: textNamed(core, 'creator'),
    date: made === null ? null : readDate(made),
  });
  return article ? { article } : { skipped: reasons.noText };
}

/** A shared string without its phonetic guides. */
function stringOf(item: XmlElement): string {
  const parts = item.children.flatMap((child) =>
    child.name === 't' ? [child] : child.name === 'r' ? child.children.filter(({ name }) => name === 't') : [],
  );
  return parts.map(({ text }) => text).join('');
}

/** The number format of each cell style. */
function formatsOf(styles: XmlElement | null): string[] {
  const own = new Map(
    elementsNamed(styles, 'numFmt').map(({ attributes }) => [Number(attributes.numFmtId), attributes.formatCode ?? 'General']),
  );
  return elementsNamed(elementsNamed(styles, 'cellXfs')[0] ?? null, 'xf').map(({ attributes }) => {
    const id = Number(attributes.numFmtId ?? 0);
    return own.get(id) ?? BUILT_IN[id] ?? 'General';
  });
}

function shown(cell: XmlElement, strings: readonly string[], formats: readonly string[], is1904: boolean): string {
  const { t: type = 'n', s = '0' } = cell.attributes;
  const value = cell.children.find(({ name }) => name === 'v')?.text ?? '';
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'inlineStr') return stringOf(cell.children.find(({ name }) => name === 'is') ?? cell);
  if (type === 'str' || type === 'd') return value;
  // An error (`#REF!`) states nothing, and a tick is no figure.
  if (type !== 'n' || value.trim() === '' || !Number.isFinite(Number(value))) return '';
  const number = Number(value);
  // Excel allows formats of 255 characters.
  const pattern = (formats[Number(s)] ?? 'General').slice(0, 255);
  try {
    if (isDateFormat(pattern)) {
      const [year, month, day] = dateFromSerial(number + (is1904 ? 1462 : 0)) as number[];
      // Times of day and durations are as they are shown; days are as everybody reads them.
      return number < 1 || !/[dy]/i.test(pattern.replace(/"[^"]*"|\[[^\]]*\]/g, ''))
        ? format(pattern, number)
        : isoDate(year!, month!, day!);
    }
    return format(pattern, number).replace(/[_*]/g, '').trim();
  } catch {
    return value;
  }
}

function isoDate(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** A sheet's rows without the hidden ones, merged cells repeated. */
function rowsOf(sheet: XmlElement | null, prefix: string, textOf: (cell: XmlElement) => string): (TableCell | null)[][] {
  const rows: (TableCell | null)[][] = [];
  let count = 0;
  for (const row of elementsNamed(sheet, 'row')) {
    if (row.attributes.hidden === '1' || row.attributes.hidden === 'true') continue;
    const down = Number(row.attributes.r ?? rows.length + 1) - 1;
    if (!(down >= 0 && down < 1_048_576)) continue;
    const cells: (TableCell | null)[] = [];
    for (const cell of row.children) {
      const at = placeOf(cell.attributes.r);
      const right = at ? at[0] : cells.length;
      const text = textOf(cell);
      if (right > 16_384 || text.trim() === '' || ++count > MOST_CELLS) continue;
      while (cells.length < right) cells.push(null);
      cells[right] = { text, locator: { cell: `${prefix}${columnName(right)}${down + 1}` } };
    }
    // Rows that are not written are empty, and say nothing.
    rows.push(cells);
  }
  for (const { attributes } of elementsNamed(sheet, 'mergeCell')) repeat(rows, attributes.ref ?? '', prefix);
  return rows;
}

/** Repeats a merged cell to its right: a header above several columns heads each of them. */
function repeat(rows: (TableCell | null)[][], ref: string, prefix: string): void {
  const [from, to] = ref.split(':').map(placeOf);
  if (!from || !to || to[0] - from[0] > 200) return;
  const name = `${prefix}${columnName(from[0])}${from[1] + 1}`;
  const row = rows.find((cells) => cells.some((cell) => cell?.locator && 'cell' in cell.locator && cell.locator.cell === name));
  const cell = row?.[from[0]];
  if (!row || !cell) return;
  for (let right = from[0] + 1; right <= to[0]; right++) {
    while (row.length <= right) row.push(null);
    row[right] ??= cell;
  }
}

/** Column and row of `B7`, from 0. */
function placeOf(ref: string | undefined): [number, number] | null {
  const found = /^([A-Z]{1,3})(\d{1,7})$/.exec(ref ?? '');
  if (!found) return null;
  let column = 0;
  for (const letter of found[1]!) column = column * 26 + letter.charCodeAt(0) - 64;
  return [column - 1, Number(found[2]) - 1];
}
