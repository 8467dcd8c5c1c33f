/**
 * What can be done about a finding, as quick fixes: made from what its diagnostic holds, so that nothing is checked again to offer one that the
 * client shows. What it does not show yet is taken from the draft.
 */
import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type Diagnostic,
  type Position,
  type Range,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Subject, spanOf } from '../../engine/subjects.ts';
import { diagnosticSource } from '../../protocol/diagnostics.ts';
import type { Client } from '../client.ts';
import { diagnosticsOf } from '../diagnostics.ts';
import type { Judged } from '../judged.ts';
import type { Session } from '../session.ts';
import { checkActions, checkKind } from './checking.ts';
import { citeActions, citeKind } from './citing.ts';
import type { Answers, Feature } from './feature.ts';
import { fixAllActions, fixAllKind } from './fixAll.ts';
import { takeAnswer, takeFigure, takeFullName, takeSpelling, takeWords } from './fixes.ts';
import { showPicture } from './picture.ts';
import { type ActionProvider, flaggedBy } from './quickFix.ts';
import { checkAgain, letStand } from './stet.ts';

/** Everything that offers actions, in the order in which the writer sees them. Adding one touches its own file and this list. */
const providers: readonly ActionProvider[] = [takeFigure, takeAnswer, takeSpelling, takeFullName, takeWords, letStand];

export const codeActions: Feature = {
  capabilities: ({ codeActions: able }) =>
    able ? { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, citeKind, fixAllKind, checkKind] } } : {},
  register(answers) {
    answers.connection.onCodeAction((params, token) =>
      answers.answer(async (session) => {
        const document = answers.documents.get(params.textDocument.uri);
        if (!session.client.codeActions || !document) return null;
        const diagnostics = await askedAbout(params, answers, token);
        const actions = await actionsFor(diagnostics, document, session, token);
        for (const offer of [citeActions, checkAgain, checkActions, showPicture, fixAllActions])
          actions.push(...(await offer(params, answers, token)));
        return withoutTwins(actions.filter(({ kind }) => isWanted(kind!, params.context.only)));
      }),
    );
  },
};

/**
 * The diagnostics of ours that the client asks about: those that it shows, and where a writer asks, those of the range that it does not have
 * yet, for the range is what counts (LSP 3.17, `CodeActionContext`). What a diagnostic that is shown covers is answered at once. Else a check
 * that is due is waited for, and sources that are still to be read, though not for ever: nobody asks again for what they would tell.
 */
async function askedAbout(params: CodeActionParams, answers: Answers, token: CancellationToken): Promise<Diagnostic[]> {
  const { textDocument, range, context } = params;
  const shown = await withData(params, answers, token);
  const document = answers.documents.get(textDocument.uri);
  const { session } = answers;
  if (!session || !document || context.triggerKind === CodeActionTriggerKind.Automatic || !offersFixes(context.only)) return shown;
  const isCovered = shown.some((diagnostic) => isWithin(range, diagnostic.range));
  if (isCovered && !session.consulting.isJudged(document)) return shown;
  const look = () =>
    answers.aboutDraft(textDocument.uri, token, (judged, client) => ({
      found: diagnosticsOf(within(range, judged), client),
      isHeldAgainstSources: hasSubject(judged, range),
    }));
  let present = await look();
  if (shown.length === 0 && present?.isHeldAgainstSources && present.found.length === 0 && !session.consulting.isRead(document)) {
    await session.consulting.sourcesRead(document, token, PATIENCE);
    present = await look();
  }
  return [...shown, ...(present?.found ?? []).filter((one) => !shown.some((other) => isSame(one, other)))];
}

/** How long, in milliseconds, a menu waits for sources that may have something to say: no longer than a writer does. */
const PATIENCE = 1000;

/** Whether actions of these kinds may mend findings one by one. */
function offersFixes(only: readonly string[] | undefined): boolean {
  return isWanted(CodeActionKind.QuickFix, only);
}

/** A draft with the findings alone that touch a range. */
function within(range: Range, judged: Judged): Judged {
  const [from, to] = [judged.document.offsetAt(range.start), judged.document.offsetAt(range.end)];
  const findings = judged.judgement.findings.filter(({ start, end }) => start <= to && end >= from);
  return { ...judged, judgement: { ...judged.judgement, findings } };
}

/** Whether anything in a range is held against the sources. */
function hasSubject({ document, judgement: { figures, names, quotations } }: Judged, range: Range): boolean {
  const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  return [figures, names, quotations].some((list: readonly Subject[]) =>
    list.some((subject) => spanOf(subject).start <= to && spanOf(subject).end >= from),
  );
}

/**
 * Those of ours that the client shows. Clients that do not give their data back get it from the draft as it was judged last, which waits for a
 * check only where one is due anyway.
 */
async function withData({ textDocument, context }: CodeActionParams, answers: Answers, token: CancellationToken): Promise<Diagnostic[]> {
  const ours = context.diagnostics.filter(({ source }) => source === diagnosticSource);
  if (ours.every(({ data }) => data !== undefined)) return ours;
  const present = await answers.aboutDraft(textDocument.uri, token, diagnosticsOf);
  return ours.map((diagnostic) => {
    if (diagnostic.data !== undefined) return diagnostic;
    return { ...diagnostic, data: present?.find((each) => isSame(each, diagnostic))?.data };
  });
}

async function actionsFor(
  diagnostics: readonly Diagnostic[],
  document: TextDocument,
  session: Session,
  token: CancellationToken,
): Promise<CodeAction[]> {
  const actions: CodeAction[] = [];
  for (const diagnostic of diagnostics) {
    const flagged = flaggedBy(diagnostic, document, session);
    if (!flagged) continue;
    for (const provide of providers) {
      for (const action of await provide(flagged, token)) actions.push(completed(action, diagnostic, session.client));
    }
  }
  return actions;
}

function isSame(a: Diagnostic, b: Diagnostic): boolean {
  return a.code === b.code && isWithin(a.range, b.range) && isWithin(b.range, a.range);
}

function isWithin(inner: Range, outer: Range): boolean {
  return !isBefore(inner.start, outer.start) && !isBefore(outer.end, inner.end);
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

function completed(action: CodeAction, diagnostic: Diagnostic, client: Client): CodeAction {
  const { isPreferred, ...rest } = action;
  return {
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    ...rest,
    ...(isPreferred && client.preferredActions && { isPreferred }),
  };
}

/** What two findings of a selection would both have done is offered once, for both. */
function withoutTwins(actions: readonly CodeAction[]): CodeAction[] {
  const offered = new Map<string, CodeAction>();
  for (const action of actions) {
    const { title, command, edit, diagnostics = [] } = action;
    const key = JSON.stringify([title, command, edit]);
    const twin = offered.get(key);
    offered.set(key, twin ? { ...twin, diagnostics: [...(twin.diagnostics ?? []), ...diagnostics] } : action);
  }
  return [...offered.values()];
}

/** Whether a kind is one of those asked for, or below one of them. */
function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return !only?.length || only.some((each) => each === '' || kind === each || kind.startsWith(`${each}.`));
}
