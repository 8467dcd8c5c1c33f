/** The library's names: exact maps from keys to spellings and their sources. Articles come and go one at a time. */
import type { Lexicon } from '../lexicon/types.ts';
import type { NameKind, Uri } from '../model.ts';
import { TextMap } from '../text-map.ts';
import type { LibrarySpelling, NameCandidate } from './judge.ts';
import { fold } from './romanise.ts';
import { type Spelling, shorterSpellings, spellingKeys, spellingOf, wordHash, wordHashIn, wordKeyOf } from './spelling.ts';
import type { NameUse } from './uses.ts';

interface Entry {
  readonly id: string;
  readonly spelling: Spelling;
  /** Those of the shorter forms that the name goes by. */
  readonly shorter: readonly Spelling[];
  /** By article how it is used there: one, or several where forms differ in case or spacing, kind or given name. */
  uses: Map<Uri, NameUse | NameUse[]>;
  /** None of the articles comes after this one; null where they are not in order. */
  last: Uri | null;
}

/** A name of the library that begins, at one of its parts, with what was looked for, by its first articles. */
export interface BegunName extends LibrarySpelling {
  /** How many articles have it, those included that it does not list. */
  readonly articles: number;
  /** Index of the part that begins so: 0 for the name's beginning, titles and initials aside. */
  readonly part: number;
  /** What its folded parts, with a space between them, go on with. */
  readonly rest: string;
}

/** So many letters of a part tell where its names are looked for. */
const BUCKET = 3;
/** So many articles of a name tell how it is written, and are listed: nobody reads longer lists, and large libraries have thousands. */
const LISTED = 16;

/** So many names are remembered with what was said of them. */
const MOST_SAID = 512;

/** What adding or deleting an article changed: the spellings it uses, and the ordinary words that it alone uses. */
export interface NameChange {
  readonly entries: readonly Entry[];
  /** By their hashes. */
  readonly words: readonly number[];
}

const NO_CHANGE: NameChange = { entries: [], words: [] };

interface Contribution {
  readonly entries: readonly Entry[];
  readonly words: Uint32Array;
}

const NO_WORDS = new Uint32Array(0);

export class NameIndex {
  private readonly entries = new TextMap<Entry>();
  /** Arrays, since most keys hold one entry. */
  private readonly byKey = new TextMap<Entry[]>();
  /** By the hashes of ordinary words how many articles have each. */
  private readonly words = new Map<number, number>();
  /** By the first letters of each folded part of theirs. */
  private readonly byStart = new Map<string, Set<Entry>>();
  private readonly articles = new Map<Uri, Contribution>();
  /** What was said of names until an article comes or goes: the names of one draft share their parts, and are asked about with each of them. */
  private readonly said = new Map<Entry, LibrarySpelling>();

  /** `originOf` tells what an article is a copy of: its own URI where it is nobody's. */
  constructor(
    private readonly lexicon: Lexicon,
    private readonly originOf: (uri: Uri) => Uri = (uri) => uri,
  ) {}

  /** The spellings and ordinary words held: what a test or a log may look at. */
  get size(): number {
    return this.entries.size + this.words.size;
  }

  /**
   * Adds the names that an article uses. An article is added once; delete it first to change it. Its `ordinary` words are those that it
   * writes in lower case, each once and by its hash (`wordHash`): nobody's misspelt name.
   */
  add(uri: Uri, uses: readonly NameUse[], ordinary: Uint32Array = NO_WORDS): NameChange {
    this.delete(uri);
    const entries = new Set<Entry>();
    for (const use of uses) entries.add(this.use(uri, use));
    this.said.clear();
    const contribution = { entries: [...entries], words: ordinary };
    this.articles.set(uri, contribution);
    return { entries: contribution.entries, words: this.addWords(ordinary) };
  }

  /** Takes an article's mentions out again. Unknown articles are ignored. */
  delete(uri: Uri): NameChange {
    const contribution = this.articles.get(uri);
    this.said.clear();
    if (!contribution) return NO_CHANGE;
    this.articles.delete(uri);
    for (const entry of contribution.entries) {
      entry.uses.delete(uri);
      if (entry.uses.size === 0) this.drop(entry);
    }
    const words: number[] = [];
    for (const word of contribution.words) {
      const left = this.words.get(word)! - 1;
      if (left > 0) this.words.set(word, left);
      else {
        this.words.delete(word);
        words.push(word);
      }
    }
    return { entries: contribution.entries, words };
  }

  /** The keys under which a change may have changed what is found. */
  keysOf({ entries, words }: NameChange): string[] {
    return [...words.map(wordKeyOf), ...entries.flatMap(keysOf)];
  }

  /** The keys of all names that some articles use. */
  keysIn(uris: Iterable<Uri>): string[] {
    return [...uris].flatMap((uri) => this.keysOf({ entries: this.articles.get(uri)?.entries ?? [], words: [] }));
  }

  /** What stands under any of the keys, each name once, in the order of the names. Spellings of one sound are one name. */
  candidates(keys: readonly string[]): NameCandidate[] {
    const found = new Set<Entry>();
    const ordinary: string[] = [];
    for (const key of new Set(keys)) {
      for (const entry of this.byKey.get(key) ?? []) found.add(entry);
      const word = wordHashIn(key);
      if (word !== null && this.words.has(word)) ordinary.push(key);
    }
    const groups = new Map<string, Entry[]>();
    for (const entry of found) {
      const group = groups.get(entry.spelling.roman);
      if (group) group.push(entry);
      else groups.set(entry.spelling.roman, [entry]);
    }
    const candidates = [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => this.candidate(group));
    return [...candidates, ...ordinary.sort().map((key) => ({ keys: [key], variants: [], ordinary: true }))];
  }

  /**
   * The `most` names most used that begin with `prefix`, whatever its case and accents, at their first part or a later one; `all` where
   * there are no others. A space at the prefix's end asks for names that go on after it. Takes as long as there are names that begin with
   * the same few letters.
   */
  begun(prefix: string, most: number): { readonly names: readonly BegunName[]; readonly all: boolean } {
    // Initials and signs (`&`) are no parts, unless one is all that is there of the last.
    const wanted = prefix
      .split(/\s+/u)
      .map(fold)
      .filter((folded, at, all) => folded.length > 1 || at === all.length - 1);
    const [first = ''] = wanted;
    if (first === '') return { names: [], all: true };
    const best: Begun[] = [];
    let found = 0;
    for (const [start, bucket] of this.bucketsOf(first)) {
      for (const entry of bucket) {
        const part = partBegun(entry.spelling, wanted);
        // A name stands in a bucket for each of its parts, and counts where the part that begins so is.
        if (part < 0 || !entry.spelling.parts[part]!.folded.startsWith(start)) continue;
        found++;
        const begun = { entry, part };
        if (best.length === most && byRoughUse(begun, best.at(-1)!) > 0) continue;
        let at = best.length;
        while (at > 0 && byRoughUse(begun, best[at - 1]!) < 0) at--;
        best.splice(at, 0, begun);
        if (best.length > most) best.pop();
      }
    }
    const length = wanted.join(' ').length;
    const names = best.map(({ entry, part }) => {
      const parts = entry.spelling.parts.slice(part).map(({ folded }) => folded);
      return { ...this.variant(entry, LISTED), articles: entry.uses.size, part, rest: parts.join(' ').slice(length) };
    });
    return {
      names: names.sort((a, b) => (a.articles + b.articles > LISTED ? b.articles - a.articles : 0) || byUse(a, b)),
      all: found <= most,
    };
  }

  /** Where names stand of which a part begins with so many letters. */
  private *bucketsOf(first: string): Generator<readonly [start: string, bucket: ReadonlySet<Entry>], void, void> {
    if (first.length < BUCKET) {
      for (const each of this.byStart) if (each[0].startsWith(first)) yield each;
      return;
    }
    const start = first.slice(0, BUCKET);
    const bucket = this.byStart.get(start);
    if (bucket) yield [start, bucket];
  }

  private use(uri: Uri, use: NameUse): Entry {
    const entry = this.entry(use.written);
    const known = entry.uses.get(uri);
    if (Array.isArray(known)) known.push(use);
    else if (known) entry.uses.set(uri, [known, use]);
    else {
      entry.uses.set(uri, use);
      entry.last = entry.last !== null && uri > entry.last ? uri : null;
    }
    return entry;
  }

  private entry(written: string): Entry {
    const id = written.toLowerCase();
    const known = this.entries.get(id);
    if (known) return known;
    const shorter = shorterSpellings(written, this.lexicon);
    const entry: Entry = { id, spelling: spellingOf(written, this.lexicon), shorter, uses: new Map(), last: '' };
    this.entries.set(id, entry);
    for (const key of keysOf(entry)) {
      const held = this.byKey.get(key);
      if (held) held.push(entry);
      else this.byKey.set(key, [entry]);
    }
    for (const { folded } of entry.spelling.parts) {
      const start = folded.slice(0, BUCKET);
      const bucket = this.byStart.get(start);
      if (bucket) bucket.add(entry);
      else this.byStart.set(start, new Set([entry]));
    }
    return entry;
  }

  private drop(entry: Entry): void {
    this.entries.delete(entry.id);
    for (const key of keysOf(entry)) {
      const left = this.byKey.get(key)?.filter((held) => held !== entry) ?? [];
      if (left.length > 0) this.byKey.set(key, left);
      else this.byKey.delete(key);
    }
    for (const { folded } of entry.spelling.parts) {
      const start = folded.slice(0, BUCKET);
      const bucket = this.byStart.get(start);
      bucket?.delete(entry);
      if (bucket?.size === 0) this.byStart.delete(start);
    }
  }

  /** Adds an article's ordinary words, and gives those that it alone uses. */
  private addWords(ordinary: Uint32Array): number[] {
    const added: number[] = [];
    for (let at = 0; at < ordinary.length; at++) {
      const word = ordinary[at]!;
      const articles = this.words.get(word) ?? 0;
      if (articles === 0) added.push(word);
      this.words.set(word, articles + 1);
    }
    return added;
  }

  private candidate(group: readonly Entry[]): NameCandidate {
    const entries = [...group].sort((a, b) => (a.id < b.id ? -1 : 1));
    const keys = new Set(entries.flatMap(keysOf));
    const variants = entries.map((entry) => this.whole(entry)).sort(byUse);
    return { keys: [...keys].sort(), variants, ordinary: false };
  }

  private whole(entry: Entry): LibrarySpelling {
    let known = this.said.get(entry);
    if (!known) {
      known = this.variant(entry);
      if (this.said.size >= MOST_SAID) this.said.clear();
      this.said.set(entry, known);
    }
    return known;
  }

  private variant(entry: Entry, listed = Number.POSITIVE_INFINITY): LibrarySpelling {
    const forms = new Map<string, number>();
    const kinds = new Map<NameKind, number>();
    const givens = new Set<string>();
    const sources: Uri[] = [];
    // A copy names nobody once more.
    const mentions = new Map<Uri, number>();
    for (const [uri, held] of usesOf(entry)) {
      if (sources.length === listed) break;
      sources.push(uri);
      let own = 0;
      for (const { written, kind, given, times } of Array.isArray(held) ? held : [held]) {
        own += times;
        count(forms, written, times);
        count(kinds, kind, times);
        if (given !== null) givens.add(given);
      }
      const origin = this.originOf(uri);
      mentions.set(origin, Math.max(mentions.get(origin) ?? 0, own));
    }
    kinds.delete('unknown');
    const ordinary = entry.spelling.parts.some((part) => !part.common && this.words.has(wordHash(part.lower)));
    const origins = [...mentions.keys()];
    const times = [...mentions.values()].reduce((sum, each) => sum + each, 0);
    return { text: most(forms), sources, origins, mentions: times, kind: mostKind(kinds), givens: [...givens].sort(), ordinary };
  }
}

/** All keys under which an entry is found. */
function keysOf({ spelling, shorter }: Entry): readonly string[] {
  return shorter.length === 0 ? spellingKeys(spelling) : [...new Set([spelling, ...shorter].flatMap(spellingKeys))];
}

/** What the articles say of a spelling, in the order of their URIs, whatever order they came in. */
function usesOf(entry: Entry): ReadonlyMap<Uri, NameUse | NameUse[]> {
  if (entry.last === null) {
    entry.uses = new Map([...entry.uses].sort(([a], [b]) => (a < b ? -1 : 1)));
    entry.last = [...entry.uses.keys()].at(-1) ?? '';
  }
  return entry.uses;
}

interface Begun {
  readonly entry: Entry;
  readonly part: number;
}

/** The first part from which on a spelling has the wanted parts, the last of them as far as it goes; -1 where none is. */
function partBegun({ parts }: Spelling, wanted: readonly string[]): number {
  const last = wanted.length - 1;
  for (let at = 0; at + last < parts.length; at++) {
    let index = 0;
    while (index < last && parts[at + index]!.folded === wanted[index]) index++;
    if (index === last && parts[at + last]!.folded.startsWith(wanted[last]!)) return at;
  }
  return -1;
}

/** The most used first, as far as that is told without counting mentions. */
function byRoughUse({ entry: a }: Begun, { entry: b }: Begun): number {
  return b.uses.size - a.uses.size || (a.id < b.id ? -1 : 1);
}

/** Most used first: by origins, then by mentions, then in the order of the alphabet. */
export function byUse(a: LibrarySpelling, b: LibrarySpelling): number {
  return b.origins.length - a.origins.length || b.mentions - a.mentions || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0);
}

function count<T>(counts: Map<T, number>, what: T, times: number): void {
  counts.set(what, (counts.get(what) ?? 0) + times);
}

/** The form written most often; of equals the first in code-unit order. */
function most(forms: ReadonlyMap<string, number>): string {
  let best = '';
  let times = 0;
  for (const [form, count] of forms) {
    if (count > times || (count === times && form < best)) [best, times] = [form, count];
  }
  return best;
}

function mostKind(kinds: ReadonlyMap<NameKind, number>): NameKind {
  let best: NameKind = 'unknown';
  let times = 0;
  for (const [kind, count] of kinds) {
    if (count > times) [best, times] = [kind, count];
    else if (count === times) best = 'unknown';
  }
  return best;
}
