/** Parts and wholes told in one sentence: whether the parts fit into the whole, make it, and are the percentage of it that is said. */
import type { Claim, Head } from '../claims/claim.ts';
import { inCommonUnit } from '../compare/units.ts';
import type { NumericQuantity } from '../model.ts';
import { amountOf, areApart, over, shown, stretchOf, sumOf, times } from './amounts.ts';
import type { Inconsistency, Slip } from './inconsistency.ts';
import type { FigureSentence } from './sentence.ts';

/** How many tokens may stand between a whole and the word that opens its parts (`300 houses in the valley, including`). */
const REACH = 8;
/** How many between two parts of a list (`12 men and 8`). */
const IN_LIST = 4;
const HUNDRED = { low: 100, high: 100 };

export function partSlips(sentence: FigureSentence): Inconsistency[] {
  return [...sharesOfWholes(sentence), ...included(sentence), ...listed(sentence), ...rests(sentence)];
}

/** `45 of the 40 passengers`, `25 of the 40 passengers (50%)`, `half of them, or 25 of 40`. */
function sharesOfWholes(sentence: FigureSentence): Inconsistency[] {
  const found: Inconsistency[] = [];
  const { amounts } = sentence;
  for (let index = 0; index + 1 < amounts.length; index++) {
    const [part, whole] = [amounts[index]!, amounts[index + 1]!];
    if (!isOf(part, whole, sentence)) continue;
    const [a, b] = inCommonUnit(amountOf(part)!, amountOf(whole)!) ?? [];
    if (!a || !b) continue;
    const quoted = { part: sentence.quoted(part), whole: sentence.quoted(whole) };
    if (stretchOf(a).low > stretchOf(b).high) {
      found.push({ marked: part, beside: [whole], slip: { kind: 'exceeds', ...quoted } });
      continue;
    }
    const told = [amounts[index - 1], amounts[index + 2]].find((claim) => claim && isBesideShare(claim, part, whole, sentence));
    const said = told && amountOf(told)!;
    const share = times(over(stretchOf(a), stretchOf(b)), 100);
    if (!told || !said || !Number.isFinite(share.low) || !areApart(share, stretchOf(said))) continue;
    const slip: Slip = { kind: 'share', ...quoted, share: `${shown((100 * a.value!) / b.value!)}%`, said: sentence.quoted(told) };
    found.push({ marked: told, beside: [part, whole], slip });
  }
  return found;
}

const THE: ReadonlySet<string> = new Set(['the', 'its', 'their', 'his', 'her', 'our', 'all']);

function isOf(part: Claim, whole: Claim, sentence: FigureSentence): boolean {
  const [a, b] = [amountOf(part)!, amountOf(whole)!];
  if (a.dimension !== b.dimension || (a.dimension !== 'count' && a.dimension !== 'money')) return false;
  const { start } = whole.figure.tokens;
  // `1 of 2-metre planks`
  if (sentence.at(whole.figure.tokens.end) === '-' || a.per !== null || b.per !== null) return false;
  let at = start - 1;
  while (at > part.figure.tokens.end && THE.has(sentence.at(at))) at--;
  if (sentence.at(at) !== 'of') return false;
  if (at > part.figure.tokens.end && sentence.at(at - 1) === 'out') at--;
  return at === part.figure.tokens.end;
}

/** `(50%)`, `, or 50%,` behind them, or `50% (25 of the 40)`. */
function isBesideShare(claim: Claim, part: Claim, whole: Claim, sentence: FigureSentence): boolean {
  const quantity = amountOf(claim);
  if (quantity?.dimension !== 'share' || quantity.unit !== '%') return false;
  const { start, end } = claim.figure.tokens;
  if (end <= part.figure.tokens.start) {
    const opens = sentence.at(end) === '(' && part.figure.tokens.start === end + 1;
    const comma = sentence.at(end) === ',' ? end + 1 : end;
    return opens || (sentence.at(comma) === 'or' && part.figure.tokens.start === comma + 1);
  }
  const from = whole.figure.tokens.end;
  const isBracketed = sentence.at(start - 1) === '(' && (sentence.at(end) === ')' || sentence.at(end) === ',');
  const isSaidAgain = sentence.at(start - 1) === 'or' && sentence.at(start - 2) === ',';
  if (!isBracketed && !isSaidAgain) return false;
  return start - from <= IN_LIST && !sentence.has(from, start - 2, sentence.words.breaks);
}

/** `300 houses, including 350 villas`. */
function included(sentence: FigureSentence): Inconsistency[] {
  const found: Inconsistency[] = [];
  const { amounts } = sentence;
  for (let index = 1; index < amounts.length; index++) {
    const [whole, part] = [amounts[index - 1]!, amounts[index]!];
    const gap = part.figure.tokens.start - whole.figure.tokens.end;
    if (sentence.at(part.figure.tokens.start - 1) !== 'including' || gap > REACH || !countAlike(whole, part, sentence)) continue;
    if (sentence.has(whole.figure.tokens.end, part.figure.tokens.start - 1, sentence.words.breaks)) continue;
    const [a, b] = inCommonUnit(amountOf(part)!, amountOf(whole)!) ?? [];
    if (!a || !b || a.dimension === 'duration' || stretchOf(a).low <= stretchOf(b).high) continue;
    found.push({
      marked: part,
      beside: [whole],
      slip: { kind: 'exceeds', part: sentence.quoted(part), whole: sentence.quoted(whole) },
    });
  }
  return found;
}

/** Whether one may be part of the other: sums of money, people of whatever kind, or things of one name. */
function countAlike(whole: Claim, part: Claim, sentence: FigureSentence): boolean {
  const [a, b] = [amountOf(whole)!, amountOf(part)!];
  if (a.dimension !== b.dimension || a.per !== b.per) return false;
  if (a.dimension !== 'count') return a.dimension === 'money';
  if (isCollective(whole.head, sentence)) return false;
  if (arePeople(whole) && arePeople(part)) return true;
  return whole.head !== null && part.head !== null && whole.head.term === part.head.term;
}

function isCollective(head: Head | null, { words }: FigureSentence): boolean {
  return (
    head !== null &&
    words.collectives.has(
      head.text
        .slice(head.text.lastIndexOf(' ') + 1)
        .toLowerCase()
        .replace(/(?:ies|s)$/, (end) => (end === 'ies' ? 'y' : '')),
    )
  );
}

function arePeople({ head }: Claim): boolean {
  return head?.people != null;
}

/** Whether a noun is of people, or looks like one of them: `jurors`. */
function mayBePeople(claim: Claim, { lexicon }: FigureSentence): boolean {
  return arePeople(claim) || lexicon.claims.agentEndings.some((ending) => claim.head?.term.endsWith(ending));
}

/** Parts in a row that are told to make a whole: `25 jurors (12 men and 8 women)`, `5 gold, 8 silver and 6 bronze, a total of 20`. */
function listed(sentence: FigureSentence): Inconsistency[] {
  const found: Inconsistency[] = [];
  const { amounts } = sentence;
  for (const [index, whole] of amounts.entries()) {
    const quantity = amountOf(whole)!;
    if (quantity.dimension !== 'count' && quantity.dimension !== 'money') continue;
    const behind = opensList(whole, sentence) ? listFrom(amounts, index + 1, 1, sentence) : [];
    const before = isTotal(whole, sentence) ? listFrom(amounts, index - 1, -1, sentence) : [];
    for (const parts of [behind, before]) {
      const slip = parts.length > 1 ? wrongSum(parts, whole, sentence) : null;
      const isPeople = mayBePeople(whole, sentence) && !isCollective(whole.head, sentence) && parts.every(arePeople);
      if (slip && (parts === before || isPeople)) found.push({ marked: whole, beside: parts, slip });
    }
  }
  return found;
}

/** Whether a bracket, colon or dash stands right behind what a figure counts. */
function opensList({ figure: { tokens }, head }: Claim, sentence: FigureSentence): boolean {
  let at = tokens.end;
  const last = head?.text.slice(head.text.lastIndexOf(' ') + 1);
  while (last && at < tokens.end + REACH && sentence.tokens[at]?.text !== last) at++;
  return ['(', ':', '\u2014', '\u2013'].includes(sentence.at(at + (last ? 1 : 0)));
}

/** `a total of 20`, `20 in total`, `20 in all`. */
function isTotal({ figure: { tokens }, head }: Claim, sentence: FigureSentence): boolean {
  if (sentence.at(tokens.start - 1) === 'of' && sentence.at(tokens.start - 2) === 'total') {
    const article = sentence.at(tokens.start - 3) === 'a' ? tokens.start - 4 : tokens.start - 3;
    return [',', '(', '\u2013', '\u2014', 'for', 'making'].includes(sentence.at(article));
  }
  const at = tokens.end + (head && sentence.isWord(tokens.end) && sentence.at(tokens.end) !== 'in' ? 1 : 0);
  return sentence.at(at) === 'in' && ['total', 'all'].includes(sentence.at(at + 1)) && sentence.at(tokens.start - 1) === ',';
}

/** The plain counts that stand in a row from one of them on, joined by commas and `and` with few words between. */
function listFrom(amounts: readonly Claim[], first: number, step: 1 | -1, sentence: FigureSentence): readonly Claim[] {
  const parts: Claim[] = [];
  const dimension = amounts[first] && amountOf(amounts[first])!.dimension;
  for (let index = first; index >= 0 && index < amounts.length; index += step) {
    const claim = amounts[index]!;
    const { hedge, ...quantity } = amountOf(claim)!;
    if (quantity.dimension !== dimension || hedge !== null) return [];
    const last = parts.at(-1);
    const [a, b] = step > 0 ? [last, claim] : [claim, last];
    const [from, to] = [a?.figure.tokens.end ?? 0, b?.figure.tokens.start ?? 0];
    if (last && to - from > IN_LIST) break;
    if (last && !sentence.has(from, to, JOINTS)) break;
    if (last && sentence.has(from, to, ENDS)) break;
    parts.push(claim);
  }
  if (parts.length < 2) return [];
  const [start, end] = [
    Math.min(...parts.map(({ figure }) => figure.tokens.start)),
    Math.max(...parts.map(({ figure }) => figure.tokens.end)),
  ];
  if (sentence.has(start - 4, end + IN_LIST, sentence.words.incomplete)) return [];
  return step > 0 ? parts : parts.reverse();
}

const JOINTS: ReadonlySet<string> = new Set([',', 'and']);
const ENDS: ReadonlySet<string> = new Set([')', ':', ';', '(']);

function wrongSum(parts: readonly Claim[], whole: Claim, sentence: FigureSentence): Slip | null {
  const total = amountOf(whole)!;
  const common = parts.map((part) => inCommonUnit(total, amountOf(part)!)?.[1]);
  if (!common.every((each) => each !== undefined)) return null;
  if (!areApart(sumOf(common.map(stretchOf)), stretchOf(total))) return null;
  return {
    kind: 'sum',
    parts: parts.map((part) => sentence.quoted(part)),
    sum: sentence.like(whole, totalOf(common)),
    whole: sentence.quoted(whole),
  };
}

function totalOf(quantities: readonly NumericQuantity[]): number {
  return Number(quantities.reduce((sum, { value }) => sum + value!, 0).toPrecision(12));
}

/** `Of the 40 passengers, 25 were killed and the other 20 survived`; `60% voted yes, 35% no and the remaining 15% abstained`. */
function rests(sentence: FigureSentence): Inconsistency[] {
  const { amounts } = sentence;
  const last = amounts.at(-1);
  if (!last || !sentence.words.rest.has(sentence.at(last.figure.tokens.start - 1))) return [];
  const quantity = amountOf(last)!;
  const alike = amounts.filter((claim) => amountOf(claim)!.dimension === quantity.dimension && amountOf(claim)!.unit === quantity.unit);
  if (quantity.dimension === 'share' && quantity.unit === '%') {
    const shares = alike.map((claim) => amountOf(claim)!);
    if (alike.length !== amounts.length || alike.length < 2 || !areApart(sumOf(shares.map(stretchOf)), HUNDRED)) return [];
    const parts = alike.map((claim) => sentence.quoted(claim));
    return [
      { marked: last, beside: alike.slice(0, -1), slip: { kind: 'sum', parts, sum: sentence.like(last, totalOf(shares)), whole: '100%' } },
    ];
  }
  const [whole, ...parts] = amounts;
  const { start } = whole!.figure.tokens;
  const isWhole = sentence.at(start - 1) === 'of' || (THE.has(sentence.at(start - 1)) && sentence.at(start - 2) === 'of');
  if (!isWhole || start > IN_LIST || parts.length < 2 || quantity.dimension !== 'count') return [];
  if (!parts.every((part) => amountOf(part)!.dimension === 'count' && amountOf(part)!.hedge === null)) return [];
  if (sentence.has(whole!.figure.tokens.end, last.figure.tokens.end, sentence.words.incomplete)) return [];
  const slip = wrongSum(parts, whole!, sentence);
  return slip ? [{ marked: last, beside: [whole!, ...parts.slice(0, -1)], slip }] : [];
}
