/** Whether two claims of one text state the same figure of the same thing: what an editor highlights together. */
import type { Claim } from '../claims/claim.ts';
import { agreement } from './agree.ts';
import { barOf } from './align.ts';

/**
 * Whether one claim states the figure of the other again. Symmetric. Dates and years are the same wherever they stand; any other figure
 * has to count the same thing, or the same event, too.
 */
export function restates(a: Claim, b: Claim): boolean {
  const left = { figure: a.figure, asOf: null };
  const right = { figure: b.figure, asOf: null };
  if (agreement(left, right) !== 'same' && agreement(right, left) !== 'same') return false;
  const { dimension } = a.figure.quantity;
  if (dimension === 'date' || dimension === 'year') return true;
  if (barOf(a, b) !== null) return false;
  const sameHead = a.head !== null && b.head !== null && a.head.term === b.head.term;
  return sameHead || (a.event !== null && a.event === b.event);
}
