/** What checkers decided, put in words: in hovers, lists and fact sheets alike. */
import type { Translate } from '../engine/check.ts';
import type { Mark, Marks } from '../engine/ledger/marks.ts';
import { QUERY } from '../engine/ledger/record.ts';
import { quote, sourceName } from '../engine/rules/wording.ts';
import { isFigure, isName, isQuotation, type Subject } from '../engine/subjects.ts';
import type { ListedMark } from '../protocol/decisions.ts';
import { dayInWords } from './cite.ts';
import type { Client } from './client.ts';
import { nameOf } from './uris.ts';

/** The mark of a figure, a name or a quotation of a draft. */
export function markOf(subject: Subject, { figures, names, quotations }: Marks): Mark | undefined {
  if (isFigure(subject)) return figures.get(subject.claim.figure.start);
  if (isQuotation(subject)) return quotations.get(quote(subject.quotation.text));
  return isName(subject) ? (names.get(subject.mention.text) ?? names.get(subject.mention.full)) : undefined;
}

/** A mark for whoever lists them, in words that are safe in no markup. */
export function listedMark(mark: Mark | undefined, { translate, locale }: Pick<Client, 'translate' | 'locale'>): ListedMark | null {
  if (!mark) return null;
  const { state, decision } = mark;
  return {
    state,
    told: toldOf(mark, translate, locale),
    change: changeInWords(mark, translate),
    note: decision.note && quote(decision.note),
  };
}

/** All that is to be told of a mark: what has changed, who decided, the words relied on, and the note. */
export function markInWords(mark: Mark, translate: Translate, locale: string): string {
  const { decision } = mark;
  const relied = decision.passage && `“${decision.passage.text}”`;
  const told = toldOf(mark, translate, locale);
  return [changeInWords(mark, translate), relied ? `${told.replace(/\.$/, '')}: ${relied}` : told, decision.note && quote(decision.note)]
    .filter(Boolean)
    .join(' ');
}

/** Who decided what, when, and against which source. */
function toldOf(mark: Mark, translate: Translate, locale: string): string {
  const { decision } = mark;
  const { who } = decision;
  const date = dayInWords(decision.when, locale);
  if (decision.decision === QUERY) return queried(who, date, translate);
  const against = reliedOnInWords(mark);
  return against
    ? translate('{checked} against {source}.', { checked: ticked(who, date, translate), source: against })
    : `${ticked(who, date, translate)}.`;
}

/** What the source goes by that was relied on; empty where none was. */
export function reliedOnInWords({ decision: { passage }, source }: Mark): string {
  return source ? sourceName(source.article) : nameOf(passage?.source ?? '');
}

/** A mark's state in a word. */
export function stateInWords(state: Mark['state'], translate: Translate): string {
  switch (state) {
    case 'ticked':
      return translate('checked', {});
    case 'queried':
      return translate('queried', {});
    case 'reopened':
      return translate('reopened', {});
  }
}

function ticked(who: string | null, date: string, translate: Translate): string {
  if (who && date) return translate('Checked by {who} on {date}', { who: quote(who), date });
  if (who) return translate('Checked by {who}', { who: quote(who) });
  return date ? translate('Checked on {date}', { date }) : translate('Checked', {});
}

function queried(who: string | null, date: string, translate: Translate): string {
  if (who && date) return translate('Queried by {who} on {date}.', { who: quote(who), date });
  if (who) return translate('Queried by {who}.', { who: quote(who) });
  return date ? translate('Queried on {date}.', { date }) : translate('Queried.', {});
}

/** What has changed since something was decided; null where nothing has. */
export function changeInWords({ change }: Mark, translate: Translate): string | null {
  switch (change?.what) {
    case 'figure':
      return translate('The draft now says {now}, not {before}.', change);
    case 'claim':
      return translate('The draft now says “{now}”, not “{before}”.', change);
    case 'says':
      return translate('{source} now says {now}, not {before}.', { ...change, source: sourceName(change.source.article) });
    case 'words':
      return translate('The passage in {source} reads otherwise now.', { source: sourceName(change.source.article) });
    case 'passage':
      return translate('{source} does not have the passage any more.', { source: sourceName(change.source.article) });
    case 'source':
      return translate('The source is gone: {path}.', { path: change.path });
    default:
      return null;
  }
}
