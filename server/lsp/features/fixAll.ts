/**
 * Fixes all findings at once, or all of one rule, as source actions: each by the fix that is clearly the one, what has several is left alone.
 * Only for whoever asks: a client that fixes on every save whatever any tool can fix does not mean the words of a draft.
 */
import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type Diagnostic,
  type TextDocumentEdit,
  type TextEdit,
} from 'vscode-languageserver';
import type { Work } from '../../engine/model.ts';
import { isFigure, spanOf } from '../../engine/subjects.ts';
import { type DiagnosticsClient, diagnosticsOf } from '../diagnostics.ts';
import type { Judged } from '../judged.ts';
import type { Session } from '../session.ts';
import { attribute, attributionRule } from './citing.ts';
import type { Answers } from './feature.ts';
import { takeFigure, takeFullName, takeSpellingHere, takeWords } from './fixes.ts';
import { editOf, flaggedBy, type InstantProvider } from './quickFix.ts';

/** The kind of the action that fixes everything; that of one rule's is a kind below it. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.secondSource`;

/** What fixes one finding. What mends an inconsistency is not here: any of its figures may be the wrong one. */
const fixers: readonly InstantProvider[] = [takeFigure, takeSpellingHere, takeFullName, takeWords];

/** Up to so many findings of a rule are offered to be fixed together beside one of them: each takes some 2 ms. */
const MOST_BESIDE = 50;

/** The edits of a finding's one clear fix. */
interface Fix {
  readonly rule: string;
  readonly edits: readonly TextEdit[];
}

/** Offers to fix all: as source actions where those are asked for, and beside a finding that others of its rule stand with. */
export async function fixAllActions(
  { textDocument, context }: CodeActionParams,
  answers: Answers,
  token: CancellationToken,
): Promise<CodeAction[]> {
  const { session } = answers;
  if (!session) return [];
  const { diagnostics, triggerKind } = context;
  const only = context.only ?? [];
  const isAutomatic = triggerKind === CodeActionTriggerKind.Automatic;
  const isOurs = (kind: string) => kind === fixAllKind || kind.startsWith(`${fixAllKind}.`);
  const asked = only.filter((kind) => isOurs(kind) || (!isAutomatic && isSource(kind)));
  const beside = new Set(
    isAutomatic || only.some((kind) => isSource(kind) || isOurs(kind)) ? [] : diagnostics.map(({ code }) => String(code)),
  );
  if (asked.length === 0 && beside.size === 0) return [];
  const document = answers.documents.get(textDocument.uri);
  // A single fix is offered at once: it does not wait for a check to end.
  if (asked.length === 0 && !(document && session.consulting.isJudged(document))) return [];
  // What one source would have changed another may dispute: a save that comes before they are read changes nothing.
  if (asked.length > 0 && document) {
    await session.consulting.sourcesRead(document, token);
    if (isAutomatic && !session.consulting.isRead(document)) return [];
  }
  const actions = await answers.aboutDraft(textDocument.uri, token, async (judged, client) => {
    // Beside a finding nothing is worked out but for its own rule, and not where there is so much of it that the menu would wait.
    const { findings } = judged.judgement;
    const few = new Set([...beside].filter((rule) => findings.filter((finding) => finding.rule === rule).length <= MOST_BESIDE));
    const fixes = await session.work(fixesIn(judged, session, asked.length > 0 ? null : few), token);
    const action = (kind: string, own: readonly Fix[], title: (count: number) => string, least = 1): CodeAction[] => {
      const { edits, count } = together(own, judged);
      return count < least ? [] : [{ title: title(count), kind, edit: editOf(judged.document, edits, client) }];
    };
    const titleOf = (rule: string) => (count: number) => client.translate('Fix all of “{rule}” ({count})', { rule, count });
    const titleOfAll = (count: number) => client.translate('Fix all that has one clear fix ({count})', { count });
    const offered: CodeAction[] = [];
    if (asked.some((kind) => kind === fixAllKind || isSource(kind))) offered.push(...action(fixAllKind, fixes, titleOfAll));
    for (const rule of new Set(fixes.map((fix) => fix.rule))) {
      const own = fixes.filter((fix) => fix.rule === rule);
      const kind = `${fixAllKind}.${rule}`;
      // Each rule by itself where somebody looks what there is, or asks for it by name: what is asked for as a whole is done as a whole.
      if (asked.includes(kind) || asked.includes(CodeActionKind.Source)) offered.push(...action(kind, own, titleOf(rule)));
      if (beside.has(rule)) offered.push(...action(CodeActionKind.QuickFix, own, titleOf(rule), 2));
    }
    return offered;
  });
  return actions ?? [];
}

function isSource(kind: string): boolean {
  return kind === CodeActionKind.Source || kind === CodeActionKind.SourceFixAll;
}

/** The clear fix of each finding that has one, of some rules or of all (null). Yields once a finding. */
function* fixesIn(judged: Judged, session: Session, rules: ReadonlySet<string> | null): Work<Fix[]> {
  const fixes: Fix[] = [];
  const client: DiagnosticsClient = session.client;
  for (const diagnostic of diagnosticsOf(judged, client)) {
    const flagged = flaggedBy(diagnostic, judged.document, session);
    if (!flagged || (rules && !rules.has(flagged.data.rule))) continue;
    const { rule } = flagged.data;
    const actions = rule === attributionRule ? attributions(diagnostic, judged, session) : fixers.flatMap((fixer) => fixer(flagged));
    const clear = actions.filter(({ isPreferred }) => isPreferred);
    if (clear.length === 1) fixes.push({ rule, edits: editsOf(clear[0]!, judged) });
    yield;
  }
  return fixes;
}

function attributions(diagnostic: Diagnostic, judged: Judged, { client }: Session): CodeAction[] {
  const start = judged.document.offsetAt(diagnostic.range.start);
  const verdict = judged.judgement.figures.find((each) => spanOf(each).start === start);
  return verdict && isFigure(verdict) ? attribute(verdict, [diagnostic], judged, client) : [];
}

function editsOf({ edit }: CodeAction, { document }: Judged): TextEdit[] {
  const [change] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
  return (change?.edits ?? edit?.changes?.[document.uri] ?? []) as TextEdit[];
}

/** The edits of all fixes that do not get in one another's way, in order, and how many those are; of two that do, the first in the text. */
function together(fixes: readonly Fix[], { document }: Judged): { readonly edits: TextEdit[]; readonly count: number } {
  const placed = fixes.map(({ edits }) => {
    const [starts, ends] = [
      edits.map(({ range }) => document.offsetAt(range.start)),
      edits.map(({ range }) => document.offsetAt(range.end)),
    ];
    return { edits, start: Math.min(...starts), end: Math.max(...ends) };
  });
  placed.sort((a, b) => a.start - b.start);
  const kept: TextEdit[] = [];
  let count = 0;
  let last = -1;
  for (const { edits, start, end } of placed) {
    // Two insertions at one place, which two figures of one clause would have, are one too many.
    if (start <= last) continue;
    last = end;
    count++;
    kept.push(...edits);
  }
  return { edits: kept, count };
}
