/** Reruns never count as several sources: in spellings, in fixes, and among the sources themselves. */
import { describe, expect, test } from 'vitest';
import { conflicts } from '../../../server/engine/conflicts/index.ts';
import { figureChoices } from '../../../server/engine/fixes/choices.ts';
import { english } from '../../../server/engine/lexicon/en.ts';
import { nameKeys } from '../../../server/engine/names/judge.ts';
import { analysed, check, finish, judged, libraryOf } from '../check.ts';

/** A story of some length with one sentence of its own in front. */
function story(first: string, outlet = ''): string {
  return [
    first,
    'The mill has stood at the edge of the town for more than a century and makes sailcloth for shipyards along the coast.',
    'People who live on the other side of the river said that they heard a bang at night and saw smoke when they came to the window.',
    'It was not known on Monday when work would start again, or what would become of the orders that had been taken for summer.',
    outlet,
  ].join(' ');
}

describe('names', () => {
  const rerun = story('The mill belongs to Ilse Marthen, who was not in town.');
  const own = { a: 'The owner, Ilse Marten, was away.', b: 'Ilse Marten did not answer.' };

  test('take the spelling of most origins, not of most copies', () => {
    const library = libraryOf({ r1: rerun, r2: `${rerun} (AP)`, r3: story(rerun.slice(0, 54), 'Read more below.'), ...own });
    expect(library.get('r1')?.origin?.articles).toEqual(['r1', 'r2', 'r3']);
    check(library, 'A mill of Ilse Marthen burnt.\n          ^^^^^^^^^^^^ variant =Ilse Marten');
  });

  test('are judged anew where an article that does not have them shows two others to be cuts of it', () => {
    const halves = [
      'The mill has stood at the edge of the town for more than a century. It makes sailcloth for shipyards along the coast, ' +
        'and half of the families in the two streets behind it have lived off its looms for as long as anybody can remember.',
      'People who live on the other side of the river said that they heard a bang at night and saw smoke when they came to the window. ' +
        'It was not known on Monday when work would start again, or what would become of the orders that had been taken for summer.',
    ];
    const library = libraryOf({ r1: `${halves[0]} Ilse Marthen owns it.`, r2: `${halves[1]} Ilse Marthen was away.`, a: own.a });
    const canonical = () => judged(library, 'A mill of Ilse Marthen burnt.').names[0]?.canonical;
    expect(canonical()).toBe('Ilse Marthen');
    const { revision } = library.fetch({ claims: [], names: [] });
    const [whole] = libraryOf({ r3: halves.join(' ') }).values();
    library.set(whole!);
    expect(library.get('r1')?.origin?.articles).toEqual(['r1', 'r2', 'r3']);
    const changed = library.fetch({ claims: [], names: [] }).changedSince(revision)!;
    const [mention] = analysed('A mill of Ilse Marthen burnt.').names;
    expect(nameKeys(mention!, english).some((key) => changed.names.has(key))).toBe(true);
    expect(canonical()).toBe(null);
  });
});

describe('figures', () => {
  const rerun = story('In Ostmark 14 weavers were injured by the blast in the mill.');
  const sources = {
    r1: rerun,
    r2: `${rerun} (AP)`,
    r3: `${rerun} (The Bell)`,
    a: 'In Ostmark 19 weavers were injured by the blast in the mill, the brigade said.',
    b: 'In Ostmark 19 weavers were injured by the blast in the mill, doctors said.',
  };

  test('of most origins come first among the fixes', () => {
    const [figure] = judged(libraryOf(sources), 'In Ostmark 30 weavers were injured by the blast in the mill.').figures;
    expect(figure?.evidence).toHaveLength(5);
    expect(figureChoices(figure!, {}, english).map(({ text, best }) => ({ text, best }))).toEqual([
      { text: '19', best: true },
      { text: '14', best: false },
    ]);
  });

  test('that versions of one story give differently are a note, not a warning', () => {
    const date = '2021-05-03';
    const severities = (other: string) =>
      finish(conflicts(libraryOf({ r1: { text: rerun, date }, r2: { text: other, date } }), english)).map(({ severity }) => severity);
    expect(severities(rerun.replace('14', '19'))).toEqual(['information']);
    expect(severities('In Ostmark 19 weavers were injured by the blast in the mill.')).toEqual(['warning']);
  });
});
