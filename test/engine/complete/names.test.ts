/** Which names are offered after a capital letter. */
import { describe, expect, test } from 'vitest';
import { libraryOf } from '../check.ts';
import { accepted, completionsAt, offered } from './check.ts';

const library = libraryOf({
  Post: 'Premier Tomas Hadrian spoke first. Hadrian then thanked Ludmila Orsova of the Valmora Harbour Workers Union. In Łomża people listened.',
  Herald: 'Tomas Hadrian, who leads Valmora, met Ludmila Orsova. Later Hadrian flew to Şanlı with Prince Oswin.',
  Courier:
    'In Valmora the mayor, Tomas Hadriann, as the town hall spells him, and Ludmila Orsova were seen. Ünal Demir and Владимир Орлов were not.',
});

describe('names after a capital letter', () => {
  test('in every spelling, with the sources of each, the most used first', () => {
    expect(offered(library, 'It was Tomas Had|')).toEqual(['Tomas Hadrian · Herald, Post', 'Tomas Hadriann · Courier']);
  });

  test('short and full, from the first letters of a surname', () => {
    expect(offered(library, 'It was Hadriann|')).toEqual(['Tomas Hadriann · Courier']);
    expect(offered(library, 'Yesterday Ors|')).toEqual(['Ludmila Orsova · Courier, Herald, Post', 'Orsova · Courier, Herald, Post']);
  });

  test('from a later word of an organisation, and from several', () => {
    const union = 'Valmora Harbour Workers Union · Post';
    expect(offered(library, 'It is the Harbour W|')).toEqual([union]);
    expect(offered(library, 'It is the Work|')).toEqual([union]);
    expect(offered(library, 'It is the Valmora |')).toEqual([union]);
  });

  test('of any script, whatever the accents typed', () => {
    expect(offered(library, 'It was Ü|')).toContain('Ünal Demir · Courier');
    expect(offered(library, 'It was Una|')).toContain('Ünal Demir · Courier');
    expect(offered(library, 'It was Влад|')).toEqual(['Владимир Орлов · Courier']);
    expect(offered(library, 'It was Lomz|')).toEqual(['Łomża · Post']);
  });

  test('after a title and at the start of a sentence', () => {
    expect(offered(library, 'President Had|')).toContain('Tomas Hadrian · Herald, Post');
    expect(offered(library, 'Had|')).toContain('Hadrian · Herald, Post');
  });

  test('but not in full after a given name that is another', () => {
    expect(offered(library, 'It was Martha Ors|')).toEqual(['Orsova · Courier, Herald, Post']);
  });

  test('and none that is there in full, none in lower case, none after a name that nothing goes on with', () => {
    expect(offered(library, 'It was Tomas Hadriann|')).toEqual([]);
    expect(offered(library, 'It was hadr|')).toEqual([]);
    expect(offered(library, 'It was Hadriann |')).toEqual([]);
    expect(offered(library, "It was Hadrian's |")).toEqual([]);
  });

  test('begin as they are typed, for editors that leave out what does not', () => {
    const typed = 'una';
    for (const { filter } of completionsAt(library, 'It was Una|').offers) expect(filter.toLowerCase().startsWith(typed)).toBe(true);
    for (const { filter } of completionsAt(library, 'It was Harbour W|').offers) expect(filter.startsWith('Harbour W')).toBe(true);
  });

  test('are asked for again where another letter may bring others', () => {
    const many = libraryOf({
      Post: Array.from(
        { length: 60 },
        (_, at) => `Later Bram Cor${String.fromCharCode(97 + (at % 26))}${at > 25 ? 'ell' : 'am'}${at > 51 ? 'er' : ''} spoke.`,
      ).join(' '),
    });
    expect(completionsAt(many, 'It was Bram C|').incomplete).toBe(true);
    expect(completionsAt(many, 'It was Bram Coraelle|').incomplete).toBe(false);
    expect(completionsAt(library, 'It was Ü|').incomplete).toBe(true);
  });
});

describe('a name taken', () => {
  test('covers all that was typed of it', () => {
    expect(accepted(library, 'It was Tomas Had|', 'Tomas Hadrian')).toBe('It was Tomas Hadrian');
    expect(accepted(library, 'It was Had|', 'Tomas Hadrian')).toBe('It was Tomas Hadrian');
    expect(accepted(library, 'the Harbour W| met', 'Valmora Harbour Workers Union')).toBe('the Valmora Harbour Workers Union met');
    expect(accepted(library, 'the Valmora Harbour W|', 'Valmora Harbour Workers Union')).toBe('the Valmora Harbour Workers Union');
  });

  test('takes in the words before it that are part of it', () => {
    expect(accepted(library, 'It was Prince Osw|', 'Prince Oswin')).toBe('It was Prince Oswin');
  });

  test('leaves a possessive and the rest of the word', () => {
    expect(accepted(library, "It was Hadr|'s idea", 'Hadrian')).toBe("It was Hadrian's idea");
    const { end } = completionsAt(library, "It was Had|ri's idea");
    expect("It was Hadri's idea".slice(end)).toBe("'s idea");
  });
});
