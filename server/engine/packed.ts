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

/** The passages of a text: maps and sets aside, all that is packed is what JSON may hold. */
export interface PackedPassages {
  /** What of the text is not prose, from each start to its end. */
  readonly masks: readonly number[];
  readonly passages: readonly number[];
}

/** What was found in them. Maps and sets are part of it. */
export type PackedFindings = Pick<Analysis, 'claims' | 'names'>;

/** Postings without the words that quotations are found by, which are kept by themselves. */
export interface PackedPostings {
  readonly keys: readonly (readonly string[])[];
  readonly topics: readonly string[];
  readonly uses: readonly NameUse[];
  readonly names: number;
  readonly ordinary: readonly string[];
  readonly shingles: Uint32Array;
}

export function packPassages({ passages }: Analysis): PackedPassages {
  return {
    masks: TextPassage.masksOf(passages).flatMap(({ start, end }) => [start, end]),
    passages: passages.flatMap(({ block, kind, start, end }) => [block, KINDS.indexOf(kind), start, end]),
  };
}

export function packFindings({ claims, names }: Analysis): PackedFindings {
  return { claims, names };
}

/** The analysis of `prose`, whose text is the one that was analysed. Each of the two is asked once, when anything of it is looked at. */
export function unpackAnalysis(prose: Prose, passages: () => PackedPassages, findings: () => PackedFindings): Analysis {
  return new KeptAnalysis(prose, once(passages), once(findings));
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

class KeptAnalysis implements Analysis {
  private cut: readonly Passage[] | null = null;

  constructor(
    readonly prose: Prose,
    private readonly packed: () => PackedPassages,
    private readonly findings: () => PackedFindings,
  ) {}

  get passages(): readonly Passage[] {
    this.cut ??= passagesIn(this.prose.text, this.packed());
    return this.cut;
  }

  get claims(): readonly Claim[] {
    return this.findings().claims;
  }

  get names(): readonly NameMention[] {
    return this.findings().names;
  }

  with(prose: Prose): Analysis {
    return new KeptAnalysis(prose, this.packed, this.findings);
  }
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

function passagesIn(text: string, { masks, passages }: PackedPassages): Passage[] {
  const spans: Span[] = [];
  for (let at = 0; at < masks.length; at += 2) spans.push({ start: masks[at]!, end: masks[at + 1]! });
  const ground = { text, masks: spans };
  const cut: Passage[] = [];
  for (let at = 0; at < passages.length; at += NUMBERS) {
    const [block, kind, start, end] = [passages[at]!, passages[at + 1]!, passages[at + 2]!, passages[at + 3]!];
    cut.push(new TextPassage(ground, cut.length, block, KINDS[kind]!, start, end));
  }
  return cut;
}
