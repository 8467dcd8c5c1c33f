/** The helper of the completion tests: a draft with a bar for the cursor, and what is offered there. */
import { type Completions, complete, type Laid, type Offer } from '../../../server/engine/complete/complete.ts';
import { english } from '../../../server/engine/lexicon/en.ts';
import type { Library } from '../../../server/engine/library.ts';
import type { MarkupLanguage } from '../../../server/engine/model.ts';
import { finish } from '../check.ts';

/** A draft without its bar, and where that stood. */
export function unmarked(marked: string): { readonly text: string; readonly offset: number } {
  const offset = marked.indexOf('|');
  if (offset < 0) throw new Error(`no cursor in ${marked}`);
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}

export function completionsAt(
  library: Library,
  marked: string,
  language: MarkupLanguage = 'markdown',
  known: Laid | null = null,
): Completions {
  const { text, offset } = unmarked(marked);
  return finish(complete(text, language, offset, library, english, known));
}

/** What is offered, best first: `26 protesters · Post, Herald`, with `latest` behind it where it is. */
export function offered(library: Library, marked: string, language: MarkupLanguage = 'markdown'): string[] {
  return completionsAt(library, marked, language).offers.map((offer) => labelOf(offer, library));
}

function labelOf(offer: Offer, library: Library): string {
  if (offer.kind === 'name') return `${offer.text} · ${offer.sources.map((uri) => library.get(uri)!.article.publisher).join(', ')}`;
  const sources = offer.claims.map(({ source }) => source.article.publisher).join(', ');
  return `${offer.label} · ${sources}${offer.latest ? ' · latest' : ''}`;
}

/** The draft after the offer with this text, by default the first, was taken: of a word the rest stays, as editors do by default. */
export function accepted(library: Library, marked: string, wanted?: string): string {
  const { text, offset } = unmarked(marked);
  const { offers, end } = completionsAt(library, marked);
  const offer = wanted === undefined ? offers[0] : offers.find((each) => each.text === wanted);
  if (!offer) throw new Error(`not offered at ${marked}: ${wanted ?? 'anything'}, but ${offers.map((each) => each.text).join(', ')}`);
  return text.slice(0, offer.start) + offer.text + text.slice(offer.kind === 'figure' ? end : offset);
}
