/** Which sources tell a draft's story: by its names, by one story with those, and by its words where it names nobody. */
import { describe, expect, test } from 'vitest';
import { Acquaintances, isRelated, knowsOne, tellingNames } from '../../../server/engine/compare/acquaintance.ts';
import type { Library, Source } from '../../../server/engine/library.ts';
import { analysed, finish, libraryOf } from '../check.ts';

const library = libraryOf({
  first: 'In Velmar 14 people died, the mayor of Velmar, Ilse Brandt, said. Nordhaven insures 38 warehouses there.',
  second: 'Ilse Brandt was elected mayor of Velmar with 51 percent of the vote. Nordhaven moved in with 300 employees.',
  other: 'In Castelrosso six barns burned. Piero Danti leads the brigade, which has 22 members.',
});

/** Which of a library's sources tell the story of a draft's last figure: `+` those that do, `-` those that do not, the rest unknown. */
function told(from: Library, text: string): string[] {
  const draft = analysed(text);
  const sources: readonly Source[] = [...from.values()];
  const story = finish(new Acquaintances(draft, from.all()).of(draft.claims.at(-1)!));
  return sources.flatMap((source) => {
    const related = isRelated(source, story);
    return related === null ? [] : [`${related ? '+' : '-'}${source.article.uri}`];
  });
}

test('those that know the names of its sentence, and those of one story with them', () => {
  expect(told(library, 'The insurer Nordhaven counts 38 warehouses in Velmar.')).toEqual(['+first', '-other', '+second']);
});

test('by the names of its other sentences where its own has none', () => {
  expect(told(library, 'Velmar mourns. The whole town was there. Nobody counted. At least 14 people died.')).toContain('-other');
});

test('by its words where it names nobody', () => {
  expect(told(library, 'The brigade has 22 members and saw six barns burn.')).toContain('+other');
});

test('nothing is known where neither names nor words tell', () => {
  expect(told(library, 'It took 90 minutes.')).toEqual([]);
});

describe('a name that everybody knows', () => {
  const first = ['Ost', 'Varn', 'Kel', 'Drus', 'Pel', 'Morv', 'Trel', 'Hask'];
  const second = ['heim', 'by', 'mont', 'kov', 'haven'];
  // In all of them the same president speaks in the same capital; three tell of each town.
  const articles = Array.from({ length: 120 }, (_, at): [string, string] => {
    const town = `${first[at % 8]}${second[at % 5]}`;
    return [`${at}`, `In Castelmar, Elena Quarles spoke of ${10 + at} dead in ${town}. The mill of ${town} dismissed ${100 + at} people.`];
  });
  const many = libraryOf(Object.fromEntries(articles));

  test('tells no story by itself', () => {
    const kin = told(many, 'Elena Quarles spoke in Castelmar of 12 dead in Ostheim.');
    expect(kin.filter((each) => each.startsWith('+'))).toEqual(['+0', '+40', '+80']);
  });

  test('has no other story asked about the claims that name it', () => {
    const { topics } = many.all();
    const named = (text: string, uri: string) => knowsOne(tellingNames(analysed(text).claims[0]!, topics), many.get(uri)!);
    expect(named('Elena Quarles spoke of 12 dead.', '1')).toBe(false);
    expect(named('Elena Quarles spoke of 12 dead in Ostheim.', '0')).toBe(true);
    expect(named('Elena Quarles spoke of 12 dead in Ostheim.', '1')).toBe(false);
  });
});
