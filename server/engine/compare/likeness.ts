/** How alike two claims are in their words: cosines of their weighted terms. */
import type { Claim } from '../claims/claim.ts';

type Terms = ReadonlyMap<string, number>;

/** Two cosines, each 0 to 1: of all terms of two claims, and of those that are no names, so that names alone make nothing alike. */
export interface Likeness {
  readonly all: number;
  readonly content: number;
}

/** How alike two claims are in their words. Symmetric. */
export function likeness(a: Claim, b: Claim): Likeness {
  const [ours, theirs] = [vectorOf(a), vectorOf(b)];
  let all = 0;
  let content = 0;
  for (const [term, weight] of a.terms) {
    const other = b.terms.get(term);
    if (other === undefined) continue;
    all += weight * other;
    if (ours.content.has(term) && theirs.content.has(term)) content += weight * other;
  }
  return likenessOf(all, content, toldBefore(a, b) + toldBefore(b, a), ours, theirs);
}

/** The likeness of two claims given the products of the weights that they share: of all, of those that are no names, and of what was told before. */
export function likenessOf(all: number, content: number, told: number, a: Squares, b: Squares): Likeness {
  return {
    all: Math.min(1, cosine(all + told, a.square, b.square)),
    content: Math.min(1, cosine(content + told, a.contentSquare, b.contentSquare)),
  };
}

/** How much a term of the sentence before counts beside one of the sentence itself. */
export const CONTEXT = 0.2;

/** What one claim's terms share with what the other's sentence goes on about. It only adds: a sentence is no less alike for following another. */
function toldBefore(a: Claim, b: Claim): number {
  if (b.context.size === 0) return 0;
  let sum = 0;
  for (const term of vectorOf(a).content.keys()) {
    const before = b.context.get(term);
    if (before !== undefined && !b.terms.has(term)) sum += a.terms.get(term)! * before * CONTEXT;
  }
  return sum;
}

/** The cosine of what two claims are told of besides names and the nouns they count. 0 to 1. */
export function sharedContent(a: Claim, b: Claim): number {
  const [ours, theirs] = [besidesHeads(a, b), besidesHeads(b, a)];
  let dot = 0;
  for (const [term, weight] of ours) dot += weight * (theirs.get(term) ?? 0);
  return cosine(dot, squareOf(ours), squareOf(theirs));
}

function besidesHeads(claim: Claim, other: Claim): Terms {
  const content = new Map(vectorOf(claim).content);
  for (const { head } of [claim, other]) if (head) content.delete(head.term);
  return content;
}

function cosine(dot: number, left: number, right: number): number {
  return left > 0 && right > 0 ? dot / Math.sqrt(left * right) : 0;
}

/** The sums of the squares of a claim's weights: of all its terms, and of those that are no names. */
export interface Squares {
  readonly square: number;
  readonly contentSquare: number;
}

/** What a claim's terms have whatever they are held against. */
interface Vector extends Squares {
  /** The terms without names: what is measured, whoever it is measured of. */
  readonly content: Terms;
}

export function squaresOf({ terms, names }: Claim): Squares {
  let square = 0;
  let contentSquare = 0;
  for (const [term, weight] of terms) {
    square += weight * weight;
    if (!names.has(term)) contentSquare += weight * weight;
  }
  return { square, contentSquare };
}

const vectors = new WeakMap<Claim, Vector>();

function vectorOf(claim: Claim): Vector {
  let vector = vectors.get(claim);
  if (!vector) {
    const content = new Map<string, number>();
    for (const [term, weight] of claim.terms) if (!claim.names.has(term)) content.set(term, weight);
    vector = { content, ...squaresOf(claim) };
    vectors.set(claim, vector);
  }
  return vector;
}

function squareOf(terms: Terms): number {
  let sum = 0;
  for (const weight of terms.values()) sum += weight * weight;
  return sum;
}
