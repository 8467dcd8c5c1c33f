/** Everything the engine knows of English, in one value. */
import { citing } from './en/citing.ts';
import { claims } from './en/claims.ts';
import { consistency } from './en/consistency.ts';
import { names } from './en/names.ts';
import { numbers } from './en/numbers.ts';
import { origins } from './en/origins.ts';
import { text } from './en/text.ts';
import type { Lexicon } from './types.ts';

export const english: Lexicon = { locale: 'en', text, numbers, names, claims, origins, consistency, citing };
