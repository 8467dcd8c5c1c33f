/** One thing that a draft gives two figures of: the same people or things in the same event, or the age of one person. In doubt, silent. */
import type { Analysis } from '../analysis.ts';
import type { Claim } from '../claims/claim.ts';
import { sameSubject } from '../claims/subject.ts';
import { nameParts, stem } from '../claims/terms.ts';
import { differs, numbersAgree } from '../compare/agree.ts';
import { align } from '../compare/align.ts';
import { doubtOf, namesApart } from '../compare/doubt.ts';
import type { Lexicon } from '../lexicon/types.ts';
import type { NumericQuantity, Token, Work } from '../model.ts';
import { textOf } from './amounts.ts';
import type { Inconsistency } from './inconsistency.ts';

/** How well two claims of one event must align where the second does not point back to the first. Chosen on sample articles. */
const ALIGNED = 0.75;
/** A thing that the draft gives more figures of than this is several. */
const MOST_FIGURES = 2;

/** The figures of a draft that say otherwise than an earlier one of the same thing. `groups` are its plain claims of one thing each. Yields once a thing. */
export function* twiceTold(groups: readonly (readonly Claim[])[], draft: Analysis, lexicon: Lexicon): Work<Inconsistency[]> {
  const found: Inconsistency[] = [];
  for (const group of groups) {
    const values = new Set(group.map(({ figure }) => numberOf(figure.quantity as NumericQuantity)));
    if (values.size !== MOST_FIGURES) continue;
    const before = group[0]!;
    const marked = group.find(
      (claim) => numberOf(claim.figure.quantity as NumericQuantity) !== numberOf(before.figure.quantity as NumericQuantity),
    )!;
    yield;
    if (marked.figure.passage === before.figure.passage || !isSame(before, marked, draft, lexicon)) continue;
    const quoted = (claim: Claim) => textOf(claim.figure, draft.passages[claim.figure.passage]!.tokens, draft.prose.text);
    found.push({ marked, beside: [before], slip: { kind: 'twice', here: quoted(marked), before: quoted(before) } });
  }
  return found;
}

function numberOf({ value }: NumericQuantity): number | null {
  return value;
}

/** What a claim is of, the same for all claims of one thing; null where a claim does not say what it is of. */
export function thingOf({ figure: { quantity }, head, event, subjects, ownNames }: Claim): string | null {
  if (quantity.dimension === 'count') return head && !(head.common && event === null) ? `count ${head.term}` : null;
  const [subject] = subjects;
  // Of a name that only the sentence before has, an age may be somebody else's.
  if (quantity.dimension !== 'age' || subjects.length !== 1 || !subject!.every((part) => ownNames.has(part))) return null;
  return `age ${subject!.at(-1)}`;
}

/** Whether a claim says what it is of, and simply states one number as a fact of the story's own moment. `words` are its sentence's. */
export function isPlain(claim: Claim, words: readonly Token[], { consistency, numbers }: Lexicon): boolean {
  const { figure, role, expected, negated, denied, time, direction } = claim;
  const { quantity, tokens } = figure;
  if (thingOf(claim) === null) return false;
  if (quantity.dimension === 'date' || quantity.value === null || quantity.hedge !== null || quantity.per !== null) return false;
  if (role !== null || expected || negated || denied || time !== null || direction !== null) return false;
  const next = words[tokens.end]?.lower ?? '';
  if (numbers.links.of.has(words[tokens.start - 1]?.lower ?? '') || numbers.links.of.has(next)) return false;
  return !words.some(({ lower }) => consistency.elsewhere.has(lower));
}

function isSame(before: Claim, marked: Claim, draft: Analysis, lexicon: Lexicon): boolean {
  const [a, b] = [before.figure.quantity as NumericQuantity, marked.figure.quantity as NumericQuantity];
  if (!differs(numbersAgree(a, b)) || numbersAgree(a, b) === 'rounded' || numbersAgree(b, a) !== 'differs') return false;
  if (a.dimension === 'age') return isOnePerson(before, marked, draft);
  if (before.speaker !== null && marked.speaker !== null && before.speaker !== marked.speaker) return false;
  if (namesApart(before, marked) || doubtOf(before, marked) === 'kind') return false;
  const modifiers = marked.head!.modifiers.every((modifier) => before.head!.modifiers.includes(modifier));
  if (isDefinite(marked, draft, lexicon) && modifiers) return !isTold(b.value!, marked, draft);
  if (before.event === null || before.event !== marked.event || before.speaker !== marked.speaker) return false;
  const shares = [...before.ownNames].some((name) => marked.ownNames.has(name));
  return shares && align(before, marked).score >= ALIGNED;
}

/** Whether a figure points back (`the 16 officers were`): to what was told before, and to no part of it (`the 16 officers who`). */
function isDefinite({ figure, head, event }: Claim, { passages }: Analysis, { consistency, claims }: Lexicon): boolean {
  const { tokens } = passages[figure.passage]!;
  if (!consistency.definite.has(tokens[figure.tokens.start - 1]?.lower ?? '')) return false;
  if (event !== null) return true;
  const last = head!.text.slice(head!.text.lastIndexOf(' ') + 1);
  let at = figure.tokens.end;
  while (at < tokens.length && tokens[at]!.text !== last) at++;
  const next = tokens[at + 1]?.lower ?? '';
  return claims.phraseEnds.has(next) && !RESTRICTS.has(next);
}

/** What narrows a noun before it: those that it is said of may be some only. */
const RESTRICTS: ReadonlySet<string> = new Set(
  'who whom whose which that in on at by for from with to of into onto over under about after before during between among against through within without since until near off out behind beyond including'.split(
    ' ',
  ),
);

/** Whether the draft has told the number of something before the claim, which then may be what is meant. */
function isTold(value: number, { figure }: Claim, { claims }: Analysis): boolean {
  return claims.some(
    ({ figure: other }) => other.start < figure.start && other.quantity.dimension === 'count' && other.quantity.value === value,
  );
}

/** Whether two ages are of one person, whom no other name of the draft may stand for. */
function isOnePerson(before: Claim, marked: Claim, { names }: Analysis): boolean {
  if (!sameSubject(before.subjects, marked.subjects)) return false;
  const surname = before.subjects[0]!.at(-1)!;
  const fulls = names.map(({ full }) => nameParts(full).map((part) => stem(part.toLowerCase()))).filter((parts) => parts.includes(surname));
  const longest = fulls.reduce<readonly string[]>((long, parts) => (parts.length > long.length ? parts : long), []);
  return fulls.every((parts) => parts.every((part) => longest.includes(part)));
}
