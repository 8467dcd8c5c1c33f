/** Reads odds: `33-1`, `7/2` and `100 to 1` beside words of betting. */
import { amount, type Mention, mention } from './quantity.ts';
import type { Reader } from './reader.ts';

/** How far before odds a word of betting may stand, in tokens. */
const REACH = 6;
/** Longer odds than these are not given. */
const LONGEST = 10_000;

/** The odds that begin there, as the interval between their two numbers; null where none do. */
export function readOdds(r: Reader, at: number): Mention | null {
  const [against, stake] = [r.plain(at), r.plain(at + 2)];
  if (against < 1 || stake < 1 || against > LONGEST || stake > LONGEST) return null;
  const slash = r.text(at + 1) === '/' && r.glued(at + 1) && r.glued(at + 2);
  if (!slash && !r.dash(at + 1) && !r.in(r.words.links.to, at + 1)) return null;
  if (!isBetting(r, at)) return null;
  const quantity = { ...amount('other', against, 1, 'odds'), value: null, low: Math.min(against, stake), high: Math.max(against, stake) };
  return mention(at, at + 3, quantity);
}

/** Whether a word of betting stands shortly before two numbers, or right behind them (`a 100-1 outsider`). */
function isBetting(r: Reader, at: number): boolean {
  const { oddsWords } = r.words;
  const behind = r.hyphen(at + 3) ? at + 4 : at + 3;
  if (r.in(oddsWords, behind)) return true;
  for (let i = at - 1; i >= 0 && i >= at - REACH; i--) {
    if (r.text(i) === '.' || r.text(i) === ';') return false;
    if (r.in(oddsWords, i)) return true;
  }
  return false;
}
