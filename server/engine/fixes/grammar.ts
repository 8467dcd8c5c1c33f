/** What a figure's place in its sentence asks of it: a capital, `a` or `an` before it, `of` behind it. */
import { Reader } from '../figures/reader.ts';
import type { DateQuantity, Quantity } from '../model.ts';
import type { FigureInDraft, Rewording } from './draft.ts';

export interface Grammar {
  /** Whether a backslash stands before the figure that makes its first sign a plain one. */
  readonly isEscaped: boolean;
  /** The rewording that puts `text`, a figure in lower case, in the place; null where it does not fit there. */
  fit(text: string, quantity: Quantity): Rewording | null;
}

export function grammarOf(draft: FigureInDraft): Grammar {
  const { figure, passage, text, lexicon } = draft;
  const { numbers } = lexicon;
  const { tokens } = passage;
  const r = new Reader(tokens, numbers, false);
  const { start: first, end: next } = figure.tokens;
  const old = text.slice(figure.start, figure.end);
  const before = tokens.slice(0, first);
  const opens = before.every(({ kind }) => kind === 'symbol') && passage.kind !== 'cell' && passage.kind !== 'caption';
  const isShouted = tokens.slice(first, next).some(({ text: word }) => isInCapitals(word) && !numbers.currencyCodes.has(word));
  const isCapital = isShouted || (opens ? !/^\p{Ll}/u.test(old) : /^\p{Lu}\p{Ll}/u.test(old) && figure.quantity.dimension !== 'date');
  const isEscaped = text[figure.start - 1] === '\\' && text[figure.start - 2] !== '\\';
  const article = wordBefore(draft, (lower) => numbers.links.article.has(lower));
  const on = wordBefore(draft, (lower) => lower === 'on');

  return {
    isEscaped,
    fit(given, quantity) {
      let { start, end } = figure;
      let lead = '';
      let after = '';
      let shown = isShouted ? given.toUpperCase() : given;
      if (isCapital) shown = capitalised(shown);
      // The backslash goes where the sign goes that it stands before.
      const isKept = isEscaped && shown.charAt(0) === text[figure.start];
      if (isEscaped && !isKept) start--;
      if (article) {
        if (isVague(quantity)) return null;
        const an = startsWithVowel(given) ? 'an' : 'a';
        if (an !== article.text.toLowerCase()) {
          start = article.start;
          lead = (/^\p{Lu}/u.test(article.text) ? capitalised(an) : an) + (isEscaped && !isKept ? article.gap.slice(0, -1) : article.gap);
        }
      } else if (on && isCoarser(quantity, figure.quantity)) {
        start = on.start;
        lead = (/^O/.test(on.text) ? 'In' : 'in') + on.gap;
      }
      const isOf = r.in(numbers.links.of, next);
      if (takesOf(quantity, figure.quantity) && !isOf && followsNoun(r, next, quantity)) after = ' of';
      else if (isVague(figure.quantity) && !isVague(quantity) && isOf && !isDeterminer(r, next + 1)) {
        const gap = text.slice(figure.end, tokens[next]!.start);
        const marks = gap.trim();
        if (marks !== '' && /^\s/u.test(gap)) return null;
        end = tokens[next]!.end;
        after = marks;
      }
      return { start, end, before: lead, figure: shown, after };
    },
  };

  /** Whether the words that follow are what is counted, or the whole that a part is of. */
  function followsNoun(reader: Reader, at: number, quantity: Quantity): boolean {
    return reader.counted(at) || (quantity.dimension === 'share' && isDeterminer(reader, at));
  }

  function isDeterminer(reader: Reader, at: number): boolean {
    return reader.in(lexicon.numbers.functionWords, at);
  }
}

interface Before {
  readonly start: number;
  readonly text: string;
  /** What stands between it and the figure. */
  readonly gap: string;
}

/** The word right before a figure where it is one of those looked for. */
function wordBefore({ figure, passage, text }: FigureInDraft, is: (lower: string) => boolean): Before | null {
  const token = passage.tokens[figure.tokens.start - 1];
  if (!token || !is(token.lower)) return null;
  return { start: token.start, text: text.slice(token.start, token.end), gap: text.slice(token.end, figure.start) };
}

/** Whether a word is written in capitals, as headlines are; one of two letters may be an abbreviation. */
function isInCapitals(word: string): boolean {
  return /^\p{Lu}{3,}$/u.test(word);
}

function capitalised(text: string): string {
  const at = text.search(/[\p{L}\p{N}]/u);
  return at < 0 ? text : text.slice(0, at) + text.charAt(at).toUpperCase() + text.slice(at + 1);
}

/** Whether a number is said with a vowel at its start: `eight`, `an 18 percent rise`, `an $8m deal`. */
function startsWithVowel(text: string): boolean {
  const plain = text.replace(/^[^\p{L}\p{N}.]+/u, '').toLowerCase();
  if (/^\d/.test(plain)) return /^8|^1[18](?!\d)/.test(plain);
  return /^[aeio]/.test(plain) && !/^one\b/.test(plain);
}

function isVague(quantity: Quantity): boolean {
  return quantity.dimension !== 'date' && quantity.hedge === 'vague';
}

/** Whether `of` joins a figure to what it counts, and did not join the old one: `hundreds of people`, `40 percent of the town`. */
function takesOf(quantity: Quantity, old: Quantity): boolean {
  if (quantity.dimension === 'date' || old.dimension === 'date') return false;
  return (isVague(quantity) && !isVague(old)) || (quantity.dimension === 'share' && quantity.unit === '%' && old.unit !== '%');
}

/** Whether a date states a month or a year where the draft states a day, so that `on` becomes `in`. */
function isCoarser(quantity: Quantity, old: Quantity): boolean {
  const isDay = (date: DateQuantity) => date.from.day !== null;
  return quantity.dimension === 'date' && old.dimension === 'date' && isDay(old) && !isDay(quantity);
}
