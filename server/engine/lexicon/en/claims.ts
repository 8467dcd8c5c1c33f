/** English word classes: kinds of people, predicates, roles, attribution. */
import type { ClaimWords } from '../claims.ts';

export const claims: ClaimWords = {};
