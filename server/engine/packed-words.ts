/**
 * The words that packed claims are told in, read where they are packed: comparing asks for those of all claims of a source, for which a
 * hundred maps and sets would be made to be read once.
 */
import type { PackedFindings } from './packed.ts';
import { packedCount } from './packing/format.ts';
import { Walker } from './packing/walk.ts';

const SMALLEST = 64;

/** Goes from claim to claim of one source: what is said of a claim holds until another is read. */
export class PackedWords {
  /** How many claims there are. */
  readonly count: number;
  /** The terms, by their numbers in what follows. */
  readonly texts: readonly string[];
  /** How many terms a claim has, in its order; which they are, how much each weighs, and whether it is a name: 1 or 0. */
  size = 0;
  terms = new Int32Array(SMALLEST);
  weights = new Float64Array(SMALLEST);
  named = new Uint8Array(SMALLEST);
  /** The same of the terms of the sentence before (`Claim.context`). */
  contextSize = 0;
  context = new Int32Array(SMALLEST);
  contextWeights = new Float64Array(SMALLEST);
  /** Whether it has names that are none of its terms, and whether it says when. */
  hasMoreNames = false;
  hasTime = false;
  private readonly walker: Walker;
  /** By the number of a text one more than its place among the claim's terms. */
  private readonly places: Int32Array;

  constructor({ claims }: PackedFindings) {
    this.count = packedCount(claims) / 2;
    this.texts = claims.texts;
    this.walker = new Walker(claims);
    this.places = new Int32Array(claims.texts.length);
  }

  /** How many terms a claim has. */
  sizeOf(claim: number): number {
    const { walker } = this;
    walker.seek(claim * 2 + 1);
    walker.enterObject();
    return walker.enter();
  }

  /** Reads a claim's words, as `halvesOf` (packed.ts) has packed them. */
  read(claim: number): void {
    const { walker, places } = this;
    walker.seek(claim * 2);
    walker.enterObject();
    this.hasTime = !walker.isNull;
    this.size = this.sizeOf(claim);
    if (this.size > this.terms.length) this.grow();
    const { size, terms, weights, named } = this;
    for (let at = 0; at < size; at++) {
      terms[at] = walker.text();
      weights[at] = walker.number();
      named[at] = 0;
      places[terms[at]!] = at + 1;
    }
    this.contextSize = walker.enter();
    if (this.contextSize > this.context.length) {
      this.context = new Int32Array(this.contextSize * 2);
      this.contextWeights = new Float64Array(this.contextSize * 2);
    }
    for (let at = 0; at < this.contextSize; at++) {
      this.context[at] = walker.text();
      this.contextWeights[at] = walker.number();
    }
    this.hasMoreNames = false;
    for (let left = walker.enter(); left > 0; left--) {
      const place = places[walker.text()]!;
      if (place > 0) named[place - 1] = 1;
      else this.hasMoreNames = true;
    }
    for (let at = 0; at < size; at++) places[terms[at]!] = 0;
  }

  private grow(): void {
    this.terms = new Int32Array(this.size * 2);
    this.weights = new Float64Array(this.size * 2);
    this.named = new Uint8Array(this.size * 2);
  }
}
