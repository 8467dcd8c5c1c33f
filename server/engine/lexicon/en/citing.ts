/**
 * English words of attribution. `Said` is the neutral verb of news style (The Associated Press Stylebook, "said"), and finite verbs are the
 * auxiliaries of Quirk and others, A Comprehensive Grammar of the English Language (1985), ch. 3.
 */
import type { CitingWords } from '../citing.ts';

const set = (...lists: string[]): ReadonlySet<string> => new Set(lists.join(' ').split(' '));

export const citing: CitingWords = {
  accordingTo: 'according to',
  said: 'said',
  depending: 'depending on the source',
  between: ['between', 'and'],
  joints: set('and but while whereas although though yet so'),
  finite: set('is are was were has have had does do did will would can could shall should may might must'),
  subjects: set('it they he she we i there'),
  articles: set('the a an'),
  possessives: set('its their his her our my your'),
  chorus: set('sources reports media outlets newspapers'),
  vague: set('several many multiple various numerous some other all most different local news media press unnamed anonymous the'),
  openers: set('and but as while that to'),
  sayings: set(
    'say says said state stated report reported suggest suggested indicate indicated claim claimed put estimate estimated confirm confirmed',
    'tell told agree agreed show showed',
  ),
  fillers: set('have has had also now all both widely'),
};
