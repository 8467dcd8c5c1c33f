/**
 * What was found in an article, as plain data to be kept and taken up again: what is quickly made from the text (its passages' tokens) is
 * left out, and what is taken up is looked at only when somebody asks for it.
 */
import type { Analysis } from './analysis.ts';
import type { Claim } from './claims/claim.ts';
import type { BlockKind, NameMention, Passage, Prose, Span, Work } from './model.ts';
import { type Packed, packedCount } from './packing/format.ts';
import { pack } from './packing/pack.ts';
import { unpack, unpackInto, withSharedShapes } from './packing/unpack.ts';
import { TextPassage } from './text/passage.ts';

/** Passages, each in so many numbers of a list: its block, its kind, its start and its end. */
const NUMBERS = 4;
const KINDS: readonly BlockKind[] = ['paragraph', 'heading', 'item', 'quote', 'cell', 'caption'];

/**
 * The passages of a text: how many spans of it are no prose, the start and the end of each of these, then the passages, each in its block,
 * kind, start and end.
 */
export type PackedPassages = Uint32Array;

/** What was found in them: the names, and each claim in two parts, of which the second is what comparing asks for least. */
export interface PackedFindings {
  readonly claims: Packed;
  readonly names: Packed;
}

export function packPassages(analysis: Analysis): PackedPassages {
  if (analysis instanceof KeptAnalysis) return analysis.packed();
  const { passages } = analysis;
  const masks = TextPassage.masksOf(passages);
  const packed = new Uint32Array(1 + masks.length * 2 + passages.length * NUMBERS);
  let at = 0;
  packed[at++] = masks.length;
  for (const { start, end } of masks) {
    packed[at++] = start;
    packed[at++] = end;
  }
  for (const { block, kind, start, end } of passages) {
    packed[at++] = block;
    packed[at++] = KINDS.indexOf(kind);
    packed[at++] = start;
    packed[at++] = end;
  }
  return packed;
}

/** Yields once some claims and names are packed. */
export function* packFindings(analysis: Analysis): Work<PackedFindings> {
  if (analysis instanceof KeptAnalysis) return analysis.findings();
  return { claims: yield* pack(halvesOf(analysis)), names: yield* pack(namesOf(analysis)) };
}

/** The claims, each in its two parts, of which `PackedWords` reads some where they stand. What the text itself has is left out. */
function* halvesOf({ claims, prose }: Analysis): Generator<object, void, void> {
  for (const { terms, context, names, ownNames, time, ...rest } of claims) {
    const { figure } = rest;
    const text = figure.text === prose.text.slice(figure.start, figure.end) ? null : figure.text;
    yield { time, ...rest, figure: { ...figure, text } };
    yield { terms, context, names, ownNames } satisfies ClaimWords;
  }
}

function* namesOf({ names, prose }: Analysis): Generator<object, void, void> {
  for (const name of names) {
    const text = name.text === prose.text.slice(name.start, name.end) ? null : name.text;
    yield { ...name, text, full: name.full === name.text ? null : name.full };
  }
}

/** The analysis of `prose`, whose text is the one that was analysed. Each of the two is asked once, when anything of it is looked at. */
export function unpackAnalysis(prose: Prose, passages: () => PackedPassages, findings: () => PackedFindings): KeptAnalysis {
  const shared = () => {
    const { claims, names } = findings();
    return { claims: withSharedShapes(claims), names: withSharedShapes(names) };
  };
  return new KeptAnalysis(prose, once(passages), once(shared));
}

/** The claims of an analysis, for whoever looks at them once: those of one that is packed are made anew. */
export function passingClaims(analysis: Analysis): Iterable<Claim> {
  return analysis instanceof KeptAnalysis ? analysis.passingClaims() : analysis.claims;
}

/** The same analysis, packed: it takes a tenth of the memory, and what is asked of it is unpacked then. Yields as `packFindings` does. */
export function* keep(analysis: Analysis): Work<KeptAnalysis> {
  if (analysis instanceof KeptAnalysis) return analysis;
  const [passages, findings] = [packPassages(analysis), yield* packFindings(analysis)];
  return new KeptAnalysis(
    analysis.prose,
    () => passages,
    () => findings,
  );
}

/** The same analysis of a text of which something else is known by now that has no bearing on what is found in it. */
export function withProse(analysis: Analysis, prose: Prose): Analysis {
  if (analysis instanceof KeptAnalysis) return analysis.with(prose);
  return { ...analysis, prose };
}

/**
 * So many analyses, over all texts, keep their passages and names once unpacked; so many claims are held, and so many of them with the words
 * that they are told in. With half as many a check of 50 kB against a thousand articles took a tenth longer.
 */
const KEPT = 64;
const KEPT_CLAIMS = 24_576;
const KEPT_WORDS = 4096;

/** Holds the last things that were put into it. */
class Ring<T> {
  private readonly held: (T | undefined)[];
  private oldest = 0;

  constructor(
    size: number,
    private readonly letGo: (item: T) => void,
  ) {
    this.held = new Array(size);
  }

  put(item: T): void {
    const evicted = this.held[this.oldest];
    if (evicted !== undefined) this.letGo(evicted);
    this.held[this.oldest] = item;
    this.oldest = (this.oldest + 1) % this.held.length;
  }
}

/** What is unpacked of an analysis besides its claims. */
interface Unpacked {
  passages: readonly Passage[] | null;
  names: readonly NameMention[] | null;
}

/**
 * An analysis that is packed. Its claims are made when they are asked for, and made once while anybody holds them, so that they are the same
 * to all who do.
 */
export class KeptAnalysis implements Analysis {
  /** By index the claims that were made; those that have not been asked for lately only as long as somebody else holds them. */
  private readonly made: (KeptClaim | WeakRef<KeptClaim> | undefined)[] = [];
  private static readonly lately = new Ring<Made>(KEPT_CLAIMS, ({ home, at }) => {
    const claim = home[at];
    if (claim instanceof KeptClaim) home[at] = new WeakRef(claim);
  });
  private unpacked: Unpacked | null = null;
  private weakly: WeakRef<Unpacked> | null = null;
  private static readonly kept = new Ring<KeptAnalysis>(KEPT, (analysis) => {
    analysis.unpacked = null;
  });

  constructor(
    readonly prose: Prose,
    readonly packed: () => PackedPassages,
    readonly findings: () => PackedFindings,
  ) {}

  get passages(): readonly Passage[] {
    const own = this.own();
    own.passages ??= passagesIn(this.prose.text, this.packed());
    return own.passages;
  }

  get names(): readonly NameMention[] {
    const own = this.own();
    own.names ??= namesIn(this.prose.text, this.findings().names);
    return own.names;
  }

  get claims(): readonly Claim[] {
    return Array.from({ length: this.claimCount }, (_, at) => this.claimAt(at));
  }

  get claimCount(): number {
    return packedCount(this.findings().claims) / 2;
  }

  /** The claim with that index, made if it is asked for the first time. */
  claimAt(at: number): Claim {
    const known = this.made[at];
    if (known instanceof KeptClaim) return known as unknown as Claim;
    const claim = known?.deref() ?? new KeptClaim(this.findings().claims, at, this.prose.text);
    this.made[at] = claim;
    KeptAnalysis.lately.put({ home: this.made, at });
    return claim as unknown as Claim;
  }

  /** The claim with that index, for whoever looks at it once: made anew where nobody holds it. */
  passingClaim(at: number): Claim {
    const known = this.made[at];
    const claim = (known instanceof KeptClaim ? known : known?.deref()) ?? new KeptClaim(this.findings().claims, at, this.prose.text);
    return claim as unknown as Claim;
  }

  /** All claims, made anew: for whoever looks at them once. */
  *passingClaims(): Generator<Claim, void, void> {
    const { claims } = this.findings();
    for (let at = 0; at < this.claimCount; at++) yield new KeptClaim(claims, at, this.prose.text) as unknown as Claim;
  }

  with(prose: Prose): KeptAnalysis {
    return new KeptAnalysis(prose, this.packed, this.findings);
  }

  private own(): Unpacked {
    if (this.unpacked) return this.unpacked;
    const own = this.weakly?.deref() ?? { passages: null, names: null };
    this.unpacked = own;
    this.weakly = new WeakRef(own);
    KeptAnalysis.kept.put(this);
    return own;
  }
}

/** Where a claim that was made stands. */
interface Made {
  readonly home: (KeptClaim | WeakRef<KeptClaim> | undefined)[];
  readonly at: number;
}

type ClaimWords = Pick<Claim, 'terms' | 'context' | 'names' | 'ownNames'>;

/** A claim without the words that it is told in, which are many, and are unpacked when asked for. All its other fields are its own. */
class KeptClaim implements ClaimWords {
  readonly #packed: Packed;
  readonly #at: number;
  #words: ClaimWords | null = null;
  static readonly #kept = new Ring<KeptClaim>(KEPT_WORDS, (claim) => {
    claim.#words = null;
  });

  constructor(packed: Packed, at: number, text: string) {
    this.#packed = packed;
    this.#at = at;
    unpackInto(this, packed, at * 2);
    const { figure } = this as unknown as { readonly figure: { text: string | null; readonly start: number; readonly end: number } };
    figure.text ??= text.slice(figure.start, figure.end);
  }

  get terms(): Claim['terms'] {
    return this.words.terms;
  }

  get context(): Claim['context'] {
    return this.words.context;
  }

  get names(): Claim['names'] {
    return this.words.names;
  }

  get ownNames(): Claim['ownNames'] {
    return this.words.ownNames;
  }

  private get words(): ClaimWords {
    if (!this.#words) {
      this.#words = unpack(this.#packed, this.#at * 2 + 1) as ClaimWords;
      KeptClaim.#kept.put(this);
    }
    return this.#words;
  }
}

function namesIn(text: string, packed: Packed): NameMention[] {
  const names: NameMention[] = [];
  for (let at = 0; at < packedCount(packed); at++) {
    const name = unpack(packed, at) as { text: string | null; full: string | null; start: number; end: number };
    name.text ??= text.slice(name.start, name.end);
    name.full ??= name.text;
    names.push(name as NameMention);
  }
  return names;
}

/** Asks once, and lets go of what it asked: whatever that unpacked may be let go then. */
function once<T extends object>(unpack: () => T): () => T {
  let ask: (() => T) | null = unpack;
  let unpacked: T | null = null;
  return () => {
    unpacked ??= ask!();
    ask = null;
    return unpacked;
  };
}

function passagesIn(text: string, packed: PackedPassages): Passage[] {
  const masks: Span[] = [];
  let at = 1;
  for (let left = packed[0]!; left > 0; left--) masks.push({ start: packed[at++]!, end: packed[at++]! });
  const ground = { text, masks };
  const cut: Passage[] = [];
  for (; at < packed.length; at += NUMBERS) {
    const [block, kind, start, end] = [packed[at]!, packed[at + 1]!, packed[at + 2]!, packed[at + 3]!];
    cut.push(new TextPassage(ground, cut.length, block, KINDS[kind]!, start, end));
  }
  return cut;
}
