/** Text of a passage without its markup. */
import type { Token } from '../model.ts';

/** Tokens on one line as the text writes them: what lies between two is a space or nothing. `~` is LaTeX's no-break space. */
export function plainTextOf(tokens: readonly Token[], text: string): string {
  let plain = '';
  let end = -1;
  for (const token of tokens) {
    if (token.text === '\\') continue;
    if (end >= 0 && /[\s~]/u.test(text.slice(end, token.start))) plain += ' ';
    plain += text.slice(token.start, token.end);
    end = token.end;
  }
  return plain;
}
