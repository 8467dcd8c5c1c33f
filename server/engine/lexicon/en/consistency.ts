/** English words by which figures stand to one another. */
import type { ConsistencyWords } from '../consistency.ts';

const set = (...lists: string[]): ReadonlySet<string> => new Set(lists.join(' ').split(/\s+/));
const DAYS = ['sun sunday', 'mon monday', 'tue tues tuesday', 'wed wednesday', 'thu thur thurs thursday', 'fri friday', 'sat saturday'];

export const consistency: ConsistencyWords = {
  rises: set(
    'rise rises rose risen rising increase increases increased increasing grow grows grew grown growing growth jump jumps jumped jumping',
    'climb climbs climbed climbing soar soars soared soaring surge surges surged surging up',
  ),
  falls: set(
    'fall falls fell fallen falling decrease decreases decreased decreasing decline declines declined declining drop drops dropped dropping',
    'plunge plunges plunged plunging tumble tumbles tumbled tumbling shrink shrinks shrank reduction down',
  ),
  breaks: set('and but while whereas or as when after before than though although who which that ; :'),
  rates: set(
    'annually annual annualised annualized yearly quarterly monthly weekly daily average averaging compound constant adjusted real',
    'excluding including organic organically like-for-like underlying per each every a an on over at',
  ),
  fold: 'fold',
  points: 'points',
  weekdays: new Map(DAYS.flatMap((names, day) => names.split(' ').map((name) => [name, day] as const))),
  rest: set('other remaining'),
  incomplete: set('including included among mostly mainly least some of both plus'),
  collectives: set('family household couple crew team'),
  definite: set('the these those all'),
  elsewhere: set(
    'another other others more further additional extra each every per average typical first second third initially earlier previously',
    'previous later since before after until then now already again last next yesterday today tomorrow ago another next former',
    'sunday monday tuesday wednesday thursday friday saturday morning afternoon evening night week month quarter if would could may might',
    'some several including among only separate different elsewhere or versus compared against instead not no least most up',
  ),
};
