/** The figures to offer at the cursor: those of the sources that its sentence could go on with, each with all that give it. */
import type { Claim } from '../claims/claim.ts';
import { dayRange } from '../compare/calendar.ts';
import type { Lexicon } from '../lexicon/types.ts';
import type { ClaimRef, Library, Source } from '../library.ts';
import type { Work } from '../model.ts';
import { countOrigins } from '../origins/count.ts';
import { type Match, matchesOf } from './matches.ts';
import type { Place } from './place.ts';
import { figureEnd, type Sentence, sentenceAt } from './sentence.ts';
import type { TypedFigure } from './typed.ts';
import { inDigits, phrase, withoutWhatFollows, writtenOf } from './written.ts';

/** A figure to write, as sources give it. */
export interface FigureOffer {
  readonly kind: 'figure';
  /** As the source has it, hedge and noun included. */
  readonly label: string;
  /** What is to stand from `start` to the cursor. */
  readonly text: string;
  readonly start: number;
  /** What is typed there, and what would go on with it. */
  readonly filter: string;
  /** What the sources that give it claim, the best match first, one a source. */
  readonly claims: readonly ClaimRef[];
  /** Whether it is the last report's of a toll that other reports give otherwise. */
  readonly latest: boolean;
}

/** How much of what follows is looked at for words that an offer has too, in UTF-16 units. */
const BEHIND = 60;
/** Most figures that are offered at once. */
const MOST = 12;

/** The figures to offer, the best match to the sentence first; of equally good ones the latest, and then the one that most sources give. */
export function* figureOffers(text: string, typed: TypedFigure, place: Place, library: Library, lexicon: Lexicon): Work<FigureOffer[]> {
  const sentence = yield* sentenceAt(text, typed, place, lexicon);
  if (!sentence) return [];
  const groups = new Map<string, Group>();
  const all = yield* matchesOf(sentence, typed, begunOf(text, typed), library, lexicon);
  for (const match of all) {
    const key = keyOf(match.ref.claim);
    const known: Group | undefined = groups.get(key);
    const form = known && known.form.noun !== '' ? known.form : formOf(match.ref, typed, sentence, text, lexicon);
    yield;
    if (!form) continue;
    // What would be written alike is one to the writer; one that says what it counts says more.
    const group = known ?? [...groups.values()].find((each) => each.form.text === form.text);
    if (group) {
      group.matches.push(match);
      if (form.noun !== '') group.form = form;
    } else if (groups.size < MOST) groups.set(key, { form, matches: [match] });
  }
  // What is typed may leave out the others that a figure is later than.
  const last = lastReports(all);
  const offers = [...groups.values()].map(({ form, matches }) => ({
    offer: {
      kind: 'figure' as const,
      label: form.label,
      text: form.text,
      filter: form.filter,
      start: typed.span.start,
      claims: onePerSource(matches),
      latest: matches.some(({ ref }) => last.has(ref)),
    },
    rank: Math.round(matches[0]!.score * 20),
  }));
  offers.sort(
    (a, b) =>
      b.rank - a.rank || Number(b.offer.latest) - Number(a.offer.latest) || countOrigins(b.offer.claims) - countOrigins(a.offer.claims),
  );
  return offers.map(({ offer }) => offer);
}

interface Form {
  /** What it counts; empty where it is not said. */
  readonly noun: string;
  readonly label: string;
  readonly text: string;
  readonly filter: string;
}

/** A figure with all claims that state it. */
interface Group {
  form: Form;
  readonly matches: Match[];
}

/** Equal for claims that state the same of the same; people are people, whatever they are called. */
function keyOf({ figure: { quantity }, head, event }: Claim): string {
  if (quantity.dimension === 'date') return JSON.stringify([quantity.from, quantity.to]);
  const { dimension, low, high, unit, per } = quantity;
  const counted = head ? (head.people ?? head.term) : event ? 'crowd' : unit;
  return JSON.stringify([dimension, low, high, dimension === 'count' ? counted : unit, per]);
}

/** The digits typed, with what is typed behind them, and without a currency's sign. */
function begunOf(text: string, { span, sign }: TypedFigure): string {
  return text.slice(span.start + sign.length, span.end).trimStart();
}

/** How a source's figure goes on with what is typed; null where it does not, or would say something else behind the hedge there. */
function formOf(ref: ClaimRef, typed: TypedFigure, { claim }: Sentence, text: string, lexicon: Lexicon): Form | null {
  if (!fitsHedge(ref.claim, typed.hedge)) return null;
  const { hedge, number, bare, noun } = writtenOf(ref, lexicon);
  const { span, sign, cue } = typed;
  const end = cue === 'hedge' || cue === 'word' ? span.end : figureEnd(text, span.end);
  const behind = text.slice(end, end + BEHIND).split(/[\r\n]/u, 1)[0]!;
  // Where the sentence says what is counted, the source's noun would say it again; `killed` and `deaths` say the same.
  const isTold = claim.head !== null || (claim.event !== null && claim.event === lexicon.claims.events.get(lastWord(noun)));
  const counted = isTold ? '' : noun;
  const label = phrase(hedge, number, noun);
  if (cue === 'hedge' || cue === 'word') {
    const written = withoutWhatFollows(phrase(cue === 'word' ? hedge : '', number, counted), behind);
    return { noun, label, text: written, filter: written };
  }
  const begun = begunOf(text, typed);
  const { quantity } = ref.claim.figure;
  const styles = quantity.dimension === 'date' ? [] : inDigits(quantity);
  const isSum = bare !== number;
  // As the source writes it, unless what is typed is another way to write it.
  const forms = [...(isSum || !sign ? [bare] : []), ...styles].map((digits) => phrase(digits, counted));
  const form = forms.find((each) => each.toLowerCase().startsWith(begun.toLowerCase()) && each !== begun);
  if (!form) return null;
  const whole = sign ? sign + form : isSum && quantity.dimension === 'money' ? number.slice(0, number.length - bare.length) + form : form;
  const written = withoutWhatFollows(whole, behind);
  const filter = text.slice(span.start, span.end) + form.slice(begun.length);
  return { noun, label, text: written, filter };
}

function lastWord(text: string): string {
  return text.slice(text.lastIndexOf(' ') + 1).toLowerCase();
}

/** Whether a figure can stand behind the writer's hedge and still say what its source says: no range, and not hedged the other way. */
function fitsHedge({ figure: { quantity } }: Claim, hedge: TypedFigure['hedge']): boolean {
  if (hedge === null) return true;
  if (quantity.hedge === 'vague' || quantity.hedge === 'range') return false;
  const isUpper = (kind: string | null) => kind === 'less-than' || kind === 'up-to';
  return hedge === 'more-than' ? !isUpper(quantity.hedge) : !(isUpper(hedge) && quantity.hedge === 'more-than');
}

function onePerSource(matches: readonly Match[]): ClaimRef[] {
  const seen = new Set<Source>();
  return matches.flatMap(({ ref }) => (seen.has(ref.source) || !seen.add(ref.source) ? [] : [ref]));
}

/** A claim dated this many days before its report tells of what is over, whose toll no report moves. */
const PAST = 365;

function isPast({ time }: Claim, reported: number): boolean {
  const range = time && dayRange(time.from, time.to);
  return range !== null && range[1] < reported - PAST;
}

/** The claims of the latest report of each toll, where others are older and give other figures. */
function lastReports(matches: readonly Match[]): Set<ClaimRef> {
  const byEvent = new Map<string, { readonly ref: ClaimRef; readonly day: number }[]>();
  for (const { ref } of matches) {
    const { event, toll } = ref.claim;
    const { date } = ref.source.article;
    // A report that tells no day may be of any day of its month.
    const range = date?.day ? dayRange(date, date) : null;
    if (!event || !toll || !range || isPast(ref.claim, range[0])) continue;
    const reports = byEvent.get(event) ?? [];
    byEvent.set(event, reports);
    reports.push({ ref, day: range[1] });
  }
  const last = new Set<ClaimRef>();
  for (const reports of byEvent.values()) {
    const latest = Math.max(...reports.map(({ day }) => day));
    const figures = new Set(reports.map(({ ref }) => keyOf(ref.claim)));
    if (figures.size < 2 || reports.every(({ day }) => day === latest)) continue;
    for (const { ref, day } of reports) if (day === latest) last.add(ref);
  }
  return last;
}
