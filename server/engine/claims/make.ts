/** Makes a claim of a figure: what is told of it in its sentence, and what the sentence before leaves to that. */
import type { Lexicon } from '../lexicon/types.ts';
import type { CalendarDate, Figure, Passage, Prose } from '../model.ts';
import { isAge } from './age.ts';
import { type Carried, NOTHING } from './carried.ts';
import type { Claim, Head } from './claim.ts';
import { isHardBoundary, lowerBound } from './clause.ts';
import { type EventMention, eventOf, eventsIn, isOfCourt, RELEASE } from './event.ts';
import { gappedWith } from './gap.ts';
import { countryBehind, headOf, isCompounded, ofNation, singular } from './head.ts';
import { metricOf } from './metric.ts';
import { lastWord } from './phrase.ts';
import { isCountry, nationOf, type Places, placeOf, placesOf } from './place.ts';
import { directionOf, isAddition, isExpected, isTotal, roleOf } from './role.ts';
import { Sentence } from './sentence.ts';
import { speechOf } from './speaker.ts';
import { subjectsOf } from './subject.ts';
import type { Term } from './terms.ts';
import { type Times, timeOf, timesOf } from './time.ts';
import { AGE, complete, type Lenders, lendersOf, readingsOf, scaleOf } from './unit.ts';

/** The distance at which a term weighs half of what it does right beside the figure. */
const HALF_DISTANCE = 5;
/** Words farther away than this, in terms, are told of something else; their weight would be next to nothing. */
const WINDOW = 96;
/** What the claims of one passage have in common. */
export interface Context {
  readonly sentence: Sentence;
  readonly times: Times;
  readonly places: Places;
  /** By the passage's figures what those before each may lend it. */
  readonly lenders: readonly Lenders[];
  /** The terms that are names: its own, and with those carried over. */
  readonly ownNames: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly carried: Carried;
  readonly prose: Prose;
  readonly told: CalendarDate | null;
  readonly lexicon: Lexicon;
}

/** What a passage's claims have in common. `terms` has one a token, null where it has no content. */
export function contextOf(
  passage: Passage,
  terms: readonly (Term | null)[],
  figures: readonly Figure[],
  carried: Carried,
  prose: Prose,
  told: CalendarDate | null,
  lexicon: Lexicon,
): Context {
  const ownNames = namesOf(terms);
  // Many claims are kept, and most have no more names than their sentence has.
  const names = carried.names.size > 0 ? new Set([...ownNames, ...carried.names.keys()]) : ownNames;
  const sentence = new Sentence(passage, terms, figures, lexicon);
  const [times, places, lenders] = [timesOf(figures, prose.date), placesOf(sentence, lexicon), lendersOf(figures)];
  return { sentence, times, places, lenders, ownNames, names, carried, prose, told, lexicon };
}

const NO_NAMES: ReadonlySet<string> = new Set();

function namesOf(terms: readonly (Term | null)[]): ReadonlySet<string> {
  let names: Set<string> | null = null;
  for (const term of terms) if (term?.name) names = (names ?? new Set()).add(term.key);
  return names ?? NO_NAMES;
}

/** The claim of a passage's `index`-th figure; `made` are those of the figures before it. */
export function claimOf(figure: Figure, index: number, context: Context, made: readonly Claim[]): Claim {
  const { sentence, prose, lexicon, carried } = context;
  const { dimension } = figure.quantity;
  const written = roleOf(sentence, figure, lexicon);
  const scale = isAge(sentence, figure, lexicon) ? AGE : scaleOf(sentence, figure, lexicon);
  const gap = scale ? null : gappedWith(sentence, index, lexicon);
  const antecedent = gap === null ? null : made[gap]!;
  const noun =
    (dimension === 'count' && !scale) || dimension === 'ordinal' || isShareOf(sentence, figure) ? headOf(sentence, figure, lexicon) : null;
  const event = mayCountPeople(sentence, figure, noun, lexicon) ? eventOf(sentence, figure, index, written, lexicon) : null;
  // Whoever is killed or rescued is somebody: `14 sailors`.
  const person: Head | null = noun && event && noun.people === null ? { ...noun, people: 'crowd' } : noun;
  const own = person?.member && isFound(sentence, figure, person, lexicon) ? { ...person, member: false } : person;
  const last = made.at(-1) ?? null;
  // `Another nine bodies were found, bringing the total to 41`
  const summed = dimension === 'count' && !own && !event && last !== null && isTotal(sentence, figure) && isCount(last) ? last : null;
  const head = own ?? summed?.head ?? (antecedent && isCount(antecedent) ? continuedHead(sentence, figure, antecedent, lexicon) : null);
  const headEvent = head && !isCourtCase(sentence, figure, head, lexicon) ? lexicon.claims.events.get(lastWord(head.text)) : undefined;
  const lenders = context.lenders[index]!;
  const neighbours = {
    money: lenders.money ?? carried.money,
    lender: lenders.lender,
    unit: lenders.unit ?? carried.unit,
    currency: lenders.money?.unit ?? carried.currency,
    antecedent: antecedent?.figure ?? null,
    before: sentence.figures[index - 1] ?? null,
    after: sentence.figures[index + 1] ?? null,
  };
  const quantity = complete(figure, { head, counts: event !== null, scale }, neighbours, sentence, lexicon);
  const told = quantity.dimension === dimension ? written : roleOf(sentence, { ...figure, quantity }, lexicon);
  const role = told === null && isAddition(sentence, figure, event?.event ?? null, made) ? 'change' : told;
  // `22 dead, three officers among them`: a part shares the event of its whole.
  const goesOn = role === null && !event && head?.people && last?.role === 'part' && isNextPart(sentence, last.figure, figure, head);
  const whole = (role === 'part' || goesOn) && head?.people ? last : (summed ?? antecedent);
  const continued = quantity.dimension === 'count' && whole && isCount(whole) ? whole : null;
  // `Some 40 detainees were released`
  const counted = (event?.event === RELEASE ? RELEASE : headEvent) ?? event?.event ?? continued?.event ?? null;
  const toll = counted !== null && eventsIn(counted).some((each) => lexicon.claims.tolls.has(each));
  const named = placeOf(sentence, figure, context.places, lexicon);
  const place = named.length === 0 && toll ? nationOf(sentence, lexicon) : named;
  return {
    figure: quantity === figure.quantity ? figure : { ...figure, quantity },
    readings: head || event ? [] : readingsOf(figure, quantity, neighbours, sentence, lexicon),
    measures: measuresOf(figure, head, event, sentence),
    head,
    metric: metricOf(sentence, figure, lexicon),
    event: counted,
    toll,
    role: goesOn ? 'part' : role,
    direction: directionOf(sentence, figure, lexicon),
    reckoned: isReckoned(sentence, figure, lexicon),
    expected: isExpected(sentence, figure),
    negated: event?.negated ?? continued?.negated ?? false,
    attributed: sentence.voices.attributes,
    chorus: sentence.voices.chorus,
    ...speechOf(sentence, figure, lexicon),
    told: context.told,
    // What a thing has whenever it is told of is not of that day.
    time: head?.compound ? null : timeOf(sentence, figure, index, context.times, prose.date, lexicon, counted !== null),
    place,
    isCountry: isCountry(place, lexicon),
    isSite: context.places.sites.has(place),
    subjects: subjectsOf(sentence, quantity === figure.quantity ? figure : { ...figure, quantity }, carried.subjects, lexicon),
    terms: weigh(figure, sentence, carried),
    context: sentence.isAnaphoric ? carried.content : NOTHING.content,
    names: context.names,
    ownNames: context.ownNames,
    opener: sentence.opener,
  };
}

/** What a figure counts that goes on with another's clause: the same, but where it tells of another country (`four people from Chile, three from Peru`). */
function continuedHead(sentence: Sentence, { tokens: { end } }: Figure, { head }: Claim, lexicon: Lexicon): Head | null {
  const country = countryBehind(sentence, end, lexicon);
  if (head === null || country === null) return head;
  return head.people === 'nation' ? { ...head, term: country, modifiers: [] } : ofNation(head, country, lexicon);
}

/** So near to a figure stands what tells that it is reckoned from others. */
const RECKONED_BEFORE = 5;
const RECKONED_BEHIND = 4;

function isReckoned({ tokens }: Sentence, { quantity, tokens: { start, end } }: Figure, { claims: { reckoning } }: Lexicon): boolean {
  // Dates, places in an order and the like are not reckoned with; nor is a number beside another, as in a list.
  const { dimension } = quantity;
  if (dimension === 'date' || dimension === 'year' || dimension === 'ordinal' || dimension === 'other') return false;
  let word = tokens[start - 1];
  // `lifted the floor of its range by $10 million`
  if (word?.lower === 'by' && dimension !== 'count') return true;
  for (let at = start - 2; word?.kind === 'word'; at--) {
    if (reckoning.has(word.lower)) return true;
    word = at >= start - RECKONED_BEFORE ? tokens[at] : undefined;
  }
  word = tokens[end];
  for (let at = end + 1; word?.kind === 'word'; at++) {
    if (reckoning.has(word.lower)) return true;
    word = at < end + RECKONED_BEHIND ? tokens[at] : undefined;
  }
  return false;
}

/** How many tokens may stand between the figures of a list. */
const LIST_REACH = 10;

/** Whether a figure goes on with a list of parts: `of whom 30 were officers, 110 soldiers and two judges`. */
function isNextPart({ tokens }: Sentence, last: Figure, { passage, tokens: { start, end } }: Figure, { text }: Head): boolean {
  if (last.passage !== passage || start - last.tokens.end > LIST_REACH || !LISTS.has(tokens[start - 1]?.text ?? '')) return false;
  for (let at = last.tokens.end; at < start; at++) if (isHardBoundary(tokens[at]!.text)) return false;
  const behind = tokens[end + text.split(' ').length];
  return behind === undefined || behind.kind !== 'word' || LISTS.has(behind.lower) || behind.lower === 'from';
}

const LISTS = new Set([',', 'and']);

/** How many words behind a figure's noun it may be told that they were found. */
const FOUND_REACH = 12;

/** Whether bodies are told to be found (`another nine bodies were pulled from the mud`): so many are dead. Those identified or buried are some of them. */
function isFound({ tokens }: Sentence, figure: Figure, head: Head, { claims: { finds, events } }: Lexicon): boolean {
  const { start, end } = figure.tokens;
  if (head.modifiers.length > 0 || !events.has(lastWord(head.text).toLowerCase())) return false;
  if (finds.has(tokens[start - 1]?.lower ?? '')) return true;
  for (let at = end; at < Math.min(end + FOUND_REACH, tokens.length) && !isHardBoundary(tokens[at]!.text); at++) {
    const { lower } = tokens[at]!;
    if (finds.has(lower) || (MOVED.has(lower) && WHENCE.has(tokens[at + 1]?.lower ?? ''))) return true;
  }
  return false;
}

/** `brought out`, `taken from the wreck` */
const MOVED = new Set(['brought', 'taken', 'carried', 'dragged', 'removed']);
const WHENCE = new Set(['out', 'from']);

/** Whether what is counted are the cases of a court. */
function isCourtCase(
  { tokens }: Sentence,
  { tokens: { end } }: Figure,
  { text, term }: Head,
  { claims: { courtWords } }: Lexicon,
): boolean {
  const words = text.split(' ');
  const at = end + words.length - 1;
  return term === 'case' && tokens[at]?.text === words.at(-1) && isOfCourt(tokens, at, courtWords);
}

function isCount({ figure: { quantity } }: Claim): boolean {
  return quantity.dimension === 'count';
}

/** Whether a share names its whole (`40% of the uranium`). */
function isShareOf({ tokens }: Sentence, figure: Figure): boolean {
  return figure.quantity.dimension === 'share' && tokens[figure.tokens.end]?.lower === 'of';
}

function mayCountPeople({ tokens }: Sentence, figure: Figure, head: Head | null, lexicon: Lexicon): boolean {
  if (figure.quantity.dimension !== 'count' || isCompounded(tokens, figure.quantity, figure.tokens.end)) return false;
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
