/** From figures to claims: tells what each figure measures, of whom, when, in which role and who says so. */
import type { Lexicon } from '../lexicon/types.ts';
import type { CalendarDate, Figure, NumericQuantity, Passage, Prose, Quantity, Work } from '../model.ts';
import type { Claim, Head } from './claim.ts';
import { distances } from './clause.ts';
import { type EventMention, eventOf } from './event.ts';
import { headOf, singular } from './head.ts';
import { directionOf, roleOf } from './role.ts';
import { speechOf } from './speaker.ts';
import { namesIn, type Subject, subjectsOf } from './subject.ts';
import { type Term, termsOf } from './terms.ts';
import { latestDate, timeOf } from './time.ts';

/** What the sentence before leaves to the next one. */
interface Carried {
  readonly names: ReadonlyMap<string, number>;
  readonly subjects: readonly Subject[];
  readonly figures: readonly Figure[];
}

const NOTHING: Carried = { names: new Map(), subjects: [], figures: [] };

/** A name of the sentence before counts as much as this part of one in the sentence itself; two sentences before, its square. */
const CARRIED = 0.3;
/** The distance at which a term weighs half of what it does right beside the figure. */
const HALF_DISTANCE = 5;
/** From here on a bare number after a sum of money may be money too (`£15 million, some 3 million over the asking price`). */
const LARGE = 100_000;

/** The claims of a text, one a figure, in order. Yields once a passage. */
export function* claimsOf(
  passages: readonly Passage[],
  figures: readonly (readonly Figure[])[],
  prose: Prose,
  lexicon: Lexicon,
): Work<Claim[]> {
  const claims: Claim[] = [];
  const told = prose.date ?? latestDate(figures.flat());
  let carried = NOTHING;
  for (const passage of passages) {
    const found = figures[passage.index] ?? [];
    const terms = termsOf(passage, lexicon);
    for (const figure of found) claims.push(claimOf(figure, { passage, terms, figures: found, carried, prose, told, lexicon }));
    carried = carryOver(passage, terms, found, carried);
    yield;
  }
  return claims;
}

interface Context {
  readonly passage: Passage;
  readonly terms: readonly (Term | null)[];
  readonly figures: readonly Figure[];
  readonly carried: Carried;
  readonly prose: Prose;
  readonly told: CalendarDate | null;
  readonly lexicon: Lexicon;
}

function claimOf(figure: Figure, context: Context): Claim {
  const { passage, figures, prose, lexicon, terms, carried } = context;
  const { dimension } = figure.quantity;
  const distance = distances(passage, figure);
  const told = roleOf(passage, figure, lexicon);
  const noun = dimension === 'count' || dimension === 'ordinal' || isShareOf(passage, figure) ? headOf(passage, figure, lexicon) : null;
  const event = mayCountPeople(figure, noun, lexicon) ? eventOf(passage, figure, figures, told, lexicon) : null;
  // Whoever is killed or rescued is somebody: `14 sailors`.
  const head: Head | null = noun && event && noun.people === null ? { ...noun, people: 'crowd' } : noun;
  const headEvent = head ? lexicon.claims.events.get(lastWord(head.text)) : undefined;
  const weights = weigh(figure, context, distance);
  const quantity = complete(figure, head, event, context);
  const role = quantity.dimension === dimension ? told : roleOf(passage, { ...figure, quantity }, lexicon);
  const ownNames = new Set(terms.flatMap((term) => (term?.name ? [term.key] : [])));
  const counted = headEvent ?? event?.event ?? null;
  return {
    figure: { ...figure, quantity },
    measures: measuresOf(figure, head, event, terms, passage, distance),
    head,
    event: counted,
    toll: counted !== null && lexicon.claims.tolls.has(counted),
    role,
    direction: directionOf(passage, distance, lexicon),
    negated: event?.negated ?? false,
    ...speechOf(passage, figure.tokens.start, lexicon),
    told: context.told,
    time: timeOf(passage, figure, figures, distance, prose, lexicon, counted !== null),
    subjects: subjectsOf(passage, figure, terms, carried.subjects),
    terms: weights,
    names: new Set([...ownNames, ...carried.names.keys()]),
    ownNames,
    opener: terms.find((_, at) => passage.tokens[at]!.kind === 'word')?.key ?? null,
  };
}

/** Whether a share names its whole (`40% of the uranium`). */
function isShareOf(passage: Passage, figure: Figure): boolean {
  return figure.quantity.dimension === 'share' && passage.tokens[figure.tokens.end]?.lower === 'of';
}

function mayCountPeople(figure: Figure, head: Head | null, lexicon: Lexicon): boolean {
  if (figure.quantity.dimension !== 'count') return false;
  if (head === null || head.people !== null) return true;
  const noun = singular(lastWord(head.text), lexicon);
  return lexicon.claims.agentEndings.some((ending) => noun.length > ending.length + 2 && noun.endsWith(ending));
}

function lastWord(phrase: string): string {
  return phrase.slice(phrase.lastIndexOf(' ') + 1).toLowerCase();
}

/** Completes a quantity's unit: a count's is its head noun's singular, a bare large number's the currency of the sum before it. */
function complete(figure: Figure, head: Head | null, event: EventMention | null, context: Context): Quantity {
  const { quantity } = figure;
  if (quantity.dimension !== 'count' || quantity.unit !== null) return quantity;
  if (head) return { ...quantity, unit: singular(lastWord(head.text), context.lexicon) };
  if (event || quantity.low < LARGE) return quantity;
  const money = moneyBefore(figure, context.figures) ?? moneyBefore(figure, context.carried.figures);
  return money ? { ...quantity, dimension: 'money', unit: money.unit } : quantity;
}

function moneyBefore(figure: Figure, figures: readonly Figure[]): NumericQuantity | null {
  for (const other of figures.filter((candidate) => candidate.start < figure.start).reverse()) {
    if (other.quantity.dimension === 'money') return other.quantity;
  }
  return null;
}

/** Each term of the sentence by its weight times its nearness to the figure, and the names carried over. */
function weigh(figure: Figure, context: Context, distance: readonly number[]): Map<string, number> {
  const weights = new Map<string, number>();
  const numeric = context.figures.filter(({ quantity }) => quantity.dimension !== 'date' && quantity.dimension !== 'year');
  const inFigure = (at: number) =>
    numeric.some(({ tokens }) => at >= tokens.start && at < tokens.end) || (at >= figure.tokens.start && at < figure.tokens.end);
  context.terms.forEach((term, at) => {
    if (!term || inFigure(at)) return;
    const weight = term.weight / (1 + distance[at]! / HALF_DISTANCE);
    if (weight > (weights.get(term.key) ?? 0)) weights.set(term.key, weight);
  });
  for (const [key, weight] of context.carried.names) if (!weights.has(key)) weights.set(key, weight);
  return weights;
}

function carryOver(passage: Passage, terms: readonly (Term | null)[], figures: readonly Figure[], before: Carried): Carried {
  const names = new Map<string, number>();
  for (const [key, weight] of before.names) if (weight > CARRIED * CARRIED) names.set(key, weight * CARRIED);
  for (const term of terms) if (term?.name) names.set(term.key, term.weight * CARRIED);
  const subjects = namesIn(terms);
  return {
    names,
    subjects: subjects.length > 0 ? subjects : before.subjects,
    figures: figures.length > 0 || passage.kind !== 'heading' ? figures : before.figures,
  };
}

/** A short phrase for what is measured: the head noun with its event, else the nearest words that tell, in the order of the text. */
function measuresOf(
  figure: Figure,
  head: Head | null,
  event: EventMention | null,
  terms: readonly (Term | null)[],
  passage: Passage,
  distance: readonly number[],
): string {
  if (head) return event && event.text.toLowerCase() !== lastWord(head.text) ? `${head.text} ${event.text}` : head.text;
  if (event) return event.text;
  const near = terms
    .map((term, at) => ({ term, at }))
    .filter(({ term, at }) => term && (at < figure.tokens.start || at >= figure.tokens.end))
    .sort((a, b) => distance[a.at]! - distance[b.at]!)
    .slice(0, 3)
    .sort((a, b) => a.at - b.at);
  return near.map(({ at }) => passage.tokens[at]!.text).join(' ');
}
