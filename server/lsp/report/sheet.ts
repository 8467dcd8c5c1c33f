/** A draft's fact sheet: its figures and quotations with the verdict, what every source says of them, and what the writer decided. */
import type { Analysis } from '../../engine/analysis.ts';
import type { Evidence, FigureVerdict, Judgement, Translate } from '../../engine/check.ts';
import type { Mark, Marks } from '../../engine/ledger/marks.ts';
import type { LetStand } from '../../engine/ledger/stets.ts';
import type { Source } from '../../engine/library.ts';
import type { Article, Span } from '../../engine/model.ts';
import type { NameVerdict } from '../../engine/names/judge.ts';
import type { QuoteVerdict } from '../../engine/quotes/judge.ts';
import { quote } from '../../engine/rules/wording.ts';
import { byStance, dayInWords, decisionInWords, formatDate, originsInWords, placeInWords, reasonInWords } from '../cite.ts';
import { type Excerpt, excerpt } from '../excerpt.ts';
import { statedIn } from '../judged.ts';
import { changeInWords, markInWords, markOf, reliedOnInWords, stateInWords } from '../marks.ts';

/** What a sheet is made from. */
export interface SheetInput {
  /** What the draft is called. */
  readonly draft: string;
  readonly analysis: Analysis;
  readonly judgement: Judgement;
  readonly letStand: readonly LetStand[];
  readonly marks: Marks;
  /** How many sources it was held against. */
  readonly sources: number;
  /** The line of an offset of the draft, from 1. */
  lineOf(offset: number): number;
  /** What a source is called in full. */
  nameOf(article: Article): string;
  /** Finds a source by its URI. */
  sourceOf(uri: string): Source | undefined;
  readonly translate: Translate;
  readonly locale: string;
}

/** What a source says of a claim. All texts are on one line, and none is safe in any markup yet. */
export interface SheetSource {
  readonly name: string;
  readonly title: string;
  readonly date: string;
  /** Its page, paragraph, cell or time; empty where lines say it. */
  readonly place: string;
  readonly speaker: string;
  /** Whether it agrees, and why not plainly. */
  readonly stance: string;
  readonly wording: Excerpt;
}

export interface SheetRow extends Span {
  readonly line: number;
  /** The claim in the draft's words, the figure apart. */
  readonly claim: Excerpt;
  readonly verdict: string;
  /** Every source that was compared, agreeing ones first; empty where nothing was found. */
  readonly sources: readonly SheetSource[];
  /** How many origins they have, where some are copies. */
  readonly origins: string;
  /** What the writer decided; empty where nothing. */
  readonly decision: string;
  readonly check: SheetCheck | null;
}

/** What a checker decided, in parts; each is empty where there is nothing to say. */
export interface SheetCheck {
  readonly state: Mark['state'];
  /** The state in a word. */
  readonly word: string;
  readonly who: string;
  readonly date: string;
  /** The source that was relied on. */
  readonly source: string;
  readonly note: string;
  /** What has changed since. */
  readonly change: string;
  /** All of that, and the words that were relied on. */
  readonly told: string;
}

/** A name that the sources spell otherwise, or in several ways. */
export interface SheetName {
  readonly line: number;
  readonly text: string;
  readonly verdict: string;
  /** `Karim Masimov (socialistworld.net)`, the most used first. */
  readonly spellings: readonly string[];
  readonly check: SheetCheck | null;
}

/** Words in quotation marks. */
export interface SheetQuotation {
  readonly line: number;
  readonly text: string;
  readonly verdict: string;
  /** The sources that have them, so or otherwise. */
  readonly sources: readonly SheetSource[];
  readonly decision: string;
  readonly check: SheetCheck | null;
}

export interface Sheet {
  readonly draft: string;
  readonly sources: number;
  readonly rows: readonly SheetRow[];
  readonly quotations: readonly SheetQuotation[];
  readonly names: readonly SheetName[];
  readonly translate: Translate;
}

/** How much is told around a figure, in UTF-16 units to either side. */
const ROOM = { before: 200, after: 200 };

export function sheetOf(input: SheetInput): Sheet {
  const { draft, sources, translate } = input;
  const { figures, names, quotations } = statedIn(input.judgement);
  return {
    draft,
    sources,
    rows: figures.map((figure) => rowOf(figure, input)),
    quotations: quotations.map((verdict) => quotationOf(verdict, input)),
    names: namesOf(names, input),
    translate,
  };
}

function rowOf(figure: FigureVerdict, input: SheetInput): SheetRow {
  const { analysis, letStand, translate, locale } = input;
  const { start, end, passage } = figure.claim.figure;
  const { agreeing, differing } = byStance(figure.evidence);
  const pieces = [...agreeing, ...differing];
  const stet = letStand.find(({ finding }) => finding.subject === figure);
  return {
    start,
    end,
    line: input.lineOf(start),
    claim: excerpt({ article: analysis.prose, analysis }, passage, figure.claim.figure, ROOM),
    verdict: verdictInWords(figure, input),
    sources: pieces.map((each) => sourceOf(each, input)),
    origins: originsInWords(pieces, translate),
    decision: stet ? decisionInWords(stet, translate, locale) : '',
    check: checkOf(figure, input),
  };
}

function quotationOf(verdict: QuoteVerdict, input: SheetInput): SheetQuotation {
  const { letStand, lineOf, translate, locale } = input;
  const { quotation, places } = verdict;
  const stet = letStand.find(({ finding }) => finding.subject === verdict);
  const stance = verdict.verdict === 'exact' ? translate('agrees', {}) : translate('differs', {});
  return {
    line: lineOf(quotation.start),
    text: quote(quotation.text),
    verdict: quotedInWords(verdict, translate),
    sources: places.map(({ source, ...placed }) => ({
      ...namedIn(source, placed, input),
      speaker: quote(verdict.speaker?.sources ?? ''),
      stance,
      wording: excerpt(source, placed.passage, placed, ROOM),
    })),
    decision: stet ? decisionInWords(stet, translate, locale) : '',
    check: checkOf(verdict, input),
  };
}

function quotedInWords({ verdict }: QuoteVerdict, translate: Translate): string {
  switch (verdict) {
    case 'exact':
      return translate('Quoted as in the source', {});
    case 'altered':
      return translate('Quoted otherwise than in the source', {});
    case 'misattributed':
      return translate('By another speaker in the source', {});
    case 'unfound':
      return translate('Cannot confirm: in no source', {});
  }
}

function checkOf(subject: FigureVerdict | NameVerdict | QuoteVerdict, { marks, translate, locale }: SheetInput): SheetCheck | null {
  const mark = markOf(subject, marks);
  if (!mark) return null;
  const { state, decision } = mark;
  return {
    state,
    word: stateInWords(state, translate),
    who: quote(decision.who ?? ''),
    date: dayInWords(decision.when, locale),
    source: reliedOnInWords(mark),
    note: quote(decision.note ?? ''),
    change: changeInWords(mark, translate) ?? '',
    told: markInWords(mark, translate, locale),
  };
}

function verdictInWords({ verdict, evidence }: FigureVerdict, { translate }: SheetInput): string {
  switch (verdict) {
    case 'supported':
      return translate('Supported', {});
    case 'conflicting':
      return translate('Sources differ', {});
    case 'refuted':
      return translate('No source agrees', {});
    case 'unsourced':
      return evidence.length > 0 ? translate('Only compared in part', {}) : translate('Cannot confirm: in no source', {});
  }
}

function sourceOf({ source, claim, stance, reason }: Evidence, input: SheetInput): SheetSource {
  const { translate } = input;
  const stood = stance === 'agrees' ? translate('agrees', {}) : translate('differs', {});
  const why = reasonInWords(reason, translate);
  return {
    ...namedIn(source, claim.figure, input),
    speaker: quote(claim.speaker ?? ''),
    stance: [stood, why].filter(Boolean).join(', '),
    wording: excerpt(source, claim.figure.passage, claim.figure, ROOM),
  };
}

/** What a source is, and where in it something stands. */
function namedIn(source: Source, span: Span, { nameOf, translate, locale }: SheetInput) {
  const { article } = source;
  const name = nameOf(article);
  const title = quote(article.title ?? '');
  return {
    name,
    title: title === name ? '' : title,
    date: article.date ? formatDate(article.date, locale) : '',
    place: placeInWords(source, span, translate),
  };
}

function spellingInWords(verdict: NameVerdict['verdict'], translate: Translate): string {
  switch (verdict) {
    case 'misspelt':
      return translate('No source spells it so', {});
    case 'variant':
      return translate('Spelt in several ways', {});
    case 'known':
      return translate('Spelt so in the sources', {});
    case 'unknown':
      return translate('In no source', {});
  }
}

/** Names to look at, and those that somebody looked at, each once. */
function namesOf(names: readonly NameVerdict[], input: SheetInput): SheetName[] {
  const { lineOf, nameOf, sourceOf, translate } = input;
  const rows = new Map<string, SheetName>();
  for (const name of names) {
    const { mention, verdict, variants } = name;
    const check = checkOf(name, input);
    if ((verdict !== 'misspelt' && verdict !== 'variant' && !check) || rows.has(mention.text)) continue;
    rows.set(mention.text, {
      line: lineOf(mention.start),
      text: quote(mention.text),
      verdict: spellingInWords(verdict, translate),
      spellings: variants.map(({ text, sources }) => {
        const named = sources.flatMap((uri) => {
          const source = sourceOf(uri);
          return source ? [nameOf(source.article)] : [];
        });
        return `${quote(text)} (${[...new Set(named)].join(', ')})`;
      }),
      check,
    });
  }
  return [...rows.values()];
}
