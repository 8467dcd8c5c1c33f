/**
 * What comparing asks of every claim of a library again and again, in typed arrays: a draft's claim is held against a thousand others, and
 * most of the time goes into fetching them from memory. Claims that are the same to a rule have the same number there.
 */
import type { Claim } from '../claims/claim.ts';
import type { CalendarDate, DateQuantity, NumericQuantity, Quantity } from '../model.ts';
import type { Dated } from './agree.ts';
import type { Kinship } from './align.ts';
import { squaresOf } from './likeness.ts';

/** The claims of one source, by their places in its analysis. */
export interface Columns {
  readonly vocabulary: Vocabulary;
  /** What `kinshipOf` (align.ts) asks of a claim: equal numbers, equal answers. */
  readonly kinds: Int32Array;
  /** What tells whether a claim's figure agrees with another: equal numbers, equal answers. */
  readonly figures: Int32Array;
  /** The terms of a claim are those from its start to the next one's: their numbers, weights, and whether they are names. */
  readonly starts: Int32Array;
  readonly terms: Int32Array;
  readonly weights: Float64Array;
  readonly named: Uint8Array;
  /** The sums of the squares of the terms' weights, and of those that are no names. */
  readonly squares: Float64Array;
  readonly contentSquares: Float64Array;
  /** The terms of the sentence before (`Claim.context`), as `starts`, `terms` and `weights` have a claim's own. */
  readonly contextStarts: Int32Array;
  readonly context: Int32Array;
  readonly contextWeights: Float64Array;
  /** Whether a claim has names that are none of its terms. */
  readonly hasMoreNames: Uint8Array;
  /** Whether a claim says when. */
  readonly hasTime: Uint8Array;
}

/** What the rules ask of a figure, and of what else it may be: the same for all that have its number. */
export interface FigureForm {
  readonly dated: Dated;
  readonly readings: readonly NumericQuantity[];
  /** As `numberOf` has it. */
  readonly number: NumericQuantity | null;
}

/**
 * A figure that is a plain number: a count or a sum of money, of nothing in particular, below zero by no means, and nothing else. Two of
 * one dimension and unit agree as their numbers do. Null where it is more than that.
 */
export function numberOf({ figure: { quantity, marker }, readings }: Claim): NumericQuantity | null {
  const isPlain = quantity.dimension === 'count' || (quantity.dimension === 'money' && quantity.unit !== null);
  return isPlain && quantity.per === null && quantity.high >= 0 && marker === null && readings.length === 0 ? quantity : null;
}

/** A claim's figure as it compares: with the day its text speaks from, and whether its sentence tells of a fall. */
export function dated({ figure, direction }: Claim, asOf: CalendarDate | null): Dated {
  const { quantity, marker } = figure;
  return { figure: { quantity, marker }, asOf, falls: direction === 'down' };
}

/** Gives equal words equal numbers, from 0. */
class Numbers {
  private readonly numbers = new Map<string, number>();

  get size(): number {
    return this.numbers.size;
  }

  of(word: string): number {
    let number = this.numbers.get(word);
    if (number === undefined) {
      number = this.numbers.size;
      this.numbers.set(word, number);
    }
    return number;
  }

  find(word: string): number | undefined {
    return this.numbers.get(word);
  }
}

/** What was found for the keys that were asked about last. */
class Recent<Value> {
  private readonly values = new Map<string, Value>();

  constructor(private readonly most: number) {}

  get(key: string): Value | undefined {
    const value = this.values.get(key);
    if (value !== undefined) {
      this.values.delete(key);
      this.values.set(key, value);
    }
    return value;
  }

  set(key: string, value: Value): void {
    this.values.delete(key);
    this.values.set(key, value);
    if (this.values.size > this.most) this.values.delete(this.values.keys().next().value!);
  }
}

/** So many claims' comparisons are remembered: whoever types in a sentence asks about its claims with every letter. */
const MOST_COMPARED = 24;
/** How much longer what is remembered of one is than it has to be. */
const ROOM = 1.25;

/** The numbers that one library's terms, kinds and figures go by. */
export class Vocabulary {
  readonly terms = new Numbers();
  readonly kinds = new Numbers();
  readonly figures = new Numbers();
  /** By the numbers of figures: what they are. */
  readonly forms: FigureForm[] = [];
  private places: Uint16Array = new Uint16Array(0);
  private readonly agreements = new Recent<Uint8Array>(MOST_COMPARED);
  private readonly kinships = new Recent<Map<number, Kinship>>(MOST_COMPARED);

  /** The number of a claim's kind. */
  kindOf(claim: Claim): number {
    return this.kinds.of(kindKey(claim));
  }

  /** The number of a claim's figure, told from `date`. */
  figureOf(claim: Claim, date: CalendarDate | null): number {
    const figure = this.figures.of(figureKey(claim, date));
    this.forms[figure] ??= { dated: dated(claim, date), readings: claim.readings, number: numberOf(claim) };
    return figure;
  }

  /** By figures' numbers how a claim's figure agrees with each, as far as anybody has asked. For whoever compares to fill; 0 is not known. */
  agreementsOf(claim: Claim, asOf: CalendarDate | null): Uint8Array {
    const key = figureKey(claim, asOf);
    const known = this.agreements.get(key);
    if (known && known.length >= this.figures.size) return known;
    // With room for what is met while the claim is compared.
    const grown = new Uint8Array(Math.ceil(this.figures.size * ROOM));
    if (known) grown.set(known);
    this.agreements.set(key, grown);
    return grown;
  }

  /** By kinds' numbers what a claim has in common with each, as far as anybody has asked. For whoever compares to fill. */
  kinshipsOf(claim: Claim): Map<number, Kinship> {
    const key = kindKey(claim);
    const known = this.kinships.get(key) ?? new Map<number, Kinship>();
    this.kinships.set(key, known);
    return known;
  }

  /** For whoever compares, and leaves it as it was: by a term's number its place among the terms that he compares by, and 0 for others. */
  scratch(): Uint16Array {
    if (this.places.length < this.terms.size) this.places = new Uint16Array(this.terms.size * 2);
    return this.places;
  }
}

/** The columns of a source's claims, told from `date`. */
export function columnsOf(claims: readonly Claim[], date: CalendarDate | null, vocabulary: Vocabulary): Columns {
  const starts = new Int32Array(claims.length + 1);
  const contextStarts = new Int32Array(claims.length + 1);
  for (const [at, { terms, context }] of claims.entries()) {
    starts[at + 1] = starts[at]! + terms.size;
    contextStarts[at + 1] = contextStarts[at]! + context.size;
  }
  const size = starts[claims.length]!;
  const columns: Columns = {
    vocabulary,
    kinds: new Int32Array(claims.length),
    figures: new Int32Array(claims.length),
    starts,
    terms: new Int32Array(size),
    weights: new Float64Array(size),
    named: new Uint8Array(size),
    squares: new Float64Array(claims.length),
    contentSquares: new Float64Array(claims.length),
    contextStarts,
    context: new Int32Array(contextStarts[claims.length]!),
    contextWeights: new Float64Array(contextStarts[claims.length]!),
    hasMoreNames: new Uint8Array(claims.length),
    hasTime: new Uint8Array(claims.length),
  };
  for (const [at, claim] of claims.entries()) {
    columns.kinds[at] = vocabulary.kindOf(claim);
    columns.figures[at] = vocabulary.figureOf(claim, date);
    let next = starts[at]!;
    let names = 0;
    for (const [term, weight] of claim.terms) {
      columns.terms[next] = vocabulary.terms.of(term);
      columns.weights[next] = weight;
      if (claim.names.has(term)) {
        columns.named[next] = 1;
        names++;
      }
      next++;
    }
    let before = contextStarts[at]!;
    for (const [term, weight] of claim.context) {
      columns.context[before] = vocabulary.terms.of(term);
      columns.contextWeights[before++] = weight;
    }
    const { square, contentSquare } = squaresOf(claim);
    columns.squares[at] = square;
    columns.contentSquares[at] = contentSquare;
    columns.hasMoreNames[at] = names < claim.names.size ? 1 : 0;
    columns.hasTime[at] = claim.time === null ? 0 : 1;
  }
  return columns;
}

/** All that `kinshipOf` (align.ts) reads of either of two claims that share a block. */
function kindKey({ figure, role, direction, head, event, negated, subjects, terms, context }: Claim): string {
  const { dimension } = figure.quantity;
  const noun = head ? `${head.term},${head.people},${head.common},${head.member},${head.compound},${head.modifiers.join(' ')}` : '';
  const whom = dimension === 'age' ? subjects.map((subject) => subject.join(' ')).join(',') : '';
  // Without a noun it may matter which ones are told of it.
  const told = head === null && event !== null ? [...terms.keys(), ...context.keys()].join(' ') : '';
  return `${dimension};${role};${direction};${noun};${event};${negated};${whom};${told}`;
}

/** All that `agreementOf` (pairing.ts) reads of a claim and the day its text speaks from. */
function figureKey({ figure: { quantity, marker }, direction, readings }: Claim, date: CalendarDate | null): string {
  const { dimension } = quantity;
  const isDated = dimension === 'date' || dimension === 'year' || dimension === 'age' || marker === 'ago';
  return `${quantityKey(quantity)};${marker};${direction === 'down'};${readings.map(quantityKey).join(',')};${isDated ? dateKey(date) : ''}`;
}

function quantityKey(quantity: Quantity): string {
  if (quantity.dimension === 'date') return timeKey(quantity);
  const { dimension, value, low, high, hedge, unit, grain, per } = quantity;
  return `${dimension} ${value} ${low} ${high} ${hedge} ${unit} ${grain} ${per}`;
}

function timeKey({ from, to, hedge, grain }: DateQuantity): string {
  return `date ${dateKey(from)} ${dateKey(to)} ${hedge} ${grain}`;
}

function dateKey(date: CalendarDate | null): string {
  return date ? `${date.year}-${date.month}-${date.day}` : '';
}
