/** The reports as JSON: the contract with other programs. Names and meanings of fields are fixed. */
import type { Analysis } from '../../engine/analysis.ts';
import type { Evidence } from '../../engine/check.ts';
import type { Claim } from '../../engine/claims/claim.ts';
import type { Disagreement, Statement } from '../../engine/conflicts/index.ts';
import { locatorAt, type Quantity } from '../../engine/model.ts';
import type { Origin } from '../../engine/origins/index.ts';
import { isoDate } from '../../engine/rules/wording.ts';
import type { Checked } from './check.ts';
import type { Desk, Skipped } from './desk.ts';
import type { Draft } from './drafts.ts';

const VERSION = 1;

/** The report of `check`. */
export function checkReport(checked: readonly Checked[]): unknown {
  return {
    version: VERSION,
    drafts: checked.map(({ draft, judgement, desk }) => ({
      path: draft.path,
      figures: judgement.figures.map(({ claim, verdict, evidence }) => ({
        ...figure(claim, draft),
        verdict,
        evidence: evidence.map((each) => evidenceOf(each, desk)),
      })),
      names: judgement.names.map(({ mention, verdict, canonical, variants }) => ({
        text: mention.text,
        start: mention.start,
        end: mention.end,
        verdict,
        canonical,
        variants: variants.map(({ text, sources }) => ({ text, sources: sources.map((uri) => desk.paths.get(uri) ?? uri) })),
      })),
      findings: judgement.findings.map(({ rule, severity, start, end, message }) => ({ rule, severity, start, end, message })),
    })),
    sources: sourcesOf(checked.map(({ desk }) => desk)),
  };
}

/** The report of `conflicts`. */
export function conflictsReport(groups: readonly Disagreement[], desk: Desk): unknown {
  return {
    version: VERSION,
    groups: groups.map(({ measures, severity, evidence }) => ({
      measures,
      severity,
      claims: evidence.map((each) => evidenceOf({ ...each, stance: null, reason: null }, desk)),
    })),
    sources: sourcesOf([desk]),
  };
}

/** The report of `extract`. */
export function extractReport(files: readonly Draft[]): unknown {
  return {
    version: VERSION,
    files: files.map((file) => ({
      path: file.path,
      figures: file.analysis.claims.map((claim) => figure(claim, file)),
      names: file.analysis.names.map(({ text, start, end, kind, full }) => ({ text, start, end, kind, full })),
    })),
  };
}

/** A report as text: valid JSON that no terminal obeys, for `JSON.stringify` leaves control characters from U+007F on as they are. */
export function print(report: unknown): string {
  let printed = '';
  let from = 0;
  const json = JSON.stringify(report, null, 2);
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at);
    if (code < 0x7f || code > 0x9f) continue;
    printed += `${json.slice(from, at)}\\u00${code.toString(16)}`;
    from = at + 1;
  }
  return `${printed}${json.slice(from)}\n`;
}

/** How many sources there are and which were skipped, over all desks, each file once. */
export function sourcesOf(desks: readonly Desk[]): { articles: number; skipped: Pick<Skipped, 'path' | 'reason'>[] } {
  const articles = new Set<string>();
  const skipped = new Map<string, Skipped>();
  for (const desk of new Set(desks)) {
    for (const { article } of desk.library.values()) articles.add(article.uri);
    for (const each of desk.skipped) skipped.set(each.uri, each);
  }
  return { articles: articles.size, skipped: [...skipped.values()].map(({ path, reason }) => ({ path, reason })) };
}

/** A figure of a draft, as `extract` lists it. */
export function figure({ figure: { text, start, end, quantity }, measures }: Claim, { document }: Draft) {
  const { line, character } = document.positionAt(start);
  return { text, start, end, line: line + 1, column: character + 1, quantity: quantityOf(quantity), measures };
}

/** A source's claim; `stance` is null where it has none. */
export function evidenceOf(
  { source, claim, stance, reason }: Statement & Pick<Evidence, 'reason'> & { stance: Evidence['stance'] | null },
  desk: Desk,
) {
  const { article } = source;
  return {
    source: desk.paths.get(article.uri) ?? article.uri,
    title: article.title,
    date: article.date && isoDate(article.date),
    start: claim.figure.start,
    end: claim.figure.end,
    text: claim.figure.text,
    passage: passageOf(source.analysis, claim),
    speaker: claim.speaker,
    stance,
    reason,
    locator: locatorAt(article, claim.figure.start),
    origin: source.origin && originLabel(source.origin, desk),
  };
}

/** Equal for sources of one origin only: its name, with the path of its first copy where another goes by it too, or the path alone. */
export function originLabel({ id, name }: Origin, { library, paths }: Desk): string {
  const path = paths.get(id) ?? id;
  if (name === null) return path;
  return library.sharedOrigins().some((other) => other.name === name && other.id !== id) ? `${name}: ${path}` : name;
}

function passageOf(analysis: Analysis, claim: Statement['claim']): string {
  const passage = analysis.passages[claim.figure.passage];
  return passage ? analysis.prose.text.slice(passage.start, passage.end) : claim.figure.text;
}

function quantityOf(quantity: Quantity) {
  if (quantity.dimension !== 'date') {
    const { dimension, value, low, high, hedge, unit } = quantity;
    return { dimension, value, low, high, hedge, unit };
  }
  const low = isoDate(quantity.from);
  const high = isoDate(quantity.to);
  return { dimension: quantity.dimension, value: low === high ? low : null, low, high, hedge: quantity.hedge, unit: null };
}
