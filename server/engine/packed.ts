/**
 * What was found in an article, as plain data to be kept and taken up again: what is quickly made from the text (its passages' tokens) is
 * left out, and what is taken up is looked at only when somebody asks for it.
 */
import type { Analysis } from './analysis.ts';
import type { Claim } from './claims/claim.ts';
import type { BlockKind, NameMention, Passage, Prose, Span } from './model.ts';
import type { NameUse } from './names/uses.ts';
import type { Postings } from './postings.ts';
import { TextPassage } from './text/passage.ts';

/** Passages, each in so many numbers of a list: its block, its kind, its start and its end. */
const NUMBERS = 4;
const KINDS: readonly BlockKind[] = ['paragraph', 'heading', 'item', 'quote', 'cell', 'caption'];

/** An analysis without its text. Maps and sets are part of it; otherwise it is what JSON may hold. */
export interface PackedAnalysis {
  /** What of the text is not prose, from each start to its end. */
  readonly masks: readonly number[];
  readonly passages: readonly number[];
  readonly claims: readonly Claim[];
  readonly names: readonly NameMention[];
}

/** Postings without the words that quotations are found by, which are kept by themselves. */
export interface PackedPostings {
  readonly keys: readonly (readonly string[])[];
  readonly topics: readonly string[];
  readonly uses: readonly NameUse[];
  readonly names: number;
  readonly ordinary: readonly string[];
  readonly shingles: Uint32Array;
}

export function packAnalysis({ passages, claims, names }: Analysis): PackedAnalysis {
  return {
    masks: TextPassage.masksOf(passages).flatMap(({ start, end }) => [start, end]),
    passages: passages.flatMap(({ block, kind, start, end }) => [block, KINDS.indexOf(kind), start, end]),
    claims,
    names,
  };
}

/** The analysis of `prose`, whose text is the one that was analysed. `unpack` is asked once, when anything of it is looked at. */
export function unpackAnalysis(prose: Prose, unpack: () => PackedAnalysis): Analysis {
  return new KeptAnalysis(prose, once(unpack));
}

/** The same analysis of a text of which something else is known by now that has no bearing on what is found in it. */
export function withProse(analysis: Analysis, prose: Prose): Analysis {
  if (analysis instanceof KeptAnalysis) return analysis.with(prose);
  return { ...analysis, prose };
}

export function packPostings({ keys, topics, uses, names, ordinary, shingles }: Postings): PackedPostings {
  return { keys, topics: [...topics], uses, names, ordinary, shingles };
}

/** `unpackQuotable` gives the words that quotations are found by, by passage. */
export function unpackPostings(packed: PackedPostings, unpackQuotable: () => readonly (readonly string[])[]): Postings {
  const { keys, topics, uses, names, ordinary, shingles } = packed;
  const quotable = () => unpackQuotable().map((forms) => new Set(forms));
  return { keys, topics: new Set(topics), uses, names, ordinary, shingles, quotable };
}

/** What becomes of a packed analysis, for all who hold the same. */
interface Unpacked extends Pick<Analysis, 'claims' | 'names'> {
  readonly masks: readonly Span[];
  readonly passages: readonly number[];
}

class KeptAnalysis implements Analysis {
  private cut: readonly Passage[] | null = null;

  constructor(
    readonly prose: Prose,
    private readonly unpacked: () => Unpacked,
  ) {}

  get passages(): readonly Passage[] {
    this.cut ??= passagesIn(this.prose.text, this.unpacked());
    return this.cut;
  }

  get claims(): readonly Claim[] {
    return this.unpacked().claims;
  }

  get names(): readonly NameMention[] {
    return this.unpacked().names;
  }

  with(prose: Prose): Analysis {
    return new KeptAnalysis(prose, this.unpacked);
  }
}

function once(unpack: () => PackedAnalysis): () => Unpacked {
  let unpacked: Unpacked | null = null;
  let ask: (() => PackedAnalysis) | null = unpack;
  return () => {
    if (unpacked === null) {
      const { masks, passages, claims, names } = ask!();
      const spans: Span[] = [];
      for (let at = 0; at < masks.length; at += 2) spans.push({ start: masks[at]!, end: masks[at + 1]! });
      unpacked = { masks: spans, passages, claims, names };
      // Whatever it was unpacked from may be let go.
      ask = null;
    }
    return unpacked;
  };
}

function passagesIn(text: string, { masks, passages }: Unpacked): Passage[] {
  const ground = { text, masks };
  const cut: Passage[] = [];
  for (let at = 0; at < passages.length; at += NUMBERS) {
    const [block, kind, start, end] = [passages[at]!, passages[at + 1]!, passages[at + 2]!, passages[at + 3]!];
    cut.push(new TextPassage(ground, cut.length, block, KINDS[kind]!, start, end));
  }
  return cut;
}
