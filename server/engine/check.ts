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
import type { Span, Work } from './model.ts';
import { type NameVerdict, nameKeys } from './names/judge.ts';
import { type NamedSection, NameJudging } from './names/judging.ts';
import type { QuoteVerdict } from './quotes/judge.ts';
import { placedQuote, type QuotedBlock, QuoteJudging } from './quotes/quoting.ts';
import { type Finding, type RuleSeverities, rules, type Translate } from './rules/rules.ts';
import { type Section, sectionsOf } from './sections.ts';
import type { Subject } from './subjects.ts';
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

/** The parts of a draft's judgement, their places counted from their passages' or blocks'. */
interface Parts {
  /** By the passages that have figures. */
  readonly figures: readonly Placed<FigureVerdict>[];
  readonly names: readonly Placed<NameVerdict>[];
  readonly quotations: readonly Placed<QuoteVerdict>[];
}

/** Verdicts of one kind on what is in a passage or a block, and where that stands. */
class Placed<Verdict extends Subject> {
  private made: readonly Verdict[] | null = null;

  constructor(
    readonly verdicts: readonly Verdict[],
    /** What their places count from. */
    readonly start: number,
    private readonly place: (verdicts: readonly Verdict[]) => readonly Verdict[],
  ) {}

  /** The verdicts where they stand in the draft: the same objects whenever asked. */
  get inPlace(): readonly Verdict[] {
    this.made ??= this.place(this.verdicts);
    return this.made;
  }
}

/** A draft's judgement. Verdicts are put in their places when they are first asked for: most letters typed ask for none. */
function judgementOf(
  { figures, names, quotations }: Parts,
  cited: readonly Span[],
  inconsistencies: readonly Inconsistency[],
  findings: readonly Finding[],
): Judgement {
  const placed = <Verdict extends Subject>(parts: readonly Placed<Verdict>[]) => {
    let all: readonly Verdict[] | null = null;
    return () => {
      all ??= parts.flatMap((part) => part.inPlace);
      return all;
    };
  };
  const [allFigures, allNames, allQuotations] = [placed(figures), placed(names), placed(quotations)];
  return {
    get figures() {
      return allFigures();
    },
    get names() {
      return allNames();
    },
    get quotations() {
      return allQuotations();
    },
    cited,
    inconsistencies,
    findings,
  };
}

/** So many passages are looked at before a host may look at its clock. */
const STEP = 64;

/**
 * Judges one draft again and again, as it and its library change: what neither change bears on is taken over from the last time. The
 * judgement is the one that `judge` gives.
 */
export class Judging {
  private readonly weighing = new Weighing();
  private readonly quoting = new QuoteJudging();
  private readonly naming = new NameJudging();
  private readonly consistency = new Consistency();
  /** By its evidence what is found of a verdict, wherever its figure stands. */
  private figureFindings = new WeakMap<readonly Evidence[], { readonly finding: Finding | null }>();
  /** By lists of verdicts what is found of them. */
  private found = new WeakMap<readonly Subject[], readonly Found[]>();
  private options: Options | null = null;

  /** Yields once a claim or name that is judged anew, at least. */
  *judge(draft: Analysis, candidates: Candidates, options: Options): Work<Judgement> {
    const sections = sectionsOf(draft);
    const weighed = yield* this.weighing.weighSentences(draft, candidates);
    const quoted = yield* this.quoting.judge(draft, candidates, options.lexicon);
    const named = yield* this.naming.judge(draft, candidates, quoted, options.lexicon);
    const inconsistencies = yield* this.consistency.look(draft, options.lexicon);
    const { severities, translate } = this.options ?? {};
    if (severities !== options.severities || translate !== options.translate) {
      this.figureFindings = new WeakMap();
      this.found = new WeakMap();
    }
    this.options = options;
    const figured = sections.filter(({ contents }) => contents.claims.length > 0);
    const parts: Parts = {
      figures: figured.map((section, at) => placedFigures(section, weighed[at]!)),
      names: named.map(placedNames),
      quotations: quoted.map(placedQuotes),
    };
    const off = offIn(draft.prose.text, draft.prose.language);
    const cited = citedIn(draft, quoted);
    const findings: Finding[] = [];
    const found = (finding: Finding) => {
      if (!isOff(off, finding.start, finding.rule) && !isCited(cited, finding)) findings.push(finding);
    };
    yield* this.findIn(parts.figures, (verdict) => this.figureFindingOf(verdict, options), found);
    yield* this.findIn(parts.quotations, (verdict) => rules.quotation(verdict, options), found);
    for (const inconsistency of inconsistencies) {
      const finding = rules.inconsistency(inconsistency, options);
      if (finding) found(finding);
    }
    yield* this.findIn(parts.names, (verdict) => rules.name(verdict, options), found);
    findings.sort((a, b) => a.start - b.start || a.end - b.end);
    return judgementOf(parts, cited, inconsistencies, findings);
  }

  /** Tells `found` what is found of some verdicts, where it stands. Yields now and then. */
  private *findIn<Verdict extends Subject>(
    parts: readonly Placed<Verdict>[],
    look: (verdict: Verdict) => Finding | null,
    found: (finding: Finding) => void,
  ): Work<void> {
    for (let at = 0; at < parts.length; at++) {
      const part = parts[at]!;
      const { verdicts, start } = part;
      let known = this.found.get(verdicts);
      if (!known) {
        known = verdicts.flatMap((verdict, index) => {
          const finding = look(verdict);
          return finding ? { index, finding } : [];
        });
        this.found.set(verdicts, known);
      }
      for (let each = 0; each < known.length; each++) found(placedFinding(known[each]!.finding, start, part, known[each]!.index));
      if (at % STEP === STEP - 1) yield;
    }
  }

  private figureFindingOf(verdict: FigureVerdict, options: Options): Finding | null {
    let known = this.figureFindings.get(verdict.evidence);
    if (!known) {
      known = { finding: rules.figure(verdict, options) };
      this.figureFindings.set(verdict.evidence, known);
    }
    const { start, end } = verdict.claim.figure;
    return known.finding && { ...known.finding, start, end, subject: verdict };
  }
}

/** What is found of the verdict with that index in a list. */
interface Found {
  readonly index: number;
  readonly finding: Finding;
}

/** The findings that moved ones were at first. */
const unmoved = new WeakMap<Finding, Finding>();

/** A finding `by` UTF-16 units farther on, about what it was about where that stood. */
export function movedFinding(finding: Finding, by: number): Finding {
  const first = unmoved.get(finding) ?? finding;
  const { rule, severity, start, end, message } = finding;
  const moved: Finding = {
    ...{ rule, severity, start: start + by, end: end + by, message },
    // To ask what a finding is about puts all of its passage in its place.
    get subject() {
      return first.subject;
    },
  };
  unmoved.set(moved, first);
  return moved;
}

/** A finding `by` UTF-16 units farther on, about what stands there. */
function placedFinding<Verdict extends Subject>(finding: Finding, by: number, part: Placed<Verdict>, index: number): Finding {
  const { rule, severity, start, end, message } = finding;
  return {
    rule,
    severity,
    start: start + by,
    end: end + by,
    message,
    get subject() {
      return part.inPlace[index]!;
    },
  };
}

function placedFigures(section: Section, verdicts: readonly FigureVerdict[]): Placed<FigureVerdict> {
  return new Placed(verdicts, section.start, (all) => all.map((verdict, at) => inItsPlace(verdict, 'claim', section.claims[at]!)));
}

function placedNames({ section, verdicts }: NamedSection): Placed<NameVerdict> {
  return new Placed(verdicts, section.start, (all) => all.map((verdict, at) => inItsPlace(verdict, 'mention', section.names[at]!)));
}

function placedQuotes({ verdicts, start, passage }: QuotedBlock): Placed<QuoteVerdict> {
  return new Placed(verdicts, start, (all) => all.map((verdict) => placedQuote(verdict, start, passage)));
}

/** A verdict on what it is about where that stands. */
function inItsPlace<Key extends string, Value, Verdict extends Readonly<Record<Key, Value>>>(
  verdict: Verdict,
  key: Key,
  value: Value,
): Verdict {
  return verdict[key] === value ? verdict : { ...verdict, [key]: value };
}
