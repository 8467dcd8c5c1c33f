/** What of a business or an economy a sum or a share measures: its revenue, its profit, a margin. */
import type { Lexicon } from '../lexicon/types.ts';
import type { Figure } from '../model.ts';
import { isHardBoundary } from './clause.ts';
import type { Sentence } from './sentence.ts';

/** How many tokens before a figure its metric may stand (`net earnings for the full fiscal year rose 8%`), and how many right behind it (`8% revenue growth`). */
const REACH = 14;
const BEHIND = 2;

/**
 * The metric (`lexicon.claims.metrics`) that a sum or a share is told of: one right behind it, else the last one before it in its clause;
 * null where there is none.
 */
export function metricOf(
  { tokens }: Sentence,
  { quantity, tokens: { start, end } }: Figure,
  { claims: { metrics } }: Lexicon,
): string | null {
  const { dimension } = quantity;
  if (dimension !== 'money' && dimension !== 'share' && dimension !== 'points') return null;
  for (let at = end; at < Math.min(end + BEHIND, tokens.length) && tokens[at]!.kind === 'word'; at++) {
    const metric = metrics.get(tokens[at]!.lower);
    if (metric) return metric;
  }
  for (let at = start - 1; at >= Math.max(0, start - REACH) && !isHardBoundary(tokens[at]!.text); at--) {
    const metric = metrics.get(tokens[at]!.lower);
    if (metric) return metric;
  }
  return null;
}
