/** Looks at a passage's tokens by position, so that recognisers read them without bounds checks of their own. */
import type { NumberWords } from '../lexicon/numbers.ts';
import { matchPhrase, type PhraseTable } from '../lexicon/phrases.ts';
import type { Token } from '../model.ts';
import { type Digits, readDigits } from './digits.ts';

export class Reader {
  /** Numbers read so far, by position: many recognisers ask for the same one. */
  private readonly read = new Map<number, Digits | null>();

  constructor(
    readonly tokens: readonly Token[],
    readonly words: NumberWords,
    /** Whether the text is a heading, where capitals say nothing. */
    readonly heading: boolean,
    /** Whether the text is a cell of a table, where brackets tell a loss. */
    readonly cell = false,
  ) {}

  get length(): number {
    return this.tokens.length;
  }

  /** The token in lower case; empty beyond either end. */
  lower(at: number): string {
    return this.at(at)?.lower ?? '';
  }

  text(at: number): string {
    return this.at(at)?.text ?? '';
  }

  /** Whether a token stands there without space before it. */
  glued(at: number): boolean {
    const token = at > 0 ? this.at(at) : undefined;
    return token !== undefined && !token.spaced;
  }

  in(set: { has(word: string): boolean }, at: number): boolean {
    return set.has(this.lower(at));
  }

  phrase<T>(table: PhraseTable<T>, at: number): { readonly value: T; readonly end: number } | null {
    if (at < 0) return null;
    const match = matchPhrase(table, this.tokens, at);
    // A hyphen that opens a phrase joins it to the word before (`20-kilometre`), or it is a dash.
    return match && this.text(at) === '-' && !(this.glued(at) && this.glued(at + 1)) ? null : match;
  }

  word(at: number): boolean {
    return this.at(at)?.kind === 'word';
  }

  number(at: number): boolean {
    return this.at(at)?.kind === 'number';
  }

  digits(at: number): Digits | null {
    if (!this.number(at)) return null;
    let digits = this.read.get(at);
    if (digits === undefined) {
      digits = readDigits(this.text(at));
      this.read.set(at, digits);
    }
    return digits;
  }

  /** A whole number without separators, or -1. */
  plain(at: number): number {
    const digits = this.digits(at);
    return digits?.plain ? digits.value : -1;
  }

  /** The value of bare ASCII digits, leading zeros allowed, or -1. */
  padded(at: number): number {
    return this.number(at) && /^\d{1,9}$/.test(this.text(at)) ? Number(this.text(at)) : -1;
  }

  capital(at: number): boolean {
    const token = this.at(at);
    return token?.kind === 'word' && token.text[0] !== token.lower[0];
  }

  /** Whether a hyphen stands there between two tokens without space. */
  hyphen(at: number): boolean {
    return this.text(at) === '-' && this.glued(at) && this.glued(at + 1);
  }

  /** Whether a hyphen or en dash stands there between two tokens without space. */
  dash(at: number): boolean {
    const text = this.text(at);
    return (text === '-' || text === '\u2013') && this.glued(at) && this.glued(at + 1);
  }

  /** Whether the word there looks like a plural that is counted. */
  plural(at: number): boolean {
    const word = this.lower(at);
    if (!this.word(at) || this.words.functionWords.has(word)) return false;
    if (this.words.plurals.has(word)) return true;
    return (
      word.length > 3 && word.endsWith('s') && !word.endsWith('ss') && !word.endsWith("'s") && !word.endsWith('us') && !word.endsWith('is')
    );
  }

  /** Whether something counted follows: a plural in lower case, with up to two words of its own before it. */
  counted(at: number): boolean {
    for (let i = at; i < at + 3; i++) {
      if (!this.word(i) || this.words.functionWords.has(this.lower(i))) return false;
      if (this.plural(i) && (this.heading || !this.capital(i))) return true;
    }
    return false;
  }

  /** Whether the token there ends a phrase: nothing, punctuation, or a word of grammar. */
  ends(at: number): boolean {
    return at >= this.length || (!this.word(at) && !this.number(at)) || this.in(this.words.functionWords, at);
  }

  private at(at: number): Token | undefined {
    return at < 0 ? undefined : this.tokens[at];
  }
}
