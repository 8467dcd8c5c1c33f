/** English abbreviations that do not end a sentence. */
import type { TextWords } from '../text.ts';

export const text: TextWords = {
  abbreviations: new Set(
    (
      'mr mrs ms dr prof st gen col lt maj capt sgt sen rep gov pres hon rev jr sr messrs ' +
      'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ' +
      'u.s u.k u.n e.u u.s.a a.m p.m e.g i.e cf vs etc al ca approx est no nos vol pp fig ed eds inc ltd co corp plc llc ' +
      'ph.d m.d b.a m.a ave blvd rd mt ft bros dept univ assn'
    ).split(' '),
  ),
};
