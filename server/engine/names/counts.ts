/** How a text uses its words: in lower case, or with a capital in the middle of a sentence. Tells names from ordinary words. */
import type { Lexicon } from '../lexicon/types.ts';
import type { Passage } from '../model.ts';
import { opensSentence } from './runs.ts';
import type { Unit } from './units.ts';

/** How a text uses a word: what a name is told by, and no more, so that an edit which changes no answer changes no other name. */
export interface WordUse {
  /** Whether it is written in lower case. */
  readonly lower: boolean;
  /** Whether it has a capital where no sentence begins and not every word has one. */
  readonly capital: boolean;
  /** Whether it has a capital there more often than it is written in lower case. */
  readonly mostlyCapital: boolean;
}

export interface WordCounts {
  use(word: string): WordUse;
}

/** The words of a passage that are counted: those in lower case, and those with a capital that its place does not explain. */
export interface PassageWords {
  readonly lower: readonly string[];
  readonly capital: readonly string[];
}

/** The words of a passage, given its units and whether it is a title. */
export function wordsOf(units: readonly Unit[], title: boolean): PassageWords {
  const lower: string[] = [];
  const capital: string[] = [];
  for (let at = 0; at < units.length; at++) {
    const unit = units[at]!;
    if (unit.kind === 'word') lower.push(unit.lower);
    else if (unit.kind === 'name' && !title && !opensSentence(units, at, 1)) capital.push(unit.lower);
  }
  return { lower, capital };
}

/** How often a word is written in lower case, and from here on up how often with a capital: no text that is read has so many words. */
const CAPITAL = 2 ** 22;
/** So many words are counted beside the others, which are shared with the version before, before all are put together. */
const MOST_BESIDE = 512;

/** Counts of a text's words. A next version's counts share what it does not change. */
export class WordTally implements WordCounts {
  private readonly shared: Map<string, number>;
  private readonly own: Map<string, number>;

  constructor(before: WordTally | null = null) {
    const isMuch = before !== null && before.own.size > MOST_BESIDE;
    this.shared = before ? (isMuch ? new Map([...before.shared, ...before.own]) : before.shared) : new Map();
    this.own = new Map(isMuch ? [] : before?.own);
  }

  /** Adds a passage's words, or takes them away. */
  count({ lower, capital }: PassageWords, times: 1 | -1): void {
    for (const word of lower) this.own.set(word, this.get(word) + times);
    for (const word of capital) this.own.set(word, this.get(word) + times * CAPITAL);
  }

  use(word: string): WordUse {
    const count = this.get(word);
    const [lower, capital] = [count % CAPITAL, Math.floor(count / CAPITAL)];
    return { lower: lower > 0, capital: capital > 0, mostlyCapital: capital > lower };
  }

  private get(word: string): number {
    return this.own.get(word) ?? this.shared.get(word) ?? 0;
  }
}

/** A passage whose words are in capitals altogether. */
export function isShouting(units: readonly Unit[]): boolean {
  let words = 0;
  let shouted = 0;
  for (const unit of units) {
    if ((unit.kind !== 'name' && unit.kind !== 'word') || unit.text.length < 3) continue;
    words++;
    if (unit.kind === 'name' && unit.text === unit.text.toUpperCase()) shouted++;
  }
  return words >= 3 && shouted * 2 > words;
}

/** The fewest words of a title outside a heading, and inside one. */
const TITLE_WORDS = 3;
const HEADING_WORDS = 2;
const ITEMS = new Set(['item', 'cell']);

/**
 * Whether every word of a passage has a capital but the small ones, as titles have: a heading, or a block of its own that does not end
 * as a sentence does. Items and cells are not: lists and tables of names look the same.
 */
export function isTitle(passages: readonly Passage[], index: number, units: readonly Unit[], { names }: Lexicon): boolean {
  const passage = passages[index]!;
  const heading = passage.kind === 'heading';
  // `To: Ilse Marten, Harbour Works` names somebody.
  if (units[1]?.text === ':' && names.labels.has(units[0]!.lower)) return false;
  if (!heading) {
    const last = units.at(-1)?.text;
    const alone = passages[index - 1]?.block !== passage.block && passages[index + 1]?.block !== passage.block;
    if (!alone || ITEMS.has(passage.kind) || last === '.' || last === '"') return false;
  }
  let capitals = 0;
  for (const unit of units) {
    if (unit.kind === 'name') capitals++;
    else if (unit.kind === 'word' && unit.text.length > 2 && !names.functionWords.has(unit.lower) && !names.particles.has(unit.lower))
      return false;
  }
  return capitals >= (heading ? HEADING_WORDS : TITLE_WORDS);
}
