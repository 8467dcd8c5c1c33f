/** What makes a claim of a draft the same claim after the draft was edited: its value, what it measures, and whom it is said of. */
import type { Analysis } from '../analysis.ts';
import type { Claim } from '../claims/claim.ts';
import { type Subject, sameSubject } from '../claims/subject.ts';
import { keysOf, nameParts, stem, withoutPossessive } from '../claims/terms.ts';
import type { Lexicon } from '../lexicon/types.ts';
import type { Quantity } from '../model.ts';
import { isoDate } from '../rules/wording.ts';
import type { FigureTarget } from './record.ts';

/** So many digits tell two values apart; beyond them is only what arithmetic adds. */
const DIGITS = 12;
/** A record names no more of a sentence's names than this. */
const MOST_NAMES = 4;
/** What a record says first of a claim that something did not happen. */
const NOT = 'not';

/**
 * A figure's value in words that stay the same however it is written (`12` and `twelve`): dimension, hedge, value, unit. The unit of a
 * count is its noun, which is part of what it measures.
 */
export function quantityKey(quantity: Quantity): string {
  const hedge = quantity.hedge ?? '';
  if (quantity.dimension === 'date') {
    const [from, to] = [isoDate(quantity.from) ?? '', isoDate(quantity.to) ?? ''];
    return ['date', hedge, from === to ? from : `${from}..${to}`].filter(Boolean).join(' ');
  }
  const { dimension, value, low, high, per } = quantity;
  const unit = dimension === 'count' ? null : quantity.unit;
  const stated = value === null ? `${rounded(low)}..${rounded(high)}` : rounded(value);
  return [dimension, hedge, stated, unit, per && `per ${per}`].filter(Boolean).join(' ');
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(DIGITS)));
}

/** A draft's claims by what records hold of them: made once, then asked about each record. */
export class Claims {
  private readonly byQuantity = new Map<string, Claim[]>();
  /** The claims that records without an ordinal speak of, as far as they were asked for; each with its place among them. */
  private readonly equals = new Map<string, ReadonlyMap<Claim, number>>();

  constructor(
    private readonly draft: Pick<Analysis, 'claims' | 'names'>,
    private readonly lexicon: Lexicon,
  ) {
    for (const claim of draft.claims) {
      const quantity = quantityKey(claim.figure.quantity);
      const known = this.byQuantity.get(quantity);
      if (known) known.push(claim);
      else this.byQuantity.set(quantity, [claim]);
    }
  }

  /** What a record must hold to find a claim again. */
  targetOf(claim: Claim): FigureTarget {
    const quantity = quantityKey(claim.figure.quantity);
    const target = { quantity, measures: this.measuresOf(claim), subject: this.subjectOf(claim) };
    return { ...target, ordinal: this.exact(target).get(claim) ?? 1 };
  }

  /**
   * The claim that a record speaks of; null where the draft has it no more. Claims with the same words come before those in whose sentence
   * the words still stand; an ordinal beyond the last stands for the last.
   */
  find(target: FigureTarget): Claim | null {
    return this.findExactly(target) ?? nth(this.alike(target), target.ordinal);
  }

  /** As `find`, only where the claim has the same words. */
  findExactly(target: FigureTarget): Claim | null {
    return nth([...this.exact(target).keys()], target.ordinal);
  }

  /** Whether a claim measures what a record says word for word, but for their forms and their order. */
  measuresTheSame(claim: Claim, measures: string): boolean {
    const keysIn = (phrase: string) => [...new Set(wordsOf(phrase).flatMap((word) => keysOf(word, this.lexicon)))].sort().join(' ');
    return keysIn(this.measuresOf(claim)) === keysIn(measures);
  }

  private exact({ quantity, measures, subject }: Omit<FigureTarget, 'ordinal'>): ReadonlyMap<Claim, number> {
    const words = phraseKey(measures);
    const key = [quantity, words, ...subject].join('\n');
    const known = this.equals.get(key);
    if (known) return known;
    const candidates = (this.byQuantity.get(quantity) ?? []).filter((claim) => phraseKey(this.measuresOf(claim)) === words);
    const found = new Map(saidOf(candidates, subject).map((claim, index) => [claim, index + 1]));
    this.equals.set(key, found);
    return found;
  }

  private alike({ quantity, measures, subject }: FigureTarget): readonly Claim[] {
    return saidOf(this.byQuantity.get(quantity) ?? [], subject).filter((claim) => this.mayMeasure(claim, measures));
  }

  /** What a claim measures, in the draft's words. Of a figure without a noun or an event only words that its sentence is told by. */
  private measuresOf(claim: Claim): string {
    if (claim.head || claim.event) return claim.negated ? `${NOT} ${claim.measures}` : claim.measures;
    return wordsOf(claim.measures)
      .filter((word) => keysOf(word, this.lexicon).some((key) => claim.terms.has(key)))
      .join(' ');
  }

  /** Those of the names in the claim's own sentence that it may be said of. */
  private subjectOf(claim: Claim): string[] {
    const { passage } = claim.figure;
    const own = this.draft.names.filter((name) => name.passage === passage && sameSubject([partsOf(name.text)], claim.subjects));
    return [...new Set(own.map(({ text }) => text))].slice(0, MOST_NAMES);
  }

  /**
   * Whether a claim may be the one that was said to measure something. A noun and an event have to be the same, and one word that narrows
   * the noun, where both are narrowed; of other figures every word has to stand in the sentence still, wherever it stands.
   */
  private mayMeasure(claim: Claim, measures: string): boolean {
    const words = wordsOf(measures).map((word) => keysOf(word, this.lexicon));
    const known = new Set(words.flat());
    if (measures.startsWith(`${NOT} `) !== claim.negated) return false;
    const now = wordsOf(claim.measures).map((word) => keysOf(word, this.lexicon));
    if (eventsOf(words).join() !== eventsOf(now).join()) return false;
    if (!claim.head) {
      const told = words.filter((keys) => keys.length > 0);
      return told.length > 0 && told.every((keys) => keys.some((key) => claim.terms.has(key)));
    }
    const noun = keysOf(wordsOf(claim.head.text).at(-1) ?? '', this.lexicon);
    if (!noun.some((key) => known.has(key))) return false;
    const narrows = (keys: readonly string[]) => keys.length > 0 && !keys.some((key) => key.startsWith('!') || noun.includes(key));
    const [before, after] = [words.filter(narrows), now.filter(narrows).flat()];
    return before.length === 0 || after.length === 0 || before.flat().some((key) => after.includes(key));
  }
}

const drafts = new WeakMap<object, Claims>();

/** The claims of an analysis, which is asked several times: for what is let stand, for what may be, and for what was ticked. */
export function claimsIn(analysis: Pick<Analysis, 'claims' | 'names'>, lexicon: Lexicon): Claims {
  const claims = drafts.get(analysis) ?? new Claims(analysis, lexicon);
  drafts.set(analysis, claims);
  return claims;
}

function nth(claims: readonly Claim[], ordinal: number): Claim | null {
  return claims[Math.min(ordinal, claims.length) - 1] ?? null;
}

function phraseKey(measures: string): string {
  return wordsOf(measures).join(' ').toLowerCase();
}

/** The claims that may be said of one of some names. A record without names, or a claim that may be anybody's, goes with all. */
function saidOf(claims: readonly Claim[], names: readonly string[]): readonly Claim[] {
  const subjects = names.map(partsOf);
  if (subjects.length === 0) return claims;
  return claims.filter((claim) => claim.subjects.length === 0 || sameSubject(subjects, claim.subjects));
}

/** The events that some words tell, by their concepts. */
function eventsOf(words: readonly (readonly string[])[]): string[] {
  return [...new Set(words.flat().filter((key) => key.startsWith('!')))].sort();
}

function wordsOf(phrase: string): string[] {
  return phrase.split(/[\s-]+/).filter(Boolean);
}

function partsOf(name: string): Subject {
  return nameParts(name).map((part) => stem(withoutPossessive(part.toLowerCase())));
}
