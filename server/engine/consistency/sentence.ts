/** A sentence of a draft as its figures are held against one another: its tokens by position, and what lies between two figures. */
import type { Claim } from '../claims/claim.ts';
import type { ConsistencyWords } from '../lexicon/consistency.ts';
import type { Lexicon } from '../lexicon/types.ts';
import type { Span, Token } from '../model.ts';
import { amountOf, textOf, writtenLike } from './amounts.ts';

export class FigureSentence {
  readonly words: ConsistencyWords;
  /** Its claims that state an amount, in order. */
  readonly amounts: readonly Claim[];

  constructor(
    readonly tokens: readonly Token[],
    /** All its claims, in order. */
    readonly claims: readonly Claim[],
    /** The whole draft. */
    private readonly text: string,
    readonly lexicon: Lexicon,
  ) {
    this.words = lexicon.consistency;
    this.amounts = claims.filter((claim) => amountOf(claim) !== null);
  }

  /** The word or sign at a position, in lower case; '' beyond the ends. */
  at(position: number): string {
    return this.tokens[position]?.lower ?? '';
  }

  isWord(position: number): boolean {
    return this.tokens[position]?.kind === 'word';
  }

  /** Whether any of the tokens of `[from, to)` is one of some words. */
  has(from: number, to: number, words: ReadonlySet<string>): boolean {
    for (let position = Math.max(0, from); position < to; position++) if (words.has(this.at(position))) return true;
    return false;
  }

  /** Whether an amount stands in `[from, to)`. */
  hasAmount(from: number, to: number): boolean {
    return this.amounts.some(({ figure: { tokens } }) => tokens.start < to && tokens.end > from);
  }

  /** A claim's figure as the draft writes it. */
  quoted({ figure }: Claim): string {
    return textOf(figure, this.tokens, this.text);
  }

  /** Some of its tokens as the draft writes them. */
  slice(span: Span): string {
    return textOf({ tokens: span, quantity: null }, this.tokens, this.text);
  }

  /** Another number, written as a claim's figure is. */
  like(claim: Claim, value: number): string {
    return writtenLike(claim, value, this.tokens, this.text, this.lexicon);
  }
}
