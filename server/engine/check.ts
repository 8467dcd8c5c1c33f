/** Checking: two pure steps with the library between them, `wants(draft) -> keys`, then `judge(draft, candidates) -> findings`. */
import type { Analysis } from './analysis.ts';
import type { Claim } from './claims/claim.ts';
import type { Lexicon } from './lexicon/types.ts';
import type { Candidates, Source, Wants } from './library.ts';
import type { Reason, RuleId, Severity, Span, Stance, Verdict, Work } from './model.ts';
import { judgeName, type NameVerdict, nameKeys } from './names/judge.ts';

/** A source's claim set beside a draft's claim. */
export interface Evidence {
  readonly source: Source;
  /** The source's claim; its passage is `source.analysis.passages[claim.figure.passage]`. */
  readonly claim: Claim;
  readonly stance: Stance;
  /** Null where the stance is plain. */
  readonly reason: Reason | null;
}

/** A source's claim about the same thing that could not be compared, and why, in words for the writer. */
export interface SeeAlso {
  readonly source: Source;
  readonly claim: Claim;
  readonly why: string;
}

export interface FigureVerdict {
  readonly claim: Claim;
  readonly verdict: Verdict;
  /** Agreeing first, best aligned first. */
  readonly evidence: readonly Evidence[];
  readonly seeAlso: readonly SeeAlso[];
}

/** What is shown to the writer. */
export interface Finding extends Span {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly message: string;
  /** The verdict it rests on: a figure's, or a name's. */
  readonly subject: FigureVerdict | NameVerdict;
}

export interface Judgement {
  /** One for each figure of the draft, in order. */
  readonly figures: readonly FigureVerdict[];
  readonly names: readonly NameVerdict[];
  /** In order of the text; one a figure or name at most. */
  readonly findings: readonly Finding[];
}

export type RuleSeverities = Readonly<Record<RuleId, Severity | 'off'>>;

/** Says a message in the writer's language: fills `{name}` placeholders of the English template it is given. */
export type Translate = (template: string, values: Readonly<Record<string, string | number>>) => string;

/** The keys a draft's claims and names are looked up by. */
export function wants(draft: Analysis, lexicon: Lexicon): Wants {
  return { claims: [], names: [...new Set(draft.names.flatMap((mention) => nameKeys(mention, lexicon)))] };
}

/** Holds a draft's claims and names against what the library answered. Yields once a claim or name. */
export function* judge(
  draft: Analysis,
  candidates: Candidates,
  options: { readonly lexicon: Lexicon; readonly severities: RuleSeverities; readonly translate: Translate },
): Work<Judgement> {
  const figures: FigureVerdict[] = [];
  for (const claim of draft.claims) {
    figures.push({ claim, verdict: 'unsourced', evidence: [], seeAlso: [] });
    yield;
  }
  const names: NameVerdict[] = [];
  for (const mention of draft.names) {
    names.push(judgeName(mention, candidates.names, options.lexicon));
    yield;
  }
  return { figures, names, findings: [] };
}
