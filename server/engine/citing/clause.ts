/** Where in a sentence its words say whose a figure is: behind the clause that the figure stands in, before what ends that. */
import type { Lexicon } from '../lexicon/types.ts';
import type { Passage, Span, Token } from '../model.ts';

/** The clause of a figure, and the places behind it. Offsets of the text. */
export interface Clause {
  /** The positions of its tokens, half-open. */
  readonly tokens: Span;
  /** Behind its last word, before the stop, comma or bracket that ends it; null where no words can go there. */
  readonly end: number | null;
  /** What words that are put there need behind them: the full stop that an abbreviation has taken. */
  readonly stop: string;
  /**
   * The full stop and the marks behind it, where a quotation takes the stop in with it (`the “siege.”`): words go behind the marks then, and
   * a comma takes the stop's place. Null where it is not so.
   */
  readonly inside: Span | null;
  /** Behind the stop or comma, where a note's mark goes. */
  readonly behind: number;
}

/** The clause of the figure at `figure`, positions of tokens of the passage. Linear in the passage. */
export function clauseOf({ tokens, kind }: Passage, figure: Span, lexicon: Lexicon): Clause {
  const bracket = bracketAround(tokens, figure);
  const whole = bracket ?? { start: 0, end: tokens.length };
  const { start, end: next } = bracket ? whole : clauseBetween(tokens, whole, figure, lexicon);
  const isLast = next === whole.end;
  let last = next;
  while (isLast && last > figure.end && isEnd(tokens[last - 1]!)) last--;
  const tail = tokens.slice(last, next);
  const stopAt = tail.findIndex(({ text }) => STOPS.has(text));
  const stop = tail[stopAt];
  const abbreviated = stop !== undefined && isAbbreviation(tokens, last + stopAt, lexicon);
  const at = abbreviated ? stop.end : isLast ? (stop?.start ?? tokens[next - 1]!.end) : tokens[next]!.start;
  const behind = isLast ? tokens[next - 1]!.end : tokens[next]!.end;
  // A question attributes nothing.
  const isClosed = tail.some(({ text }) => text === '?') || (stop !== undefined && tail.at(-1)?.text === '"');
  const isWordless = kind === 'heading' || kind === 'cell' || kind === 'caption' || isQuoted(tokens, figure);
  const isInside = isClosed && !isWordless && !abbreviated && bracket === null && endsQuotation(tokens, last + stopAt);
  return {
    tokens: { start, end: last },
    inside: isInside ? { start: stop!.start, end: tokens[next - 1]!.end } : null,
    end: isWordless || isClosed ? null : at,
    stop: abbreviated ? '.' : '',
    behind: bracket ? at : behind,
  };
}

const STOPS: ReadonlySet<string> = new Set(['.', '!', '?', '\u2026']);
const CLOSERS: ReadonlySet<string> = new Set(['"', "'", ')', ']']);

function isEnd({ text }: Token): boolean {
  return STOPS.has(text) || CLOSERS.has(text);
}

/** The inside of the round brackets that a figure stands in; null where it stands in none, or they are not closed. */
function bracketAround(tokens: readonly Token[], { start, end }: Span): Span | null {
  let depth = 0;
  let open = start - 1;
  for (; open >= 0; open--) {
    const { text } = tokens[open]!;
    if (text === ')') depth++;
    else if (text === '(' && depth-- === 0) break;
  }
  if (open < 0) return null;
  depth = 0;
  for (let close = end; close < tokens.length; close++) {
    const { text } = tokens[close]!;
    if (text === '(') depth++;
    else if (text === ')' && depth-- === 0) return { start: open + 1, end: close };
  }
  return null;
}

/** Of the clauses between two positions the one that a figure stands in; its end is the semicolon or the comma behind it. */
function clauseBetween(tokens: readonly Token[], whole: Span, figure: Span, lexicon: Lexicon): Span {
  let { start } = whole;
  let depth = 0;
  let isOpen = false;
  for (let at = whole.start; at < whole.end; at++) {
    const { text } = tokens[at]!;
    if (text === '(') depth++;
    else if (text === ')') depth--;
    else if (text === '"') isOpen = !isOpen;
    if (depth > 0 || isOpen || (at >= figure.start && at < figure.end)) continue;
    if (!(text === ';' || (text === ',' && isJoint(tokens, { start, end: at }, lexicon)))) continue;
    if (at >= figure.end) return { start, end: at };
    start = at + 1;
  }
  return { start, end: whole.end };
}

/** Whether a comma parts two clauses: a joint follows, and each side has a verb of its own. */
function isJoint(tokens: readonly Token[], { start, end }: Span, { citing, claims }: Lexicon): boolean {
  if (!citing.joints.has(tokens[end + 1]?.lower ?? '')) return false;
  const isVerb = ({ lower }: Token) =>
    citing.finite.has(lower) || claims.irregular.has(lower) || (lower.length > 4 && lower.endsWith('ed'));
  if (!tokens.slice(start, end).some(isVerb)) return false;
  if (citing.subjects.has(tokens[end + 2]?.lower ?? '')) return true;
  for (let at = end + 2; at < tokens.length; at++) {
    const { text, lower } = tokens[at]!;
    if (citing.finite.has(lower)) return true;
    if (text === ',' || text === ';' || text === '(') return false;
  }
  return false;
}

/** Whether a figure stands between quotation marks: then the words are somebody's. */
function isQuoted(tokens: readonly Token[], { start, end }: Span): boolean {
  const isMark = ({ text }: Token) => text === '"';
  return tokens.slice(0, start).filter(isMark).length % 2 === 1 && tokens.slice(end).some(isMark);
}

/** Whether the sentence ends with a full stop and the mark that closes a quotation right behind it, which was opened before. */
function endsQuotation(tokens: readonly Token[], stop: number): boolean {
  const marks = tokens.slice(stop + 1);
  const before = tokens.slice(0, stop).filter(({ text }) => text === '"').length;
  return tokens[stop]!.text === '.' && marks.length === 1 && marks[0]!.text === '"' && !marks[0]!.spaced && before % 2 === 1;
}

/** Whether the full stop behind the last word is the word's own: `U.S.`, `Inc.`. */
function isAbbreviation(tokens: readonly Token[], stop: number, { text }: Lexicon): boolean {
  const [word, before] = [tokens[stop - 1], tokens[stop - 2]];
  if (word?.kind !== 'word' || tokens[stop]!.text !== '.' || tokens[stop]!.spaced) return false;
  return text.closers.has(word.lower) || (word.text.length === 1 && before?.text === '.' && !word.spaced);
}
