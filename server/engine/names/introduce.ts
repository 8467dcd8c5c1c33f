/** First mentions by surname only, where the full name is known: editors ask for it (AP and Guardian style books, "names"). */
import { nameParts } from '../claims/terms.ts';
import type { Lexicon } from '../lexicon/types.ts';
import type { NameMention, Passage, Span } from '../model.ts';
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
const LONGEST_ARTICLE = 8;

/** Tells which mentions of a text are the first to name somebody. Mentions are given to it in order, each once. */
export class Introductions {
  private readonly named = new Set<string>();
  private next = 0;

  /** `quotations` are those of the text, in order: what somebody says is in their words. */
  constructor(
    private readonly passages: readonly Passage[],
    private readonly quotations: readonly Span[],
    private readonly text: string,
    private readonly lexicon: Lexicon,
  ) {}

  /** Whether nobody of that name was named before; never in headings, captions and quotations, which introduce nobody either. */
  isFirst({ text, passage, start }: NameMention): boolean {
    while ((this.quotations[this.next]?.end ?? Number.POSITIVE_INFINITY) <= start) this.next++;
    const isQuoted = (this.quotations[this.next]?.start ?? Number.POSITIVE_INFINITY) <= start;
    const kind = this.passages[passage]?.kind;
    if (isQuoted || (kind !== 'paragraph' && kind !== 'item')) return false;
    const parts = partsOf(text);
    const isNew = !parts.some((part) => this.named.has(part));
    for (const part of parts) this.named.add(part);
    return isNew && !this.isOfMany(start);
  }

  /** Whether an article before a name makes it that of several, or of a thing: `the Martens`, `the Marten family`. */
  private isOfMany(start: number): boolean {
    const before = this.text.slice(Math.max(0, start - LONGEST_ARTICLE), start).trimEnd();
    const space = Math.max(before.lastIndexOf(' '), before.lastIndexOf('\n'));
    return this.lexicon.numbers.links.the.has(before.slice(space + 1).toLowerCase());
  }
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
