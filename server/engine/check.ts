/** Checking: two pure steps with the library between them, `wants(draft) -> keys`, then `judge(draft, candidates) -> findings`. */
import type { Analysis } from './analysis.ts';
import type { FigureVerdict } from './compare/evidence.ts';
import { claimKeys } from './compare/keys.ts';
import { weighEvidence } from './compare/weigh.ts';
import type { Lexicon } from './lexicon/types.ts';
import type { Candidates, Wants } from './library.ts';
import type { Work } from './model.ts';
import { judgeName, type NameVerdict, nameKeys } from './names/judge.ts';
import { type Finding, type RuleSeverities, rules, type Translate } from './rules/rules.ts';
import { isOff, offIn } from './text/off.ts';

export type { Evidence, FigureVerdict, SeeAlso } from './compare/evidence.ts';
export type { Finding, RuleSeverities, Translate } from './rules/rules.ts';

export interface Judgement {
  /** One for each figure of the draft, in order. */
  readonly figures: readonly FigureVerdict[];
  readonly names: readonly NameVerdict[];
  /** In order of the text; one a figure or name at most. */
  readonly findings: readonly Finding[];
}

/** The keys a draft's claims and names are looked up by. */
export function wants(draft: Analysis, lexicon: Lexicon): Wants {
  return {
    claims: claimWants(draft),
    names: [...new Set(draft.names.flatMap((mention) => nameKeys(mention, lexicon)))],
  };
}

/** The keys a draft's claims alone are looked up by. */
export function claimWants(draft: Analysis): string[] {
  return [...new Set(draft.claims.flatMap(claimKeys))];
}

/** Holds a draft's claims and names against what the library answered. Yields once a claim or name. */
export function* judge(
  draft: Analysis,
  candidates: Candidates,
  options: { readonly lexicon: Lexicon; readonly severities: RuleSeverities; readonly translate: Translate },
): Work<Judgement> {
  const figures = yield* weighEvidence(draft, candidates);
  const names: NameVerdict[] = [];
  for (const mention of draft.names) {
    names.push(judgeName(mention, candidates.names, options.lexicon));
    yield;
  }
  const off = offIn(draft.prose.text, draft.prose.language);
  const findings = [...figures.map((verdict) => rules.figure(verdict, options)), ...names.map((verdict) => rules.name(verdict, options))]
    .filter((finding) => finding !== null)
    .filter(({ start, rule }) => !isOff(off, start, rule))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  return { figures, names, findings };
}
