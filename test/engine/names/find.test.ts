/** The names of a text: what is one and what is not, their kinds, and short forms. */
import { describe, expect, it } from 'vitest';
import { namesOf } from './desk.ts';

/** The names of a text, as `text`, `text/kind`, or `text=full` where it is tied. */
function check(text: string, expected: readonly string[]): void {
  const { mentions } = namesOf(text);
  for (const mention of mentions) expect(text.slice(mention.start, mention.end)).toBe(mention.text);
  expect(mentions.map(({ text }) => text)).toEqual(expected);
}

function kinds(text: string): string[] {
  return namesOf(text).mentions.map(({ text, kind }) => `${text}: ${kind}`);
}

function ties(text: string): string[] {
  return namesOf(text).mentions.map(({ text, full }) => (text === full ? text : `${text} = ${full}`));
}

describe('what is a name', () => {
  it.each([
    ['a run of capitals', 'The prize went to Anna-Lena Virtanen of Turku.', ['Anna-Lena Virtanen', 'Turku']],
    ['initials', 'Critics of J.R.R. Oakes and V.I. Lenin met George W. Bush.', ['J.R.R. Oakes', 'V.I. Lenin', 'George W. Bush']],
    [
      'particles',
      'We met Ludwig van der Berg, Omar al-Sharif and Maria de la Cruz.',
      ['Ludwig van der Berg', 'Omar al-Sharif', 'Maria de la Cruz'],
    ],
    ['apostrophes', "The boats of Siobhan O'Brien left Côte d'Ivoire.", ["Siobhan O'Brien", "Côte d'Ivoire"]],
    ['a possessive', 'Reports on Marlow’s harbour and on Delia Crane’s boats differ.', ['Marlow', 'Delia Crane']],
    ['scripts with case', 'The letter names Игорь Ключевский and Ελένη Μαρή.', ['Игорь Ключевский', 'Ελένη Μαρή']],
    ['what the text opens with', 'Harlan Voss resigned. In Porto, Voss had allies.', ['Harlan Voss', 'Porto', 'Voss']],
    [
      'an of inside an organisation',
      'A loan from the Bank of Portugal helped the Socialist Party of Norway.',
      ['Bank of Portugal', 'Socialist Party of Norway'],
    ],
    ['two names joined by and', 'Ships of Arvent and Solbrook collided.', ['Arvent', 'Solbrook']],
    ['a compound with an ordinary word', 'The Arvent-led group sued, and a Kim-led one.', ['Arvent', 'Kim']],
    ['a given name of two syllables', 'We met Choi Dae-hyun and Tsai Mei-ling.', ['Choi Dae-hyun', 'Tsai Mei-ling']],
    ['a firm of a surname with an ordinary word', 'The Han Steel-backed plan fell.', ['Han Steel']],
    ['an ampersand', 'The bid of Marsh & Vale failed.', ['Marsh & Vale']],
  ])('%s', (_, text, expected) => check(text, expected));

  it.each([
    ['ordinary words that open sentences', 'Protesters gathered. Dozens were hurt. However, nothing changed. Shipping stopped.'],
    ['months and weekdays', 'They met on Monday, 3 May, and again last September.'],
    ['nationalities by themselves', 'A French court heard two Germans and a Brazilian.'],
    ['titles by themselves', 'The President met the Prime Minister.'],
    ['a text in capitals', 'BREAKING NEWS FROM THE HARBOUR FRONT'],
    ['common abbreviations', 'The CEO said GDP fell and so did the EPS.'],
    ['an abbreviation of ordinary words', 'Prices of regional water works (RWW) rose; RWW is dear.'],
    ['a word that is also in lower case', 'The harbour closed. Harbour traffic stopped.'],
  ])('not %s', (_, text) => check(text, []));

  it('takes from a title what the sentences show to be names', () => {
    check('Harbour Strike Spreads Across Velmont\n\nThe strike in Velmont goes on in every harbour.', ['Velmont', 'Velmont']);
  });

  it('takes every name from a line or a list that is no title', () => {
    check('Harlan Voss met Ilse Maria Marten', ['Harlan Voss', 'Ilse Maria Marten']);
    expect(namesOf('- Ilse Maria Marten\n- Harlan Voss\n', 'markdown').mentions.map(({ text }) => text)).toEqual([
      'Ilse Maria Marten',
      'Harlan Voss',
    ]);
  });

  it('ends a name where a short line ends, and not where a long one is wrapped', () => {
    check('Best wishes from your agent\nDelia Crane\nArvent Works.', ['Delia Crane', 'Arvent Works']);
    check('It was on the second day of the hearings in the capital that Delia\nCrane spoke.', ['Delia\nCrane']);
  });

  it('leaves an office off the person who holds it', () => {
    check('The President of Norway Ilse Marten met Secretary of Commerce Harlan Voss.', ['Norway', 'Ilse Marten', 'Harlan Voss']);
    check('The chair of the Budget Committee Harlan Voss left.', ['Budget Committee', 'Harlan Voss']);
    check('King Edmund VII and Secretary-General Harlan Voss left.', ['King Edmund VII', 'Harlan Voss']);
  });

  it('leaves titles and dates off', () => {
    check('On Tuesday President Ilse Marten met Deputy Foreign Minister Jon Arne Riis.', ['Ilse Marten', 'Jon Arne Riis']);
    check('Mr. Kettering and Sir Alec Thornbury sat with Prince Edmund.', ['Kettering', 'Alec Thornbury', 'Prince Edmund']);
  });
});

describe('kinds', () => {
  it.each([
    ['Later President Ilse Marten spoke.', ['Ilse Marten: person']],
    ['It was Ilse Marten, 54, who paid.', ['Ilse Marten: person']],
    ['Police said Ilse Marten told them so.', ['Ilse Marten: person']],
    ['The spokesman Pavel Oresh agreed.', ['Pavel Oresh: person']],
    ['The plant belongs to the Ministry of Energy.', ['Ministry of Energy: organisation']],
    ['Strikes in the Velmont region spread to the city of Oranje.', ['Velmont: place', 'Oranje: place']],
    ['The dam on Lake Ardel is closed.', ['Lake Ardel: place']],
    ['The deal with Norway failed.', ['Norway: place']],
    ['The deal with Arvent failed.', ['Arvent: unknown']],
  ])('%s', (text, expected) => expect(kinds(text)).toEqual(expected));
});

describe('short forms', () => {
  it.each([
    ['a surname to its person', 'They saw Ilse Marten leave. Later Marten denied it.', ['Ilse Marten', 'Marten = Ilse Marten']],
    ['a surname before the full name', 'They say Marten left. It was Ilse Marten.', ['Marten = Ilse Marten', 'Ilse Marten']],
    [
      'a surname that two share to nobody',
      'Both Ilse Marten and Karl Marten left. Soon Marten was back.',
      ['Ilse Marten', 'Karl Marten', 'Marten'],
    ],
    [
      'a surname to the one named before',
      'We saw Ilse Marten. Here Marten stayed. Then came Karl Marten.',
      ['Ilse Marten', 'Marten = Ilse Marten', 'Karl Marten'],
    ],
    ['a surname with a particle', 'They met Hugo van Dorn. Even van Dorn left.', ['Hugo van Dorn', 'van Dorn = Hugo van Dorn']],
    [
      'an abbreviation that the text defines',
      'The Northern Fisheries Council (NFC) met. The NFC voted.',
      ['Northern Fisheries Council', 'NFC = Northern Fisheries Council', 'NFC = Northern Fisheries Council'],
    ],
    ['no place to a person', 'We met Alma Jordan. They live in Jordan.', ['Alma Jordan', 'Jordan']],
  ])('%s', (_, text, expected) => expect(ties(text)).toEqual(expected));
});

describe('months and small words', () => {
  it.each([
    ['a given name that is a month', 'They met Jan Marten, and June Carter left.', ['Jan Marten', 'June Carter']],
    ['no month before a firm', 'In May President Ilse Marten left. Since June Arvent had it.', ['Ilse Marten', 'Arvent']],
    ['an abbreviation that is a small word elsewhere', 'They asked the WHO. Later the WHO warned.', ['WHO', 'WHO']],
    ['whose friends they are', 'Friends of Ilse Marten left.', ['Ilse Marten']],
    ['whom a letter is to', 'To: Ilse Marten, Harbour Works\n\nDear reader.', ['Ilse Marten', 'Harbour Works']],
  ])('%s', (_, text, expected) => check(text, expected));
});
