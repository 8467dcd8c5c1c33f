/** What several claims about one thing measure, as a few words for the writer. */
import type { Claim } from '../claims/claim.ts';
import { stem, termsOf } from '../claims/terms.ts';
import type { Lexicon } from '../lexicon/types.ts';
import type { ClaimRef } from '../library.ts';

/** How many words a phrase is made from that claims share, how near to the figures they must be, against the nearest, and how long it is. */
const MOST_WORDS = 4;
const NEAR = 0.5;
const LONGEST = 8;

/**
 * What claims measure. Where an event is told, whom it befell, as most of them tell it (`people killed`); else the words that they have in
 * common, as the claim that has most of them puts them around its figure (`the average household will pay … a year`).
 */
export function measuresOf(evidence: readonly ClaimRef[], lexicon: Lexicon): string {
  const claims = evidence.map(({ claim }) => claim);
  if (claims.every(({ event }) => event !== null)) return befallen(claims, lexicon);
  let best = '';
  let most = 0;
  for (const ref of evidence) {
    const words = sharedWords(ref, claims, lexicon);
    if (words.length <= most) continue;
    most = words.length;
    best = around(ref, words, lexicon);
  }
  return best || mostUsed(claims.map(({ measures }) => measures));
}

/** Whom an event befell, and how: of a toll by its usual name, of other events as most claims tell them. */
function befallen(claims: readonly Claim[], lexicon: Lexicon): string {
  const how = lexicon.claims.tolls.get(claims[0]!.event!);
  const told = claims.filter(({ head, measures }) => head !== null && measures !== '');
  if (how === undefined) return mostUsed((told.length > 0 ? told : claims).map(({ measures }) => measures));
  // Arrests and survivors tell by themselves what befell them.
  const heads = told.flatMap(({ head }) => (head!.people !== null && !tellsEvent(head!.text, lexicon) ? [head!.text] : []));
  return heads.length > 0 ? `${mostUsed(heads)} ${how}` : mostUsed(claims.map(({ measures }) => measures)) || how;
}

/** Whether a noun phrase is of what an event made of somebody, or of the event itself. */
function tellsEvent(text: string, { claims: { events } }: Lexicon): boolean {
  return events.has(text.slice(text.lastIndexOf(' ') + 1).toLowerCase());
}

/** The most used of some phrases; of equals the shortest, then the first. */
function mostUsed(phrases: readonly string[]): string {
  const uses = (phrase: string) => phrases.filter((other) => other === phrase).length;
  return [...phrases].sort((a, b) => uses(b) - uses(a) || a.length - b.length)[0] ?? '';
}

/** The tokens near a claim's figure, by their positions, that all claims have near theirs; names only where little else is shared. */
function sharedWords({ source, claim }: ClaimRef, claims: readonly Claim[], lexicon: Lexicon): number[] {
  const shared = [...claim.terms].filter(([key]) => claims.every((other) => other.terms.has(key))).sort((a, b) => b[1] - a[1]);
  // In `sales of 20 billion and 57,000 employees` the sales belong to another figure.
  const others = source.analysis.claims.filter((other) => other !== claim && other.figure.passage === claim.figure.passage);
  const taken = new Set(others.flatMap(({ head }) => (head && head.term !== claim.head?.term ? [head.term] : [])));
  const plain = shared.filter(([key]) => !claim.names.has(key) && !taken.has(key) && !speechOf(lexicon).has(key));
  const least = NEAR * (plain[0]?.[1] ?? 0);
  const near = (plain.length > 1 || claim.head ? plain : shared).filter(([, weight]) => weight >= least).slice(0, MOST_WORDS);
  const telling = new Set(near.map(([key]) => key));
  const passage = source.analysis.passages[claim.figure.passage]!;
  const found: number[] = [];
  for (const [at, term] of termsOf(passage, lexicon).entries()) if (term && telling.delete(term.key)) found.push(at);
  return found;
}

/** What a text says from the first of some tokens to the last within the figure's clause, the figure left out; without the farthest where that is long. */
function around({ source, claim }: ClaimRef, words: readonly number[], lexicon: Lexicon): string {
  const { start, end } = claim.figure.tokens;
  const { tokens } = source.analysis.passages[claim.figure.passage]!;
  const away = (at: number) => (at < start ? start - at : at - end + 1);
  const near = words.filter((at) => at < start || at >= end).sort((a, b) => away(a) - away(b));
  let [first, last] = [start, end];
  for (const at of near) {
    const [from, to] = [Math.min(first, at), Math.max(last, at + 1)];
    if (to - from - (end - start) > LONGEST) break;
    if (tokens.slice(from, to).some(({ text }, index) => CLAUSE_ENDS.has(text) && (from + index < start || from + index >= end))) continue;
    [first, last] = [from, to];
  }
  const isLoose = (at: number) => tokens[at]!.kind === 'symbol' || lexicon.claims.functionWords.has(tokens[at]!.lower);
  let [before, after] = [start, end];
  while (last === end && before > first && isLoose(before - 1)) before--;
  while (first === start && after < last && (isLoose(after) || tokens[after]!.kind === 'number')) after++;
  const text = (from: number, to: number) => (from < to ? source.article.text.slice(tokens[from]!.start, tokens[to - 1]!.end) : '');
  const sides = [text(first, before), text(after, last)].filter((side) => side !== '');
  return sides.join(' … ').replace(/\s+/g, ' ');
}

/** What a phrase does not go beyond. */
const CLAUSE_ENDS: ReadonlySet<string> = new Set([',', ';']);

const speechTerms = new WeakMap<Lexicon, ReadonlySet<string>>();

/** The terms of verbs of speech. */
function speechOf(lexicon: Lexicon): ReadonlySet<string> {
  let known = speechTerms.get(lexicon);
  if (!known) {
    known = new Set([...lexicon.claims.speech].map((verb) => stem(verb)));
    speechTerms.set(lexicon, known);
  }
  return known;
}
