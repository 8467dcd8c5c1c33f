/** Labelled drafts on invented stories, and how well a report of the command line's `check --format json` answers them. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * What a fair reader finds of one figure: its verdict (`also` lists others that are right too) and the sources that must be among those agreeing and differing.
 * @typedef {{ text: string, status: string, also?: string[], agree: string[], differ: string[] }} FigureLabel
 * @typedef {{ text: string, status: string, also?: string[], canonical?: string, others?: string[] }} NameLabel
 * A held case is only measured: nobody looks at how it fails while writing rules.
 * @typedef {{ id: string, draft: string, figures: FigureLabel[], nofigures?: string[], names?: NameLabel[], held?: boolean }} Case
 * @typedef {{ name: string, sources: string, cases: Case[] }} Story
 *
 * The parts of a report that are scored.
 * @typedef {{ start: number, end: number }} Span
 * @typedef {Span & { text: string, verdict: string, evidence: { source: string, stance: string }[] }} Figure
 * @typedef {Span & { verdict: string, canonical: string | null, variants: { text: string }[] }} Name
 * @typedef {{ path: string, figures: Figure[], names: Name[], findings: Span[] }} Report
 *
 * How many of how many: `alarms` counts right figures that were refuted, the others what was answered as labelled.
 * @typedef {{ hits: number, of: number }} Share
 * @typedef {'verdicts' | 'caught' | 'alarms' | 'agreeing' | 'differing' | 'quiet' | 'names'} Measure
 * @typedef {Record<Measure, Share> & { missed: string[] }} Score
 */

/** What each measure says of itself, in the order in which they are printed. @type {Record<Measure, string>} */
export const measures = {
  verdicts: 'verdicts right',
  caught: 'wrong figures caught',
  alarms: 'right figures refuted',
  agreeing: 'agreeing sources named',
  differing: 'differing sources named',
  quiet: 'digits that are no figure left alone',
  names: 'names right',
};

/**
 * The stories: each folder here that has `cases.jsonl`.
 * @returns {Story[]}
 */
export function stories() {
  return readdirSync(import.meta.dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({
      name,
      sources: join(import.meta.dirname, name, 'sources'),
      cases: readFileSync(join(import.meta.dirname, name, 'cases.jsonl'), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line)),
    }));
}

/** @returns {Score} */
export function emptyScore() {
  const none = () => ({ hits: 0, of: 0 });
  return {
    verdicts: none(),
    caught: none(),
    alarms: none(),
    agreeing: none(),
    differing: none(),
    quiet: none(),
    names: none(),
    missed: [],
  };
}

/**
 * Adds a case's answers to a score.
 * @param {Score} score
 * @param {Case} labelled
 * @param {Report} report what `check` says of the case's draft
 */
export function add(score, labelled, report) {
  const { id, draft } = labelled;
  /** @param {Measure} measure @param {boolean} ok @param {string} miss */
  const tally = (measure, ok, miss) => {
    score[measure].of++;
    if (ok) score[measure].hits++;
    else score.missed.push(`${id} ${miss}`);
  };
  for (const { text, status, also = [], agree, differ } of labelled.figures) {
    const got = at(report.figures, span(draft, text));
    const right = [status, ...also];
    tally('verdicts', !!got && right.includes(got.verdict), `"${text}": ${status} wanted, ${got?.verdict ?? 'no figure'} found`);
    if (!right.includes('refuted')) {
      score.alarms.of++;
      if (got?.verdict === 'refuted') score.alarms.hits++;
    } else if (right.length === 1) {
      score.caught.of++;
      if (got?.verdict === 'refuted') score.caught.hits++;
    }
    for (const [measure, stance, wanted] of /** @type {const} */ ([
      ['agreeing', 'agrees', agree],
      ['differing', 'differs', differ],
    ])) {
      for (const source of wanted) {
        const named = !!got?.evidence.some((evidence) => evidence.stance === stance && basename(evidence.source) === source);
        tally(measure, named, `"${text}": ${source} is not among those ${measure}`);
      }
    }
  }
  for (const text of labelled.nofigures ?? []) {
    const digits = span(draft, text);
    const flagged = at(report.findings, digits) || (at(report.figures, digits)?.verdict ?? 'unsourced') !== 'unsourced';
    tally('quiet', !flagged, `"${text}" is no figure`);
  }
  for (const { text, status, also = [], canonical, others = [] } of labelled.names ?? []) {
    const got = at(report.names, span(draft, text));
    const verdict = got?.verdict ?? 'unknown';
    const ok =
      [status, ...also].includes(verdict) &&
      (!canonical || got?.canonical === canonical) &&
      others.every((other) => got?.variants.some((variant) => variant.text === other));
    const spelling = got?.canonical ?? got?.variants.map((variant) => variant.text).join(' | ') ?? '';
    tally(
      'names',
      ok,
      `"${text}": ${[status, canonical ?? others.join(' | ')].join(' ').trim()} wanted, ${`${verdict} ${spelling}`.trim()} found`,
    );
  }
}

/** A measure as people read it. @param {Share} share */
export const percent = ({ hits, of }) => (of ? `${((100 * hits) / of).toFixed(1)}% (${hits}/${of})` : 'none');

/** @param {string} draft @param {string} text @returns {Span} */
function span(draft, text) {
  const start = draft.indexOf(text);
  return { start, end: start + text.length };
}

/**
 * Which of the items shares most with a place.
 * @template {Span} T
 * @param {readonly T[]} items
 * @param {Span} place
 * @returns {T | undefined}
 */
function at(items, place) {
  /** @param {Span} item */
  const shared = (item) => Math.min(item.end, place.end) - Math.max(item.start, place.start);
  return items.filter((item) => shared(item) > 0).sort((a, b) => shared(b) - shared(a))[0];
}
