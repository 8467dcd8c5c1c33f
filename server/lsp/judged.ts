/** A draft as it was checked: what every feature answers from. */
import type { CancellationToken } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../engine/analysis.ts';
import type { FigureVerdict, Judgement } from '../engine/check.ts';
import { isCited } from '../engine/cited.ts';
import type { PrimeSources } from '../engine/citing/prime.ts';
import type { Marks } from '../engine/ledger/marks.ts';
import type { LetStand } from '../engine/ledger/stets.ts';
import type { Source } from '../engine/library.ts';
import type { NameVerdict } from '../engine/names/judge.ts';
import type { QuoteVerdict } from '../engine/quotes/judge.ts';
import type { PassageHit } from '../engine/search.ts';
import { spanOf } from '../engine/subjects.ts';
import { spanAt } from './positions.ts';

/** A document with what the engine found in it. */
export interface Analysed {
  /** The text that was analysed, with its version; later edits do not reach it. */
  readonly document: TextDocument;
  readonly analysis: Analysis;
}

/** A draft, or a source that was held against the others as if it were one. */
export interface Judged extends Analysed {
  /** The source that the document is; null for a draft. */
  readonly source: Source | null;
  readonly judgement: Judgement;
  /** Whose figures come first, as its folder's settings have it. */
  readonly primeSources: PrimeSources;
  /** What is not among its findings because the writer let it stand. */
  readonly letStand: readonly LetStand[];
  /** What its checkers ticked and asked, as the draft and the sources stand now. Found out when first asked for: not for the path of a keystroke. */
  marks(): Marks;
  /** The sources that it was held against. */
  sources(): Iterable<Source>;
  /** Finds one of them. */
  sourceOf(uri: string): Source | undefined;
  /** The passages of the library that share most of these terms, best first. Takes its time: not for the path of a keystroke. */
  search(terms: readonly string[], most: number, token: CancellationToken): Promise<readonly PassageHit[]>;
  /** Whether the folder has any sources; without them a verdict says nothing. */
  hasSources(): boolean;
  /** Whether some of them are still to be read. */
  isReading(): boolean;
}

/** The figures, names and quotations that a draft states itself: without those that its footnotes quote from the sources. */
export function statedIn({ figures, names, quotations, cited }: Pick<Judgement, 'figures' | 'names' | 'quotations' | 'cited'>) {
  if (cited.length === 0) return { figures, names, quotations };
  const isStated = (subject: Asked) => !isCited(cited, spanOf(subject));
  return { figures: figures.filter(isStated), names: names.filter(isStated), quotations: quotations.filter(isStated) };
}

/** What the sources may have something about. */
export type Asked = FigureVerdict | NameVerdict | QuoteVerdict;

/** The figure, name or quotation at an offset; what is inside a quotation before it, and the figure where a name is too. */
export function subjectAt({ judgement }: Judged, offset: number): Asked | undefined {
  const at = <A extends Asked>(list: readonly A[]) => spanAt<A>(list, spanOf, offset);
  return at(judgement.figures) ?? at(judgement.names) ?? at(judgement.quotations);
}
