/** Quick fixes that change the draft's text: they take over a source's figure, the sources' spelling of a name, or the words of a quotation. */
import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import { asWanted } from '../../engine/fixes/answers.ts';
import { figureFixes, type Wanted } from '../../engine/fixes/figure.ts';
import { type Misspelling, respell, respellAll, wrongWords } from '../../engine/fixes/names.ts';
import { english } from '../../engine/lexicon/en.ts';
import type { Quantity, Span } from '../../engine/model.ts';
import type { ChangeData } from '../../protocol/diagnostics.ts';
import { proseOf } from '../drafts.ts';
import { type ActionProvider, editOf, editsIn, type Flagged, type InstantProvider } from './quickFix.ts';

/** One action for each figure that the sources have instead, in the draft's own style. */
export const takeFigure: InstantProvider = ({ data: { figure }, span, document, session }) => {
  if (!figure) return [];
  const prose = proseOf(document);
  // What a client sends back is what it was sent.
  const draft = { text: prose.text, language: prose.language, span, quantity: figure.quantity as Quantity };
  const fixes = figureFixes(draft, figure.choices as readonly (Wanted & { readonly sources: string })[], english);
  const actions = new Map<string, CodeAction>();
  for (const [index, fix] of fixes.entries()) {
    const { sources, best } = figure.choices[index]!;
    // Two figures that the draft writes alike are one to it.
    if (!fix || actions.has(`${fix.start} ${fix.newText}`)) continue;
    actions.set(`${fix.start} ${fix.newText}`, {
      title: session.client.translate('Change to {figure} ({sources})', { figure: fix.shown, sources }),
      kind: CodeActionKind.QuickFix,
      isPreferred: best,
      edit: editOf(document, editsIn(document, [fix]), session.client),
    });
  }
  return [...actions.values()];
};

/** Writes what the arithmetic of a draft's own figures makes. It is not preferred: any of them may be the wrong one. */
export const takeAnswer: InstantProvider = ({ data: { figure, answer }, span, document, session }) => {
  if (!answer || !figure) return [];
  const title = (shown: string) =>
    session.client.translate('Change to {figure} ({arithmetic})', { figure: shown, arithmetic: answer.arithmetic });
  if (answer.changes) {
    return [{ title: title(answer.figure), edit: editOf(document, editsIn(document, placed(answer.changes, span)), session.client) }];
  }
  const prose = proseOf(document);
  const given = figure.quantity as Quantity;
  const wanted = asWanted(answer, given, english);
  const [fix] = wanted ? figureFixes({ text: prose.text, language: prose.language, span, quantity: given }, [wanted], english) : [];
  return fix ? [{ title: title(fix.shown), edit: editOf(document, editsIn(document, [fix]), session.client) }] : [];
};

/** One action for each spelling of the sources; for a misspelt name also one for all its mentions, where there are more. */
export const takeSpelling: ActionProvider = async (flagged, token) => {
  const { data, document, session } = flagged;
  const { name } = data;
  if (!name) return [];
  const actions: CodeAction[] = [];
  for (const [spelling, action] of spellings(flagged)) {
    actions.push(action);
    const misspelling = { text: name.text, full: name.full, spelling };
    const everywhere = await session.work(respellAll(proseOf(document), misspelling, english), token);
    if (everywhere.length > 1) actions.push(throughout(misspelling, everywhere, flagged));
  }
  return actions;
};

/** One action for each spelling of the sources, at its one place. */
export const takeSpellingHere: InstantProvider = (flagged) => spellings(flagged).map(([, action]) => action);

function spellings({ data: { name, rule }, span, document, session }: Flagged): (readonly [spelling: string, action: CodeAction])[] {
  return (name?.choices ?? []).flatMap(({ text: spelling, sources, best }) => {
    const here = respell(document.getText(), span, spelling);
    if (here.length === 0) return [];
    const title =
      rule === 'name-variant'
        ? session.client.translate('Change to “{name}” ({sources})', { name: spelling, sources })
        : session.client.translate('Change to “{name}”', { name: spelling });
    return [[spelling, { title, isPreferred: best, edit: editOf(document, editsIn(document, here), session.client) }] as const];
  });
}

/** Writes the full name where a person is first named. */
export const takeFullName: InstantProvider = ({ data: { fullName }, span, document, session }) => {
  if (!fullName) return [];
  const title = session.client.translate('Change to “{name}”', { name: fullName });
  return [{ title, isPreferred: true, edit: editOf(document, editsIn(document, [{ ...span, newText: fullName }]), session.client) }];
};

/** Puts the source's words where the draft quotes others. */
export const takeWords: InstantProvider = ({ data: { quotation }, span, document, session }) => {
  if (!quotation || quotation.changes.length === 0) return [];
  const changes = placed(quotation.changes, span);
  const title = session.client.translate('Quote as in the source ({sources})', { sources: quotation.sources });
  return [{ title, isPreferred: true, edit: editOf(document, editsIn(document, changes), session.client) }];
};

/** Changes of a diagnostic's data at offsets of the draft. */
function placed(changes: readonly ChangeData[], { start }: Span): (Span & { readonly newText: string })[] {
  return changes.map((change) => ({ ...change, start: start + change.start, end: start + change.end }));
}

function throughout(
  misspelling: Misspelling,
  mentions: readonly (readonly (Span & { readonly newText: string })[])[],
  { document, session }: Flagged,
): CodeAction {
  const wrong = wrongWords(misspelling);
  const values = { from: wrong.map(({ from }) => from).join(' '), to: wrong.map(({ to }) => to).join(' '), count: mentions.length };
  return {
    title: session.client.translate('Change “{from}” to “{to}” throughout the draft ({count} times)', values),
    edit: editOf(document, editsIn(document, mentions.flat()), session.client),
  };
}
