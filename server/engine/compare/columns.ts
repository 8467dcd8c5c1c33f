/**
 * What comparing asks of every claim of a library again and again, in typed arrays: a draft's claim is held against a thousand others, and
 * most of the time goes into fetching them from memory. Claims that are the same to a rule have the same number there.
 */
import type { Claim } from '../claims/claim.ts';
import { DigestNumbers } from '../digest-numbers.ts';
import type { CalendarDate, DateQuantity, NumericQuantity, Quantity } from '../model.ts';
import type { PackedFindings } from '../packed.ts';
import { PackedWords } from '../packed-words.ts';
import type { Dated } from './agree.ts';
import type { Kinship } from './align.ts';

/** The claims of one source, by their places in its analysis. */
export interface Columns {
  readonly vocabulary: Vocabulary;
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
  /** By the digests of `kindKey` and `figureKey`. */
  readonly kinds = new DigestNumbers();
  readonly figures = new DigestNumbers();
  /** By the numbers of figures: what they are, as far as anybody has asked. */
  private readonly forms: (FigureForm | undefined)[] = [];
  private places: Uint16Array = new Uint16Array(0);
  private readonly agreements = new Recent<Uint8Array>(MOST_COMPARED);
  private readonly kinships = new Recent<Map<number, Kinship>>(MOST_COMPARED);

  /** What a figure is, by its number, if anybody has asked. */
  formOf(figure: number): FigureForm | undefined {
    return this.forms[figure];
  }

  /** Says what a figure is: that of a claim told from `date`. */
  tell(figure: number, claim: Claim, date: CalendarDate | null): FigureForm {
    // An array with gaps would be held by its indices, each as a word.
    while (this.forms.length < this.figures.size) this.forms.push(undefined);
    const form = { dated: dated(claim, date), readings: claim.readings, number: numberOf(claim) };
    this.forms[figure] = form;
    return form;
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

/** The columns of a source's claims, read where these are packed. */
export function columnsOf(findings: PackedFindings, vocabulary: Vocabulary): Columns {
  const words = new PackedWords(findings);
  const { count, texts } = words;
  const starts = new Int32Array(count + 1);
  for (let at = 0; at < count; at++) starts[at + 1] = starts[at]! + words.sizeOf(at);
  const size = starts[count]!;
  const columns = {
    vocabulary,
    starts,
    terms: new Int32Array(size),
    weights: new Float64Array(size),
    named: new Uint8Array(size),
    squares: new Float64Array(count),
    contentSquares: new Float64Array(count),
    hasMoreNames: new Uint8Array(count),
    hasTime: new Uint8Array(count),
  };
  /** By a text's number in the source one more than its number in the vocabulary. */
  const numbers = new Int32Array(texts.length);
  const numberOf = (text: number): number => {
    numbers[text] ||= vocabulary.terms.of(texts[text]!) + 1;
    return numbers[text]! - 1;
  };
  const contextStarts = new Int32Array(count + 1);
  const context: number[] = [];
  const contextWeights: number[] = [];
  for (let at = 0; at < count; at++) {
    words.read(at);
    const start = starts[at]!;
    let square = 0;
    let contentSquare = 0;
    for (let each = 0; each < words.size; each++) {
      const weight = words.weights[each]!;
      columns.terms[start + each] = numberOf(words.terms[each]!);
      columns.weights[start + each] = weight;
      columns.named[start + each] = words.named[each]!;
      square += weight * weight;
      if (words.named[each] === 0) contentSquare += weight * weight;
    }
    for (let each = 0; each < words.contextSize; each++) {
      context.push(numberOf(words.context[each]!));
      contextWeights.push(words.contextWeights[each]!);
    }
    contextStarts[at + 1] = context.length;
    columns.squares[at] = square;
    columns.contentSquares[at] = contentSquare;
    columns.hasMoreNames[at] = words.hasMoreNames ? 1 : 0;
    columns.hasTime[at] = words.hasTime ? 1 : 0;
  }
  return { ...columns, contextStarts, context: Int32Array.from(context), contextWeights: Float64Array.from(contextWeights) };
}

/** All that `kinshipOf` (align.ts) reads of either of two claims that share a block: equal keys, equal answers. */
export function kindKey({ figure, role, direction, head, event, negated, subjects, terms, context }: Claim): string {
  const { dimension } = figure.quantity;
  const noun = head ? `${head.term},${head.people},${head.common},${head.member},${head.compound},${head.modifiers.join(' ')}` : '';
  const whom = dimension === 'age' ? subjects.map((subject) => subject.join(' ')).join(',') : '';
  // Without a noun it may matter which ones are told of it.
  const told = head === null && event !== null ? [...terms.keys(), ...context.keys()].join(' ') : '';
  return `${dimension};${role};${direction};${noun};${event};${negated};${whom};${told}`;
}

/** All that `agreementOf` (pairing.ts) reads of a claim and the day its text speaks from: equal keys, equal answers. */
export function figureKey({ figure: { quantity, marker }, direction, readings }: Claim, date: CalendarDate | null): string {
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
