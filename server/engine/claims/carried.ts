/** What a sentence leaves to the next one: whom it named, what it told of, and the units that it told its figures in. */
import type { Lexicon } from '../lexicon/types.ts';
import type { Figure, NumericQuantity, Passage } from '../model.ts';
import { isAnaphoric } from './sentence.ts';
import { namesIn, type Subject } from './subject.ts';
import type { Term } from './terms.ts';
import { lendersOf } from './unit.ts';

/** What the sentence before leaves to the next one. */
export interface Carried {
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

export const NOTHING: Carried = { names: new Map(), subjects: [], content: new Map(), unit: null, money: null, currency: null };

/** A name of the sentence before counts as much as this part of one in the sentence itself; two sentences before, its square. */
const CARRIED = 0.3;
/** A sentence leaves the next one no more names than this. */
const MOST_CARRIED = 64;

/** Whether what two sentences leave is the same, and in the same order. */
export function sameCarried(a: Carried, b: Carried): boolean {
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

/** What a passage leaves to the next, of what it was left itself. `figures` are its own. */
export function carryOver(
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
