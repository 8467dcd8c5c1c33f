/**
 * Pairs one claim of a draft with many of a library. The rules are those of `kinshipOf`, `agreementOf` and `likeness`; here each is asked
 * once of all that are the same to it, and what they are asked about is read from the columns of its source.
 */
import type { Claim } from '../claims/claim.ts';
import type { CalendarDate, NumericQuantity } from '../model.ts';
import { type Agreement, agreement, type Dated, numbersAgree } from './agree.ts';
import { Alignment, areTimesApart, type Kinship, kinshipOf, scoreBy } from './align.ts';
import { type Columns, dated, type FigureForm, numberOf, type Vocabulary } from './columns.ts';
import { CONTEXT, type Likeness, likenessOf, type Squares, squaresOf } from './likeness.ts';
import { isTransposed } from './slips.ts';
import type { ClaimNumber, ClaimTable } from './table.ts';

const AGREEMENTS: readonly (Agreement | null)[] = [null, 'same', 'fits', 'loose', 'rounded', 'differs'];

const NOTHING = new Uint8Array(0);

export class Pairing {
  private readonly ours: Dated;
  private readonly kin: Map<number, Kinship>;
  private readonly number: NumericQuantity | null;
  /** By figures' numbers how the claim's agrees with each, as far as anybody has asked. Taken when asked for: it is as long as the library has figures. */
  private figures: Uint8Array = NOTHING;
  private readonly squares: Squares;
  private readonly keys: readonly string[];
  private readonly weights: Float64Array;
  private readonly isContent: Uint8Array;
  private readonly isOwnName: Uint8Array;
  /** The terms of the sentence before that are none of the claim's own, and their weights. */
  private readonly contextKeys: readonly string[];
  private readonly contextWeights: Float64Array;
  /** Whether some name of the claim's own sentence is none of its terms. */
  private readonly hasMoreNames: boolean;
  private readonly numbers: number[] = [];
  private places: Uint16Array = new Uint16Array(0);
  /** How many terms the library had when `begin` was called. */
  private known = 0;
  /** By the claim's terms: the weight that the other has it with, where it does. */
  private readonly theirs: Float64Array;
  private readonly matched: Uint8Array;
  /** By the claim's terms: the weight with which the other's sentence before has it; 0 where it does not. */
  private readonly theirsBefore: Float64Array;
  /** What the claim's sentence before shares with the other of the pair that was matched last. */
  private toldBefore = 0;
  /** Whether the other of the last pair whose words were compared may name somebody that the claim's own sentence does. */
  mayKnow = false;

  private readonly vocabulary: Vocabulary;

  /** `asOf` is the day that the claim's text speaks from. */
  constructor(
    private readonly claim: Claim,
    private readonly asOf: CalendarDate | null,
    private readonly table: ClaimTable,
  ) {
    const { vocabulary } = table;
    this.vocabulary = vocabulary;
    this.ours = dated(claim, asOf);
    this.number = numberOf(claim);
    this.kin = vocabulary.kinshipsOf(claim);
    this.squares = squaresOf(claim);
    this.keys = [...claim.terms.keys()];
    this.weights = Float64Array.from(claim.terms.values());
    this.isContent = Uint8Array.from(this.keys, (key) => (claim.names.has(key) ? 0 : 1));
    this.isOwnName = Uint8Array.from(this.keys, (key) => (claim.ownNames.has(key) ? 1 : 0));
    this.hasMoreNames = [...claim.ownNames].some((name) => !claim.terms.has(name));
    this.contextKeys = [...claim.context.keys()].filter((key) => !claim.terms.has(key));
    this.contextWeights = Float64Array.from(this.contextKeys, (key) => claim.context.get(key)!);
    this.theirs = new Float64Array(this.keys.length);
    this.theirsBefore = new Float64Array(this.keys.length);
    this.matched = new Uint8Array(this.keys.length);
  }

  /** To be called before the others of a run of pairs between which nobody else compares; `end` ends it. */
  begin(): void {
    this.places = this.vocabulary.scratch();
    this.known = this.vocabulary.terms.size;
    this.put(this.keys, 1);
    this.put(this.contextKeys, 1 + this.keys.length);
  }

  /** Notes where the terms of a list stand, from a place on. */
  private put(keys: readonly string[], first: number): void {
    for (const [at, key] of keys.entries()) {
      const number = this.vocabulary.terms.find(key);
      if (number === undefined) continue;
      this.places[number] = first + at;
      this.numbers.push(number);
    }
  }

  end(): void {
    for (const number of this.numbers) this.places[number] = 0;
    this.numbers.length = 0;
  }

  /** How the claim's figure stands to another's; null where they cannot be compared. */
  agreement(other: ClaimNumber): Agreement | null {
    const figure = this.table.figureOf(other);
    if (figure >= this.figures.length) this.figures = this.vocabulary.agreementsOf(this.claim, this.asOf);
    const known = this.figures[figure]!;
    if (known > 0) return AGREEMENTS[known - 1]!;
    const form = this.table.formOf(other);
    const { number } = this;
    const isNumber =
      number !== null && form.number !== null && number.dimension === form.number.dimension && number.unit === form.number.unit;
    const found = isNumber ? numbersAgree(number, form.number!) : agreementOf(this.claim, this.ours, form);
    this.figures[figure] = 1 + AGREEMENTS.indexOf(found);
    return found;
  }

  /** Whether the digits of the two figures have changed places. */
  isTransposed(other: ClaimNumber): boolean {
    return isTransposed(this.claim.figure.quantity, this.table.formOf(other).dated.figure.quantity);
  }

  kinship(other: ClaimNumber): Kinship {
    const kind = this.table.kindOf(other);
    let kinship = this.kin.get(kind);
    if (!kinship) {
      kinship = kinshipOf(this.claim, this.table.held(other).claim);
      this.kin.set(kind, kinship);
    }
    return kinship;
  }

  /** The alignment of two claims, as `align` has it. Whether the other's sentence may name somebody that the claim's own does is told by `mayKnow` then. */
  align(other: ClaimNumber, kinship: Kinship): Alignment {
    const words = this.likeness(other);
    const { claim, table } = this;
    const isTimed = kinship.bar === null && claim.time !== null && table.columnsOf(other).hasTime[table.placeOf(other)] === 1;
    const isApart = isTimed && areTimesApart(claim, table.held(other).claim, scoreBy(kinship, words));
    return new Alignment(kinship, (words.all + words.content) / 2, words.content, isApart ? 'time' : kinship.bar);
  }

  /** The score of that alignment. */
  score(other: ClaimNumber, kinship: Kinship): number {
    return scoreBy(kinship, this.likeness(other));
  }

  private likeness(other: ClaimNumber): Likeness {
    const columns = this.table.columnsOf(other);
    const at = this.table.placeOf(other);
    // The columns may have been made just now, and have words that nobody had.
    if (this.vocabulary.terms.size !== this.known) {
      this.end();
      this.begin();
    }
    const { matched, weights, isContent, isOwnName, theirsBefore } = this;
    const hasContext = columns.contextStarts[at] !== columns.contextStarts[at + 1];
    this.mayKnow = this.hasMoreNames || columns.hasMoreNames[at] === 1;
    matched.fill(0);
    this.match(columns, at);
    if (hasContext) this.matchBefore(columns, at);
    let all = 0;
    let content = 0;
    let told = 0;
    // In the order of the claim's own terms: sums taken in another order are not quite the same.
    for (let place = 0; place < matched.length; place++) {
      const found = matched[place]!;
      if (found === 0) {
        if (hasContext && isContent[place] === 1) told += weights[place]! * theirsBefore[place]! * CONTEXT;
        continue;
      }
      const product = weights[place]! * this.theirs[place]!;
      all += product;
      if (found === 2) this.mayKnow ||= isOwnName[place] === 1;
      else if (isContent[place] === 1) content += product;
    }
    return likenessOf(all, content, told + this.toldBefore, this.squares, {
      square: columns.squares[at]!,
      contentSquare: columns.contentSquares[at]!,
    });
  }

  /** Finds the terms that both have (1 for a term, 2 for one that is a name there), and what the claim's sentence before tells of the other's. */
  private match({ starts, terms, weights, named }: Columns, at: number): void {
    const { places, theirs, matched, contextWeights } = this;
    const own = matched.length;
    const end = starts[at + 1]!;
    let told = 0;
    for (let each = starts[at]!; each < end; each++) {
      const place = places[terms[each]!]!;
      if (place === 0) continue;
      if (place <= own) {
        theirs[place - 1] = weights[each]!;
        matched[place - 1] = 1 + named[each]!;
      } else if (named[each] === 0) told += weights[each]! * contextWeights[place - 1 - own]! * CONTEXT;
    }
    this.toldBefore = told;
  }

  /** Finds the claim's terms that the other's sentence before has. */
  private matchBefore({ contextStarts, context, contextWeights }: Columns, at: number): void {
    const { places, theirsBefore } = this;
    const end = contextStarts[at + 1]!;
    theirsBefore.fill(0);
    for (let each = contextStarts[at]!; each < end; each++) {
      const place = places[context[each]!]!;
      if (place > 0 && place <= theirsBefore.length) theirsBefore[place - 1] = contextWeights[each]!;
    }
  }
}

/** How a draft's claim stands to a source's figure, by one of the readings of a bare number where that makes them the same. */
export function agreementOf(claim: Claim, ours: Dated, { dated: theirs, readings }: FigureForm): Agreement | null {
  const plain = agreement(ours, theirs);
  if (plain !== null && (claim.readings.length === 0) === (readings.length === 0)) return plain;
  const read = (dated: Dated, quantity: NumericQuantity): Dated => ({ ...dated, figure: { ...dated.figure, quantity } });
  for (const reading of readings) {
    if (agreement(ours, read(theirs, reading)) === 'same') return 'same';
  }
  for (const reading of claim.readings) {
    if (agreement(read(ours, reading), theirs) === 'same') return 'same';
  }
  return plain;
}
