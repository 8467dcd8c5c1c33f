/**
 * What a writer may have a draft say of where a figure comes from: whose it is, a footnote, a key, and where sources disagree the range or
 * the strongest figure. Made from the draft as it was judged, and only where the writer asks what there is to do.
 */
import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type Diagnostic,
} from 'vscode-languageserver';
import type { FigureVerdict } from '../../engine/check.ts';
import { type Attributing, type Attribution, attributionsOf } from '../../engine/citing/attribute.ts';
import { byAuthority, isBorneOut } from '../../engine/citing/authority.ts';
import { clauseOf } from '../../engine/citing/clause.ts';
import { disputedFigure, disputedRange } from '../../engine/citing/range.ts';
import { english } from '../../engine/lexicon/en.ts';
import type { Source } from '../../engine/library.ts';
import type { RuleId, Span } from '../../engine/model.ts';
import type { QuoteVerdict } from '../../engine/quotes/judge.ts';
import { sourceName } from '../../engine/rules/wording.ts';
import { isFigure, isQuotation } from '../../engine/subjects.ts';
import { onePerSource, type Placed, placeInWords } from '../cite.ts';
import type { Client } from '../client.ts';
import { type Judged, subjectAt } from '../judged.ts';
import { footnote, keyed, shownKey } from '../notes.ts';
import { rangeIn } from '../positions.ts';
import type { Answers } from './feature.ts';
import { editOf, editsIn } from './quickFix.ts';

/** The kind of these actions: they mend no fault, and rewrite what stands there. */
export const citeKind = CodeActionKind.RefactorRewrite;

/** How many sources of a figure may be cited by one action each. */
const MOST_CITED = 3;

/** The rule whose findings an attribution mends. */
export const attributionRule: RuleId = 'missing-attribution';

/** Offers to attribute and to cite the figure that the cursor is on, and to cite the quotation. By itself the editor is offered what mends a finding alone. */
export async function citeActions(
  { textDocument, range, context }: CodeActionParams,
  answers: Answers,
  token: CancellationToken,
): Promise<CodeAction[]> {
  const mended = context.diagnostics.filter(({ code }) => code === attributionRule);
  if (context.triggerKind === CodeActionTriggerKind.Automatic && mended.length === 0) return [];
  const document = answers.documents.get(textDocument.uri);
  // What mends a finding is offered at once: it does not wait for a check to end.
  if (context.diagnostics.length > 0 && !(document && answers.session?.consulting.isJudged(document))) return [];
  const actions = await answers.aboutDraft(textDocument.uri, token, (judged, client) => {
    const subject = subjectAt(judged, judged.document.offsetAt(range.start));
    const isAsked = context.triggerKind !== CodeActionTriggerKind.Automatic;
    if (subject && isQuotation(subject)) return isAsked ? citeWords(subject, judged, client) : [];
    if (!subject || !isFigure(subject)) return [];
    const at = rangeIn(judged.document, subject.claim.figure);
    const mends = mended.filter((each) => each.range.start.line === at.start.line && each.range.start.character === at.start.character);
    const attributions = attribute(subject, mends, judged, client);
    return [
      ...(client.preferredActions ? attributions : attributions.map(({ isPreferred: _, ...action }) => action)),
      ...(isAsked ? [...settle(subject, judged, client), ...cite(subject, judged, client)] : []),
    ];
  });
  return actions ?? [];
}

/** What a judged draft's figures are attributed by. */
export function attributingIn({ analysis, judgement, primeSources }: Judged): Attributing {
  return { analysis, figures: judgement.figures, prime: primeSources, lexicon: english };
}

/**
 * The attributions of a figure, as quick fixes where they mend a finding: speakers first then, for the finding tells of them. Of one speaker
 * alone it is clear what to write.
 */
export function attribute(verdict: FigureVerdict, mends: Diagnostic[], judged: Judged, client: Client): CodeAction[] {
  const all = attributionsOf(verdict, attributingIn(judged));
  const by = (names: Attribution['names']) => all.filter((each) => each.names === names);
  const speakers = by('speaker');
  const ordered = mends.length > 0 ? [...speakers, ...by('source')] : all;
  return ordered.map((each) => ({
    ...rewrite(client.translate('Attribute: “, {words}”', { words: each.words }), [each.edit], judged, client),
    ...(mends.length > 0 && { kind: CodeActionKind.QuickFix, diagnostics: mends }),
    ...(mends.length > 0 && speakers.length === 1 && each === speakers[0] && { isPreferred: true }),
  }));
}

/** What a disagreement may be written as. */
function settle(verdict: FigureVerdict, judged: Judged, client: Client): CodeAction[] {
  const draft = attributingIn(judged);
  const actions: CodeAction[] = [];
  const range = disputedRange(verdict, draft);
  if (range) {
    const title = client.translate('Write the range: “{figure}, {words}”', { figure: range.shown, words: range.words });
    actions.push(rewrite(title, range.edits, judged, client));
  }
  const strongest = disputedFigure(verdict, draft);
  if (strongest) {
    const title = client.translate('Write whose figure it is: “{figure}, {words}”', { figure: strongest.shown, words: strongest.words });
    actions.push(rewrite(title, strongest.edits, judged, client));
  }
  return actions;
}

/** The notes that cite each source that has a figure. */
function cite(verdict: FigureVerdict, judged: Judged, client: Client): CodeAction[] {
  const { figure } = verdict.claim;
  const bearing = byAuthority(verdict, judged.primeSources, english).filter((item) => isBorneOut(verdict.claim, item));
  const cited = bearing.map(({ source, claim }) => ({ source, words: claim.figure }));
  return notes(cited, figure.passage, figure.tokens, judged, client);
}

/** Those that cite each source which has the words of a quotation as it has them. */
function citeWords({ verdict, quotation, places }: QuoteVerdict, judged: Judged, client: Client): CodeAction[] {
  const passage = judged.analysis.passages.find(({ end }) => end >= quotation.end);
  const last = passage?.tokens.findLastIndex(({ end }) => end <= quotation.end) ?? -1;
  if (verdict !== 'exact' || !passage || last < 0) return [];
  const cited = places.map((place) => ({ source: place.source, words: place }));
  return notes(cited, passage.index, { start: last, end: last + 1 }, judged, client);
}

/** Notes behind the clause in which some tokens of a passage stand, one of each kind a source. */
function notes(cited: readonly Cited[], index: number, tokens: Span, judged: Judged, client: Client): CodeAction[] {
  const { prose, passages } = judged.analysis;
  const passage = passages[index]!;
  if (passage.kind === 'heading' || passage.kind === 'caption') return [];
  const clause = clauseOf(passage, tokens, english);
  const { text, language } = prose;
  const actions: CodeAction[] = [];
  for (const { source, words } of onePerSource(cited).slice(0, MOST_CITED)) {
    const name = sourceName(source.article);
    const key = keyed({ text, language, at: clause.end ?? clause.behind }, source, words, passage, client);
    if (key) actions.push(rewrite(client.translate('Cite as {key} ({source})', { key: shownKey(key), source: name }), key, judged, client));
    const note = footnote({ text, language, at: clause.behind }, source, words, client);
    const place = [name, placeInWords(source, words, client.translate)].filter(Boolean).join(', ');
    if (note) actions.push(rewrite(client.translate('Cite in a footnote: {source}', { source: place }), note, judged, client));
  }
  return actions;
}

/** What of a source is cited. */
interface Cited {
  readonly source: Source;
  readonly words: Placed;
}

function rewrite(title: string, edits: readonly (Span & { readonly newText: string })[], { document }: Judged, client: Client): CodeAction {
  return { title, kind: citeKind, edit: editOf(document, editsIn(document, edits), client) };
}
