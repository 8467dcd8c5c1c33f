/** Where the sources disagree among themselves: each source is held against the others as if it were a draft. */

import { claimWants } from './check.ts';
import type { Claim } from './claims/claim.ts';
import type { Evidence } from './compare/evidence.ts';
import { countedAgainst } from './compare/verdict.ts';
import { weighEvidence } from './compare/weigh.ts';
import type { ClaimRef, Library, Source } from './library.ts';
import type { Severity, Work } from './model.ts';

/** Claims of several sources about one thing, not all of which can be right. */
export interface Disagreement {
  /** What is measured, in the words of the claim that names most. */
  readonly measures: string;
  /** `warning` where the figures exclude each other plainly, `information` where dates or speakers may explain the difference. */
  readonly severity: Severity;
  /** The claims, in the order of the library. */
  readonly evidence: readonly ClaimRef[];
}

/** The disagreements within a library, hard ones first, then those of more sources. Yields once a claim. */
export function* conflicts(library: Library): Work<Disagreement[]> {
  const groups = new Groups();
  for (const source of library.values()) {
    const candidates = library.fetch({ claims: claimWants(source.analysis), names: [] }, source.article.uri);
    for (const { claim, evidence } of yield* weighEvidence(source.analysis, candidates)) {
      if (claim.denied) continue;
      const differing = countedAgainst(evidence).filter((item) => !bothVague(claim, item.claim));
      for (const item of differing) groups.join({ source, claim }, item);
    }
  }
  return groups.list();
}

/** `Dozens` in one headline and `hundreds` in the next is how people speak, no disagreement worth a line. */
function bothVague(a: Claim, b: Claim): boolean {
  return a.figure.quantity.hedge === 'vague' && b.figure.quantity.hedge === 'vague';
}

/** Claims that differ from one another, gathered into groups: a claim in two pairs makes one group of both. */
class Groups {
  private readonly parent = new Map<Claim, Claim>();
  private readonly sources = new Map<Claim, Source>();
  private readonly hard = new Set<Claim>();

  join(ref: ClaimRef, item: Evidence): void {
    this.sources.set(ref.claim, ref.source);
    this.sources.set(item.claim, item.source);
    const [a, b] = [this.root(ref.claim), this.root(item.claim)];
    if (a !== b) this.parent.set(a, b);
    if (item.reason === null) this.hard.add(ref.claim);
  }

  private root(claim: Claim): Claim {
    let top = claim;
    for (let up = this.parent.get(top); up; up = this.parent.get(top)) top = up;
    // Every claim on the way points to the top from now on, so that long chains stay cheap.
    for (let at = claim; at !== top; ) {
      const next = this.parent.get(at)!;
      this.parent.set(at, top);
      at = next;
    }
    return top;
  }

  list(): Disagreement[] {
    const groups = new Map<Claim, Claim[]>();
    for (const claim of this.sources.keys()) {
      const root = this.root(claim);
      const group = groups.get(root);
      if (group) group.push(claim);
      else groups.set(root, [claim]);
    }
    return [...groups.values()]
      .map((claims): Disagreement => {
        const measures = claims.map((claim) => claim.measures).sort((a, b) => b.length - a.length)[0] ?? '';
        const severity = claims.some((claim) => this.hard.has(claim)) ? 'warning' : 'information';
        return { measures, severity, evidence: claims.map((claim) => ({ source: this.sources.get(claim)!, claim })) };
      })
      .sort((a, b) => Number(a.severity !== 'warning') - Number(b.severity !== 'warning') || b.evidence.length - a.evidence.length);
  }
}
