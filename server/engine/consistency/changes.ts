/** Changes told with both their ends (`rose by 20 from 100 to 130`, `doubled from 60 to 150`): whether what is said of them follows. */
import type { Claim } from '../claims/claim.ts';
import { inCommonUnit, isShare } from '../compare/units.ts';
import type { NumericQuantity } from '../model.ts';
import { amountOf, areApart, minus, over, plus, type Stretch, shown, stretchOf, times } from './amounts.ts';
import type { Inconsistency, Slip } from './inconsistency.ts';
import type { FigureSentence } from './sentence.ts';

/** A figure that was one amount and became another. */
interface Change {
  readonly before: Claim;
  readonly after: Claim;
  readonly from: NumericQuantity;
  readonly to: NumericQuantity;
  /** Both as the draft writes them. */
  readonly ends: { readonly from: string; readonly to: string };
  /** The positions of its tokens, `from` and `to` included. */
  readonly start: number;
  readonly end: number;
}

/** How many tokens may stand between the two ends of a change (`60 people in 2010 to 150`). */
const BETWEEN_ENDS = 7;
/** How many between a change and its ends (`doubled in a year from`). */
const BESIDE = 5;
/** How many back from a figure its verb may stand (`rose by`, `an increase of`). */
const LEAD = 3;

export function changeSlips(sentence: FigureSentence): Inconsistency[] {
  const found: Inconsistency[] = [];
  for (const change of changesIn(sentence)) {
    const told = sentence.amounts.filter((claim) => claim !== change.before && claim !== change.after);
    for (const claim of told) {
      const slip = isBefore(claim, change, sentence) || isBehind(claim, change, sentence) ? slipOf(claim, change, sentence) : null;
      if (slip) found.push({ marked: claim, beside: [...new Set([change.before, change.after])], slip });
    }
    const slip = found.length === 0 ? wrongWay(change, sentence) : null;
    if (slip) found.push({ marked: change.after, beside: [change.before], slip });
  }
  return found;
}

/** `from A to B`, `to B from A`, and `A to B` where a change is told right behind it. */
function changesIn(sentence: FigureSentence): Change[] {
  const changes: Change[] = [];
  const { amounts } = sentence;
  for (let index = 0; index + 1 < amounts.length; index++) {
    const [first, second] = [amounts[index]!, amounts[index + 1]!];
    const [one, two] = [first.figure.tokens, second.figure.tokens];
    const [lead, link] = [sentence.at(one.start - 1), sentence.at(two.start - 1)];
    if (two.start - one.end > BETWEEN_ENDS || sentence.has(one.end, two.start - 1, sentence.words.breaks)) continue;
    const start = one.start - 1;
    const isForth = link === 'to' && (lead === 'from' || two.start - one.end === 1);
    if (isForth) add(changes, first, second, lead === 'from' ? start : one.start, two.end, sentence);
    else if (lead === 'to' && link === 'from') add(changes, second, first, start, two.end, sentence);
  }
  for (const claim of sentence.claims) {
    const change = asChange(claim, sentence);
    if (change) changes.push(change);
  }
  return changes;
}

function add(changes: Change[], before: Claim, after: Claim, start: number, end: number, sentence: FigureSentence): void {
  const [a, b] = [amountOf(before)!, amountOf(after)!];
  const common = a.dimension === b.dimension ? inCommonUnit(a, b) : null;
  if (!common || a.dimension === 'ratio' || a.per !== b.per) return;
  if (before.head && after.head && before.head.term !== after.head.term) return;
  const ends = { from: sentence.quoted(before), to: sentence.quoted(after) };
  changes.push({ before, after, from: common[0], to: common[1], ends, start, end });
}

/** `$4 to $5` reads as a range, which a change behind it tells to be its two ends. */
function asChange(claim: Claim, sentence: FigureSentence): Change | null {
  const { quantity, tokens } = claim.figure;
  if (quantity.dimension === 'date' || quantity.hedge !== 'range') return null;
  let link = tokens.start + 1;
  while (link < tokens.end && sentence.at(link) !== 'to') link++;
  if (link >= tokens.end - 1) return null;
  const end = (value: number): NumericQuantity => ({ ...quantity, value, low: value, high: value, hedge: null });
  const [from, to] = [end(quantity.low), end(quantity.high)];
  if (amountOf({ ...claim, figure: { ...claim.figure, quantity: from } }) === null) return null;
  const ends = { from: sentence.slice({ start: tokens.start, end: link }), to: sentence.slice({ start: link + 1, end: tokens.end }) };
  return { before: claim, after: claim, from, to, ends, start: tokens.start, end: tokens.end };
}

/** Whether a figure is told as the change right before its ends: `rose by 20 from`, `a 50% rise from`, `doubled in a year from`. */
function isBefore(claim: Claim, { start }: Change, sentence: FigureSentence): boolean {
  const { tokens } = claim.figure;
  if (tokens.end > start || start - tokens.end > BESIDE) return false;
  if (sentence.hasAmount(tokens.end, start) || sentence.has(tokens.end, start, sentence.words.breaks)) return false;
  return isRatio(claim) || isLed(claim, tokens.start - LEAD - 1, start, sentence);
}

/** Whether it is told right behind them: `, up 50%`, `, an increase of 800`, `(a 20% rise)`, `, more than doubling`. */
function isBehind(claim: Claim, { end }: Change, sentence: FigureSentence): boolean {
  const { tokens } = claim.figure;
  if (tokens.start < end || tokens.start - end > BESIDE + LEAD) return false;
  if (sentence.hasAmount(end, tokens.start) || sentence.has(end, tokens.start, sentence.words.breaks)) return false;
  let boundary = end;
  while (boundary < tokens.start && !SEPARATORS.has(sentence.at(boundary))) boundary++;
  if (boundary === tokens.start || tokens.start - boundary > LEAD + 1) return false;
  // `, more than four times the target` is a multiple of something else.
  return isRatio(claim) ? !sentence.isWord(tokens.end) : isLed(claim, boundary + 1, tokens.end + 1, sentence);
}

const SEPARATORS: ReadonlySet<string> = new Set([',', '(', '-', '\u2013', '\u2014']);
/** What may stand between a change and its word. */
const LINKS: ReadonlySet<string> = new Set(['by', 'of', 'a', 'an', 'some']);

function isRatio(claim: Claim): boolean {
  return claim.figure.quantity.dimension === 'ratio';
}

/** Whether a word of rising or falling takes a figure for its change, between two positions; and nothing makes it a rate. */
function isLed({ figure: { tokens, quantity } }: Claim, from: number, to: number, sentence: FigureSentence): boolean {
  const { rises, falls, rates } = sentence.words;
  const tells = (at: number) => rises.has(sentence.at(at)) || falls.has(sentence.at(at));
  if (quantity.dimension === 'date' || quantity.per !== null || rates.has(sentence.at(tokens.end))) return false;
  let at = tokens.start - 1;
  for (; at >= from && LINKS.has(sentence.at(at)); at--);
  if (at >= from && at >= 0 && tells(at)) return true;
  return tokens.end < to && tells(tokens.end);
}

/** What is wrong with a figure that is told as what lies between two ends; null where it may be right, or says something else. */
function slipOf(claim: Claim, change: Change, sentence: FigureSentence): Slip | null {
  const quantity = amountOf(claim)!;
  const said = sentence.quoted(claim);
  if (quantity.dimension === 'ratio') return ratioSlip(quantity, said, change, sentence);
  const { from, to, ends } = change;
  const made = isShare(quantity) ? percentMade(quantity, change) : differenceMade(claim, quantity, change, sentence);
  return made === null ? null : { kind: 'change', ...ends, up: to.value! >= from.value!, change: made, said };
}

function ratioSlip(quantity: NumericQuantity, said: string, { from, to, ends }: Change, { words }: FigureSentence): Slip | null {
  const ratio = over(stretchOf(to), stretchOf(from));
  const stated = stretchOf(quantity);
  if (from.value === 0 || !areApart(ratio, stated)) return null;
  // A threefold increase may be one by three times.
  if (said.endsWith(words.fold) && !areApart(plus(ratio, -1), stated)) return null;
  return { kind: 'ratio', ...ends, times: to.value! / from.value!, said, factor: quantity.hedge === null ? quantity.value : null };
}

/** The percentage that a change makes, where the stated one is another. A share that rises by 10% rises by a tenth of it, or by ten points. */
function percentMade(quantity: NumericQuantity, { from, to }: Change): string | null {
  const [a, b] = [stretchOf(from), stretchOf(to)];
  const scale = quantity.unit === '%' ? 100 : 1;
  const percent = times(plus(over(b, a), -1), to.value! >= from.value! ? scale : -scale);
  const stated = stretchOf(quantity);
  if (!Number.isFinite(percent.low) || !areApart(percent, stated)) return null;
  if (isShare(from) && !areApart(times(sized(minus(b, a)), scale), stated)) return null;
  return `${shown(Math.abs(to.value! / from.value! - 1) * 100)}%`;
}

/** The difference that a change makes, in percentage points or in its own unit, where the stated one is another. */
function differenceMade(claim: Claim, quantity: NumericQuantity, { from, to }: Change, sentence: FigureSentence): string | null {
  if (quantity.dimension === 'points') {
    const points = times(sized(minus(stretchOf(to), stretchOf(from))), 100);
    if (!isShare(from) || !areApart(points, stretchOf(quantity))) return null;
    return `${shown(Math.abs(to.value! - from.value!) * 100)} ${sentence.words.points}`;
  }
  const [a, stated] = inCommonUnit(from, quantity) ?? [];
  const [b] = inCommonUnit(to, quantity) ?? [];
  if (!a || !b || !stated || quantity.dimension !== from.dimension || stated.value === 0) return null;
  if (!areApart(sized(minus(stretchOf(b), stretchOf(a))), stretchOf(stated))) return null;
  const difference = (Math.abs(b.value! - a.value!) * quantity.value!) / stated.value!;
  return sentence.like(claim, Number(difference.toPrecision(10)));
}

/** The sizes of a stretch of differences, whichever way they go. */
function sized({ low, high }: Stretch): Stretch {
  if (low >= 0) return { low, high };
  return high <= 0 ? { low: -high, high: -low } : { low: 0, high: Math.max(-low, high) };
}

/** A change that is called a rise and is a fall, or the other way round, where what changes is an amount and no rank. */
function wrongWay({ before, after, from, to, ends, start }: Change, sentence: FigureSentence): Slip | null {
  const { rises, falls } = sentence.words;
  const counts = from.dimension === 'count' || from.dimension === 'other' || from.dimension === 'duration';
  if (counts && !(before.head ?? after.head)) return null;
  if (from.low < 0 || to.low < 0 || sentence.at(start) !== 'from') return null;
  const verb = sentence.at(start - 1);
  const [a, b] = [stretchOf(from), stretchOf(to)];
  const isFall = b.high < a.low;
  const isRise = b.low > a.high;
  if (!(rises.has(verb) && isFall) && !(falls.has(verb) && isRise)) return null;
  return { kind: 'direction', ...ends, up: isRise };
}
