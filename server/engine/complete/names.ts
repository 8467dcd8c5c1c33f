/** The sources' names that begin with what is being typed. */
import type { Lexicon } from '../lexicon/types.ts';
import type { Library } from '../library.ts';
import type { Uri } from '../model.ts';
import type { BegunName } from '../names/index.ts';
import { fold } from '../names/romanise.ts';
import { tokenize } from '../text/tokens.ts';
import type { TypedName } from './typed.ts';

/** A name to write, as sources spell it. */
export interface NameOffer {
  readonly kind: 'name';
  readonly text: string;
  /** Where what it takes the place of begins; the cursor is its end. */
  readonly start: number;
  /** What is typed there, and what would go on with it. */
  readonly filter: string;
  /** The first of them, in the order they were added. */
  readonly sources: readonly Uri[];
  /** How many there are in all. */
  readonly articles: number;
}

export interface NameOffers {
  readonly offers: readonly NameOffer[];
  /** Whether there are no others. */
  readonly all: boolean;
}

/** Most names that are offered at once. */
const MOST = 24;
/** How far before a name is looked for the word it follows, in UTF-16 units: longer ones are no titles. */
const WORD = 40;
const UPPER = /^[\p{Lu}\p{Lt}]/u;
/** Characters that show nothing, and could make a name show as another. */
const INVISIBLE = /[\p{Cc}\p{Cf}]/u;

/** The names that go on with the longest of the beginnings with which any does, the most used first. */
export function nameOffers(text: string, offset: number, typed: TypedName, library: Library, lexicon: Lexicon): NameOffers {
  for (const start of typed.starts) {
    const written = text.slice(start, offset);
    const { names, all } = library.namesBegun(written, MOST);
    const isFollower = followsName(text, start, lexicon);
    const offers = names.flatMap((name) => {
      if (name.text === written || INVISIBLE.test(name.text) || isWord(name)) return [];
      const lead = leadOf(name, written);
      const from = lead && text.slice(0, start).toLowerCase().endsWith(`${lead.toLowerCase()} `) ? start - lead.length - 1 : start;
      // `Ann Brow` does not go on with another's given name; and what goes on after a space begins with what stands before it.
      const isWhole = from < start || name.part === 0;
      if (!isWhole && (isFollower || written.endsWith(' '))) return [];
      const filter = text.slice(from, offset) + name.rest;
      return [{ kind: 'name' as const, text: name.text, start: from, filter, sources: name.sources, articles: name.articles }];
    });
    // A name that is there in full is what the writer means: no part of it is completed to another.
    if (offers.length > 0 || names.some((name) => name.text === written)) return { offers, all };
  }
  return { offers: [], all: true };
}

/** A capitalised word that sources also write small, and of which nothing tells that it is a name. */
function isWord({ ordinary, kind, text }: BegunName): boolean {
  return ordinary && kind === 'unknown' && !text.includes(' ');
}

/** The words of a name before the one that `written` begins. */
function leadOf({ text }: BegunName, written: string): string {
  const words = text.split(' ');
  const first = fold(written.split(/\s/u, 1)[0]!);
  const at = words.findIndex((word) => fold(word).startsWith(first));
  return words.slice(0, Math.max(0, at)).join(' ');
}

/** Whether a capitalised word that may be part of a name stands right before: no title, no nationality, no word of grammar. */
function followsName(text: string, start: number, { names }: Lexicon): boolean {
  const last = tokenize(text, { start: Math.max(0, start - WORD), end: start }).at(-1);
  if (last?.kind !== 'word' || last.end !== start - 1 || !UPPER.test(last.text)) return false;
  return ![names.titles, names.titleModifiers, names.functionWords, names.openers, names.calendar, names.nationalities].some((words) =>
    words.has(last.lower),
  );
}
