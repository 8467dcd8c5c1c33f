/** The words of a quotation as they are compared: whatever its case, its punctuation and its house style. */
import type { Lexicon } from '../lexicon/types.ts';
import type { Span, Token } from '../model.ts';

export interface Word extends Span {
  /** What it is compared by: lower case, British and American spellings alike, small numbers in digits. */
  readonly form: string;
  readonly isCapital: boolean;
}

/** The word that a token is; null where it is punctuation. */
export function wordOf(token: Token, lexicon: Lexicon): Word | null {
  const { start, end, kind, text, lower } = token;
  const sign = SIGNS.get(text);
  if (kind === 'symbol' && sign === undefined) return null;
  return { start, end, form: sign ?? formOf(lower, lexicon), isCapital: text !== lower };
}

/** Signs that are read as words. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['%', 'percent'],
  ['&', 'and'],
]);

function formOf(lower: string, { numbers }: Lexicon): string {
  const number = numbers.ones.get(lower);
  if (number !== undefined) return String(number);
  // Most words have none of these, which is sooner found than three copies are made.
  const british = lower.includes('z') ? lower.replaceAll('z', 's') : lower;
  const short = british.includes('our') ? british.replaceAll('our', 'or') : british;
  return short.includes('ll') ? short.replaceAll('ll', 'l') : short;
}
