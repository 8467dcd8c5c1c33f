/** What tests of passages ask: passages as they are written, and their tokens. */
import { english } from '../../../server/engine/lexicon/en.ts';
import type { MarkupLanguage, Passage, Span } from '../../../server/engine/model.ts';
import { passagesOf } from '../../../server/engine/text/passages.ts';
import { finish } from '../check.ts';

export function passages(text: string, language: MarkupLanguage = 'plaintext', omitted: readonly Span[] = []): Passage[] {
  return finish(passagesOf({ text, language, date: null, omitted }, english));
}

/** Each passage as written, with its kind where it is no paragraph. */
export function texts(text: string, language: MarkupLanguage = 'plaintext', omitted: readonly Span[] = []): string[] {
  return passages(text, language, omitted).map(({ kind, start, end }) => {
    const written = text.slice(start, end);
    return kind === 'paragraph' ? written : `${kind}: ${written}`;
  });
}

/** Each passage's tokens, with a space between them. */
export function words(text: string, language: MarkupLanguage = 'plaintext', omitted: readonly Span[] = []): string[] {
  return passages(text, language, omitted).map(({ tokens }) => tokens.map((token) => token.text).join(' '));
}
