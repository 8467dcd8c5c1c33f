/** Holds a draft's names against the spellings that the library's sources use. */
import { distance } from 'fastest-levenshtein';
import type { Lexicon } from '../lexicon/types.ts';
import type { NameKind, NameMention, NameVerdictKind, Uri } from '../model.ts';
import { type Relation, relate } from './compare.ts';
import { byUse } from './index.ts';
import {
  exactKey,
  isSameSpelling,
  type Part,
  type Spelling,
  spellingKeys,
  spellingOf,
  spellings,
  tellingParts,
  wordKey,
} from './spelling.ts';
import { isAbbreviation } from './units.ts';

/** A spelling of a name, and the sources that use it, in the order of their URIs. */
export interface NameVariant {
  /** As most mentions write it. */
  readonly text: string;
  readonly sources: readonly Uri[];
}

/** A spelling as the library holds it. */
export interface LibrarySpelling extends NameVariant {
  /** The sources' origins, each once: copies of one story count as one source. */
  readonly origins: readonly Uri[];
  /** How often the sources use it, copies of one story taken for one; a surname counts where a full name has it. */
  readonly mentions: number;
  /** What most mentions that tell say it is. */
  readonly kind: NameKind;
  /** For a surname: the romanised given names that stand before it. */
  readonly givens: readonly string[];
  /** Whether one of its words is also used in lower case by a source. */
  readonly ordinary: boolean;
}

/** A name of the library: one person, place or organisation with its spellings; or a word that sources use in lower case. */
export interface NameCandidate {
  /** The keys it stands under. */
  readonly keys: readonly string[];
  /** The most used first; empty for an ordinary word. */
  readonly variants: readonly LibrarySpelling[];
  readonly ordinary: boolean;
}

export interface NameVerdict {
  readonly mention: NameMention;
  readonly verdict: NameVerdictKind;
  /** The spelling of most origins, or the one to use for a misspelt name; null on a tie and where there is none. */
  readonly canonical: string | null;
  /** The sources' spellings, the most used first; empty for an unknown name. */
  readonly variants: readonly NameVariant[];
  /** Where the draft first names a person, and by a surname only: the full name, if the draft or the sources tell one and no other. */
  readonly introduces: string | null;
}

/** What a verdict says of one mention, wherever that stands. */
export type NameJudgement = Omit<NameVerdict, 'introduces'>;

/** A misspelt name of a single part is flagged only where the library's name stands in sources of as many origins, or is named as often. */
const ENOUGH_ORIGINS = 2;
const ENOUGH_MENTIONS = 3;
/** Letters of a name that are looked at to tell which of two spellings is nearer: edit distance is quadratic. */
const LONGEST = 40;

/** The keys under which the library may hold a name or a close spelling of it. */
export function nameKeys(mention: NameMention, lexicon: Lexicon): string[] {
  const keys = new Set<string>();
  for (const text of new Set([mention.text, mention.full])) {
    const spelling = spellingOf(text, lexicon);
    for (const key of spellingKeys(spelling)) keys.add(key);
    for (const part of spelling.parts) {
      keys.add(wordKey(part.lower));
      if (!part.common) keys.add(`=${part.lower}`);
    }
  }
  return [...keys];
}

/** The verdict on one name of a draft, given what the library holds under its keys. */
export function judgeName(mention: NameMention, candidates: readonly NameCandidate[], lexicon: Lexicon): NameJudgement {
  const library = batchOf(candidates, lexicon);
  const key = JSON.stringify([mention.text, mention.full, mention.kind]);
  let verdict = library.verdicts.get(key);
  if (!verdict) {
    verdict = judgeForms(mention, library);
    library.verdicts.set(key, verdict);
  }
  return { ...verdict, mention };
}

/** One answer of the library, put in order for the many names of a draft that are judged against it. */
interface Batch {
  readonly byKey: ReadonlyMap<string, readonly NameCandidate[]>;
  readonly spell: (name: string) => Spelling;
  readonly verdicts: Map<string, NameJudgement>;
  readonly lexicon: Lexicon;
}

const batches = new WeakMap<readonly NameCandidate[], Batch>();

function batchOf(candidates: readonly NameCandidate[], lexicon: Lexicon): Batch {
  const known = batches.get(candidates);
  if (known?.lexicon === lexicon) return known;
  const byKey = new Map<string, NameCandidate[]>();
  for (const candidate of candidates) {
    for (const key of candidate.keys) {
      const held = byKey.get(key);
      if (held) held.push(candidate);
      else byKey.set(key, [candidate]);
    }
  }
  const batch: Batch = { byKey, spell: spellings(lexicon), verdicts: new Map(), lexicon };
  batches.set(candidates, batch);
  return batch;
}

function judgeForms(mention: NameMention, library: Batch): NameJudgement {
  const spelling = library.spell(mention.text);
  const own = judgeSpelling(mention, spelling, library);
  const full = library.spell(mention.full);
  const isSurname = full.parts.length > spelling.parts.length && full.parts.at(-1)!.lower === spelling.parts.at(-1)?.lower;
  if (!isSurname) return own;
  // A surname stands for the person that the draft names in full: it is misspelt with the full name, and vouched for by it.
  const whole = judgeSpelling({ ...mention, text: mention.full }, full, library);
  if (whole.verdict === 'misspelt' && whole.canonical !== null) {
    const surname = lastWords(whole.canonical, mention.text.split(/\s+/u).length);
    return isSameSpelling(library.spell(surname), spelling) ? own : { ...whole, mention, canonical: surname };
  }
  return own.verdict === 'misspelt' && whole.verdict === 'unknown' ? unknown(mention) : own;
}

/** A spelling of the library beside the draft's. */
interface Rival {
  readonly variant: LibrarySpelling;
  readonly spelling: Spelling;
  readonly relation: Relation;
}

function judgeSpelling(mention: NameMention, spelling: Spelling, library: Batch): NameJudgement {
  const same: LibrarySpelling[] = [];
  const rivals: Rival[] = [];
  const found = new Set(spellingKeys(spelling).flatMap((key) => library.byKey.get(key) ?? []));
  for (const variant of [...found].flatMap((candidate) => candidate.variants)) {
    const other = library.spell(variant.text);
    if (isSameSpelling(spelling, other)) same.push(variant);
    // One letter more or less is another abbreviation.
    else if (!isAbbreviation(mention.text) && !isAbbreviation(variant.text)) {
      const relation = relate(spelling, other);
      if (relation) rivals.push({ variant, spelling: other, relation });
    }
  }
  if (same.length > 0)
    return among(
      mention,
      same,
      rivals.filter((rival) => isRival(rival, same, spelling)),
      library,
    );
  const targets = rivals.filter((rival) => isTarget(rival, mention, spelling, library));
  if (targets.length === 0) return unknown(mention);
  const near = (variant: LibrarySpelling) =>
    distance(spelling.plain.slice(0, LONGEST), library.spell(variant.text).plain.slice(0, LONGEST));
  const variants = targets
    .map(({ variant }) => variant)
    .sort((a, b) => b.origins.length - a.origins.length || near(a) - near(b) || byUse(a, b));
  const canonical = variants[0]!.text;
  const fuller = (target: Rival) => target.relation === 'accents' && accents(mention.text) > accents(target.variant.text);
  // A house that prints no accents is no reason to take the writer's away.
  if (targets.every((target) => target.relation === 'style' || fuller(target))) return { mention, verdict: 'known', canonical, variants };
  const best = library.spell(canonical);
  // A source that writes the surname so, alone, spells the name so: the sources differ, and nothing is misspelt.
  const changed = differing(spelling, best);
  const elsewhere = changed.length > 0 && changed.every((part) => isSpelt(part, spelling, library));
  return { mention, verdict: spelling.parts.length > 1 && elsewhere ? 'variant' : 'misspelt', canonical, variants };
}

/** How many marks stand on the letters. */
function accents(text: string): number {
  return text.normalize('NFD').length - text.normalize('NFC').length;
}

function unknown(mention: NameMention): NameJudgement {
  return { mention, verdict: 'unknown', canonical: null, variants: [] };
}

/** The verdict on a spelling that sources use: known, unless another is at least a third as frequent. */
function among(mention: NameMention, same: readonly LibrarySpelling[], rivals: readonly Rival[], library: Batch): NameJudgement {
  const spellings = new Map<string, { text: string; origins: Set<Uri>; own: boolean }>();
  for (const variant of [...same, ...rivals.map((rival) => rival.variant)]) {
    const own = same.includes(variant);
    const key = own ? '' : exactKey(library.spell(variant.text));
    const group = spellings.get(key) ?? { text: variant.text, origins: new Set(), own };
    for (const origin of variant.origins) group.origins.add(origin);
    spellings.set(key, group);
  }
  const ranked = [...spellings.values()].sort((a, b) => b.origins.size - a.origins.size);
  const mine = ranked.find((group) => group.own)!;
  const variants = [...same, ...rivals.map((rival) => rival.variant)].sort(byUse);
  const rivalled = ranked.some((group) => !group.own && group.origins.size * 3 >= mine.origins.size);
  const tied = ranked.length > 1 && ranked[0]!.origins.size === ranked[1]!.origins.size;
  const canonical = tied ? null : ranked[0]!.own ? [...same].sort(byUse)[0]!.text : ranked[0]!.text;
  return { mention, verdict: rivalled ? 'variant' : 'known', canonical, variants };
}

/** Whether a rival spelling, where the draft's is in use too, is one of the same name and not another name. */
function isRival(rival: Rival, same: readonly LibrarySpelling[], spelling: Spelling): boolean {
  if (rival.relation !== 'close' && rival.relation !== 'romanised') return true;
  if (tellingParts(spelling).length > 1) return true;
  const { variant } = rival;
  if (variant.ordinary || same.some((own) => own.ordinary || isOtherKind(own.kind, variant.kind))) return false;
  const givens = new Set(same.flatMap((own) => own.givens));
  return givens.size === 0 || variant.givens.length === 0 || variant.givens.some((given) => givens.has(given));
}

/** Whether a rival spelling is what the writer meant by one that no source uses. */
function isTarget(rival: Rival, mention: NameMention, spelling: Spelling, library: Batch): boolean {
  const { variant } = rival;
  if (isOtherKind(mention.kind, variant.kind)) return false;
  if (rival.relation === 'style') return true;
  if (rival.relation === 'accents' && tellingParts(spelling).length > 1) return true;
  const changed = differing(spelling, rival.spelling);
  const isPerson = mention.kind === 'person' || variant.kind === 'person';
  const ordinary = (part: Part) => library.lexicon.names.wellKnown.has(part.lower) || library.byKey.has(wordKey(part.lower)) || part.common;
  // `Price` is a word, but beside the same given name it sounds like `Pryce`.
  const kept = spelling.parts.filter((part) => !changed.includes(part));
  const sounds = rival.relation === 'romanised' && kept.some((part) => part.folded.length > 1 && !ordinary(part));
  if ((changed.some(ordinary) && !sounds) || (variant.ordinary && !isPerson)) return false;
  if (!isPerson && isPlural(spelling, rival.spelling)) return false;
  if (tellingParts(spelling).length > 1) return true;
  return variant.origins.length >= ENOUGH_ORIGINS || variant.mentions >= ENOUGH_MENTIONS;
}

function isOtherKind(a: NameKind, b: NameKind): boolean {
  return a !== b && a !== 'unknown' && b !== 'unknown';
}

/** Whether one is the other with an s: things have plurals, and only a person's surname is misspelt by one. */
function isPlural(a: Spelling, b: Spelling): boolean {
  return a.plain === `${b.plain}s` || b.plain === `${a.plain}s`;
}

/** The parts of `spelling` that `other` spells in another way. */
function differing(spelling: Spelling, other: Spelling): readonly Part[] {
  const theirs = new Set(other.parts.map((part) => part.lower));
  return spelling.parts.filter((part) => !theirs.has(part.lower));
}

/** Whether a source writes a part of `whole` so by itself, and not as the surname of others. */
function isSpelt(part: Part, whole: Spelling, library: Batch): boolean {
  const given = whole.parts[0]!.roman;
  const found = (library.byKey.get(`=${part.lower}`) ?? []).flatMap(({ variants }) => variants);
  return found.some(({ text, givens }) => library.spell(text).plain === part.lower && (givens.length === 0 || givens.includes(given)));
}

function lastWords(full: string, count: number): string {
  return full.split(' ').slice(-count).join(' ');
}
