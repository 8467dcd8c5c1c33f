/** A fact sheet as Markdown, as HTML to print, and as CSV. All text of drafts and sources is escaped here. */
import { escapeMarkdown, markdown, markdownCode, plaintext, visible } from '../markdown.ts';
import type { Sheet, SheetCheck, SheetName, SheetQuotation, SheetRow, SheetSource } from './sheet.ts';

/** What a cell holds, in one format: text that is safe in it. */
interface Writer {
  text(text: string): string;
  strong(text: string): string;
  readonly lineBreak: string;
}

const inMarkdown: Writer = { ...markdown, lineBreak: '<br>' };
const inHtml: Writer = { text: escapeHtml, strong: (text) => `<strong>${escapeHtml(text)}</strong>`, lineBreak: '<br>' };
const inCsv: Writer = { ...plaintext, lineBreak: '\n' };

/** Markdown: a table of claims, and those of quotations and of names where there are any to look at. The sheet itself is not to be checked as a draft. */
export function markdownSheet(sheet: Sheet): string {
  const { translate } = sheet;
  const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
    [heads.map(escapeMarkdown), heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  // The title comes first: an editor calls a new document by its first line.
  const parts = [`# ${markdownTitle(sheet)}`, '<!-- second-source: off -->', escapeMarkdown(summaryOf(sheet))];
  parts.push(
    table(
      claimHeads(sheet),
      sheet.rows.map((row, at) => claimCells(row, at, sheet, inMarkdown)),
    ),
  );
  if (sheet.quotations.length > 0) {
    parts.push(`## ${escapeMarkdown(translate('Quotations', {}))}`);
    parts.push(
      table(
        quotationHeads(sheet),
        sheet.quotations.map((quotation) => quotationCells(quotation, inMarkdown)),
      ),
    );
  }
  if (sheet.names.length > 0) {
    parts.push(`## ${escapeMarkdown(translate('Names', {}))}`);
    parts.push(
      table(
        nameHeads(sheet),
        sheet.names.map((name) => nameCells(name, inMarkdown)),
      ),
    );
  }
  return `${parts.join('\n\n')}\n`;
}

/** HTML that needs nothing else, for the screen and for paper. */
export function htmlSheet(sheet: Sheet): string {
  const { translate } = sheet;
  const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string => {
    const head = heads.map((each) => `<th scope="col">${escapeHtml(each)}</th>`).join('');
    const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n');
    return `<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body}\n</tbody>\n</table>`;
  };
  const title = escapeHtml(titleOf(sheet));
  const parts = [
    `<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n<title>${title}</title>`,
    `<style>${STYLE}</style>\n</head>\n<body>\n<h1>${title}</h1>\n<p>${escapeHtml(summaryOf(sheet))}</p>`,
    table(
      claimHeads(sheet),
      sheet.rows.map((row, at) => claimCells(row, at, sheet, inHtml)),
    ),
  ];
  if (sheet.quotations.length > 0) {
    parts.push(`<h2>${escapeHtml(translate('Quotations', {}))}</h2>`);
    parts.push(
      table(
        quotationHeads(sheet),
        sheet.quotations.map((quotation) => quotationCells(quotation, inHtml)),
      ),
    );
  }
  if (sheet.names.length > 0) {
    parts.push(`<h2>${escapeHtml(translate('Names', {}))}</h2>`);
    parts.push(
      table(
        nameHeads(sheet),
        sheet.names.map((name) => nameCells(name, inHtml)),
      ),
    );
  }
  return `${parts.join('\n')}\n</body>\n</html>\n`;
}

const STYLE = `
body { font: 15px/1.45 Georgia, serif; margin: 2em auto; max-width: 70em; padding: 0 1em; color: #1b1b1b; background: #fff; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #bbb; padding: .4em .6em; text-align: left; vertical-align: top; }
th { background: #f0f0f0; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
@media print { body { margin: 0; font-size: 10pt; } }
`;

/** CSV (RFC 4180), a line a source; a claim that nothing was found of has a line too. Quotations come behind the claims, numbered on. */
export function csvSheet(sheet: Sheet): string {
  const { translate } = sheet;
  const lines = [
    [translate('No.', {}), translate('Line', {}), translate('Figure', {}), translate('Claim', {}), translate('Verdict', {})]
      .concat(translate('Source', {}), translate('Title', {}), translate('Date', {}), translate('Place', {}), translate('Speaker', {}))
      .concat(translate('Stance', {}), translate('Wording', {}), translate('Origins', {}), translate('Decision', {}))
      .concat(translate('Check', {}), translate('Checked by', {}), translate('Checked on', {}), translate('Relied on', {}))
      .concat(translate('Note', {})),
  ];
  for (const [at, row] of sheet.rows.entries()) {
    const { before, text, after } = row.claim;
    const claim = [String(at + 1), String(row.line), text, before + text + after, row.verdict];
    const sources = row.sources.length > 0 ? row.sources : [null];
    for (const source of sources) {
      lines.push([...claim, ...sourceColumns(source), row.origins, row.decision, ...checkColumns(row.check)]);
    }
  }
  for (const [at, { line, text, verdict, sources, decision, check }] of sheet.quotations.entries()) {
    for (const source of sources.length > 0 ? sources : [null]) {
      const words = [String(sheet.rows.length + at + 1), String(line), '', `“${text}”`, verdict];
      lines.push([...words, ...sourceColumns(source), '', decision, ...checkColumns(check)]);
    }
  }
  return lines.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

function sourceColumns(source: SheetSource | null): string[] {
  if (!source) return ['', '', '', '', '', '', ''];
  return [source.name, source.title, source.date, source.place, source.speaker, source.stance, wordingOf(source, inCsv)];
}

/** What has changed since is part of the note: there is none that tells more. */
function checkColumns(check: SheetCheck | null): string[] {
  if (!check) return ['', '', '', '', ''];
  const { word, who, date, source, note, change } = check;
  return [word, who, date, source, [change, note].filter(Boolean).join(' ')];
}

/** Spreadsheets calculate what begins so (OWASP, CSV Injection); an apostrophe makes it text. */
const FORMULA = /^[=+\-@]/;

function csvCell(text: string): string {
  const line = visible(text);
  const plain = FORMULA.test(line) ? `'${line}` : line;
  return /[",]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

function titleOf({ draft, translate }: Sheet): string {
  return translate('Fact sheet of {draft}', { draft });
}

/** The title with the draft's name as code: a file may be called `26-killed.md`, and the title is not to be checked either. */
function markdownTitle({ draft, translate }: Sheet): string {
  const [before = '', after = ''] = translate('Fact sheet of {draft}', { draft: '\n' }).split('\n');
  return escapeMarkdown(before) + markdownCode(draft) + escapeMarkdown(after);
}

function summaryOf({ rows, sources, translate }: Sheet): string {
  const found = rows.filter((row) => row.sources.length > 0).length;
  const figures = rows.length;
  const checked = rows.filter(({ check }) => check?.state === 'ticked').length;
  const counted = translate('{figures} figures, {found} of them found in {sources} sources.', { figures, found, sources });
  // Before anybody began to check that is nothing to tell.
  return rows.some(({ check }) => check) ? `${counted} ${translate('{checked} of {figures} are checked.', { checked, figures })}` : counted;
}

function claimHeads({ translate }: Sheet): string[] {
  return [
    translate('No.', {}),
    translate('Claim', {}),
    translate('Verdict', {}),
    translate('Sources', {}),
    translate('Decision', {}),
  ].concat(translate('Check', {}));
}

function claimCells(row: SheetRow, at: number, { translate }: Sheet, writer: Writer): string[] {
  const { text, strong, lineBreak } = writer;
  const { before, text: figure, after } = row.claim;
  const claim = `${text(before)}${strong(figure)}${text(after)}`;
  const line = text(`(${translate('line {line}', { line: row.line })})`);
  const sources = row.sources.map((source) => sourceLine(source, writer));
  if (row.origins) sources.push(text(row.origins));
  return [String(at + 1), `${claim} ${line}`, text(row.verdict), sources.join(lineBreak), text(row.decision), checkCell(row.check, writer)];
}

/** A box for the pen where nobody has decided yet, and where what was decided does not hold any more. */
const BOXES = { ticked: '☑', queried: '?', reopened: '☐' } as const;

function checkCell(check: SheetCheck | null, { text }: Writer): string {
  return check ? text(`${BOXES[check.state]} ${check.told}`) : BOXES.reopened;
}

function quotationHeads({ translate }: Sheet): string[] {
  return [
    translate('Quotation', {}),
    translate('Verdict', {}),
    translate('Sources', {}),
    translate('Decision', {}),
    translate('Check', {}),
  ];
}

function quotationCells({ text: words, line, verdict, sources, decision, check }: SheetQuotation, writer: Writer): string[] {
  const { text, lineBreak } = writer;
  const told = sources.map((source) => sourceLine(source, writer));
  return [`${text(`“${words}” (${line})`)}`, text(verdict), told.join(lineBreak), text(decision), checkCell(check, writer)];
}

function nameHeads({ translate }: Sheet): string[] {
  return [translate('Name', {}), translate('Verdict', {}), translate('Sources', {}), translate('Check', {})];
}

function nameCells({ text: name, line, verdict, spellings, check }: SheetName, writer: Writer): string[] {
  const { text, lineBreak } = writer;
  return [`${text(name)} ${text(`(${line})`)}`, text(verdict), spellings.map(text).join(lineBreak), checkCell(check, writer)];
}

/** `The Militant, 24 January 2022, page 3, Tokayev: “… over 160 people …” (differs)`. */
function sourceLine(source: SheetSource, writer: Writer): string {
  const { text, strong } = writer;
  const { name, title, date, place, speaker, stance } = source;
  const where = [title && `“${title}”`, date, place, speaker].filter(Boolean).join(', ');
  return `${strong(name)}${text(where && `, ${where}`)}: ${wordingOf(source, writer)} ${text(`(${stance})`)}`;
}

function wordingOf({ wording: { before, text: figure, after } }: SheetSource, { text, strong }: Writer): string {
  return `“${text(before)}${strong(figure)}${text(after)}”`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeHtml(text: string): string {
  return visible(text).replace(/[&<>"']/g, (char) => ENTITIES[char]!);
}
