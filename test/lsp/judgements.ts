/** Judgements put together by hand, so that what is shown of a verdict is tested apart from how it is reached. */

import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Evidence, FigureVerdict, Finding, SeeAlso } from '../../server/engine/check.ts';
import type { Claim } from '../../server/engine/claims/claim.ts';
import { noMarks } from '../../server/engine/ledger/marks.ts';
import { english } from '../../server/engine/lexicon/en.ts';
import type { Source } from '../../server/engine/library.ts';
import type { Article, NameMention, RuleId, Severity, Verdict } from '../../server/engine/model.ts';
import type { NameVariant, NameVerdict } from '../../server/engine/names/judge.ts';
import { keep } from '../../server/engine/packed.ts';
import { passagesOf } from '../../server/engine/text/passages.ts';
import type { Judged } from '../../server/lsp/judged.ts';
import { finish } from '../engine/check.ts';

/** An article with its passages and nothing else found in it. */
export function source(text: string, article: Partial<Article> = {}, names: readonly string[] = []): Source {
  const prose = { text, language: 'plaintext', date: null, omitted: [] } as const;
  const full: Article = {
    ...prose,
    uri: 'file:///desk/sources/a.txt',
    title: null,
    author: null,
    publisher: null,
    url: null,
    isExtracted: false,
    locators: [],
    ...article,
  };
  const passages = finish(passagesOf(full, english));
  const analysis = { prose: full, passages, claims: [], names: names.map((name) => mention(text, name, passages)) };
  return { article: full, analysis: finish(keep(analysis)), topics: new Set(), nameCount: names.length, origin: null };
}

/** The claim that a figure makes, found by its text; what it measures is left open. */
export function claim(text: string, figure: string, passages: Source['analysis']['passages'], more: Partial<Claim> = {}): Claim {
  const start = text.indexOf(figure);
  const end = start + figure.length;
  const quantity = { dimension: 'count', value: 1, low: 1, high: 1, hedge: null, unit: null, grain: 1, per: null } as const;
  const found = { start, end, text: figure, quantity, passage: passageAt(passages, start), tokens: { start: 0, end: 0 }, marker: null };
  // What a claim is compared by plays no part in how it is shown.
  return {
    figure: found,
    measures: '',
    speaker: null,
    denied: false,
    terms: new Map(),
    names: new Set(),
    ownNames: new Set(),
    ...more,
  } as unknown as Claim;
}

export function evidence(
  from: Source,
  figure: string,
  stance: Evidence['stance'],
  more: { reason?: Evidence['reason']; speaker?: string } = {},
): Evidence {
  const { reason = null, ...claimed } = more;
  // How it was weighed plays no part in how it is shown.
  return { source: from, claim: claim(from.article.text, figure, from.analysis.passages, claimed), stance, reason } as Evidence;
}

export function seeAlso(from: Source, figure: string, why: SeeAlso['why']): SeeAlso {
  return { source: from, claim: claim(from.article.text, figure, from.analysis.passages), why };
}

/** A draft with the verdict on one figure of it, and a finding of a rule where one is given. */
export function judgedFigure(
  text: string,
  figure: string,
  verdict: Verdict,
  pieces: readonly Evidence[],
  also: readonly SeeAlso[] = [],
  rule?: readonly [RuleId, Severity, string],
): Judged {
  const subject: FigureVerdict = { claim: claim(text, figure, []), verdict, evidence: pieces, seeAlso: also };
  return judged(text, [subject], [], rule ? [finding(rule, subject)] : [], pieces);
}

export function judgedName(
  text: string,
  verdict: Pick<NameVerdict, 'verdict' | 'canonical'> & { readonly name: string; readonly full?: string },
  spellings: readonly (readonly [text: string, sources: readonly Source[]])[],
  rule?: readonly [RuleId, Severity, string],
): Judged {
  const variants: NameVariant[] = spellings.map(([spelling, sources]) => ({
    text: spelling,
    sources: sources.map(({ article }) => article.uri),
    mentions: sources.length,
    kind: 'person',
    givens: [],
    ordinary: false,
  }));
  const found = { ...mention(text, verdict.name, []), full: verdict.full ?? verdict.name };
  const subject: NameVerdict = { mention: found, verdict: verdict.verdict, canonical: verdict.canonical, variants, introduces: null };
  const sources = spellings.flatMap(([, list]) => list.map((each) => ({ source: each })));
  return judged(text, [], [subject], rule ? [finding(rule, subject)] : [], sources);
}

function judged(
  text: string,
  figures: readonly FigureVerdict[],
  names: readonly NameVerdict[],
  findings: readonly Finding[],
  pieces: readonly { readonly source: Source }[],
): Judged {
  return {
    document: TextDocument.create('file:///desk/draft.md', 'markdown', 1, text),
    analysis: {
      prose: { text, language: 'markdown', date: null, omitted: [] },
      passages: [],
      claims: figures.map((figure) => figure.claim),
      names: names.map((name) => name.mention),
    },
    source: null,
    judgement: { figures, names, quotations: [], cited: [], inconsistencies: [], findings },
    primeSources: {},
    letStand: [],
    marks: () => noMarks,
    sources: () => pieces.map((piece) => piece.source),
    sourceOf: (uri) => pieces.find((piece) => piece.source.article.uri === uri)?.source,
    search: async () => [],
    hasSources: () => true,
    isReading: () => false,
  };
}

function finding([rule, severity, message]: readonly [RuleId, Severity, string], subject: FigureVerdict | NameVerdict): Finding {
  const { start, end } = 'claim' in subject ? subject.claim.figure : subject.mention;
  return { rule, severity, message, start, end, subject };
}

function mention(text: string, name: string, passages: Source['analysis']['passages']): NameMention {
  const start = text.indexOf(name);
  return { start, end: start + name.length, text: name, kind: 'person', full: name, passage: passageAt(passages, start) };
}

function passageAt(passages: Source['analysis']['passages'], offset: number): number {
  return Math.max(
    passages.findIndex(({ start, end }) => offset >= start && offset < end),
    0,
  );
}
