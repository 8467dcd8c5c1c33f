/** English abbreviations and function words, as far as sentence boundaries and headings depend on them. */
import type { TextWords } from '../text.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

export const text: TextWords = {
  abbreviations: set(
    'mr mrs ms mx dr prof st gen col lt maj capt cpl sgt adm brig cmdr sen rep gov pres hon rev fr msgr messrs supt ' +
      'e.g i.e cf vs approx ca viz mt ft a.k.a',
  ),
  numbered: set('jan feb mar apr jun jul aug sep sept oct nov dec no nos vol vols p pp fig figs ch rs tel approx dept bldg chap para'),
  closers: set(
    'u.s u.s.a u.k u.n e.u u.a.e u.s.s.r d.c l.a n.y inc ltd co corp plc llc bros assn dept univ jr sr esq ph.d m.d b.a m.a m.p ' +
      'mon tue tues wed thu thur thurs fri ave blvd rd al',
  ),
  clock: set('a.m p.m am pm'),
  calendar: set(
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november ' +
      'december mon tue tues wed thu thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec',
  ),
  starters: set(
    'the a an this that these those it its he she they we i you his her their our my your there here what who when where why how ' +
      'in on at by for from with without after before during since until while as although though because if but and or nor yet so ' +
      'about over under more most many some several such both all no not one two three four five six seven eight nine ten ' +
      'then now also however meanwhile moreover instead still even only once according despite',
  ),
  dangling: set(
    'the a an of and or nor but to in at for with by from into onto upon than as that which who whose whom its their his her our ' +
      'is are was were be been has have had will would could should may might must between among against during under over about',
  ),
  credits: set('photo photos photograph photography picture pictures pic image images credit illustration graphic'),
  scales: set(
    'hundred thousand million billion trillion m bn percent per pc times magnitude points degrees inch inches foot feet mile miles metre metres meter ' +
      'meters km kg tons tonnes litre litres liter liters gallons acres hectares hours minutes seconds years',
  ),
};
