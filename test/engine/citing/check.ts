/** A draft's sentence with what it may be made to say: whose a figure is, or between what it lies. */

import type { FigureVerdict } from '../../../server/engine/check.ts';
import { type Attributing, attributionsOf } from '../../../server/engine/citing/attribute.ts';
import type { PrimeSources } from '../../../server/engine/citing/prime.ts';
import { type Disputed, disputedFigure, disputedRange } from '../../../server/engine/citing/range.ts';
import { english } from '../../../server/engine/lexicon/en.ts';
import { analysed, judged, type libraryOf } from '../check.ts';

type Library = ReturnType<typeof libraryOf>;

function verdictOn(library: Library, text: string, figure: string, prime: PrimeSources): { verdict: FigureVerdict; draft: Attributing } {
  const { figures } = judged(library, text);
  const verdict = figures.find(({ claim }) => claim.figure.text === figure);
  if (!verdict) throw new Error(`no figure ${figure}, only ${figures.map(({ claim }) => claim.figure.text).join(', ')}`);
  return { verdict, draft: { analysis: analysed(text), figures, prime, lexicon: english } };
}

/** What a draft reads with each of the attributions that one of its figures may be given. */
export function attributing(library: Library, text: string, figure: string, prime: PrimeSources = {}): string[] {
  const { verdict, draft } = verdictOn(library, text, figure, prime);
  return attributionsOf(verdict, draft).map(({ edit: { start, end, newText } }) => text.slice(0, start) + newText + text.slice(end));
}

function edited(text: string, disputed: Disputed | null): string | null {
  if (!disputed) return null;
  return disputed.edits.reduceRight((now, { start, end, newText }) => now.slice(0, start) + newText + now.slice(end), text);
}

/** What a draft reads with the range of what the sources give. */
export function ranging(library: Library, text: string, figure: string): string | null {
  const { verdict, draft } = verdictOn(library, text, figure, {});
  return edited(text, disputedRange(verdict, draft));
}

/** What it reads with the figure of the source with the greatest authority. */
export function strongest(library: Library, text: string, figure: string, prime: PrimeSources = {}): string | null {
  const { verdict, draft } = verdictOn(library, text, figure, prime);
  return edited(text, disputedFigure(verdict, draft));
}
