/** The reports as text for a person at a terminal. */
import type { Colors } from 'picocolors/types';
import type { Evidence, FigureVerdict, Finding } from '../../engine/check.ts';
import type { Disagreement, Statement } from '../../engine/conflicts/index.ts';
import type { Source } from '../../engine/library.ts';
import { locatorInWords } from '../../engine/locator.ts';
import { locatorAt, type Quantity, type Severity } from '../../engine/model.ts';
import type { NameVerdict } from '../../engine/names/judge.ts';
import type { QuoteVerdict } from '../../engine/quotes/judge.ts';
import { isoDate, sourceName } from '../../engine/rules/wording.ts';
import { isFigure, isName, isQuotation } from '../../engine/subjects.ts';
import { inEnglish } from '../../engine/translate.ts';
import { byStance, originsInWords, reasonInWords } from '../../lsp/cite.ts';
import { excerpt } from '../../lsp/excerpt.ts';
import type { Checked } from './check.ts';
import type { Desk } from './desk.ts';
import type { Draft } from './drafts.ts';
import { sourcesOf } from './json.ts';
import { clean, linePart, width } from './terminal.ts';

/** Sources shown under a finding; the rest are counted. */
const SHOWN = 5;

/** How much of a source's sentence is shown around its figure, in UTF-16 units. */
const ROOM = { before: 70, after: 70 };

const COUNTED: Readonly<Record<Severity, readonly [string, string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  information: ['note', 'notes'],
  hint: ['hint', 'hints'],
};
const GRAVEST_FIRST = Object.keys(COUNTED) as Severity[];

/** The report of `check`. */
export function checkText(checked: readonly Checked[], colors: Colors): string {
  const blocks: string[] = [];
  for (const { draft, judgement, desk } of checked) {
    for (const finding of judgement.findings) blocks.push(findingText(finding, draft, desk, colors));
  }
  const severities = checked.flatMap(({ judgement }) => judgement.findings.map(({ severity }) => severity));
  const letStand = checked.reduce((sum, each) => sum + each.letStand.length, 0);
  const drafts = `in ${count(checked.length, 'draft', 'drafts')}${letStand > 0 ? `, ${letStand} let stand` : ''}`;
  blocks.push(
    ending(
      `${tally(severities, 'findings')} ${drafts}`,
      checked.map(({ desk }) => desk),
      colors,
    ),
  );
  return blocks.join('\n');
}

/** The report of `conflicts`. */
export function conflictsText(groups: readonly Disagreement[], desk: Desk, colors: Colors): string {
  const blocks = groups.map(({ measures, severity, evidence }) => {
    const lines = [`${severityText(severity, colors)}  ${colors.bold(clean(measures) || 'one thing')}`];
    for (const each of evidence) lines.push(`    ${sourceText(each.source, each.claim, desk, colors)}`);
    return `${lines.join('\n')}\n`;
  });
  const summary =
    groups.length === 0
      ? 'No disagreements'
      : `${count(groups.length, 'disagreement', 'disagreements')}: ${tally(
          groups.map(({ severity }) => severity),
          '',
        )}`;
  blocks.push(ending(summary, [desk], colors));
  return blocks.join('\n');
}

/** The report of `extract`. */
export function extractText(files: readonly Draft[], colors: Colors): string {
  const lines: string[] = [];
  for (const file of files) {
    const { claims, names } = file.analysis;
    const rows = [
      ...claims.map((claim) => ({ ...claim.figure, says: [quantityText(claim.figure.quantity), claim.measures] })),
      ...names.map((name) => ({ ...name, says: [name.kind === 'unknown' ? 'name' : name.kind, name.full === name.text ? '' : name.full] })),
    ].sort((a, b) => a.start - b.start);
    for (const { start, text, says } of rows) {
      const about = says.filter(Boolean).map(clean).join(' · ');
      lines.push(`${colors.dim(place(file, start))}  ${colors.bold(clean(text))}  ${about}\n`);
    }
    lines.push(`${clean(file.path)}: ${count(claims.length, 'figure', 'figures')}, ${count(names.length, 'name', 'names')}\n`);
  }
  return lines.join('');
}

function findingText(finding: Finding, draft: Draft, desk: Desk, colors: Colors): string {
  const { text } = draft.analysis.prose;
  const { before, marked, after } = linePart(text, finding);
  const lines = [
    `${colors.bold(place(draft, finding.start))} ${severityText(finding.severity, colors)}  ${clean(finding.message)}  ${colors.dim(`[${finding.rule}]`)}`,
    `    ${before}${marked}${after}`,
    `    ${' '.repeat(width(before))}${tinted(finding.severity, '^'.repeat(Math.max(1, width(marked))), colors)}`,
  ];
  const { subject } = finding;
  if (isFigure(subject)) lines.push(...figureLines(subject, desk, colors));
  else if (isName(subject)) lines.push(...nameLines(subject, desk));
  else if (isQuotation(subject)) lines.push(...quotationLines(subject, desk, colors));
  return `${lines.join('\n')}\n`;
}

function figureLines({ evidence }: FigureVerdict, desk: Desk, colors: Colors): string[] {
  const { agreeing, differing } = byStance(evidence);
  const pieces = [...agreeing, ...differing];
  const lines = pieces
    .slice(0, SHOWN)
    .map((each) => `    ${stanceText(each, colors)} ${sourceText(each.source, each.claim, desk, colors)}`);
  if (pieces.length > SHOWN) lines.push(`    and ${pieces.length - SHOWN} more`);
  const origins = originsInWords(pieces, inEnglish);
  if (origins) lines.push(`    ${clean(origins)}`);
  return lines;
}

function nameLines({ variants }: NameVerdict, desk: Desk): string[] {
  return variants.slice(0, SHOWN).map(({ text, sources }) => {
    const named = sources.slice(0, SHOWN).map((uri) => {
      const source = desk.library.get(uri);
      return source ? publication(source, desk) : (desk.paths.get(uri) ?? uri);
    });
    if (sources.length > SHOWN) named.push(`and ${sources.length - SHOWN} more`);
    return `    ${clean(text)}: ${clean(named.join(', '))}`;
  });
}

/** The passages that have the words of a quotation, or others in their place. */
function quotationLines({ places }: QuoteVerdict, desk: Desk, colors: Colors): string[] {
  return places.slice(0, SHOWN).map(({ source, passage, start, end }) => {
    const { before, text, after } = excerpt(source, passage, { start, end }, ROOM);
    const words = `${colors.dim(`\u201c${clean(before)}`)}${colors.bold(clean(text))}${colors.dim(`${clean(after)}\u201d`)}`;
    return `    ${clean(publication(source, desk))}: ${words}`;
  });
}

/** A stance with its reason. */
export function stanceText({ stance, reason }: Evidence, colors: Colors): string {
  const words = reason ? `${stance} (${reasonInWords(reason, inEnglish)})` : stance;
  return stance === 'agrees' ? colors.green(words) : colors.yellow(words);
}

/** One source in one line: who published it and when, who said it, and the sentence with the figure. */
export function sourceText(source: Source, claim: Statement['claim'], desk: Desk, colors: Colors): string {
  const { article } = source;
  const { before, text, after } = excerpt(source, claim.figure.passage, claim.figure, ROOM);
  const locator = locatorAt(article, claim.figure.start);
  const place = locator && locatorInWords(locator, inEnglish);
  const origin = [publication(source, desk), article.date && isoDate(article.date), place, claim.speaker].filter(Boolean).join(', ');
  return `${clean(origin)}: ${colors.dim(`\u201c${clean(before)}`)}${colors.bold(clean(text))}${colors.dim(`${clean(after)}\u201d`)}`;
}

/** What a source goes by. */
export function publication({ article }: Pick<Source, 'article'>, desk: Desk): string {
  return sourceName(article, desk.paths.get(article.uri));
}

function ending(summary: string, desks: readonly Desk[], colors: Colors): string {
  const { articles, skipped } = sourcesOf(desks);
  const lines = skipped.map(({ path, reason }) => `${colors.yellow('skipped')} ${clean(path)}: ${clean(reason)}\n`);
  lines.push(`${summary}; ${count(articles, 'source', 'sources')}${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}\n`);
  return lines.join('');
}

function tally(severities: readonly Severity[], things: string): string {
  const counts = GRAVEST_FIRST.map((severity) => [severities.filter((each) => each === severity).length, COUNTED[severity]] as const);
  const said = counts.filter(([n]) => n > 0).map(([n, words]) => count(n, ...words));
  return said.length > 0 ? said.join(', ') : `No ${things}`;
}

function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** A place in a draft as an editor shows it. */
export function place({ path, document }: Draft, offset: number): string {
  const { line, character } = document.positionAt(offset);
  return `${clean(path)}:${line + 1}:${character + 1}`;
}

export function severityText(severity: Severity, colors: Colors): string {
  return tinted(severity, COUNTED[severity][0], colors);
}

function tinted(severity: Severity, text: string, colors: Colors): string {
  if (severity === 'error') return colors.red(text);
  if (severity === 'warning') return colors.yellow(text);
  return severity === 'information' ? colors.cyan(text) : colors.dim(text);
}

/** A quantity in one line. */
export function quantityText(quantity: Quantity): string {
  const hedge = quantity.hedge ?? '';
  if (quantity.dimension === 'date') {
    const [from, to] = [isoDate(quantity.from), isoDate(quantity.to)];
    return ['date', hedge, from === to ? from : `${from} to ${to}`].filter(Boolean).join(' ');
  }
  const { dimension, low, high, unit, per } = quantity;
  const value = quantity.value ?? `${low} to ${high}`;
  return [dimension, hedge, value, unit, per && `per ${per}`].filter((part) => part !== null && part !== '').join(' ');
}
