/** Explains one verdict: judges the draft as `check` does, and tells of one figure or name what was looked at and why it was kept or dropped. */
import type { Analysis } from './analysis.ts';
import type { Claim } from './claims/claim.ts';
import type { Aligned } from './compare/candidates.ts';
import type { Evidence, FigureVerdict } from './compare/evidence.ts';
import { claimKeys } from './compare/keys.ts';
import { type WeighedSigns, weighedSigns } from './compare/signs.ts';
import type { Drop, Trace } from './compare/trace.ts';
import { weighEvidence } from './compare/weighing.ts';
import type { Lexicon } from './lexicon/types.ts';
import type { Candidates, ClaimRef, Source } from './library.ts';
import type { Span, Work } from './model.ts';
import { type Relation, relate } from './names/compare.ts';
import { judgeName, type LibrarySpelling, type NameJudgement, nameKeys } from './names/judge.ts';
import { isSameSpelling, spellingOf } from './names/spelling.ts';

/** A key that a claim or name is looked up by, and how much of the library stands under it. */
export interface KeyUse {
  readonly key: string;
  readonly found: number;
}

/** A claim of a source beside the draft's: how it aligned, and what became of it. */
export interface ExplainedCandidate {
  readonly claim: Claim;
  /** The keys of the draft's claim that led to it; none where it was found through another source's toll. */
  readonly keys: readonly string[];
  /** Null where it was found through another source's toll. */
  readonly aligned: Pick<Aligned, 'alignment' | 'agreement'> | null;
  /** What its signs say for and against its being about the same thing, where its figure differs and they were asked; null where not. */
  readonly weighed: WeighedSigns | null;
  /** What it counts as; null where it is no evidence. */
  readonly evidence: Evidence | null;
  /** Why it is no evidence of a stance, in the order in which that was found; of a kept one what it might have been else. */
  readonly drops: readonly Drop[];
}

/** The candidates of one source, those that count first, then the better aligned. */
export interface ExplainedSource {
  readonly source: Source;
  readonly candidates: readonly ExplainedCandidate[];
}

export interface FigureExplanation {
  readonly kind: 'figure';
  readonly verdict: FigureVerdict;
  readonly keys: readonly KeyUse[];
  /** In the library's order of those that have candidates. */
  readonly sources: readonly ExplainedSource[];
}

/** A spelling of the library beside the draft's name. */
export interface ExplainedSpelling {
  readonly spelling: LibrarySpelling;
  /** `same` for the draft's own spelling; null where the two are different names as far as can be told. */
  readonly relation: Relation | 'same';
  /** Whether the verdict rests on it. */
  readonly counted: boolean;
}

export interface NameExplanation {
  readonly kind: 'name';
  readonly verdict: NameJudgement;
  readonly keys: readonly KeyUse[];
  readonly spellings: readonly ExplainedSpelling[];
}

/** The figure, else the name, that stands at an offset of a draft; null where neither does. */
export function subjectAt({ claims, names }: Analysis, offset: number): Span | null {
  const holds = ({ start, end }: Span) => start <= offset && offset < end;
  return claims.find(({ figure }) => holds(figure))?.figure ?? names.find(holds) ?? null;
}

/**
 * Explains the figure or name at an offset of a draft; null where there is none. `candidates` are what the library answered to all that
 * the draft wants, for a claim is weighed beside its neighbours. Yields as `judge` does.
 */
export function* explain(
  draft: Analysis,
  candidates: Candidates,
  offset: number,
  lexicon: Lexicon,
): Work<FigureExplanation | NameExplanation | null> {
  const subject = subjectAt(draft, offset);
  const index = draft.claims.findIndex(({ figure }) => figure === subject);
  if (index >= 0) return yield* explainFigure(draft, candidates, index);
  const mention = draft.names.find((each) => each === subject);
  if (!mention) return null;
  const keys = nameKeys(mention, lexicon);
  const verdict = judgeName(mention, candidates.names, lexicon);
  const own = spellingOf(mention.text, lexicon);
  const wanted = new Set(keys);
  const found = candidates.names.filter((candidate) => candidate.keys.some((key) => wanted.has(key)));
  const spellings = new Set(found.flatMap(({ variants }) => variants));
  const counted = new Set(verdict.variants.map(({ text }) => text));
  return {
    kind: 'name',
    verdict,
    keys: keys.map((key) => ({ key, found: found.filter((candidate) => candidate.keys.includes(key)).length })),
    spellings: [...spellings].map((spelling) => {
      const theirs = spellingOf(spelling.text, lexicon);
      const relation = isSameSpelling(own, theirs) ? 'same' : relate(own, theirs);
      return { spelling, relation, counted: counted.has(spelling.text) };
    }),
  };
}

function* explainFigure(draft: Analysis, candidates: Candidates, index: number): Work<FigureExplanation> {
  const claim = draft.claims[index]!;
  const recorder = new Recorder(claim);
  const verdict = (yield* weighEvidence(draft, candidates, recorder))[index]!;
  const keys = claimKeys(claim);
  const under = keys.map((key) => ({
    key,
    refs: [...candidates.table.under(key)]
      .map((number) => candidates.table.held(number))
      .filter(({ source }) => source.article.uri !== candidates.except),
  }));
  const keysOf = new Map<Claim, string[]>();
  for (const { key, refs } of under) {
    for (const ref of refs) {
      const known = keysOf.get(ref.claim);
      if (known) known.push(key);
      else keysOf.set(ref.claim, [key]);
    }
  }
  for (const item of verdict.evidence) recorder.sourceOf.set(item.claim, item.source);
  const sources = new Map<Source, ExplainedCandidate[]>();
  for (const [theirs, source] of recorder.sourceOf) {
    const candidate: ExplainedCandidate = {
      claim: theirs,
      keys: keysOf.get(theirs) ?? [],
      aligned: recorder.alignments.get(theirs) ?? null,
      weighed: recorder.signs.get(theirs) ?? null,
      evidence: verdict.evidence.find((item) => item.claim === theirs) ?? null,
      drops: recorder.drops.get(theirs) ?? [],
    };
    const group = sources.get(source);
    if (group) group.push(candidate);
    else sources.set(source, [candidate]);
  }
  return {
    kind: 'figure',
    verdict,
    keys: under.map(({ key, refs }) => ({ key, found: refs.length })),
    sources: [...sources].map(([source, list]) => ({ source, candidates: list.sort(byUse) })),
  };
}

function byUse(a: ExplainedCandidate, b: ExplainedCandidate): number {
  return Number(b.evidence !== null) - Number(a.evidence !== null) || scoreOf(b) - scoreOf(a);
}

function scoreOf({ aligned, evidence }: ExplainedCandidate): number {
  return aligned?.alignment.score ?? evidence?.score ?? 0;
}

/** Keeps what is told of one claim. */
class Recorder implements Trace {
  readonly sourceOf = new Map<Claim, Source>();
  readonly alignments = new Map<Claim, Aligned>();
  readonly drops = new Map<Claim, Drop[]>();
  readonly signs = new Map<Claim, WeighedSigns>();

  constructor(private readonly claim: Claim) {}

  aligned(claim: Claim, item: Aligned): void {
    if (claim !== this.claim) return;
    this.sourceOf.set(item.ref.claim, item.ref.source);
    this.alignments.set(item.ref.claim, item);
  }

  weighed(claim: Claim, ref: ClaimRef, values: readonly number[]): void {
    if (claim === this.claim) this.signs.set(ref.claim, weighedSigns(values));
  }

  dropped(claim: Claim, ref: ClaimRef, drop: Drop): void {
    if (claim !== this.claim) return;
    this.sourceOf.set(ref.claim, ref.source);
    const known = this.drops.get(ref.claim);
    if (known) known.push(drop);
    else this.drops.set(ref.claim, [drop]);
  }
}
