/** Explains one figure or name of a draft: where it is, and what the engine says of it. */
import { explain, type FigureExplanation, type NameExplanation, subjectAt } from '../../engine/explain.ts';
import { finish } from '../../engine/finish.ts';
import { english } from '../../engine/lexicon/en.ts';
import type { Span } from '../../engine/model.ts';
import { type Finding, rules } from '../../engine/rules/rules.ts';
import { inEnglish } from '../../engine/translate.ts';
import type { Place } from './arguments.ts';
import { deskFor, withCandidates } from './check.ts';
import type { Configurations } from './configuration.ts';
import type { Desk, Desks } from './desk.ts';
import { type Draft, readDraft } from './drafts.ts';

/** An explanation, with the draft and the desk it is about, and what the writer is told. */
export interface Explained {
  readonly draft: Draft;
  readonly desk: Desk;
  readonly explanation: FigureExplanation | NameExplanation;
  readonly finding: Finding | null;
}

/** Explains what stands at a place of a draft, or says why it cannot. Throws a UsageError. */
export async function explainDraft(
  path: string,
  at: Place,
  configurations: Configurations,
  desks: Desks,
): Promise<Explained | { readonly trouble: string }> {
  const { desk, settings } = await deskFor(path, configurations, desks);
  const draft = await readDraft(path);
  if ('unreadable' in draft) return { trouble: `${path}: ${draft.unreadable}` };
  const offset = offsetOf(draft, at);
  if (offset === null || !subjectAt(draft.analysis, offset)) return { trouble: nothingAt(draft, at) };
  const explanation = withCandidates(draft, desk, (candidates) => finish(explain(draft.analysis, candidates, offset, english)))!;
  const options = { severities: settings.rules, translate: inEnglish };
  const finding =
    explanation.kind === 'figure'
      ? rules.figure(explanation.verdict, options)
      : rules.name({ ...explanation.verdict, introduces: null }, options);
  return { draft, desk, explanation, finding };
}

/** The offset of a place; null where the text has no such place. */
function offsetOf({ document }: Draft, { line, column }: Place): number | null {
  const position = { line: line - 1, character: column - 1 };
  const offset = document.offsetAt(position);
  const found = document.positionAt(offset);
  return found.line === position.line && found.character === position.character ? offset : null;
}

/** Says that nothing stands at a place, and where the nearest figure or name of its line is. */
function nothingAt(draft: Draft, { line, column }: Place): string {
  const { document, analysis, path } = draft;
  const where = `${path}:${line}:${column}`;
  if (line > document.lineCount) return `${where}: the draft has ${document.lineCount} line${document.lineCount === 1 ? '' : 's'}`;
  const spans: Span[] = [...analysis.claims.map(({ figure }) => figure), ...analysis.names];
  let nearest: { readonly text: string; readonly column: number; readonly away: number } | null = null;
  for (const { start, end } of spans) {
    const position = document.positionAt(start);
    const first = position.character + 1;
    const away = column < first ? first - column : Math.max(0, column - (first + end - start - 1));
    if (position.line !== line - 1 || (nearest && nearest.away <= away)) continue;
    nearest = { text: analysis.prose.text.slice(start, end), column: first, away };
  }
  if (!nearest) return `${where}: no figure and no name stands there, nor on that line`;
  return `${where}: no figure and no name stands there; the nearest on that line is "${nearest.text}" at ${line}:${nearest.column}`;
}
