/** A passage whose tokens are cut when asked for: kept, they would take twenty times the memory of the text. */
import type { BlockKind, Passage, Span, Token } from '../model.ts';
import { tokenize } from './tokens.ts';

/** So many passages, over all texts, keep their tokens: enough for the sentences around a claim and those it is held against. */
const KEPT = 512;
/** The passages that have their tokens, in the order they were cut; the oldest gives its place up. */
const kept: (TextPassage | undefined)[] = new Array(KEPT);
let oldest = 0;

/** The text that passages are of, and what in it is not prose (ascending, disjoint). */
export interface Ground {
  readonly text: string;
  readonly masks: readonly Span[];
}

export class TextPassage implements Passage {
  #tokens: readonly Token[] | null = null;
  readonly #ground: Ground;

  constructor(
    ground: Ground,
    readonly index: number,
    readonly block: number,
    readonly kind: BlockKind,
    readonly start: number,
    readonly end: number,
  ) {
    this.#ground = ground;
  }

  /** What is not prose in the text that some passages are of; nothing where there are none. */
  static masksOf(passages: readonly Passage[]): readonly Span[] {
    const [first] = passages;
    return first instanceof TextPassage ? first.#ground.masks : [];
  }

  /** The tokens: equal at every call, though not always the same objects. */
  get tokens(): readonly Token[] {
    return this.#tokens ?? this.#cut();
  }

  #cut(): readonly Token[] {
    const { text, masks } = this.#ground;
    const tokens = tokenize(text, this, masks);
    const evicted = kept[oldest];
    if (evicted) evicted.#tokens = null;
    kept[oldest] = this;
    oldest = (oldest + 1) % KEPT;
    this.#tokens = tokens;
    return tokens;
  }
}
