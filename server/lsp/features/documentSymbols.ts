/** The outline of a draft or a source: its headings, and under them its figures and names, in a draft with their verdicts. */
import { type DocumentSymbol, type Range, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import type { Translate } from '../../engine/check.ts';
import type { NameKind, NameVerdictKind, Span, Verdict } from '../../engine/model.ts';
import { quote } from '../../engine/rules/wording.ts';
import { measuredBy } from '../cite.ts';
import type { Client } from '../client.ts';
import { headingsOf } from '../headings.ts';
import type { Analysed, Judged } from '../judged.ts';
import { rangeIn } from '../positions.ts';
import type { Feature } from './feature.ts';

export const documentSymbols: Feature = {
  capabilities: () => ({ documentSymbolProvider: true }),
  register(answers) {
    answers.connection.onDocumentSymbol(async ({ textDocument }, token) => {
      // No client asks again when the sources have changed, so that early verdicts would stand until the next edit.
      const document = answers.documents.get(textDocument.uri);
      if (document) await answers.session?.consulting.sourcesRead(document, token);
      return answers.aboutAnalysis(textDocument.uri, token, (analysed, client) => {
        const outline = outlineOf(analysed, client.translate);
        return client.symbolTrees ? outline : flat(outline, analysed.document.uri);
      });
    });
  },
};

/** What stands for the kinds of names, of which the protocol knows none: the kinds that every client can show. */
export const nameKinds: Readonly<Record<NameKind, SymbolKind>> = {
  person: SymbolKind.Class,
  organisation: SymbolKind.Module,
  place: SymbolKind.Namespace,
  unknown: SymbolKind.Variable,
};

/** A figure or name of the outline. */
interface Entry extends Span {
  readonly name: string;
  readonly kind: SymbolKind;
  readonly detail: string;
}

/** A section being filled. */
interface Section {
  readonly level: number;
  readonly symbol: DocumentSymbol;
  /** The names it holds already: each stands in it once, where it comes first. */
  readonly names: Set<string>;
}

/** A text's headings as they nest, with what stands under each. */
export function outlineOf(analysed: Analysed | Judged, translate: Client['translate']): DocumentSymbol[] {
  const { document, analysis } = analysed;
  const roots: DocumentSymbol[] = [];
  const open: Section[] = [];
  const top = new Set<string>();
  const add = (symbol: DocumentSymbol): void => {
    (open.at(-1)?.symbol.children ?? roots).push(symbol);
  };
  const closeAt = (level: number, offset: number): void => {
    for (let section = open.at(-1); section && section.level >= level; section = open.at(-1)) {
      section.symbol.range = { start: section.symbol.range.start, end: document.positionAt(offset) };
      open.pop();
    }
  };
  const headings = headingsOf(analysis);
  let next = 0;
  const openUpTo = (offset: number): void => {
    for (let heading = headings[next]; heading && heading.start <= offset; heading = headings[++next]) {
      const name = quote(analysis.prose.text.slice(heading.start, heading.end));
      if (!name) continue;
      const start = { line: document.positionAt(heading.start).line, character: 0 };
      closeAt(heading.level, document.offsetAt(start));
      const selectionRange = rangeIn(document, heading);
      const symbol = { name, kind: SymbolKind.String, range: { start, end: selectionRange.end }, selectionRange, children: [] };
      add(symbol);
      open.push({ level: heading.level, symbol, names: new Set() });
    }
  };
  for (const { start, end, name, kind, detail } of entriesOf(analysed, translate)) {
    openUpTo(start);
    const heading = headings[next - 1];
    // A heading that is nothing but a name stands there already.
    if (heading?.start === start && heading.end === end) continue;
    const names = open.at(-1)?.names ?? top;
    if (kind !== SymbolKind.Number) {
      if (names.has(name)) continue;
      names.add(name);
    }
    const range: Range = rangeIn(document, { start, end });
    add({ name, kind, range, selectionRange: range, ...(detail && { detail }) });
  }
  openUpTo(Number.POSITIVE_INFINITY);
  closeAt(0, document.getText().length);
  return roots;
}

/** Figures and names in the order of the text. */
function entriesOf(analysed: Analysed | Judged, translate: Translate): Entry[] {
  const { claims, names } = analysed.analysis;
  const judgement = 'judgement' in analysed && !analysed.source ? analysed.judgement : null;
  const figures = claims.map((claim, at): Entry => {
    const { figure } = claim;
    const verdict = judgement?.figures[at]?.verdict;
    const name = [quote(figure.text), measuredBy(claim)].filter(Boolean).join(' ');
    return {
      start: figure.start,
      end: figure.end,
      name,
      kind: SymbolKind.Number,
      detail: verdict ? verdictInWords(verdict, translate) : '',
    };
  });
  const named = names.map(({ start, end, text, kind }, at): Entry => {
    const verdict = judgement?.names[at]?.verdict;
    return { start, end, name: quote(text), kind: nameKinds[kind], detail: verdict ? verdictInWords(verdict, translate) : '' };
  });
  return [...figures, ...named].sort((a, b) => a.start - b.start || b.end - a.end);
}

function verdictInWords(verdict: Verdict | NameVerdictKind, translate: Translate): string {
  switch (verdict) {
    case 'supported':
      return translate('supported', {});
    case 'refuted':
      return translate('refuted', {});
    case 'conflicting':
      return translate('conflicting', {});
    case 'unsourced':
      return translate('unsourced', {});
    case 'known':
      return translate('known', {});
    case 'variant':
      return translate('variant', {});
    case 'misspelt':
      return translate('misspelt', {});
    case 'unknown':
      return translate('unknown', {});
  }
}

/** For clients that show no trees: each symbol with the heading it stands under, and the verdict behind its name. */
function flat(symbols: readonly DocumentSymbol[], uri: string, containerName?: string): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, detail, selectionRange, children }) => [
    {
      name: detail ? `${name} (${detail})` : name,
      kind,
      location: { uri, range: selectionRange },
      ...(containerName && { containerName }),
    },
    ...flat(children ?? [], uri, name),
  ]);
}
