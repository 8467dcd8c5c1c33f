/** Holds a draft's findings against the decisions of its writer: what was let stand is not shown, and every verdict stays. */
import type { Analysis } from '../analysis.ts';
import type { Finding, Judgement } from '../check.ts';
import type { Claim } from '../claims/claim.ts';
import type { Lexicon } from '../lexicon/types.ts';
import { quote } from '../rules/wording.ts';
import { isInconsistency, isName, isQuotation, type Subject } from '../subjects.ts';
import { claimsIn } from './identity.ts';
import { type Decision, STET, type Target } from './record.ts';

/** A finding that is not shown, and the decision that keeps it away. */
export interface LetStand {
  readonly finding: Finding;
  readonly decision: Decision;
}

/** What becomes of a draft's findings. */
export interface Stets {
  readonly findings: readonly Finding[];
  /** In order of the text. */
  readonly letStand: readonly LetStand[];
}

/** @param decisions those on this draft; only the stets among them count */
export function applyStets(
  { findings }: Pick<Judgement, 'findings'>,
  analysis: Analysis,
  decisions: readonly Decision[],
  lexicon: Lexicon,
): Stets {
  const stets = decisions.filter(({ decision }) => decision === STET);
  if (stets.length === 0 || findings.length === 0) return { findings, letStand: [] };
  const claims = claimsIn(analysis, lexicon);
  const byStart = new Map<number, Decision>();
  const names = new Map<string, Decision>();
  const quotations = new Map<string, Decision>();
  const rules = new Map<string, Decision>();
  for (const stet of stets) {
    const { target } = stet;
    if ('rule' in target) rules.set(target.rule, stet);
    else if ('name' in target) names.set(target.name, stet);
    else if ('quotation' in target) quotations.set(target.quotation, stet);
    else {
      const claim = claims.find(target);
      if (claim) byStart.set(claim.figure.start, stet);
    }
  }
  const shown: Finding[] = [];
  const letStand: LetStand[] = [];
  for (const finding of findings) {
    const { subject } = finding;
    const claim = claimOf(subject);
    let own = claim ? byStart.get(claim.figure.start) : undefined;
    if (isName(subject)) own = names.get(subject.mention.text) ?? names.get(subject.mention.full);
    else if (isQuotation(subject)) own = quotations.get(quote(subject.quotation.text));
    const decision = own ?? rules.get(finding.rule);
    if (decision) letStand.push({ finding, decision });
    else shown.push(finding);
  }
  return { findings: shown, letStand };
}

/** What a stet on a finding is bound to. */
export function targetOf({ subject }: Finding, analysis: Analysis, lexicon: Lexicon): Target {
  if (isQuotation(subject)) return { quotation: quote(subject.quotation.text) };
  return isName(subject) ? { name: subject.mention.text } : claimsIn(analysis, lexicon).targetOf(claimOf(subject)!);
}

/** The claim that a decision on a subject is bound to; null for those that are no figure's. */
function claimOf(subject: Subject): Claim | null {
  if (isName(subject) || isQuotation(subject)) return null;
  return isInconsistency(subject) ? subject.marked : subject.claim;
}
