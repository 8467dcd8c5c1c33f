/** Takes over a figure of the sources: writes it as the draft writes its own, and offers only what reads as the sources' figure. */
import { isShare } from '../compare/units.ts';
import { times } from '../figures/digits.ts';
import type { Lexicon } from '../lexicon/types.ts';
import type { MarkupLanguage, NumericQuantity, Quantity, Span } from '../model.ts';
import { tokenize } from '../text/tokens.ts';
import { type Anatomy, anatomyOf } from './anatomy.ts';
import { datesLike } from './dates.ts';
import { FigureInDraft, type Rewording } from './draft.ts';
import { type Grammar, grammarOf } from './grammar.ts';
import { escaped, type Marks, marksOf } from './marks.ts';
import { separatorOf, written } from './numbers.ts';
import { ordinal, ordinalSuffix } from './words.ts';

/** A figure to be taken over, as a source writes it. */
export interface Wanted {
  readonly text: string;
  readonly quantity: Quantity;
}

/** A replacement in the draft's text. */
export interface FigureFix extends Span {
  readonly newText: string;
  /** The new figure in a clean line, without markup, for a title. */
  readonly shown: string;
}

/**
 * For each wanted figure the edit that puts it in place of the draft's at `span`; null where it cannot be written there so that it would
 * be read as what the source states. `quantity` is what the draft's figure was understood to be, its unit completed.
 */
export function figureFixes(
  draft: { readonly text: string; readonly language: MarkupLanguage; readonly span: Span; readonly quantity: Quantity },
  wanted: readonly Wanted[],
  lexicon: Lexicon,
): (FigureFix | null)[] {
  const figure = FigureInDraft.at(draft.text, draft.span, draft.language, lexicon);
  if (!figure) return wanted.map(() => null);
  const place = new Place(figure, draft.quantity, draft.language, separatorOf(draft.text));
  return wanted.map((each) => place.fix(each));
}

/** A hedge of the sources, by where it stands. */
interface Hedging {
  readonly lead: string;
  readonly trail: string;
}

class Place {
  private readonly anatomy: Anatomy | null;
  private readonly grammar: Grammar;
  private readonly lexicon: Lexicon;
  /** The figure as the draft has it, markup included. */
  private readonly old: string;

  constructor(
    private readonly draft: FigureInDraft,
    private readonly given: Quantity,
    private readonly language: MarkupLanguage,
    private readonly separator: string,
  ) {
    const { figure, passage, text, lexicon } = draft;
    this.lexicon = lexicon;
    this.anatomy = anatomyOf(passage.tokens, figure.tokens, text, lexicon.numbers);
    this.grammar = grammarOf(draft);
    this.old = text.slice(figure.start, figure.end);
  }

  fix(wanted: Wanted): FigureFix | null {
    for (const text of this.tries(wanted)) {
      const rewording = this.grammar.fit(text, wanted.quantity);
      if (!rewording || isSame(rewording, this.draft.text)) continue;
      const shown = this.draft.tried(rewording, wanted.quantity, this.given);
      if (shown === null) continue;
      const { start, end, before, figure, after } = rewording;
      return { start: start + this.draft.offset, end: end + this.draft.offset, newText: before + figure + after, shown };
    }
    return null;
  }

  /** The wordings to try, best first. */
  private *tries(wanted: Wanted): Iterable<string> {
    const { quantity } = wanted;
    const { given } = this;
    if (quantity.dimension === 'date' || given.dimension === 'date') {
      if (quantity.dimension === 'date' && given.dimension === 'date') {
        yield* datesLike(this.old, given, quantity, this.lexicon.numbers);
        yield this.inSourcesWords(wanted.text);
      }
      return;
    }
    // `In 2011` is no place for `ten years ago`.
    if (quantity.dimension !== given.dimension && !(isShare(quantity) && isShare(given))) return;
    if (quantity.dimension === 'ratio' && this.isVerb(this.old) !== this.isVerb(wanted.text)) {
      if (this.anatomy && !this.anatomy.isCompound) yield* this.inDraftsStyle(this.anatomy, quantity, wanted.text);
      return;
    }
    if (this.isVerb(this.old)) {
      yield* this.otherVerb(quantity);
      return;
    }
    if (quantity.dimension === 'ordinal') yield* this.ordinals(quantity);
    // What is no decimal number (a quarter, two dozen, half an hour) loses something in any other words.
    const isWorded = quantity.grain === 0 && quantity.value !== null && quantity.dimension !== 'ratio';
    if (isWorded) yield this.inSourcesWords(wanted.text);
    if (this.anatomy && !this.anatomy.isCompound && quantity.value !== null) {
      if (isSameUnit(quantity, given)) yield* this.inDraftsStyle(this.anatomy, quantity, wanted.text);
      else yield* this.compounds(this.anatomy, quantity, wanted.text);
    }
    if (quantity.hedge === 'range') yield* this.ranges(quantity, wanted.text);
    yield this.inSourcesWords(wanted.text);
  }

  private *inDraftsStyle(anatomy: Anatomy, quantity: NumericQuantity, source: string): Iterable<string> {
    const { given } = this;
    if (given.dimension === 'date' || quantity.value === null || quantity.value < 0) return;
    // What the unit makes of the number: a hundredth for cents.
    const factor = given.value && anatomy.value ? given.value / anatomy.value : 1;
    const number = times(quantity.value, 1 / factor);
    const suffixes = this.suffixes(anatomy, number);
    for (const text of written(number, anatomy.style, this.separator, this.lexicon.numbers)) {
      for (const hedging of this.hedgings(quantity, source))
        for (const suffix of suffixes) yield* this.assembled(anatomy, text, hedging, suffix);
    }
  }

  /** The unit of a compound is in the singular: `a 20-mile road`. */
  private *compounds(anatomy: Anatomy, quantity: NumericQuantity, source: string): Iterable<string> {
    const suffix = this.slice(anatomy.suffix);
    if (quantity.value === null || quantity.value < 0 || quantity.unit === null || !suffix.startsWith('-')) return;
    const old = quantity.dimension === 'age' ? '-old' : '';
    for (const text of written(quantity.value, anatomy.style, this.separator, this.lexicon.numbers)) {
      for (const hedging of this.hedgings(quantity, source)) yield* this.assembled(anatomy, text, hedging, `-${quantity.unit}${old}`);
    }
  }

  /** Where the draft has a range too, only its numbers change. */
  private *ranges(quantity: NumericQuantity, source: string): Iterable<string> {
    const { given } = this;
    if (given.dimension === 'date' || given.hedge !== 'range' || !isSameUnit(quantity, given)) return;
    const numbers = [...this.old.matchAll(/\d+(?:[.,]\d+)*/g)];
    const [low, high] = numbers;
    // A scale word would belong to both, or to one.
    if (numbers.length !== 2 || !low || !high || this.lexicon.numbers.scales.has(lastWordOf(source))) return;
    const middle = this.old.slice(low.index + low[0].length, high.index);
    // `1930-33` has the century once.
    const isShort = given.dimension === 'year' && high[0].length < low[0].length;
    const last = isShort ? String(quantity.high).slice(-high[0].length) : quantity.high;
    yield this.old.slice(0, low.index) + quantity.low + middle + last + this.old.slice(high.index + high[0].length);
  }

  /** `27th` for `26th`, `third` for `second`. */
  private *ordinals({ value }: NumericQuantity): Iterable<string> {
    if (value === null) return;
    const word = /^\d/.test(this.old) ? null : ordinal(value, this.lexicon.numbers);
    yield word ?? `${value}${ordinalSuffix(value)}`;
  }

  /** `doubled` and `tripled` take each other's place, in the same form; no other words fit there. */
  private *otherVerb({ value }: NumericQuantity): Iterable<string> {
    const ending = this.old.slice(-3).toLowerCase();
    for (const [word, ratio] of this.lexicon.numbers.ratios) if (ratio === value && word.endsWith(ending)) yield word;
  }

  private isVerb(text: string): boolean {
    return this.lexicon.numbers.ratios.has(text.toLowerCase());
  }

  /** The source's hedge, in its words; where its figure shows none to be taken over, in the plainest that say the same. */
  private hedgings({ hedge }: NumericQuantity, source: string): Hedging[] {
    const { numbers } = this.lexicon;
    if (hedge === null) return [{ lead: '', trail: '' }];
    const tokens = tokenize(source, { start: 0, end: source.length });
    const theirs = anatomyOf(tokens, { start: 0, end: tokens.length }, source, numbers);
    const all: Hedging[] = [];
    // Read with the number, it is none of the parts: `40+`, `18+ million`.
    if (/\d\+/.test(source)) all.push({ lead: '', trail: '+' });
    if (theirs) {
      const lead = lowered(source.slice(theirs.lead.start, theirs.lead.end));
      const trail = source.slice(theirs.trail.start, theirs.trail.end);
      const isGlued = trail !== '' && /\S/u.test(source.charAt(theirs.trail.start - 1));
      if (lead || trail) all.push({ lead, trail: trail && (isGlued ? trail : ` ${trail}`) });
    }
    for (const [first, rows] of numbers.hedgesBefore) {
      const plain = rows.find(({ value }) => value === hedge);
      if (plain) {
        all.push({ lead: [first, ...plain.rest].join(' '), trail: '' });
        break;
      }
    }
    return all;
  }

  /** The draft's unit, in the plural or singular where the number now asks for it. */
  private suffixes(anatomy: Anatomy, number: number): string[] {
    const suffix = this.slice(anatomy.suffix);
    const word = /^\p{L}+/u.exec(suffix)?.[0];
    if (!word || (anatomy.value === 1) === (number === 1)) return [suffix];
    const { units } = this.lexicon.numbers;
    const unit = units.get(word.toLowerCase())?.find(({ rest }) => rest.length === 0)?.value.unit;
    const other = number === 1 ? word.replace(/s$/, '') : `${word}s`;
    const isUnit = units.get(other.toLowerCase())?.some(({ rest, value }) => rest.length === 0 && value.unit === unit) === true;
    return isUnit && unit ? [other + suffix.slice(word.length), suffix] : [suffix];
  }

  /** The parts put together again, with the draft's own spacing and markup between them. */
  private *assembled(anatomy: Anatomy, number: string, { lead, trail }: Hedging, suffix: string): Iterable<string> {
    const beforePrefix = this.slice({ start: anatomy.lead.end, end: anatomy.prefix.start });
    const hasLead = anatomy.lead.end > anatomy.lead.start;
    const dropped: Marks[] = [];
    let head = '';
    if (hasLead && lead) head = `${lead}${beforePrefix}`;
    else if (lead) head = `${lead} `;
    else if (hasLead) dropped.push(marksOf(beforePrefix));
    const between = this.slice({ start: anatomy.prefix.end, end: anatomy.number.start });
    const core = `${this.slice(anatomy.prefix)}${between}${number}`;
    const hasTrail = anatomy.trail.end > anatomy.trail.start;
    const [first, second] = anatomy.early ? [anatomy.trail, anatomy.suffix] : [anatomy.suffix, anatomy.trail];
    const hasSuffix = anatomy.suffix.end > anatomy.suffix.start;
    const gapOne = this.slice({ start: anatomy.number.end, end: hasSuffix || hasTrail ? first.start : anatomy.number.end });
    const gapTwo = hasSuffix && hasTrail ? this.slice({ start: first.end, end: second.start }) : '';
    const gap = anatomy.early ? gapTwo : hasSuffix ? gapOne : '';
    if (hasTrail) dropped.push(marksOf(anatomy.early ? gapOne : hasSuffix ? gapTwo : gapOne));
    const tail = hasSuffix ? `${gap}${suffix}` : '';
    const open = dropped.map((marks) => marks.open).join('');
    const close = dropped.map((marks) => marks.close).join('');
    // An escape before a currency (`\$3`) stays before it.
    const backslash = lead && !hasLead && this.grammar.isEscaped ? '\\' : '';
    const wrap = (text: string) => `${open}${text}${close}`;
    if (trail && tail) yield wrap(`${head}${backslash}${core}${trail}${tail}`);
    yield wrap(`${head}${backslash}${core}${tail}${trail}`);
  }

  /** The source's words as they are; marks that began or ended inside the draft's figure now enclose them. */
  private inSourcesWords(text: string): string {
    const { figure, passage } = this.draft;
    const tokens = passage.tokens.slice(figure.tokens.start, figure.tokens.end);
    let open = '';
    let close = '';
    for (const [index, token] of tokens.slice(1).entries()) {
      const marks = marksOf(this.draft.text.slice(tokens[index]!.end, token.start));
      open += marks.open === '\\' ? '' : marks.open;
      close += marks.close;
    }
    const isDate = this.given.dimension === 'date';
    return `${open}${escaped(isDate ? text : lowered(text), this.language)}${close}`;
  }

  private slice({ start, end }: Span): string {
    return this.draft.text.slice(start, end);
  }
}

function lastWordOf(text: string): string {
  return /\p{L}+$/u.exec(text)?.[0].toLowerCase() ?? '';
}

/** A figure as it stands inside a sentence. */
function lowered(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function isSame({ start, end, before, figure, after }: Rewording, text: string): boolean {
  return text.slice(start, end) === before + figure + after;
}

/** Whether the draft's unit stays: currencies are never converted, and a bare `$` is any dollar. */
function isSameUnit(a: NumericQuantity, b: Quantity): boolean {
  if (b.dimension === 'date' || a.dimension !== b.dimension) return false;
  return a.dimension === 'count' || a.dimension === 'money' || a.unit === b.unit;
}
