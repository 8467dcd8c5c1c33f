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
  reversedKey,
  romanKey,
  type Spelling,
  shorterForms,
  shorterSpellings,
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
/** So many letters that sound like a place's name are no other's. */
const LONG = 8;
/** Letters of a name that are looked at to tell which of two spellings is nearer: edit distance is quadratic. */
const LONGEST = 40;

/** The keys under which the library may hold a name or a close spelling of it. */
export function nameKeys(mention: NameMention, lexicon: Lexicon): string[] {
  const keys = new Set<string>();
  for (const text of new Set([mention.text, mention.full])) {
    const spelling = spellingOf(text, lexicon);
    for (const key of spellingKeys(spelling)) keys.add(key);
    for (const shorter of shorterSpellings(text, lexicon)) keys.add(romanKey(shorter));
    keys.add(reversedKey(spelling));
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
  if (own.verdict === 'known' || own.verdict === 'variant') return own;
  if (whole.verdict === 'known') return { ...whole, mention };
  return whole.verdict === 'unknown' ? unknown(mention) : own;
}

/** A spelling of the library beside the draft's. */
interface Rival {
  readonly variant: LibrarySpelling;
  /** The form of it that is close, which may be a shorter one. */
  readonly form: string;
  readonly spelling: Spelling;
  readonly relation: Relation;
}

function judgeSpelling(mention: NameMention, spelling: Spelling, library: Batch): NameJudgement {
  const same: LibrarySpelling[] = [];
  const rivals: Rival[] = [];
  const others: LibrarySpelling[] = [];
  const found = new Set(spellingKeys(spelling).flatMap((key) => library.byKey.get(key) ?? []));
  for (const variant of [...found].flatMap((candidate) => candidate.variants)) {
    const other = library.spell(variant.text);
    if (isSameSpelling(spelling, other)) same.push(variant);
    // One letter more or less is another abbreviation.
    else if (!isAbbreviation(mention.text) && !isAbbreviation(variant.text)) {
      const relation = relate(spelling, other);
      if (relation) rivals.push({ variant, form: variant.text, spelling: other, relation });
      else others.push(variant);
    }
  }
  if (same.length > 0)
    return among(
      mention,
      same,
      rivals.filter((rival) => isRival(rival, same, spelling)),
      library,
    );
  const named = otherForms(mention, spelling, library);
  // Who has a shorter form of it may have the whole too, spelt otherwise: `Khalid Omar Ferjani`, of `Omar Ferjani`.
  const isWhole = (rival: Rival) =>
    named.every(({ text }) => holds(rival.spelling, library.spell(text)) && holds(spelling, library.spell(text)));
  if (named.length > 0 && !rivals.some(isWhole)) return { mention, verdict: 'known', canonical: named[0]!.text, variants: named };
  if (rivals.length === 0) rivals.push(...others.flatMap((variant) => shorterRivals(variant, spelling, library)));
  const targets = rivals.filter((rival) => isTarget(rival, mention, spelling, library));
  if (targets.length === 0) return unknown(mention);
  const near = (rival: Rival) => distance(spelling.plain.slice(0, LONGEST), rival.spelling.plain.slice(0, LONGEST));
  targets.sort((a, b) => b.variant.origins.length - a.variant.origins.length || near(a) - near(b) || byUse(a.variant, b.variant));
  const variants = targets.map(({ variant }) => variant);
  const canonical = targets[0]!.form;
  const fuller = (target: Rival) => target.relation === 'accents' && (accents(mention.text) > accents(target.form) || isToned(target.form));
  // A house that prints no accents is no reason to take the writer's away, and few print those of Vietnamese.
  if (targets.every((target) => target.relation === 'style' || fuller(target))) return { mention, verdict: 'known', canonical, variants };
  const best = library.spell(canonical);
  // A source that writes the surname so, alone, spells the name so: the sources differ, and nothing is misspelt.
  const changed = differing(spelling, best);
  const elsewhere = changed.length > 0 && changed.every((part) => isSpelt(part, spelling, library));
  return { mention, verdict: spelling.parts.length > 1 && elsewhere ? 'variant' : 'misspelt', canonical, variants };
}

/** Forms of the name that are not its spelling: longer or shorter ones, and those that put the surname first. */
function otherForms(mention: NameMention, spelling: Spelling, library: Batch): LibrarySpelling[] {
  if (spelling.parts.length < 2 || isBody(mention.kind)) return [];
  const { lexicon, byKey, spell } = library;
  const shorter = shorterSpellings(mention.text, lexicon);
  const keys = [...[spelling, ...shorter].map(romanKey), reversedKey(spelling)];
  const held = new Set([...keys, ...spellingKeys(spelling)].flatMap((key) => byKey.get(key) ?? []));
  const folded = foldedOf(spelling);
  const forms = new Set(shorter.map(foldedOf));
  const turned = foldedOf({ parts: [...spelling.parts].reverse() });
  // `Charles de Montfort` is `Charles Montfort` too.
  const bare = withoutParticles(spelling, lexicon);
  return [...held]
    .flatMap(({ variants }) => variants)
    .filter(({ text, kind }) => {
      if (isBody(kind)) return false;
      const other = spell(text);
      const theirs = foldedOf(other);
      if (forms.has(theirs) || (spelling.parts.length === 2 && theirs === turned)) return true;
      if (other.parts.length !== spelling.parts.length && withoutParticles(other, lexicon) === bare) return true;
      return shorterSpellings(text, lexicon).some((form) => foldedOf(form) === folded);
    })
    .sort(byUse);
}

/** Whether a name ends as a shorter one of two parts or more does. */
function holds({ parts }: Spelling, { parts: end }: Spelling): boolean {
  const rest = parts.length - end.length;
  return rest > 0 && end.length > 1 && end.every(({ folded }, at) => parts[rest + at]!.folded === folded);
}

function foldedOf({ parts }: Pick<Spelling, 'parts'>): string {
  return parts.map((part) => part.folded).join(' ');
}

function withoutParticles({ parts }: Spelling, { names }: Lexicon): string {
  return foldedOf({ parts: parts.filter(({ lower }) => !names.particles.has(lower)) });
}

function isBody(kind: NameKind): boolean {
  return kind === 'place' || kind === 'organisation';
}

/** The shorter forms of a library's name that are close to the draft's. */
function shorterRivals(variant: LibrarySpelling, spelling: Spelling, { lexicon, spell }: Batch): Rival[] {
  if (isBody(variant.kind)) return [];
  return shorterForms(variant.text, lexicon).flatMap((form) => {
    const relation = relate(spelling, spell(form));
    return relation ? [{ variant, form, spelling: spell(form), relation }] : [];
  });
}

/** Marks that only Vietnamese has: the hook, the dot below, the horn, and two on one letter. */
const TONES = /[\u0309\u0323\u031b]|\p{M}\p{M}/u;

function isToned(text: string): boolean {
  return TONES.test(text.normalize('NFD'));
}

const PLAIN = /[A-Za-z]/;
const LETTER = /\p{L}/u;

/** How many letters have marks or are not of the English alphabet. */
function accents(text: string): number {
  return [...text.normalize('NFC')].filter((char) => LETTER.test(char) && !PLAIN.test(char)).length;
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
  const { variant } = rival;
  // An article that names both in full tells of two people, unless both are one in another alphabet.
  const both = same.some((own) => own.sources.some((uri) => variant.sources.includes(uri)));
  if (tellingParts(spelling).length > 1) return rival.relation === 'romanised' || !both;
  if (variant.ordinary || same.some((own) => own.ordinary || isOtherKind(own.kind, variant.kind))) return false;
  const givens = new Set(same.flatMap((own) => own.givens));
  return givens.size === 0 || variant.givens.length === 0 || variant.givens.some((given) => givens.has(given));
}

/** Whether a rival spelling is what the writer meant by one that no source uses. */
function isTarget(rival: Rival, mention: NameMention, spelling: Spelling, library: Batch): boolean {
  const { variant } = rival;
  const changed = differing(spelling, rival.spelling);
  // `A buyer in Timur Kulov` makes no place of him whose given name a source has.
  const shares = tellingParts(spelling).some((part) => !changed.includes(part));
  if (isOtherKind(mention.kind, variant.kind) && !(mention.kind === 'place' && variant.kind === 'person' && shares)) return false;
  if (rival.relation === 'style') return true;
  if (rival.relation === 'accents' && tellingParts(spelling).length > 1) return true;
  const isPerson = mention.kind === 'person' || variant.kind === 'person';
  const ordinary = (part: Part) => library.lexicon.names.wellKnown.has(part.lower) || library.byKey.has(wordKey(part.lower)) || part.common;
  // `Price` is a word, but beside the same given name it sounds like `Pryce`.
  const kept = spelling.parts.filter((part) => !changed.includes(part));
  const sounds = rival.relation === 'romanised' && kept.some((part) => part.folded.length > 1 && !ordinary(part));
  if ((changed.some(ordinary) && !sounds) || (variant.ordinary && !isPerson)) return false;
  if (!isPerson && isPlural(spelling, rival.spelling)) return false;
  if (tellingParts(spelling).length > 1) return true;
  // There are many of one given name, but places have names of their own.
  if (rival.relation === 'romanised' && variant.kind === 'place' && spelling.plain.length >= LONG) return true;
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
