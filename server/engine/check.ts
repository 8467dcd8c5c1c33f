/** Checking: two pure steps with the library between them, `wants(draft) -> keys`, then `judge(draft, candidates) -> findings`. */
import type { Analysis } from './analysis.ts';
import type { Evidence, FigureVerdict } from './compare/evidence.ts';
import { claimKeys } from './compare/keys.ts';
import { Weighing } from './compare/weighing.ts';
import { Consistency } from './consistency/consistency.ts';
import type { Inconsistency } from './consistency/inconsistency.ts';
import type { Lexicon } from './lexicon/types.ts';
import type { Candidates, Wants } from './library.ts';
import type { NameMention, Work } from './model.ts';
import { fullNameOf, Introductions } from './names/introduce.ts';
import { judgeName, type NameJudgement, type NameVerdict, nameKeys } from './names/judge.ts';
import { partKeys } from './names/spelling.ts';
import type { QuoteVerdict } from './quotes/judge.ts';
import { QuoteJudging } from './quotes/quoting.ts';
import { type Finding, type RuleSeverities, rules, type Translate } from './rules/rules.ts';
import { isOff, offIn } from './text/off.ts';

export type { Evidence, FigureVerdict, SeeAlso } from './compare/evidence.ts';
export type { Finding, RuleSeverities, Translate } from './rules/rules.ts';

export interface Judgement {
  /** One for each figure of the draft, in order. */
  readonly figures: readonly FigureVerdict[];
  readonly names: readonly NameVerdict[];
  /** One for each quotation of several words, in order. */
  readonly quotations: readonly QuoteVerdict[];
  /** What in the draft does not go with the draft itself, in order. */
  readonly inconsistencies: readonly Inconsistency[];
  /** In order of the text; one a verdict or inconsistency at most. */
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

interface Options {
  readonly lexicon: Lexicon;
  readonly severities: RuleSeverities;
  readonly translate: Translate;
}

/** Holds a draft's claims and names against what the library answered. Yields once a claim or name. */
export function* judge(draft: Analysis, candidates: Candidates, options: Options): Work<Judgement> {
  return yield* new Judging().judge(draft, candidates, options);
}

/** A name's verdict, and the keys of the library's names that it rests on. */
interface NameNote {
  readonly verdict: NameJudgement;
  /** The full name of a surname, where it is known. */
  readonly full: string | null;
  readonly keys: readonly string[];
}

/**
 * Judges one draft again and again, as it and its library change: what neither change bears on is taken over from the last time. The
 * judgement is the one that `judge` gives.
 */
export class Judging {
  private readonly weighing = new Weighing();
  private readonly quoting = new QuoteJudging();
  private readonly consistency = new Consistency();
  private names = new Map<string, NameNote>();
  private namesAsOf: number | null = null;
  /** By its evidence what is found of a verdict, wherever its figure stands. */
  private findings = new WeakMap<readonly Evidence[], { readonly finding: Finding | null }>();
  private options: Options | null = null;

  /** Yields once a claim or name that is judged anew, at least. */
  *judge(draft: Analysis, candidates: Candidates, options: Options): Work<Judgement> {
    const figures = yield* this.weighing.weigh(draft, candidates);
    const quotations = yield* this.quoting.judge(draft, candidates, options.lexicon);
    const introductions = new Introductions(
      draft.passages,
      quotations.map(({ quotation }) => quotation),
      draft.prose.text,
      options.lexicon,
    );
    const names = yield* this.judgeNames(draft, candidates, introductions, options.lexicon);
    const inconsistencies = yield* this.consistency.look(draft, options.lexicon);
    const { severities, translate } = this.options ?? {};
    if (severities !== options.severities || translate !== options.translate) this.findings = new WeakMap();
    this.options = options;
    const off = offIn(draft.prose.text, draft.prose.language);
    const findings: Finding[] = [];
    const found = (finding: Finding | null) => {
      if (finding && !isOff(off, finding.start, finding.rule)) findings.push(finding);
    };
    for (const verdict of figures) found(this.findingOf(verdict, options));
    for (const verdict of quotations) found(rules.quotation(verdict, options));
    for (const inconsistency of inconsistencies) found(rules.inconsistency(inconsistency, options));
    for (const verdict of names) found(rules.name(verdict, options));
    findings.sort((a, b) => a.start - b.start || a.end - b.end);
    return { figures, names, quotations, inconsistencies, findings };
  }

  private findingOf(verdict: FigureVerdict, options: Options): Finding | null {
    let known = this.findings.get(verdict.evidence);
    if (!known) {
      known = { finding: rules.figure(verdict, options) };
      this.findings.set(verdict.evidence, known);
    }
    const { start, end } = verdict.claim.figure;
    return known.finding && { ...known.finding, start, end, subject: verdict };
  }

  private *judgeNames(draft: Analysis, candidates: Candidates, introductions: Introductions, lexicon: Lexicon): Work<NameVerdict[]> {
    const changes = this.namesAsOf === null ? null : candidates.changedSince(this.namesAsOf);
    const isHeld = (note: NameNote | undefined) => note && (changes?.names.size === 0 || !note.keys.some((key) => changes?.names.has(key)));
    const before = changes ? this.names : new Map<string, NameNote>();
    const now = new Map<string, NameNote>();
    const verdicts: NameVerdict[] = [];
    for (const mention of draft.names) {
      const form = `${mention.kind}\n${mention.text}\n${mention.full}`;
      let note = now.get(form);
      if (!note) {
        const known = before.get(form);
        note = known && isHeld(known) ? known : noteOf(mention, candidates, lexicon);
        now.set(form, note);
        if (note !== known) yield;
      }
      verdicts.push({ ...note.verdict, mention, introduces: introductions.isFirst(mention) ? note.full : null });
    }
    this.names = now;
    this.namesAsOf = candidates.revision;
    return verdicts;
  }
}

function noteOf(mention: NameMention, candidates: Candidates, lexicon: Lexicon): NameNote {
  const own = nameKeys(mention, lexicon);
  const under = candidates.namesUnder(own);
  const keys = new Set(own);
  // Whether sources use a part of a spelling as an ordinary word counts too.
  for (const { variants } of under) for (const { text } of variants) for (const key of partKeys(text, lexicon)) keys.add(key);
  const full = fullNameOf(mention, under, (name) => {
    const others = nameKeys({ ...mention, text: name, full: name }, lexicon);
    for (const key of others) keys.add(key);
    return candidates.namesUnder(others);
  });
  return { verdict: judgeName(mention, under, lexicon), full, keys: [...keys] };
}
