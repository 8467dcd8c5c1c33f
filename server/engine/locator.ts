/** How a place in a source is said to the writer. */

import type { Translate } from './check.ts';
import type { Locator } from './model.ts';

/** A place in words: `page ix (12 in the file)`, `paragraph 4`, `cell B7`, `at 0:12:31`. */
export function locatorInWords(locator: Locator, translate: Translate): string {
  if ('page' in locator) {
    const { page, physicalPage } = locator;
    return page === String(physicalPage)
      ? translate('page {page}', { page })
      : translate('page {page} ({physicalPage} in the file)', { page, physicalPage });
  }
  if ('paragraph' in locator) return translate('paragraph {paragraph}', { paragraph: locator.paragraph });
  if ('cell' in locator) return translate('cell {cell}', { cell: locator.cell });
  return translate('at {time}', { time: locator.time });
}
