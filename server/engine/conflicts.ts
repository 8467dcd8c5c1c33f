/** Where the sources of a library disagree among themselves, no draft needed. */
import type { RuleSeverities, Translate } from './check.ts';
import type { Claim } from './claims/claim.ts';
import type { Lexicon } from './lexicon/types.ts';
import type { Library, Source } from './library.ts';
import type { Severity, Work } from './model.ts';

/** Claims about one thing that cannot all be right. */
export interface Disagreement {
  /** What the claims measure, as a short phrase for the writer. */
  readonly measures: string;
  readonly severity: Severity;
  readonly evidence: readonly { readonly source: Source; readonly claim: Claim }[];
}

/** The disagreements of a library, the gravest first. Yields once a source. */
export function* conflicts(
  library: Library,
  _options: { readonly lexicon: Lexicon; readonly severities: RuleSeverities; readonly translate: Translate },
): Work<Disagreement[]> {
  for (const _ of library.values()) yield;
  return [];
}
