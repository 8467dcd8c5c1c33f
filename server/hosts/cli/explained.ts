/** An explanation as a report: text for whoever works on the engine, and JSON for their scripts. */
import type { Colors } from 'picocolors/types';
import type { Claim } from '../../engine/claims/claim.ts';
import type { Features } from '../../engine/compare/align.ts';
import type { WeighedSigns } from '../../engine/compare/signs.ts';
import type { Drop, Objection } from '../../engine/compare/trace.ts';
import type { ExplainedCandidate, FigureExplanation, KeyUse, NameExplanation } from '../../engine/explain.ts';
import type { CalendarDate } from '../../engine/model.ts';
import { isoDate } from '../../engine/rules/wording.ts';
import type { Desk } from './desk.ts';
import type { Explained } from './explain.ts';
import { evidenceOf, figure } from './json.ts';
import { clean, linePart, width } from './terminal.ts';
import { place, publication, quantityText, severityText, sourceText, stanceText } from './text.ts';

/** The report of `check --explain` as a value. */
export function explainReport({ draft, desk, explanation, finding }: Explained): unknown {
  const told = finding && { rule: finding.rule, severity: finding.severity, message: finding.message };
  const { verdict, keys } = explanation;
  if (explanation.kind === 'name') {
    const { mention, canonical } = explanation.verdict;
    const { line, character } = draft.document.positionAt(mention.start);
    const spellings = explanation.spellings.map(({ spelling, relation, counted }) => ({
      ...spelling,
      sources: spelling.sources.map((uri) => desk.paths.get(uri) ?? uri),
      relation,
      counted,
    }));
    const name = { ...mention, line: line + 1, column: character + 1 };
    return { version: 1, path: draft.path, kind: 'name', name, verdict: verdict.verdict, canonical, finding: told, keys, spellings };
  }
  return {
    version: 1,
    path: draft.path,
    kind: 'figure',
    figure: figure(explanation.verdict.claim, draft),
    read: readingOf(explanation.verdict.claim),
    verdict: verdict.verdict,
    finding: told,
    keys,
    sources: explanation.sources.map(({ source, candidates }) => ({
      source: desk.paths.get(source.article.uri) ?? source.article.uri,
      title: source.article.title,
      date: source.article.date && isoDate(source.article.date),
      candidates: candidates.map(({ claim, keys: ledBy, aligned, weighed, evidence, drops }) => ({
        ...evidenceOf({ source, claim, stance: evidence?.stance ?? null, reason: evidence?.reason ?? null }, desk),
        kept: evidence !== null,
        read: readingOf(claim),
        keys: ledBy,
        agreement: evidence?.agreement ?? aligned?.agreement ?? null,
        score: evidence?.score ?? aligned?.alignment.score ?? null,
        features: aligned?.alignment.features ?? null,
        weighed,
        bar: aligned?.alignment.bar ?? null,
        drops,
      })),
    })),
  };
}

/** Candidates of a source shown in the text; the rest are counted, and all are in the JSON. */
const SHOWN = 6;

/** The report of `check --explain` as text. */
export function explainText({ draft, desk, explanation, finding }: Explained, colors: Colors): string {
  const span = explanation.kind === 'figure' ? explanation.verdict.claim.figure : explanation.verdict.mention;
  const { before, marked, after } = linePart(draft.analysis.prose.text, span);
  const lines = [
    `${colors.bold(place(draft, span.start))}  ${colors.bold(clean(explanation.verdict.verdict))}`,
    `    ${before}${marked}${after}`,
    `    ${' '.repeat(width(before))}${colors.bold('^'.repeat(Math.max(1, width(marked))))}`,
    finding ? `${severityText(finding.severity, colors)}  ${clean(finding.message)}  ${colors.dim(`[${finding.rule}]`)}` : 'no finding',
    '',
  ];
  lines.push(...(explanation.kind === 'figure' ? figureLines(explanation, desk, colors) : nameLines(explanation, desk, colors)));
  return `${lines.join('\n')}\n`;
}

function figureLines({ verdict, keys, sources }: FigureExplanation, desk: Desk, colors: Colors): string[] {
  const lines = [colors.bold('read as'), ...claimLines(verdict.claim, '    '), '', ...keyLines(keys, 'claims', colors)];
  if (sources.length === 0) lines.push('', 'No source has a candidate.');
  for (const { source, candidates } of sources) {
    const kept = candidates.find(({ evidence }) => evidence !== null);
    const stance = kept ? stanceText(kept.evidence!, colors) : 'says nothing comparable';
    lines.push(
      '',
      `${colors.bold(clean(publication(source, desk)))} ${colors.dim(clean(desk.paths.get(source.article.uri) ?? source.article.uri))}: ${stance}`,
    );
    for (const candidate of candidates.slice(0, SHOWN)) {
      const { claim, aligned, evidence } = candidate;
      const score = evidence?.score ?? aligned?.alignment.score ?? 0;
      const agreement = evidence?.agreement ?? aligned?.agreement ?? 'cannot be compared';
      lines.push(
        `  ${evidence ? colors.green('kept') : 'dropped'} ${score.toFixed(2)} ${agreement}  ${sourceText(source, claim, desk, colors)}`,
      );
      lines.push(...whyLines(candidate));
      lines.push(...claimLines(claim, '        '));
    }
    if (candidates.length > SHOWN) lines.push(`  and ${candidates.length - SHOWN} more, which align no better`);
  }
  return lines;
}

function whyLines({ keys, aligned, weighed, drops }: ExplainedCandidate): string[] {
  const lines = drops.map((drop) => `      ${dropText(drop)}`);
  lines.push(aligned ? `      score = ${featuresText(aligned.alignment.features)}` : '      found by the toll of a source that agrees');
  if (weighed) lines.push(`      chance ${weighed.chance.toFixed(2)} of ${signsText(weighed)}`);
  if (keys.length > 0) lines.push(`      found under ${clean(keys.join(' '))}`);
  return lines;
}

function signsText({ signs }: WeighedSigns): string {
  return Object.entries(signs)
    .map(([sign, weight]) => `${sign} ${weight.toFixed(2)}`)
    .join(', ');
}

function featuresText(features: Features): string {
  const parts = Object.entries(features).filter(([name, value]) => value > 0 || name === 'likeness');
  return parts.map(([name, value]) => `${name} ${value.toFixed(2)}`).join(' + ');
}

/** Why a candidate is no evidence, in words for whoever reads a trace. */
const OBJECTIONS: Readonly<Record<Objection, string>> = {
  role: 'one is a change, or what was before or after it, the other is not',
  head: 'they count different things',
  event: 'they tell different events, or only one tells any',
  toll: 'only one tells of the killed, hurt or held',
  polarity: 'one says that it did not happen',
  subject: 'they are said of others, or it is not clear of whom',
  time: 'their times exclude each other, or only one is of the past',
  scale: 'they are of different orders',
  rate: 'only one is per share',
  range: 'only one runs from one value to another',
  place: 'they are told of two places',
  member: 'only one counts some of the people whom it befell',
  part: 'only one counts a part of the other',
  expected: 'only one is expected yet',
  kind: 'their noun is narrowed in two ways',
  metric: 'each measures another thing (profit, revenue)',
  names: 'each sentence names others',
  content: 'they share nothing but the noun',
  whole: 'they are shares of two wholes',
  score: 'they align too badly',
  chance: 'the signs hardly speak for one thing',
  margin: 'it aligns too badly beside the passage of its source that differs',
  conflict: 'it aligns too badly beside the source that agrees',
  story: 'nothing shows that the source tells the same story',
  taken: 'it agrees with another figure of the draft',
  swapped: 'its words go with another figure of the sentence, and that one with its words',
  outdone: 'another passage of the source speaks better',
  doubtful: 'the source has the same figure about nearly the same thing',
  rounded: 'it only rounds what the draft says',
  derived: 'the figure follows from it and from what stands beside it',
  apart: 'a source that agrees gives this figure too, and tells the two apart',
  elsewhere: 'a source has the same figure in words that say too little to tell what of',
};

function dropText({ as, why, needs }: Drop): string {
  const stance = as === null ? 'not looked at further' : as === 'agrees' ? 'does not agree' : 'does not differ';
  return `${stance}: ${OBJECTIONS[why]} (${why}${needs === null ? '' : `, needs ${needs.toFixed(2)}`})`;
}

function keyLines(keys: readonly KeyUse[], things: string, colors: Colors): string[] {
  return [colors.bold(`looked up by (${things} found)`), `    ${keys.map(({ key, found }) => `${clean(key)} (${found})`).join(', ')}`];
}

/** How a claim was read, a line for each thing it says; what it does not say is left out. */
function claimLines(claim: Claim, indent: string): string[] {
  const { figure: read, ...rest } = claim;
  const marker = read.marker ? `, ${read.marker}` : '';
  const lines = [`${indent}quantity: ${clean(quantityText(read.quantity))}${marker}`];
  for (const [name, value] of Object.entries(plain(rest) as Record<string, unknown>)) {
    const said = inWords(value);
    if (said !== '') lines.push(`${indent}${name}: ${clean(said)}`);
  }
  return lines;
}

/** A plain value in one line; empty where it says nothing. */
function inWords(value: unknown): string {
  if (value === null || value === false || value === '') return '';
  if (typeof value === 'number') return String(Math.round(value * 100) / 100);
  if (Array.isArray(value)) return value.map((each) => (Array.isArray(each) ? each.join(' ') : inWords(each))).join(', ');
  if (typeof value !== 'object') return String(value);
  if (isCalendarDate(value)) return isoDate(value) ?? '';
  if ('from' in value && 'to' in value) {
    const [from, to] = [inWords(value.from), inWords(value.to)];
    return from === to ? from : `${from} to ${to}`;
  }
  const parts = Object.entries(value).map(([key, each]) => [key, inWords(each)] as const);
  return parts
    .filter(([, said]) => said !== '')
    .map(([key, said]) => `${key} ${said}`)
    .join(', ');
}

function isCalendarDate(value: object): value is CalendarDate {
  return 'year' in value && 'month' in value && 'day' in value;
}

/** All of a claim as JSON can say it, whatever fields it has. */
function readingOf(claim: Claim): unknown {
  return plain(claim);
}

/** A value without maps and sets, which JSON leaves empty. */
function plain(value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, each]) => [String(key), plain(each)]));
  if (value instanceof Set || Array.isArray(value)) return [...value].map(plain);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]));
}

function nameLines({ verdict, keys, spellings }: NameExplanation, desk: Desk, colors: Colors): string[] {
  const { mention, canonical } = verdict;
  const lines = [colors.bold('read as'), `    ${mention.kind}, ${clean(mention.full)}`];
  if (canonical !== null) lines.push(`    to be spelt: ${clean(canonical)}`);
  lines.push('', ...keyLines(keys, 'names', colors), '', colors.bold('spellings of the sources'));
  if (spellings.length === 0) lines.push('    none');
  for (const { spelling, relation, counted } of spellings) {
    const said = relation === null ? 'another name' : relation === 'same' ? 'the same spelling' : `the same name (${relation})`;
    const use = `${spelling.sources.length} source(s), ${spelling.mentions} mention(s), ${spelling.kind}${spelling.ordinary ? ', an ordinary word too' : ''}`;
    lines.push(`    ${counted ? colors.green('counts') : 'does not count'}  ${clean(spelling.text)}: ${said}; ${use}`);
    lines.push(`        ${clean(spelling.sources.map((uri) => desk.paths.get(uri) ?? uri).join(', '))}`);
  }
  return lines;
}
