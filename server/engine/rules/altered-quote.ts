/** `altered-quote`: words in quotation marks that a source has otherwise, or gives to somebody else. */
import type { QuoteVerdict } from '../quotes/judge.ts';
import type { Rule } from './rule.ts';
import { listSources, quote } from './wording.ts';

/** Longest piece of a source in a message, in UTF-16 units: the hover has the rest. */
const LONGEST = 80;

export const alteredQuote: Rule<QuoteVerdict> = {
  id: 'altered-quote',
  defaultSeverity: 'warning',
  look({ verdict, places, changes, speaker }, translate) {
    const sources = listSources(
      places.map(({ source }) => source.article),
      translate,
    );
    if (verdict === 'misattributed' && speaker) {
      const message = translate('These words are by {name} in the source ({sources})', { name: speaker.sources, sources });
      return { message, span: speaker.draft };
    }
    const [first, last] = [changes[0], changes.at(-1)];
    if (verdict !== 'altered' || !first || !last) return null;
    const words = short(quote(changes.map(({ newText }) => newText).join(' … ')));
    return {
      message: translate('Quoted otherwise than in the source: “{words}” ({sources})', { words, sources }),
      span: { start: first.start, end: last.end },
    };
  },
};

function short(text: string): string {
  if (text.length <= LONGEST) return text;
  const space = text.lastIndexOf(' ', LONGEST - 1);
  return `${text.slice(0, space > 0 ? space : LONGEST - 1)}…`;
}
