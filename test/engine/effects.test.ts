/** What changed sources do to a draft, claim by claim: which verdicts are others, and which sources made them so. */
import { expect, test } from 'vitest';
import { effectsOn, standingsOf } from '../../server/engine/effects.ts';
import { english } from '../../server/engine/lexicon/en.ts';
import type { Library } from '../../server/engine/library.ts';
import { analysed, finish, judged, libraryOf } from './check.ts';

const fire = (killed: string) => `In Tarvik ${killed} weavers were killed in the fire at the mill, police said.`;
const draft = 'In Tarvik 31 weavers were killed in the fire at the mill. Some 200 watched.';

const on = (library: Library, text = draft) => ({ analysis: analysed(text), judgement: judged(library, text) });

/** What becomes of a draft where one library takes the place of another: figure, verdicts, and each source's figure before and after. */
function effects(before: Library, after: Library, text = draft, later = text): string[] {
  return finish(effectsOn(on(after, later), finish(standingsOf(on(before, text), english)), english)).map(
    ({ subject, before: was, after: now }) => {
      const said = ({ pieces }: typeof was) => [...pieces.values()].map((piece) => `${piece.name} ${piece.text}`).join(', ');
      const at = 'claim' in subject ? subject.claim.figure.text : subject.mention.text;
      return `${at}: ${was.verdict} (${said(was)}) > ${now.verdict} (${said(now)})`;
    },
  );
}

const one = libraryOf({ herald: fire('31') });

test('a source more that differs makes a supported figure a conflicting one', () => {
  expect(effects(one, libraryOf({ herald: fire('31'), echo: fire('44') }))).toEqual([
    '31: supported (herald 31) > conflicting (herald 31, echo 44)',
  ]);
});

test('a source more that agrees leaves the verdict and is an effect nevertheless', () => {
  expect(effects(one, libraryOf({ herald: fire('31'), wire: fire('31') }))).toEqual([
    '31: supported (herald 31) > supported (herald 31, wire 31)',
  ]);
});

test('a source that is gone, or says something else', () => {
  expect(effects(one, libraryOf({ herald: 'Nothing happened in Tarvik.' }))).toEqual(['31: supported (herald 31) > unsourced ()']);
  expect(effects(one, libraryOf({ herald: fire('33') }))).toEqual(['31: supported (herald 31) > refuted (herald 33)']);
});

test('what bears on no figure of the draft is no effect', () => {
  expect(effects(one, libraryOf({ herald: fire('31'), weather: 'It rained for 9 days.' }))).toEqual([]);
  expect(effects(one, one)).toEqual([]);
});

test('the draft may be edited meanwhile: its claims are what is compared, and those that are new are left out', () => {
  const after = libraryOf({ herald: fire('31'), echo: fire('44') });
  const edited = `A bad day, of 9 hours. ${draft.replace('31', 'thirty-one')}`;
  expect(effects(one, after, draft, edited)).toEqual(['thirty-one: supported (herald 31) > conflicting (herald 31, echo 44)']);
  expect(effects(one, after, draft, draft.replace('31', '44'))).toEqual([]);
});
