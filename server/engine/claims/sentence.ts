/** A passage as its claims look at it: what is the same for all its figures is found once, so that many figures cost no more each. */
import type { Lexicon } from '../lexicon/types.ts';
import type { Figure, Passage, Token } from '../model.ts';
import { costOf, isCut, lowerBound } from './clause.ts';
import { type Voices, voicesOf } from './speaker.ts';
import type { Term } from './terms.ts';

export class Sentence {
  readonly tokens: readonly Token[];
  /** The positions of its terms. */
  readonly told: readonly number[];
  /** The positions of its words of rising and falling, and of its weekdays. */
  readonly changes: readonly number[];
  readonly weekdays: readonly number[];
  /** The positions of its prepositions of place. */
  readonly locatives: readonly number[];
  /** The positions of what cuts it into clauses: commas, semicolons, dashes, parentheses. */
  private readonly cuts: readonly number[];
  /** The positions of its months that are part of no date. */
  readonly months: readonly number[];
  /** The positions of its words of expectation (`will`, `forecast`, `target`). */
  readonly outlooks: readonly number[];
  /** The term of its first word; null where that has no content. */
  readonly opener: string | null;
  readonly voices: Voices;
  /** Whether it goes on about what the sentence before told of (`It lasted 12 weeks.`). */
  readonly isAnaphoric: boolean;
  /** What it costs to come from its start to before each token; one more than there are tokens. */
  private readonly costs: Float64Array;
  /** By token the number, counted from 1, of the figure it is part of, dates and years aside; 0 where of none. */
  private readonly owners: Int32Array;

  /** `terms` has one a token, null where it has no content. Linear in the tokens. */
  constructor(
    passage: Passage,
    readonly terms: readonly (Term | null)[],
    /** Ascending, disjoint. */
    readonly figures: readonly Figure[],
    lexicon: Lexicon,
  ) {
    const { up, down, weekdays, outlook, locatives } = lexicon.claims;
    const { tokens } = passage;
    this.tokens = tokens;
    this.costs = new Float64Array(tokens.length + 1);
    this.owners = new Int32Array(tokens.length);
    const told: number[] = [];
    const changes: number[] = [];
    const days: number[] = [];
    const outlooks: number[] = [];
    const months: number[] = [];
    const locative: number[] = [];
    const cuts: number[] = [];
    const dates = new Set<number>();
    for (const figure of figures) if (isTime(figure)) for (let at = figure.tokens.start; at < figure.tokens.end; at++) dates.add(at);
    let first = -1;
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at]!;
      this.costs[at + 1] = this.costs[at]! + costOf(token);
      if (terms[at]) told.push(at);
      if (first < 0 && token.kind === 'word') first = at;
      if (up.has(token.lower) || down.has(token.lower)) changes.push(at);
      if (weekdays.has(token.lower)) days.push(at);
      // `On 3 May` expects nothing.
      if (outlook.has(token.lower) && !dates.has(at)) outlooks.push(at);
      if (token.kind === 'word' && isMonth(token, tokens, at, lexicon) && !dates.has(at)) months.push(at);
      if (locatives.has(token.lower)) locative.push(at);
      if (isCut(token)) cuts.push(at);
    }
    this.told = told;
    this.changes = changes;
    this.weekdays = days;
    this.outlooks = outlooks;
    this.months = months;
    this.locatives = locative;
    this.cuts = cuts;
    this.opener = terms[first]?.key ?? null;
    this.voices = voicesOf(tokens, lexicon);
    this.isAnaphoric = isAnaphoric(tokens, lexicon);
    for (const [index, figure] of figures.entries()) {
      if (!isTime(figure)) this.owners.fill(index + 1, figure.tokens.start, figure.tokens.end);
    }
  }

  /** How far a token is from a figure of the sentence (see `costOf`), 0 inside it. */
  distance({ tokens: { start, end } }: Figure, at: number): number {
    if (at >= end) return this.costs[at + 1]! - this.costs[end]!;
    return at < start ? this.costs[start]! - this.costs[at]! : 0;
  }

  /** Whether a comma or the like stands between two tokens, the second one aside. */
  isCut(from: number, to: number): boolean {
    return lowerBound(this.cuts, from) < lowerBound(this.cuts, to);
  }

  /** The figure that a token is part of, dates and years aside; null where it is part of none. */
  figureAt(at: number): Figure | null {
    return this.figures[(this.owners[at] ?? 0) - 1] ?? null;
  }

  /** Whether a token is part of any figure, dates and years aside. */
  isNumeric(at: number): boolean {
    return this.owners[at] !== 0;
  }

  /** Whether a token is part of a figure other than the one with that index, dates and years aside. */
  isOther(at: number, index: number): boolean {
    const owner = this.owners[at] ?? 0;
    return owner !== 0 && owner !== index + 1;
  }

  /**
   * Of ascending token positions the nearest before a figure and the nearest after it, the nearer one first; of equally near ones the
   * one before. Those inside it are none.
   */
  around(figure: Figure, positions: readonly number[]): number[] {
    const before = positions[lowerBound(positions, figure.tokens.start) - 1];
    const after = positions[lowerBound(positions, figure.tokens.end)];
    if (before === undefined) return after === undefined ? [] : [after];
    if (after === undefined) return [before];
    return this.distance(figure, after) < this.distance(figure, before) ? [after, before] : [before, after];
  }
}

/** Whether a token is the name of a month: capitalised, and `May` and `March` behind a word that leads to a time (`in May`) or before a colon. */
function isMonth({ text, lower }: Token, tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  if (text.length < 3 || text === lower || !lexicon.numbers.months.has(lower)) return false;
  return lexicon.claims.beforeTimes.has(tokens[at - 1]?.lower ?? '') || tokens[at + 1]?.text === ':';
}

/** How many words a sentence may begin with before its pronoun (`Among the dead, there`). */
const OPENING = 4;

/** Whether a sentence's subject is told in the one before: it opens with a pronoun, or with a few words and then one. */
export function isAnaphoric(tokens: readonly Token[], lexicon: Lexicon): boolean {
  let words = 0;
  for (const token of tokens) {
    if (token.kind !== 'word') continue;
    if (lexicon.claims.anaphors.has(token.lower)) return true;
    if (++words >= OPENING) return false;
  }
  return false;
}

function isTime({ quantity }: Figure): boolean {
  return quantity.dimension === 'date' || quantity.dimension === 'year';
}
