/** A claim: a figure with what it measures, whom and what it is about, where, when, and who says so. */
import type { PeopleKind } from '../lexicon/claims.ts';
import type { CalendarDate, DateQuantity, Figure, NumericQuantity } from '../model.ts';
import type { Subject } from './subject.ts';

/** The noun that a figure counts, or is a share of. */
export interface Head {
  /** As written, for the writer. */
  readonly text: string;
  /** The term of its noun, singular. */
  readonly term: string;
  /** Terms of the words that narrow it (`striking oil` of `16 striking oil workers`). */
  readonly modifiers: readonly string[];
  /** Which kind of people it is; null where it is none. */
  readonly people: PeopleKind | null;
  /** Whether they are only some of the people whom an event befalls (`students`). */
  readonly member: boolean;
  /** Whether the figure only makes an adjective with it (`a five-member panel`). */
  readonly compound: boolean;
  /** Whether it is a word too common to tell anything (`people`). */
  readonly common: boolean;
}

/** The place of a figure in a change or a whole. None means after, or the whole. */
export type Role = 'before' | 'after' | 'change' | 'part';

export interface Claim {
  /** The figure, its quantity's unit completed from the head noun or from a neighbour where it has none of its own. */
  readonly figure: Figure;
  /** What else a bare number may be, good for an agreement only (`Now it takes four` after `17 hours`). */
  readonly readings: readonly NumericQuantity[];
  /** What it measures, as a short phrase for the writer (`people detained`); empty where nothing was found. */
  readonly measures: string;
  readonly head: Head | null;
  /** What of a business or an economy it is told to measure (`profit`); null where that is not told. */
  readonly metric: string | null;
  /** The event that it counts (`kill`); null where none is told. */
  readonly event: string | null;
  /** Whether that event's count grows while reports come in. */
  readonly toll: boolean;
  readonly role: Role | null;
  /** Whether its sentence speaks of a rise or a fall of what it measures. */
  readonly direction: 'up' | 'down' | null;
  /** Whether words beside it tell that it is reckoned from others (`saves`, `a gap of`, `in all`). */
  readonly reckoned: boolean;
  /** Whether it is told as expected, planned or wanted, not as a fact (`forecasts`, `will`, `a target of`). */
  readonly expected: boolean;
  /** Whether it is told of something that did not happen (`were not charged`). */
  readonly negated: boolean;
  /** Who says so, as the text names them; null where nobody is named. */
  readonly speaker: string | null;
  /** Whether that is an office alone, which somebody named may hold (`the president`). */
  readonly isOffice: boolean;
  /** Whether its sentence gives anything at all as somebody's word (`said`, `reportedly`, quotation marks). */
  readonly attributed: boolean;
  /** Whether its sentence gives something to several sources that it does not name (`sources say`). */
  readonly chorus: boolean;
  /** Whether the text itself reports the claim as denied. */
  readonly denied: boolean;
  /** The day its text speaks from, or for an undated text the last date it states; null where there is neither. */
  readonly told: CalendarDate | null;
  /** When it happened, as far as its clause tells by dates, years or `ten years ago`. */
  readonly time: DateQuantity | null;
  /** The terms of the place named nearest to it (`in Almaty`), for a toll else the one country named; none where none is. */
  readonly place: readonly string[];
  /** Whether that is a country, whole. */
  readonly isCountry: boolean;
  /** Whether it is told where what befell people was, not where some of them were (`the quake in Velmont`). */
  readonly isSite: boolean;
  /** The names (each by its parts' terms) that the figure may be said of: one where a name stands beside it. */
  readonly subjects: readonly Subject[];
  /** Terms near the figure, each with its weight times its nearness. Names carried over from the sentence before weigh less. */
  readonly terms: ReadonlyMap<string, number>;
  /** Terms of the sentence before, names aside, where its own goes on about what that one tells (`It lasted 12 weeks.`); else none. */
  readonly context: ReadonlyMap<string, number>;
  /** Those of its terms that are names. */
  readonly names: ReadonlySet<string>;
  /** The names of its own sentence: those not carried over. */
  readonly ownNames: ReadonlySet<string>;
  /** The term of its sentence's first word, which may be a name too; null where that has no content. */
  readonly opener: string | null;
}
