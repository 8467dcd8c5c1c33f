/** The two hints on how a story is told: figures stated as facts that are somebody's word, and people named by surname first. */
import { describe, expect, test } from 'vitest';
import { judged, libraryOf } from '../check.ts';

function found(rule: string, library: ReturnType<typeof libraryOf>, text: string): string[] {
  return judged(library, text)
    .findings.filter((finding) => finding.rule === rule)
    .map(({ start, end, message }) => `${text.slice(start, end)}: ${message}`);
}

describe('a figure stated as a fact', () => {
  const library = libraryOf({
    Herald: 'The interior ministry said 26 dockers were killed in Tarvik on Thursday.',
    Echo: 'In Tarvik 26 dockers were killed, the interior ministry said. It lost 40 boats in Tarvik.',
  });
  const hint = (text: string) => found('missing-attribution', library, text);

  test('that every source has from somebody has a hint', () => {
    expect(hint('In Tarvik 26 dockers were killed.')).toEqual(['26: Stated as a fact; the sources have it from: interior ministry']);
  });

  test.each([
    'The interior ministry said 26 dockers were killed in Tarvik.',
    'In Tarvik 26 dockers were reportedly killed.',
    'According to officials, 26 dockers were killed in Tarvik.',
    // Refuted, or in no source.
    'In Tarvik 90 dockers were killed.',
    'In Velden 12 horses ran.',
    // What a source states itself.
    'It lost 40 boats in Tarvik.',
  ])('has none: %s', (text) => expect(hint(text)).toEqual([]));

  test('has none where it is what somebody expects', () => {
    const expected = libraryOf({ Herald: 'Relief chief Ida Brandt has said she expects the death toll in Tarvik to at least reach 900.' });
    const text = 'Ida Brandt, the relief chief, expects the death toll in Tarvik to reach 900 at least.';
    expect(judged(expected, text).figures.map(({ verdict }) => verdict)).toEqual(['supported']);
    expect(found('missing-attribution', expected, text)).toEqual([]);
  });

  test('has none where one source states it as a fact too', () => {
    const stated = libraryOf({
      Herald: 'The interior ministry said 26 dockers were killed in Tarvik on Thursday.',
      Post: 'In Tarvik 26 dockers were killed.',
    });
    expect(found('missing-attribution', stated, 'In Tarvik 26 dockers were killed.')).toEqual([]);
  });
});

describe('a figure from “sources” in the plural', () => {
  const library = libraryOf({
    Herald:
      'In Tarvik 26 dockers were killed. The union said 40 boats were burnt in Tarvik. Officials said 70 crates were stolen in Tarvik.',
    Echo: 'In Tarvik 31 sailors were injured. Reports say 90 horses died in Tarvik.',
    Post: 'In Tarvik 31 sailors were injured on Thursday.',
  });
  const hint = (text: string) => found('single-source', library, text);

  test.each([
    'Sources say 26 dockers were killed in Tarvik.',
    'In Tarvik 26 dockers were killed, several sources have said.',
    'According to local media reports, 26 dockers were killed in Tarvik.',
    'Reports put the dead in Tarvik at 26 dockers killed.',
  ])('that one source has has a hint: %s', (text) =>
    expect(hint(text)).toEqual(['26: Several sources are spoken of, but only one has it: Herald']),
  );

  test('that one source has from one speaker has it too', () => {
    expect(hint('Sources say 40 boats were burnt in Tarvik.')).toEqual(['40: Several sources are spoken of, but only one has it: Herald']);
  });

  test.each([
    // Two have it, or it is several in the one.
    'Sources say 31 sailors were injured in Tarvik.',
    'Sources say 70 crates were stolen in Tarvik.',
    'Sources say 90 horses died in Tarvik.',
    // Somebody's, named or not.
    'Sources in the union say 26 dockers were killed in Tarvik.',
    'Police sources say 26 dockers were killed in Tarvik.',
    'The Herald reports 26 dockers were killed in Tarvik.',
    'Witnesses say 26 dockers were killed in Tarvik.',
    // In no source.
    'Sources say 99 dockers were killed in Tarvik.',
  ])('has none: %s', (text) => expect(hint(text)).toEqual([]));

  test('that copies of one story have is one source’s', () => {
    const story =
      'In Tarvik 26 dockers were killed. The harbour has been closed since the morning, and no ship has left it. Nobody knows when the cranes will move again, for the owners of the quays have gone to court over who has to pay for what was broken in the night, and the judge is on holiday until the end of the month.';
    const copies = libraryOf({ Herald: story, Echo: story });
    expect(found('single-source', copies, 'Sources say 26 dockers were killed in Tarvik.')).toEqual([
      '26: Several sources are spoken of, but they tell one story: Echo, Herald',
    ]);
  });
});

describe('a first mention', () => {
  const library = libraryOf({
    Herald: 'Mayor Tomas Wendelin spoke. Wendelin left. The dictator Stalin was dead. Mr Berg and Karla Berg came.',
    Echo: 'The crowd cheered Mayor Tomas Wendelin. They cursed Stalin. Jon Berg was there.',
  });
  const hint = (text: string) => found('name-first-reference', library, text);

  test.each([
    ['Yesterday Mr Wendelin spoke. Later Wendelin left.', 'Wendelin: First mention by surname only; the full name is Tomas Wendelin'],
    ['The mayor, Mr Quist, spoke. Anna Quist, 54, is a lawyer.', 'Quist: First mention by surname only; the full name is Anna Quist'],
  ])('by surname only has a hint: %s', (text, message) => expect(hint(text)).toEqual([message]));

  test.each([
    'Mayor Tomas Wendelin spoke. Later Wendelin left.',
    '“I have seen how Wendelin spoke to them all,” she said. Tomas Wendelin left.',
    // Known by one name, by none, or several of the name.
    'They cursed Stalin.',
    'The mayor, Mr Okk, spoke.',
    'Mr Berg came.',
    'They blamed the Wendelin family. So Wendelin said.',
    'Wendelin is a village too.',
  ])('has none: %s', (text) => expect(hint(text)).toEqual([]));
});
