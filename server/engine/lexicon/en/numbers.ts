/** English number words, hedges, units, currencies and calendar words. */
import type { NumberWords } from '../numbers.ts';

export const numbers: NumberWords = {};
