/** From figures to claims: tells what each figure measures, of whom, when, in which role and who says so. */
import type { Lexicon } from '../lexicon/types.ts';
import type { CalendarDate, Figure, NameMention, NumericQuantity, Passage, Prose, Work } from '../model.ts';
import { isAge } from './age.ts';
import type { Claim, Head } from './claim.ts';
import { lowerBound } from './clause.ts';
import { type EventMention, eventOf } from './event.ts';
import { headOf, singular } from './head.ts';
import { lastWord } from './phrase.ts';
import { directionOf, isExpected, roleOf } from './role.ts';
import { isAnaphoric, Sentence } from './sentence.ts';
import { speechOf } from './speaker.ts';
import { namesIn, type Subject, subjectsOf } from './subject.ts';
import { type Term, termsOf } from './terms.ts';
import { latestDate, type Times, timeOf, timesOf } from './time.ts';
import { AGE, complete, scaleOf } from './unit.ts';

/** What the sentence before leaves to the next one. */
interface Carried {
  readonly names: ReadonlyMap<string, number>;
  readonly subjects: readonly Subject[];
  /** What else it told of, and what it was itself told of by a pronoun. */
  readonly content: ReadonlyMap<string, number>;
  /** Its last sum of money. */
  readonly money: NumericQuantity | null;
}

const NOTHING: Carried = { names: new Map(), subjects: [], content: new Map(), money: null };

/** A name of the sentence before counts as much as this part of one in the sentence itself; two sentences before, its square. */
const CARRIED = 0.3;
/** The distance at which a term weighs half of what it does right beside the figure. */
const HALF_DISTANCE = 5;
/** Words farther away than this, in terms, are told of something else; their weight would be next to nothing. */
const WINDOW = 96;
/** A sentence leaves the next one no more names than this. */
const MOST_CARRIED = 64;

/** How many figures of one passage are read before a host may look at its clock. */
const FIGURES = 64;

/** The claims of a text, one a figure, in order. Yields once a passage, and more often where one has many figures. */
export function* claimsOf(
  passages: readonly Passage[],
  figures: readonly (readonly Figure[])[],
  names: readonly NameMention[],
  prose: Prose,
  lexicon: Lexicon,
): Work<Claim[]> {
  const claims: Claim[] = [];
  const told = prose.date ?? (yield* latestDate(figures));
  // A first word alone is a name only where its kind is told: anything else is capitalised there too.
  const named = new Set(names.flatMap(({ kind, text, start }) => (kind !== 'unknown' || text.includes(' ') ? [start] : [])));
  let carried = NOTHING;
  for (const passage of passages) {
    const found = figures[passage.index] ?? [];
    const terms = termsOf(passage, lexicon, named);
    if (found.length > 0) {
      const context = contextOf(passage, terms, found, carried, prose, told, lexicon);
      for (const [index, figure] of found.entries()) {
        claims.push(claimOf(figure, index, context));
        if (index % FIGURES === FIGURES - 1) yield;
      }
    }
    carried = carryOver(passage, terms, found, carried, lexicon);
    yield;
  }
  return claims;
}

/** What the claims of one passage have in common. */
interface Context {
  readonly sentence: Sentence;
  readonly times: Times;
  /** By the passage's figures the last sum of money before each; null where none is. */
  readonly money: readonly (NumericQuantity | null)[];
  /** The terms that are names: its own, and with those carried over. */
  readonly ownNames: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly carried: Carried;
  readonly prose: Prose;
  readonly told: CalendarDate | null;
  readonly lexicon: Lexicon;
}

function contextOf(
  passage: Passage,
  terms: readonly (Term | null)[],
  figures: readonly Figure[],
  carried: Carried,
  prose: Prose,
  told: CalendarDate | null,
  lexicon: Lexicon,
): Context {
  const ownNames = new Set<string>();
  for (const term of terms) if (term?.name) ownNames.add(term.key);
  const names = new Set([...ownNames, ...carried.names.keys()]);
  const money: (NumericQuantity | null)[] = [];
  let last: NumericQuantity | null = null;
  for (const { quantity } of figures) {
    money.push(last);
    if (quantity.dimension === 'money') last = quantity;
  }
  const sentence = new Sentence(passage, terms, figures, lexicon);
  return { sentence, times: timesOf(figures, prose.date), money, ownNames, names, carried, prose, told, lexicon };
}

function claimOf(figure: Figure, index: number, context: Context): Claim {
  const { sentence, prose, lexicon, carried } = context;
  const { dimension } = figure.quantity;
  const written = roleOf(sentence, figure, lexicon);
  const scale = isAge(sentence, figure, lexicon) ? AGE : scaleOf(sentence, figure, lexicon);
  const noun =
    (dimension === 'count' && !scale) || dimension === 'ordinal' || isShareOf(sentence, figure) ? headOf(sentence, figure, lexicon) : null;
  const event = mayCountPeople(figure, noun, lexicon) ? eventOf(sentence, figure, index, written, lexicon) : null;
  // Whoever is killed or rescued is somebody: `14 sailors`.
  const head: Head | null = noun && event && noun.people === null ? { ...noun, people: 'crowd' } : noun;
  const headEvent = head ? lexicon.claims.events.get(lastWord(head.text)) : undefined;
  const neighbours = {
    money: context.money[index] ?? carried.money,
    before: sentence.figures[index - 1] ?? null,
    after: sentence.figures[index + 1] ?? null,
  };
  const quantity = complete(figure, { head, counts: event !== null, scale }, neighbours, sentence, lexicon);
  const role = quantity.dimension === dimension ? written : roleOf(sentence, { ...figure, quantity }, lexicon);
  const counted = headEvent ?? event?.event ?? null;
  return {
    figure: quantity === figure.quantity ? figure : { ...figure, quantity },
    measures: measuresOf(figure, head, event, sentence),
    head,
    event: counted,
    toll: counted !== null && lexicon.claims.tolls.has(counted),
    role,
    direction: directionOf(sentence, figure, lexicon),
    expected: isExpected(sentence, figure),
    negated: event?.negated ?? false,
    ...speechOf(sentence, figure, lexicon),
    told: context.told,
    time: timeOf(sentence, figure, index, context.times, prose.date, lexicon, counted !== null),
    subjects: subjectsOf(sentence, quantity === figure.quantity ? figure : { ...figure, quantity }, carried.subjects, lexicon),
    terms: weigh(figure, sentence, carried),
    context: sentence.isAnaphoric ? carried.content : NOTHING.content,
    names: context.names,
    ownNames: context.ownNames,
    opener: sentence.opener,
  };
}

/** Whether a share names its whole (`40% of the uranium`). */
function isShareOf({ tokens }: Sentence, figure: Figure): boolean {
  return figure.quantity.dimension === 'share' && tokens[figure.tokens.end]?.lower === 'of';
}

function mayCountPeople(figure: Figure, head: Head | null, lexicon: Lexicon): boolean {
  if (figure.quantity.dimension !== 'count') return false;
  if (head === null || head.people !== null) return true;
  const noun = singular(lastWord(head.text), lexicon);
  return lexicon.claims.agentEndings.some((ending) => noun.length > ending.length + 2 && noun.endsWith(ending));
}

/** Each term around the figure by its weight times its nearness, and the names carried over. */
function weigh(figure: Figure, sentence: Sentence, carried: Carried): Map<string, number> {
  const weights = new Map<string, number>();
  const { told, terms } = sentence;
  const first = lowerBound(told, figure.tokens.start) - WINDOW;
  const last = lowerBound(told, figure.tokens.end) + WINDOW;
  for (let index = Math.max(0, first); index < Math.min(told.length, last); index++) {
    const at = told[index]!;
    if (sentence.isNumeric(at) || (at >= figure.tokens.start && at < figure.tokens.end)) continue;
    const { key, weight: whole } = terms[at]!;
    const weight = whole / (1 + sentence.distance(figure, at) / HALF_DISTANCE);
    if (weight > (weights.get(key) ?? 0)) weights.set(key, weight);
  }
  for (const [key, weight] of carried.names) if (!weights.has(key)) weights.set(key, weight);
  return weights;
}

function carryOver(
  passage: Passage,
  terms: readonly (Term | null)[],
  figures: readonly Figure[],
  before: Carried,
  lexicon: Lexicon,
): Carried {
  const names = new Map<string, number>();
  for (const [key, weight] of before.names) if (weight > CARRIED * CARRIED) names.set(key, weight * CARRIED);
  for (const term of terms) if (term?.name && names.size < MOST_CARRIED) names.set(term.key, term.weight * CARRIED);
  const content = new Map<string, number>();
  for (const term of terms) if (term && !term.name && content.size < MOST_CARRIED) content.set(term.key, term.weight);
  if (isAnaphoric(passage.tokens, lexicon))
    for (const [key, weight] of before.content) if (!content.has(key)) content.set(key, weight * CARRIED);
  const subjects = namesIn(terms);
  let money = figures.length > 0 || passage.kind !== 'heading' ? null : before.money;
  for (const { quantity } of figures) if (quantity.dimension === 'money') money = quantity;
  return { names, subjects: subjects.length > 0 ? subjects : before.subjects, content, money };
}

/** A short phrase for what is measured: the head noun with its event, else the nearest words that tell, in the order of the text. */
function measuresOf(figure: Figure, head: Head | null, event: EventMention | null, sentence: Sentence): string {
  if (head) return event && event.text.toLowerCase() !== lastWord(head.text) ? `${head.text} ${event.text}` : head.text;
  if (event) return event.text;
  const { told, tokens } = sentence;
  let before = lowerBound(told, figure.tokens.start);
  let after = lowerBound(told, figure.tokens.end);
  const near: number[] = [];
  while (near.length < NEAREST) {
    const [left, right] = [told[before - 1], told[after]];
    if (left === undefined && right === undefined) break;
    if (right === undefined || (left !== undefined && sentence.distance(figure, left) <= sentence.distance(figure, right))) {
      near.unshift(left!);
      before--;
    } else {
      near.push(right);
      after++;
    }
  }
  return near.map((at) => tokens[at]!.text).join(' ');
}

/** How many words tell what is measured where no noun does. */
const NEAREST = 3;
