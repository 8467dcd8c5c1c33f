/** Checking: two pure steps with the library between them, `wants(draft) -> keys`, then `judge(draft, candidates) -> findings`. */
import type { Analysis } from './analysis.ts';
import { citedIn, isCited } from './cited.ts';
import type { Evidence, FigureVerdict } from './compare/evidence.ts';
import { claimKeys } from './compare/keys.ts';
import { Weighing } from './compare/weighing.ts';
import { Consistency } from './consistency/consistency.ts';
import type { Inconsistency } from './consistency/inconsistency.ts';
import type { Lexicon } from './lexicon/types.ts';
import type { Candidates, Wants } from './library.ts';
import type { NameMention, Span, Work } from './model.ts';
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
  /** What of the draft cites its sources: nothing is found there, and what stands there is not said by the draft itself. In no order. */
  readonly cited: readonly Span[];
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

/** So many verdicts are put into words before a host may look at its clock. */
const STEP = 32;

/** A name's verdict, and the keys of the library's names that it rests on. */
interface NameNote {
  readonly verdict: NameJudgement;
  /** The full name of a surname, where it is known. */
  readonly full: string | null;
  readonly keys: readonly string[];
}

/** Notes by what they are of: names of one kind, text and full form. Asked for every mention in a draft with every letter typed. */
class NameNotes {
  private readonly byText = new Map<string, { readonly mention: NameMention; readonly note: NameNote }[]>();

  get({ kind, text, full }: NameMention): NameNote | undefined {
    return this.byText.get(text)?.find(({ mention }) => mention.kind === kind && mention.full === full)?.note;
  }

  set(mention: NameMention, note: NameNote): void {
    const known = this.byText.get(mention.text);
    if (known) known.push({ mention, note });
    else this.byText.set(mention.text, [{ mention, note }]);
  }
}

/**
 * Judges one draft again and again, as it and its library change: what neither change bears on is taken over from the last time. The
 * judgement is the one that `judge` gives.
 */
export class Judging {
  private readonly weighing = new Weighing();
  private readonly quoting = new QuoteJudging();
  private readonly consistency = new Consistency();
  private names = new NameNotes();
  private namesAsOf: number | null = null;
  /** By its evidence what is found of a verdict, wherever its figure stands. */
  private findings = new WeakMap<readonly Evidence[], { readonly finding: Finding | null }>();
  /** What is found of a name, by what its verdict rests on. */
  private nameFindings = new WeakMap<NameNote, { readonly introduces: string | null; readonly finding: Finding | null }>();
  private quoteFindings = new WeakMap<QuoteVerdict, { readonly finding: Finding | null }>();
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
    const { names, notes } = yield* this.judgeNames(draft, candidates, introductions, options.lexicon);
    const inconsistencies = yield* this.consistency.look(draft, options.lexicon);
    const { severities, translate } = this.options ?? {};
    if (severities !== options.severities || translate !== options.translate) {
      this.findings = new WeakMap();
      this.nameFindings = new WeakMap();
      this.quoteFindings = new WeakMap();
    }
    this.options = options;
    const off = offIn(draft.prose.text, draft.prose.language);
    const cited = citedIn(draft, quotations);
    const findings: Finding[] = [];
    const found = (finding: Finding | null) => {
      if (!finding || isOff(off, finding.start, finding.rule)) return;
      if (!isCited(cited, finding)) findings.push(finding);
    };
    for (const [at, verdict] of figures.entries()) {
      found(this.findingOf(verdict, options));
      if (at % STEP === STEP - 1) yield;
    }
    for (const verdict of quotations) found(this.quoteFindingOf(verdict, options));
    for (const inconsistency of inconsistencies) found(rules.inconsistency(inconsistency, options));
    for (const [at, verdict] of names.entries()) {
      found(this.nameFindingOf(verdict, notes[at]!, options));
      if (at % STEP === STEP - 1) yield;
    }
    findings.sort((a, b) => a.start - b.start || a.end - b.end);
    return { figures, names, quotations, cited, inconsistencies, findings };
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

  /** A quotation's verdict that stands where it stood is the same object. */
  private quoteFindingOf(verdict: QuoteVerdict, options: Options): Finding | null {
    let known = this.quoteFindings.get(verdict);
    if (!known) {
      known = { finding: rules.quotation(verdict, options) };
      this.quoteFindings.set(verdict, known);
    }
    return known.finding;
  }

  private nameFindingOf(verdict: NameVerdict, note: NameNote, options: Options): Finding | null {
    const { introduces, mention } = verdict;
    let known = this.nameFindings.get(note);
    if (known?.introduces !== introduces) {
      known = { introduces, finding: rules.name(verdict, options) };
      this.nameFindings.set(note, known);
    }
    return known.finding && { ...known.finding, start: mention.start, end: mention.end, subject: verdict };
  }

  /** The verdicts on a draft's names, and by the same places what they rest on. */
  private *judgeNames(
    draft: Analysis,
    candidates: Candidates,
    introductions: Introductions,
    lexicon: Lexicon,
  ): Work<{ names: NameVerdict[]; notes: NameNote[] }> {
    const changes = this.namesAsOf === null ? null : candidates.changedSince(this.namesAsOf);
    const isHeld = (note: NameNote | undefined) => note && (changes?.names.size === 0 || !note.keys.some((key) => changes?.names.has(key)));
    const before = changes ? this.names : new NameNotes();
    const now = new NameNotes();
    const names: NameVerdict[] = [];
    const notes: NameNote[] = [];
    for (const mention of draft.names) {
      let note = now.get(mention);
      if (!note) {
        const known = before.get(mention);
        note = known && isHeld(known) ? known : noteOf(mention, candidates, lexicon);
        now.set(mention, note);
        if (note !== known) yield;
      }
      notes.push(note);
      names.push({ ...note.verdict, mention, introduces: introductions.isFirst(mention) ? note.full : null });
    }
    this.names = now;
    this.namesAsOf = candidates.revision;
    return { names, notes };
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
