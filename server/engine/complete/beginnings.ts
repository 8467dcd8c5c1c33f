/** Which digits a figure may be begun with: told of every claim of a library when it comes, so that few must be looked at where digits are typed. */
import type { Claim } from '../claims/claim.ts';

/** Digits as bits. */
export type Digits = number;

/** The digits that a claim's figure has as it is written, and the one that its value begins with. */
export function beginningsOf({ figure: { text, quantity } }: Claim): Digits {
  let digits = 0;
  for (let at = 0; at < text.length; at++) digits |= digitAt(text, at);
  return quantity.dimension === 'date' || quantity.value === null ? digits : digits | digitAt(String(quantity.value), 0);
}

/** The digit at an offset; 0 where none is. */
export function digitAt(text: string, offset: number): Digits {
  const digit = text.charCodeAt(offset) - 0x30;
  return digit >= 0 && digit <= 9 ? 1 << digit : 0;
}
