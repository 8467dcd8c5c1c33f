/** What titles of actions hold of a text: one line, and not too much of it. */
import { quote } from '../engine/rules/wording.ts';

/** Longest text that a title quotes, in UTF-16 units: a menu has narrow lines. */
const LONGEST = 40;

export function shortened(text: string): string {
  const line = quote(text);
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
