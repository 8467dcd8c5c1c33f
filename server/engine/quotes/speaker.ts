/** Who says what stands in quotation marks, where a name and a verb of speech stand right beside it. Anything less is nobody. */
import { distance } from 'fastest-levenshtein';
import { nameParts } from '../claims/terms.ts';
import type { Lexicon } from '../lexicon/types.ts';
import type { NameMention, Passage, Span, Token } from '../model.ts';

/** How far from the quotation a verb of speech may stand, and from that the name, in tokens. */
const NEAR = 5;
/** How long what stands between commas behind a name may be (`Ilse Marten, the mayor of Norwick, said`). */
const APPOSITION = 8;
/** Two spellings of one name differ by no more letters than this, where it has at least so many. */
const SPELLING = 2;
const LONG_NAME = 5;

/**
 * The person whom a text gives a quotation to: `said Ilse Marten`, `Ilse Marten said`, behind it or before it. Null where nobody is named
 * there. `passages` are those of its block, `names` those that stand in them.
 */
export function speakerOf(
  quotation: Span,
  passages: readonly Passage[],
  names: readonly NameMention[],
  lexicon: Lexicon,
): NameMention | null {
  const around = passages.filter(({ start, end }) => start <= quotation.end + 1 && end >= quotation.start - 1);
  const tokens = around.flatMap((passage) => passage.tokens);
  const people = names.filter((name) => mayBePerson(name, tokens));
  const behind = tokens.filter(({ start }) => start >= quotation.end);
  const ahead = tokens.filter(({ end }) => end <= quotation.start);
  return (
    speakerBehind(outsideMarks(behind), people, lexicon) ?? speakerAhead(outsideMarks([...ahead].reverse()).reverse(), people, lexicon)
  );
}

/** A person, or what has a forename and a surname and nothing that tells it to be anything else. */
function mayBePerson({ kind, text, start }: NameMention, tokens: readonly Token[]): boolean {
  if (kind !== 'unknown') return kind === 'person';
  const before = tokens.findLast((token) => token.end <= start);
  return FULL_NAME.has(text.split(' ').length) && before?.lower !== 'the';
}

/** How many words the names of people have mostly. */
const FULL_NAME: ReadonlySet<number> = new Set([2, 3]);

/** The tokens up to the next quotation, without the marks that end this one. */
function outsideMarks(tokens: readonly Token[]): Token[] {
  let from = 0;
  while (from < tokens.length && tokens[from]!.kind === 'symbol' && from < NEAR) from++;
  const next = tokens.findIndex(({ text }, at) => at > from && text === '"');
  return tokens.slice(from, next < 0 ? undefined : next);
}

function speakerBehind(tokens: readonly Token[], people: readonly NameMention[], lexicon: Lexicon): NameMention | null {
  const isSpeech = (at: number) => lexicon.claims.speech.has(tokens[at]?.lower ?? '');
  const at = (position: number) =>
    people.find(({ start, end }) => start <= (tokens[position]?.start ?? -1) && (tokens[position]?.end ?? Infinity) <= end) ?? null;
  if (isSpeech(0)) return at(1) ?? at(2);
  const name = at(0);
  return name && isSpeech(verbAfter(name, tokens)) ? name : null;
}

function speakerAhead(tokens: readonly Token[], people: readonly NameMention[], lexicon: Lexicon): NameMention | null {
  for (let verb = tokens.length - 1; verb >= Math.max(0, tokens.length - NEAR); verb--) {
    if (!lexicon.claims.speech.has(tokens[verb]!.lower)) continue;
    return people.find((name) => verbAfter(name, tokens) === verb) ?? null;
  }
  return null;
}

/** The place of the word behind a name: right behind it, or behind what stands between commas. */
function verbAfter({ end }: Span, tokens: readonly Token[]): number {
  const after = tokens.findIndex(({ start }) => start >= end);
  if (after < 0 || tokens[after]!.text !== ',') return after;
  const close = tokens.findIndex(({ text }, at) => at > after && text === ',');
  return close >= 0 && close - after <= APPOSITION ? close + 1 : -1;
}

/** Whether two names may be one person's: they share a part, however it is spelt. */
export function mayBeOne(a: string, b: string): boolean {
  const [ours, theirs] = [a, b].map((name) => nameParts(name).map((part) => part.toLowerCase()));
  return ours!.some((part) =>
    theirs!.some((other) => part === other || (Math.min(part.length, other.length) >= LONG_NAME && distance(part, other) <= SPELLING)),
  );
}
