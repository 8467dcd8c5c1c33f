/** English titles, trigger words and particles of names. */
import type { NameWords } from '../names.ts';

export const names: NameWords = {};
