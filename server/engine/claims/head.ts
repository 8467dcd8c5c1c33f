/** Finds the head noun that a figure counts: `officers` in `18 law enforcement officers were killed`. */
import type { PeopleKind } from '../lexicon/claims.ts';
import type { Lexicon } from '../lexicon/types.ts';
import type { Figure, Quantity, Token } from '../model.ts';
import type { Head } from './claim.ts';
import { lastWord } from './phrase.ts';
import { nationKeys } from './place.ts';
import type { Sentence } from './sentence.ts';
import { stem, termOfNoun, withoutPossessive } from './terms.ts';

/** How many words a noun phrase may run on after its figure before its head must have come. */
const PHRASE_WORDS = 7;

/**
 * The head noun of a figure: that after it (`16 striking oil workers`, `14 of the workers`, `dozens of people`), else the one that it is said
 * to be the number of (`put the number of miners killed at 14`); null where there is none.
 */
export function headOf(sentence: Sentence, figure: Figure, lexicon: Lexicon): Head | null {
  const numbered = numberedOf(sentence.tokens, figure, lexicon);
  if (numbered !== undefined) return numbered;
  const { tokens } = sentence;
  const compounded = compoundedOf(tokens, figure, lexicon);
  if (compounded) return compounded;
  let at = figure.tokens.end;
  // `3,890 four days later`: what follows is told by a figure of its own; that of `five 40-year-old men` has hyphens.
  if (sentence.isNumeric(at) && tokens[at + 1]?.text !== '-') return groupOf(tokens, figure, lexicon);
  // A partitive leads to its noun: `14 of the workers`, `hundreds of demonstrators`.
  if (tokens[at]?.lower === 'of') {
    at++;
    while (DETERMINERS.has(tokens[at]?.lower ?? '')) at++;
    // `97 of them minors`
    if (OTHERS.has(tokens[at]?.lower ?? '')) at++;
  } else {
    const told = predicateOf(tokens, at, lexicon);
    if (told) return told;
  }
  const phrase: Token[] = [];
  let closed = -1;
  let behind = at;
  for (; at < tokens.length && phrase.length < PHRASE_WORDS; at++) {
    const token = tokens[at]!;
    if (token.kind === 'symbol' && token.text === '-' && !token.spaced && phrase.length > 0) continue;
    // `12 more people` goes on, `3 million more than` does not.
    if (token.lower === 'more' && tokens[at + 1]?.lower !== 'than') continue;
    if (token.kind !== 'word' || token.lower === 'more' || lexicon.claims.phraseEnds.has(token.lower)) break;
    phrase.push(token);
    if (isPlural(token.lower, lexicon)) {
      closed = phrase.length;
      behind = at + 1;
      // `sales reports`, `workers' rights`: a second plural right after it is the head instead.
      const next = tokens[at + 1];
      if (!(next?.kind === 'word' && !lexicon.claims.phraseEnds.has(next.lower) && isPlural(next.lower, lexicon))) break;
    }
  }
  const whole = closed > 0 ? closed : isOne(figure) ? wordsUpToVerb(phrase, lexicon) : 0;
  // `24 crew members` are crew.
  const length = whole > 1 && MEMBERS.has(phrase[whole - 1]!.lower) ? whole - 1 : whole;
  const noun = phrase[length - 1];
  if (!noun) return groupOf(tokens, figure, lexicon);
  const force = MEMBERS.has(noun.lower) ? forceOf(tokens, at + 1, lexicon) : null;
  if (force) return force;
  const named = phrase.slice(0, length).map((token) => token.text);
  const modifiers = phrase.slice(0, length - 1).map((token) => modifierOf(withoutPossessive(token.lower), lexicon));
  const measured = length === closed ? measuredBy(noun, tokens, behind, lexicon) : null;
  if (measured) modifiers.push(measured);
  const head = { ...headNamed(noun, lexicon), ...servingAs(phrase.slice(0, whole), lexicon), text: named.join(' '), modifiers };
  return ofNation(head, length === closed ? countryBehind(sentence, behind, lexicon) : null, lexicon);
}

/** The term of a word that narrows a noun; a nation's is its country's, as it is of its people. */
function modifierOf(word: string, lexicon: Lexicon): string {
  return stem(lexicon.claims.nations.get(word) ?? word);
}

/** The term of the country that those counted are said to come from (`four people from Chile`); null where none is told. */
export function countryBehind({ tokens, terms }: Sentence, at: number, lexicon: Lexicon): string | null {
  if (tokens[at]?.lower !== 'from') return null;
  const name = terms[at + 1];
  return name?.name && nationKeys(lexicon).has(name.key) ? name.key : null;
}

/** A head whose people are told by their nation: `four people from Chile` and `four Chilean citizens` are four Chileans. */
export function ofNation(head: Head, country: string | null, lexicon: Lexicon): Head {
  if (head.people === null || !lexicon.claims.citizens.has(singular(lastWord(head.text).toLowerCase(), lexicon))) return head;
  const nation = country ?? head.modifiers.find((modifier) => nationKeys(lexicon).has(modifier)) ?? null;
  return nation === null ? head : { ...head, term: nation, people: 'nation', common: false };
}

/** What a noun that measures or sorts is said to be of, by its term: `bottles of wine` are wine, `types of beer` beer. Null for other nouns. */
function measuredBy({ lower }: Token, tokens: readonly Token[], at: number, lexicon: Lexicon): string | null {
  if (!lexicon.claims.partitives.has(lower) || tokens[at]?.lower !== 'of') return null;
  const noun = tokens[at + 1];
  if (noun?.kind !== 'word' || lexicon.claims.phraseEnds.has(noun.lower)) return null;
  return termOfNoun(noun.lower, singular(noun.lower, lexicon), lexicon);
}

/** Whom a force's name makes of those who serve in it: `security officials` are officers, `military personnel` and `army members` soldiers. */
function servingAs(phrase: readonly Token[], { claims: { serving } }: Lexicon): Pick<Head, 'term' | 'people'> | null {
  if (phrase.length < 2 || !SERVING.has(phrase.at(-1)!.lower)) return null;
  const within = FORCES.has(phrase.at(-2)!.lower) ? phrase.at(-3) : phrase.at(-2);
  const service = serving.get(within?.lower ?? '');
  return service ? { term: `@${service}`, people: 'force' } : null;
}

/** How many words a force's name has behind `members of`. */
const FORCE_WORDS = 5;

/** Those who serve in a force that is told from a token on (`four members of the security forces`); null where none is. */
function forceOf(tokens: readonly Token[], of: number, lexicon: Lexicon): Head | null {
  if (tokens[of]?.lower !== 'of') return null;
  const { serving, people, phraseEnds } = lexicon.claims;
  const start = DETERMINERS.has(tokens[of + 1]?.lower ?? '') ? of + 2 : of + 1;
  for (let at = start; at < start + FORCE_WORDS; at++) {
    const token = tokens[at];
    if (token?.kind !== 'word' || phraseEnds.has(token.lower)) return null;
    const service = serving.get(token.lower);
    const isForce = service !== undefined || people.get(singular(token.lower, lexicon)) === 'force';
    const next = tokens[at + 1];
    if (!isForce || (next?.kind === 'word' && !phraseEnds.has(next.lower))) continue;
    const words = tokens.slice(start, at + 1);
    const within = words.map(({ lower }) => serving.get(lower)).find((each) => each !== undefined);
    const modifiers = words.slice(0, -1).map(({ lower }) => stem(withoutPossessive(lower)));
    const named = headNamed(token, lexicon);
    return {
      ...named,
      term: within ? `@${within}` : named.term,
      people: 'force',
      text: words.map(({ text }) => text).join(' '),
      modifiers,
    };
  }
  return null;
}

/** `security force members` */
const FORCES = new Set(['force', 'forces']);
const SERVING = new Set(['officials', 'personnel', 'members', 'agents', 'staff', 'men']);

/**
 * The noun that a count makes an adjective with (`a five-member panel`, `a nine-storey block`): so many members or storeys, but nobody whom
 * anything befell, whatever follows. Null where no hyphen joins them.
 */
function compoundedOf(tokens: readonly Token[], { quantity, tokens: { end } }: Figure, lexicon: Lexicon): Head | null {
  if (!isCompounded(tokens, quantity, end)) return null;
  return { ...headNamed(tokens[end + 1]!, lexicon), people: null, member: false, compound: true };
}

/** `A 40-strong crew`, `20-odd people`: no noun stands there. */
const COMPOUND_ADJECTIVES = new Set(['strong', 'odd', 'plus', 'some', 'something', 'fold', 'way', 'time', 'to', 'or', 'and', 'a']);

/** Whether a hyphen joins a count, or a place in an order (`a first-year student`), to the noun right behind it. `end` is where the figure ends. */
export function isCompounded(tokens: readonly Token[], { dimension }: Quantity, end: number): boolean {
  const [hyphen, noun] = [tokens[end], tokens[end + 1]];
  if ((dimension !== 'count' && dimension !== 'ordinal') || hyphen?.text !== '-' || hyphen.spaced) return false;
  if (noun?.kind !== 'word' || noun.spaced || noun.lower !== noun.text) return false;
  return !COMPOUND_ADJECTIVES.has(noun.lower) && !noun.lower.endsWith('ed');
}

/** The head that a plural noun is by itself. */
function headNamed({ lower, text }: Token, lexicon: Lexicon): Head {
  const single = singular(withoutPossessive(lower), lexicon);
  const { commonWords, members } = lexicon.claims;
  const people = peopleOf(lower, single, lexicon);
  const term = people === 'nation' ? modifierOf(lower, lexicon) : termOfNoun(lower, single, lexicon);
  return { text, term, modifiers: [], common: commonWords.has(single), people, member: members.has(single), compound: false };
}

/** Which kind of people a noun is. `457 deaths` counts the people who died, `five Poles` are people of a nation. */
function peopleOf(lower: string, single: string, { claims: { people, events, nations } }: Lexicon): PeopleKind | null {
  const kind = people.get(single);
  if (kind || events.has(lower)) return kind ?? 'crowd';
  return single !== lower && nations.has(lower) ? 'nation' : null;
}

const MEMBERS = new Set(['member', 'members']);

/** The group that a figure is the size of, where no noun follows: `a crew of 14`, `a population of 5 million`. */
function groupOf(tokens: readonly Token[], { tokens: { start } }: Figure, lexicon: Lexicon): Head | null {
  const noun = tokens[start - 1]?.lower === 'of' ? tokens[start - 2] : undefined;
  if (!noun) return null;
  // `A city of 100,000` counts whom nothing need have befallen.
  if (lexicon.claims.placeNouns.has(noun.lower)) return { ...headNamed(noun, lexicon), compound: true };
  if (!lexicon.claims.groups.has(noun.lower)) return null;
  const { lower, text } = noun;
  const people = lexicon.claims.people.get(lower) ?? null;
  return { text, term: termOfNoun(lower, lower, lexicon), modifiers: [], common: false, people, member: false, compound: false };
}

const NUMBERS = new Set(['number', 'count', 'total', 'that']);
const LEADS = new Set(['at', 'as', 'to', 'is', 'was']);
/** How many words may stand between `the number of` and the figure. */
const NUMBERED_REACH = 8;

/** What a figure is said to be the number of (`the number of miners killed at 14`): null for an adjective (`of the dead`); else undefined. */
function numberedOf(tokens: readonly Token[], { tokens: { start } }: Figure, lexicon: Lexicon): Head | null | undefined {
  if (!LEADS.has(tokens[start - 1]?.lower ?? '')) return undefined;
  for (let at = start - 2; at >= Math.max(2, start - NUMBERED_REACH); at--) {
    const { kind, lower } = tokens[at]!;
    if (kind !== 'word') return undefined;
    if (lower !== 'of' || !NUMBERS.has(tokens[at - 1]!.lower)) continue;
    const noun = tokens.slice(at + 1, start - 1).find((token) => isPlural(token.lower, lexicon));
    return noun ? headNamed(noun, lexicon) : null;
  }
  return undefined;
}

const OTHERS = new Set(['them', 'whom', 'those']);
const COPULAS = new Set(['are', 'were']);

/** What those counted are said to be, where it is a kind of people: `of whom 97 were minors`. */
function predicateOf(tokens: readonly Token[], at: number, lexicon: Lexicon): Head | null {
  const noun = tokens[at + 1];
  if (!COPULAS.has(tokens[at]?.lower ?? '') || noun?.kind !== 'word') return null;
  const single = singular(noun.lower, lexicon);
  return single !== noun.lower && lexicon.claims.people.has(single) ? headNamed(noun, lexicon) : null;
}

const DETERMINERS = new Set(['the', 'these', 'those', 'its', 'their', 'his', 'her', 'our', 'my', 'all']);

/** A count other than one has a plural head: what follows without one is a verb (`2,900 work there`). Ordinals and shares have either. */
function isOne({ quantity }: Figure): boolean {
  return quantity.dimension !== 'count' || quantity.value === 1;
}

/** Without a plural the noun phrase ends before its first word that looks like a past tense (`killed`), or where it stops. */
function wordsUpToVerb(phrase: readonly Token[], lexicon: Lexicon): number {
  for (let at = 0; at < phrase.length; at++) {
    const word = phrase[at]!.lower;
    if (lexicon.claims.events.has(word) || (at > 0 && word.endsWith('ed'))) return at;
  }
  return Math.min(phrase.length, 3);
}

/** Whether a lower-case word is a plural noun by its form. */
export function isPlural(word: string, lexicon: Lexicon): boolean {
  const { plurals, notPlurals } = lexicon.claims;
  if (plurals.has(word)) return true;
  return (
    word.length > 3 && word.endsWith('s') && !word.endsWith('ss') && !word.endsWith('us') && !word.endsWith("'s") && !notPlurals.has(word)
  );
}

/** The singular of a lower-case noun, by the regular rules (Quirk and others 1985, 5.79-81) and the lexicon's irregular plurals. */
export function singular(word: string, lexicon: Lexicon): string {
  const irregular = lexicon.claims.plurals.get(word);
  if (irregular) return irregular;
  if (!isPlural(word, lexicon)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (word.endsWith('sses') || word.endsWith('shes') || word.endsWith('ches') || word.endsWith('xes')) return word.slice(0, -2);
  return word.slice(0, -1);
}
