/** First mentions by surname only, where the full name is known: editors ask for it (AP and Guardian style books, "names"). */
import { nameParts } from '../claims/terms.ts';
import type { Lexicon } from '../lexicon/types.ts';
import type { NameMention, Passage } from '../model.ts';
import type { NameCandidate } from './judge.ts';

/** At least this part of the sources that name a person must give the full name: others are known by one (`Stalin`). */
const NAMED_IN_FULL = 0.5;

/**
 * The full name of the person whom a mention names by one part; null where neither the draft nor the sources tell it, or they tell of several.
 * `under` are the library's names under the mention's keys, and `find` gives those under another name's.
 */
export function fullNameOf(
  { text, full, kind }: NameMention,
  under: readonly NameCandidate[],
  find: (name: string) => readonly NameCandidate[],
): string | null {
  const surname = partsOf(text)[0];
  if (surname === undefined || partsOf(text).length > 1 || kind !== 'person') return null;
  if (partsOf(full).at(-1) === surname && partsOf(full).length > 1) return full;
  const known = under.flatMap(({ variants }) => variants).find((variant) => partsOf(variant.text).join() === surname);
  const [given, ...others] = known?.givens ?? [];
  if (known?.kind !== 'person' || given === undefined || others.length > 0) return null;
  const named = find(`${given} ${known.text}`)
    .flatMap(({ variants }) => variants)
    .find((variant) => partsOf(variant.text).length > 1 && partsOf(variant.text).at(-1) === surname);
  return named && named.sources.length >= known.sources.length * NAMED_IN_FULL ? named.text : null;
}

/** How far before a name an article is looked for, in UTF-16 units. */
export const LONGEST_ARTICLE = 8;

/** What a mention has to say of who was named before. */
export interface Naming {
  readonly parts: readonly string[];
  /** Whether it may be the first to name somebody: an article before it makes it the name of several, or of a thing. */
  readonly mayIntroduce: boolean;
}

/** The mention of a text that stands at an offset: `the Martens` and `the Marten family` are several. */
export function namingOf({ text }: Pick<NameMention, 'text'>, at: number, draft: string, lexicon: Lexicon): Naming {
  const before = draft.slice(Math.max(0, at - LONGEST_ARTICLE), at).trimEnd();
  const space = Math.max(before.lastIndexOf(' '), before.lastIndexOf('\n'));
  return { parts: partsOf(text), mayIntroduce: !lexicon.numbers.links.the.has(before.slice(space + 1).toLowerCase()) };
}

/** Tells which mentions of a text are the first to name somebody. Mentions are given to it in order, each once, but for those that name nobody. */
export class Introductions {
  private readonly named = new Set<string>();

  /** Whether nobody of that name was named before. */
  isFirst({ parts, mayIntroduce }: Naming): boolean {
    let isNew = true;
    for (const part of parts) if (this.named.has(part)) isNew = false;
    for (const part of parts) this.named.add(part);
    return isNew && mayIntroduce;
  }
}

/** Whether a passage may name somebody for the first time: headings and captions introduce nobody. */
export function introduces({ kind }: Passage): boolean {
  return kind === 'paragraph' || kind === 'item';
}

/** Every mention in a draft is asked about with every letter typed. */
const known = new Map<string, readonly string[]>();
/** So many names are held before all are let go. */
const MOST_KNOWN = 4096;

function partsOf(name: string): readonly string[] {
  let parts = known.get(name);
  if (!parts) {
    // A piece of a text that is kept would keep the whole text: only a copy is.
    const copy = [...name].join('');
    parts = nameParts(copy).map((part) => part.toLowerCase());
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(copy, parts);
  }
  return parts;
}
