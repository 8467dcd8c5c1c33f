/** From figures to claims: tells what each figure measures, of whom, when, in which role and who says so. */
import type { Lexicon } from '../lexicon/types.ts';
import type { CalendarDate, Figure, NameMention, NumericQuantity, Passage, Prose, Work } from '../model.ts';
import type { Kept } from '../text/kept.ts';
import { isAge } from './age.ts';
import type { Claim, Head } from './claim.ts';
import { isHardBoundary, lowerBound } from './clause.ts';
import { type EventMention, eventOf, eventsIn, isOfCourt, RELEASE } from './event.ts';
import { gappedWith } from './gap.ts';
import { headOf, isCompounded, singular } from './head.ts';
import { metricOf } from './metric.ts';
import { isSameClaim } from './moved.ts';
import { lastWord } from './phrase.ts';
import { isCountry, nationOf, type Places, placeOf, placesOf } from './place.ts';
import { directionOf, isAddition, isExpected, isTotal, roleOf } from './role.ts';
import { isAnaphoric, Sentence } from './sentence.ts';
import { speechOf } from './speaker.ts';
import { namesIn, type Subject, subjectsOf } from './subject.ts';
import { type Term, termsOf } from './terms.ts';
import { latestDate, type Times, timeOf, timesOf } from './time.ts';
import { AGE, complete, type Lenders, lendersOf, readingsOf, scaleOf } from './unit.ts';

/** What the sentence before leaves to the next one. */
interface Carried {
  readonly names: ReadonlyMap<string, number>;
  readonly subjects: readonly Subject[];
  /** What else it told of, and what it was itself told of by a pronoun. */
  readonly content: ReadonlyMap<string, number>;
  /** Its last figure with a unit of its own. */
  readonly unit: NumericQuantity | null;
  /** Its last sum of money. */
  readonly money: NumericQuantity | null;
  /** The currency that the text last told a sum in. */
  readonly currency: string | null;
}

const NOTHING: Carried = { names: new Map(), subjects: [], content: new Map(), unit: null, money: null, currency: null };

/** A name of the sentence before counts as much as this part of one in the sentence itself; two sentences before, its square. */
const CARRIED = 0.3;
/** The distance at which a term weighs half of what it does right beside the figure. */
const HALF_DISTANCE = 5;
/** Words farther away than this, in terms, are told of something else; their weight would be next to nothing. */
const WINDOW = 96;
/** A sentence leaves the next one no more names than this. */
const MOST_CARRIED = 64;

const NO_FIGURES: readonly Figure[] = [];

/** How many figures of one passage are read before a host may look at its clock. */
const FIGURES = 64;

/** The claims of one passage, and all that they rest on besides its words and figures. */
interface PassageClaims {
  readonly claims: readonly Claim[];
  /** Its names, and the starts of those that tell a first word from a name, from the passage's own start. */
  readonly names: readonly NameMention[];
  readonly named: readonly number[];
  readonly carried: Carried;
  /** What it leaves to the next passage. */
  readonly left: Carried;
}

/** The claims of a text by its passages, with what the finding of its next version's can take over. */
export interface ClaimsFound {
  readonly passages: readonly PassageClaims[];
  readonly told: CalendarDate | null;
}

/** The claims of a text, one a figure, in order. Yields once a passage, and more often where one has many figures. */
export function* claimsOf(
  passages: readonly Passage[],
  figures: readonly (readonly Figure[])[],
  names: readonly NameMention[],
  prose: Prose,
  lexicon: Lexicon,
): Work<readonly Claim[]> {
  const told = prose.date ?? (yield* latestDate(figures));
  const claims: Claim[] = [];
  let next = 0;
  let carried = NOTHING;
  for (const passage of passages) {
    const named: number[] = [];
    for (; next < names.length && names[next]!.passage <= passage.index; next++)
      if (tellsName(names[next]!)) named.push(names[next]!.start - passage.start);
    const own = figures[passage.index] ?? NO_FIGURES;
    const read = yield* readPassage(passage, own, named, carried, prose, told, lexicon);
    for (const claim of read.claims) claims.push(claim);
    carried = read.left;
    yield;
  }
  return claims;
}

/**
 * The claims of a text that was told on a day, by passages: as `claimsOf`, but for their places, which count from their passages'. So do those
 * of the figures and names that they are made of. `kept` tells what can be taken over from the version before. Yields as `claimsOf` does.
 */
export function* claimsFound(
  passages: readonly Passage[],
  figuresOf: (index: number) => readonly Figure[],
  names: readonly (readonly NameMention[])[],
  told: CalendarDate | null,
  prose: Prose,
  lexicon: Lexicon,
  kept: Kept<ClaimsFound>,
): Work<ClaimsFound> {
  const { before } = kept;
  const toldAlike = before !== null && sameDate(before.told, told);
  const found: PassageClaims[] = [];
  let carried = NOTHING;
  for (let index = 0; index < passages.length; index++) {
    const passage = passages[index]!;
    const same = before && kept.has(index) ? before.passages[kept.indexOf(index)]! : null;
    const own = figuresOf(index);
    const mine = names[index]!;
    const isAlike =
      same !== null &&
      (toldAlike || own.length === 0) &&
      (same.names === mine || areStarts(same.named, mine)) &&
      sameCarried(same.carried, carried);
    // What is equal is held as the same, so that it need not be compared again.
    if (isAlike) found.push(same.names === mine && same.carried === carried ? same : { ...same, names: mine, carried });
    else {
      const named = mine.filter(tellsName).map(({ start }) => start);
      const read = yield* readPassage(passage, own, named, carried, prose, told, lexicon);
      // What the sentence before leaves need not matter to the claims of this one: those that are the same go on as what they were.
      const claims = same ? keptWhereSame(same.claims, read.claims) : read.claims;
      found.push({ claims, names: mine, named, carried, left: read.left });
      yield;
    }
    carried = found[index]!.left;
  }
  return { passages: found, told };
}

/** The claims of a passage as they are now: those that are what they were, in the same words, are the same objects, and so is the list. */
function keptWhereSame(before: readonly Claim[], now: readonly Claim[]): readonly Claim[] {
  const claims = now.map((claim, at) => (before[at] && isSameClaim(before[at], claim) ? before[at] : claim));
  return claims.length === before.length && claims.every((claim, at) => claim === before[at]) ? before : claims;
}

/** What a passage says, and what it leaves to the next. `named` are the starts of the names that tell a first word from one, from its own. */
function* readPassage(
  passage: Passage,
  figures: readonly Figure[],
  named: readonly number[],
  carried: Carried,
  prose: Prose,
  told: CalendarDate | null,
  lexicon: Lexicon,
): Work<{ readonly claims: readonly Claim[]; readonly left: Carried }> {
  const terms = termsOf(passage, lexicon, named.length > 0 ? new Set(named.map((start) => start + passage.start)) : undefined);
  const claims: Claim[] = [];
  if (figures.length > 0) {
    const context = contextOf(passage, terms, figures, carried, prose, told, lexicon);
    for (const [index, figure] of figures.entries()) {
      claims.push(claimOf(figure, index, context, claims));
      if (index % FIGURES === FIGURES - 1) yield;
    }
  }
  return { claims, left: carryOver(passage, terms, figures, carried, lexicon) };
}

function sameDate(a: CalendarDate | null, b: CalendarDate | null): boolean {
  return a === b || (a !== null && b !== null && a.year === b.year && a.month === b.month && a.day === b.day);
}

/** A first word alone is a name only where its kind is told: anything else is capitalised there too. */
function tellsName({ kind, text }: NameMention): boolean {
  return kind !== 'unknown' || text.includes(' ');
}

/** Whether those of a passage's names that tell so start where they did. */
function areStarts(starts: readonly number[], names: readonly NameMention[]): boolean {
  let known = 0;
  for (const name of names) if (tellsName(name) && starts[known++] !== name.start) return false;
  return known === starts.length;
}

/** Whether what two sentences leave is the same, and in the same order. */
function sameCarried(a: Carried, b: Carried): boolean {
  if (a === b) return true;
  const sameWeights = (one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>) => {
    if (one.size !== other.size) return false;
    const entries = other.entries();
    for (const [key, weight] of one) {
      const [theirs, its] = entries.next().value!;
      if (key !== theirs || weight !== its) return false;
    }
    return true;
  };
  if (!sameWeights(a.names, b.names) || !sameWeights(a.content, b.content) || a.subjects.length !== b.subjects.length) return false;
  if (!a.subjects.every((subject, at) => subject.join(' ') === b.subjects[at]!.join(' '))) return false;
  return a.currency === b.currency && sameQuantity(a.money, b.money) && sameQuantity(a.unit, b.unit);
}

function sameQuantity(a: NumericQuantity | null, b: NumericQuantity | null): boolean {
  return a === b || (a !== null && b !== null && JSON.stringify(a) === JSON.stringify(b));
}

/** What the claims of one passage have in common. */
interface Context {
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

function contextOf(
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
function claimOf(figure: Figure, index: number, context: Context, made: readonly Claim[]): Claim {
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
  const head = own ?? summed?.head ?? (antecedent && isCount(antecedent) ? antecedent.head : null);
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
    subjects: subjectsOf(sentence, quantity === figure.quantity ? figure : { ...figure, quantity }, carried.subjects, lexicon),
    terms: weigh(figure, sentence, carried),
    context: sentence.isAnaphoric ? carried.content : NOTHING.content,
    names: context.names,
    ownNames: context.ownNames,
    opener: sentence.opener,
  };
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
  const subjects = namesIn(terms);
  const lenders = lendersOf(figures).at(-1)!;
  const keptMoney = figures.length > 0 || passage.kind !== 'heading' ? null : before.money;
  return new Left(
    names,
    subjects.length > 0 ? subjects : before.subjects,
    lenders.unit,
    lenders.money ?? keptMoney,
    lenders.money?.unit ?? before.currency,
    terms,
    isAnaphoric(passage.tokens, lexicon) ? before : null,
  );
}

/** What a sentence leaves, its content put together when the next one asks: few do. */
class Left implements Carried {
  private told: ReadonlyMap<string, number> | null = null;

  /** `before` is what was left to it, where it goes on about that. */
  constructor(
    readonly names: ReadonlyMap<string, number>,
    readonly subjects: readonly Subject[],
    readonly unit: NumericQuantity | null,
    readonly money: NumericQuantity | null,
    readonly currency: string | null,
    private readonly terms: readonly (Term | null)[],
    private readonly before: Carried | null,
  ) {}

  get content(): ReadonlyMap<string, number> {
    if (this.told) return this.told;
    const content = new Map<string, number>();
    for (const term of this.terms) if (term && !term.name && content.size < MOST_CARRIED) content.set(term.key, term.weight);
    for (const [key, weight] of this.before?.content ?? []) if (!content.has(key)) content.set(key, weight * CARRIED);
    this.told = content;
    return content;
  }
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
