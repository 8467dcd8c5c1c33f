/** Tells a bare number that is somebody's age: `she is 34, a teacher`, `his driver was 28`. */
import type { Lexicon } from '../lexicon/types.ts';
import type { Figure } from '../model.ts';
import { singular } from './head.ts';
import type { Sentence } from './sentence.ts';

/** Nobody is older. */
const OLDEST = 120;
const COPULAS = new Set(['is', 'was', 'were', 'be', "he's", "she's"]);
const PERSONS = new Set(['he', 'she', 'i', 'who', 'they']);

/** A word for one person, who may be `of 55`: a crew of 55 has as many. */
function isOnePerson(word: string, { claims: { people, groups } }: Lexicon): boolean {
  return people.has(word) && !groups.has(word) && word !== 'family' && word !== 'police';
}

/** Whether a bare count is an age: after `is` or `was` that of the person named, or called by a noun, right before, or in `a girl of 11`. */
export function isAge({ tokens, terms }: Sentence, { quantity, tokens: { start, end } }: Figure, lexicon: Lexicon): boolean {
  if (quantity.dimension !== 'count' || quantity.unit !== null || quantity.value === null) return false;
  if (!Number.isInteger(quantity.value) || quantity.value < 1 || quantity.value > OLDEST) return false;
  const verb = tokens[start - 1];
  const next = tokens[end];
  const { people, agentEndings, functionWords } = lexicon.claims;
  const { article, the } = lexicon.numbers.links;
  const before = tokens[start - 3]?.lower ?? '';
  if (verb?.lower === 'of' && (article.has(before) || the.has(before)) && isOnePerson(tokens[start - 2]!.lower, lexicon))
    return next?.kind !== 'word' || functionWords.has(next.lower);
  if (!verb || !COPULAS.has(verb.lower)) return false;
  // `was 34 times`, `is 28 of them`: something is counted.
  if (next && next.kind !== 'symbol' && (next.lower === 'of' || !functionWords.has(next.lower))) return false;
  if (next?.text === '%' || next?.text === '-' || next?.text === '/' || next?.text === ':') return false;
  if (verb.lower.includes("'")) return true;
  // `The youngest, Ana Ruiz, was 15`: a name between commas.
  const isBetween = tokens[start - 2]?.text === ',' && terms[start - 3]?.name === true;
  const at = isBetween ? start - 3 : start - 2;
  const who = tokens[at];
  if (who?.kind !== 'word') return false;
  if (PERSONS.has(who.lower)) return who.lower !== 'they' || verb.lower === 'were';
  const noun = singular(who.lower, lexicon);
  const isPerson = people.has(noun) || agentEndings.some((ending) => noun.length > ending.length + 2 && noun.endsWith(ending));
  return isPerson || (terms[at]?.name === true && terms[at - 1]?.name === true);
}
