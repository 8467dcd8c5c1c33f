/** The status bar item that counts what is checked of the draft, from the first tick or query on. */
import { Disposable, l10n, MarkdownString, StatusBarAlignment, window } from 'vscode';
import type { MarksListing, PlacedMark } from '../server/protocol/decisions.ts';
import type { ActiveDraft } from './activeDraft.ts';
import type { Listings } from './listings.ts';
import { counted } from './views/words.ts';

export function showChecked(draft: ActiveDraft, listings: Listings): Disposable {
  // Beside the item that tells of the sources.
  const item = window.createStatusBarItem('secondSource.checked', StatusBarAlignment.Left, -1);
  item.name = l10n.t('Second Source: Checked Figures');
  item.command = 'secondSource.nextUnchecked';
  const update = async () => {
    const { document } = draft;
    const listing = document && (await listings.marksOf(document));
    if (document !== draft.document) return;
    const count = listing && countIn(listing);
    if (!count || count.begun === 0) return item.hide();
    const { total, checked, queried, reopened, names, quotations } = count;
    item.text = `$(checklist) ${l10n.t('{0} of {1} checked', checked, total)}`;
    const details = [
      l10n.t('{0} of {1} figures checked', checked, total),
      names > 0 && counted(names, l10n.t('1 name checked'), l10n.t('{0} names checked', names)),
      quotations > 0 && counted(quotations, l10n.t('1 quotation checked'), l10n.t('{0} quotations checked', quotations)),
      queried > 0 && l10n.t('{0} queried', queried),
      reopened > 0 && l10n.t('{0} open again, because something has changed', reopened),
    ].filter((each) => each !== false);
    item.accessibilityInformation = { label: `Second Source: ${details.join(', ')}` };
    const tooltip = new MarkdownString();
    tooltip.appendText(['Second Source', ...details, l10n.t('Click for the next unchecked figure.')].join('\n'));
    item.tooltip = tooltip;
    item.show();
  };
  void update();
  return Disposable.from(item, listings.onDidChange(update), draft.onDidChange(update));
}

/** Figures are what is to be checked; of names and quotations it is told how many were. What is queried or open again may be any. */
function countIn({ figures, marked, names, quotations }: MarksListing) {
  const all = [...marked, ...names, ...quotations];
  const number = (marks: readonly PlacedMark[], state: PlacedMark['state']) => marks.filter((mark) => mark.state === state).length;
  return {
    total: figures,
    checked: number(marked, 'ticked'),
    names: number(names, 'ticked'),
    quotations: number(quotations, 'ticked'),
    queried: number(all, 'queried'),
    reopened: number(all, 'reopened'),
    begun: all.length,
  };
}
