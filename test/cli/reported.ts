/** What reports of the command line are made of: drafts, sources and verdicts without a desk on disk. */
import pico from 'picocolors';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../../server/engine/analysis.ts';
import type { Evidence, FigureVerdict, Finding } from '../../server/engine/check.ts';
import type { Claim } from '../../server/engine/claims/claim.ts';
import { noMarks } from '../../server/engine/ledger/marks.ts';
import type { Library, Source } from '../../server/engine/library.ts';
import type { Article, NumericQuantity, Quantity, Severity } from '../../server/engine/model.ts';
import { keep } from '../../server/engine/packed.ts';
import { tokenize } from '../../server/engine/text/tokens.ts';
import type { Checked } from '../../server/hosts/cli/check.ts';
import type { Desk } from '../../server/hosts/cli/desk.ts';
import type { Draft } from '../../server/hosts/cli/drafts.ts';
import { finish } from '../engine/check.ts';

export const plain = pico.createColors(false);
export const people: NumericQuantity = {
  dimension: 'count',
  value: 12,
  low: 12,
  high: 12,
  hedge: null,
  unit: 'person',
  grain: 1,
  per: null,
};

/** A value of the engine's with what the reports read of it; the engine keeps more in it for its own use. */
export function part<T>(value: Partial<T>): T {
  return value as T;
}

/** Claims over a text of one passage, one for each part named. */
export function analysed(text: string, parts: Readonly<Record<string, Quantity>>): Analysis {
  const whole = { start: 0, end: text.length };
  const claims = Object.entries(parts).map(([written, quantity]) => {
    const start = text.indexOf(written);
    const figure = { text: written, start, end: start + written.length, quantity, passage: 0, tokens: { start: 0, end: 0 }, marker: null };
    return part<Claim>({ figure, measures: 'sailors rescued', speaker: null, denied: false });
  });
  return {
    prose: { text, language: 'plaintext', date: null, omitted: [] },
    passages: [{ ...whole, index: 0, block: 0, kind: 'paragraph', tokens: tokenize(text, whole) }],
    claims,
    names: [],
  };
}

export function source(name: string, text: string, written: string, about: Partial<Article> = {}): Source {
  const analysis = analysed(text, { [written]: people });
  const article: Article = {
    ...analysis.prose,
    uri: `file:///desk/${name}`,
    title: null,
    author: null,
    publisher: null,
    url: null,
    isExtracted: false,
    locators: [],
    ...about,
  };
  return part<Source>({ article, analysis: finish(keep(analysis)), origin: null });
}

export function deskOf(sources: readonly Source[], skipped: Desk['skipped'] = []): Desk {
  // The reports ask a library for nothing but its sources, as a map would answer.
  const library = new Map(sources.map((each) => [each.article.uri, each])) as unknown as Library;
  return {
    library,
    paths: new Map(sources.map(({ article }) => [article.uri, article.uri.slice('file:///desk/'.length)])),
    skipped,
    entries: new Map(),
  };
}

export function draftOf(path: string, analysis: Analysis): Draft {
  return { path, uri: `file:///desk/${path}`, analysis, document: TextDocument.create(path, 'plaintext', 0, analysis.prose.text) };
}

/** A draft whose one figure is contradicted by each source. */
export function refuted(
  text: string,
  written: string,
  sources: readonly Source[],
  about: { severity?: Severity; skipped?: Desk['skipped'] } = {},
): Checked {
  const analysis = analysed(text, { [written]: people });
  const claim = analysis.claims[0]!;
  const evidence = sources.map((each) =>
    part<Evidence>({ source: each, claim: each.analysis.claims[0]!, stance: 'differs', reason: null }),
  );
  const subject: FigureVerdict = { claim, verdict: 'refuted', evidence, seeAlso: [] };
  const finding: Finding = {
    rule: 'refuted-figure',
    severity: about.severity ?? 'warning',
    message: 'No source has it.',
    subject,
    ...claim.figure,
  };
  return {
    draft: draftOf('draft.md', analysis),
    judgement: { figures: [subject], names: [], quotations: [], cited: [], inconsistencies: [], findings: [finding] },
    desk: deskOf(sources, about.skipped),
    letStand: [],
    marks: noMarks,
  };
}

export const harbour = source('harbour.md', 'The coastguard said 14 sailors were rescued.', '14', {
  publisher: 'Harbour News',
  title: 'Storm',
  date: { year: 2021, month: 3, day: null },
});
