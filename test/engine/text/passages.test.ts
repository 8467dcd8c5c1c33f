/** Passages of prose: sentences, paragraphs and page breaks, with exact offsets. */
import { describe, expect, it } from 'vitest';
import { passages, texts, words } from './check.ts';

describe('sentences', () => {
  it('go on after abbreviations and initials', () => {
    expect(texts('The ferry sank on Jan. 6 off Cape Town. Dr. Amy Lund and J. R. Smith saw it, vs. no one else. Nobody died.')).toEqual([
      'The ferry sank on Jan. 6 off Cape Town.',
      'Dr. Amy Lund and J. R. Smith saw it, vs. no one else.',
      'Nobody died.',
    ]);
  });

  it('go on after U.S. before a name and end before a function word', () => {
    expect(texts('He left the U.S. The flight took nine hours. The U.S. Navy and G.K. Hall said so.')).toEqual([
      'He left the U.S.',
      'The flight took nine hours.',
      'The U.S. Navy and G.K. Hall said so.',
    ]);
  });

  it('go on after a time of day before a day', () => {
    expect(texts('It closed at 5 p.m. Tuesday. It opened at 9 a.m. Nobody came.')).toEqual([
      'It closed at 5 p.m. Tuesday.',
      'It opened at 9 a.m.',
      'Nobody came.',
    ]);
  });

  it('end after words that look like abbreviations', () => {
    expect(texts('The children sat. Twelve were hurt. The answer was no. Nobody spoke. It is No. 10 on the list.')).toEqual([
      'The children sat.',
      'Twelve were hurt.',
      'The answer was no.',
      'Nobody spoke.',
      'It is No. 10 on the list.',
    ]);
  });

  it('may begin with a figure', () => {
    expect(
      texts(
        'It fell by 3 percent. 26 people left in 2011. $40 million was lost. 15 stayed; vol. 3 says so, at approx. 4 p.m. and Rs. 500 each.',
      ),
    ).toEqual([
      'It fell by 3 percent.',
      '26 people left in 2011.',
      '$40 million was lost.',
      '15 stayed; vol. 3 says so, at approx. 4 p.m. and Rs. 500 each.',
    ]);
  });

  it('keep decimals and sums whole', () => {
    expect(texts('It rose from $.14 to $.28 a litre. Then it fell by 3.5 percent.')).toEqual([
      'It rose from $.14 to $.28 a litre.',
      'Then it fell by 3.5 percent.',
    ]);
  });

  it('go on after a quotation that ends inside them', () => {
    expect(texts('\u201cWhere are the boats?\u201d he asked. \u201cGone!\u201d')).toEqual([
      '\u201cWhere are the boats?\u201d he asked.',
      '\u201cGone!\u201d',
    ]);
  });

  it('are cut where a window ends if they are longer, and nothing is lost', () => {
    const long = `Then ${'the boat and '.repeat(5000)}the end.`;
    const found = passages(`${long} Next one.`);
    expect(found.length).toBeGreaterThan(2);
    expect(
      found
        .flatMap(({ tokens }) => tokens)
        .map(({ text }) => text)
        .join(' '),
    ).toBe(`${long.slice(0, -1)} . Next one .`);
  });

  it('are the same whether or not a window ends in one of them', () => {
    const sentence = 'Some 1,250 people crossed the river at Low Ford on Monday. ';
    const found = texts(sentence.repeat(900));
    expect(new Set(found)).toEqual(new Set([sentence.trim()]));
    expect(found).toHaveLength(900);
  });
});

describe('plain text', () => {
  it('takes a short line by itself for a heading, and no sentence', () => {
    expect(texts('What the river took\n\nIt took four houses.\n\nFour houses fell.\n\nand so on')).toEqual([
      'heading: What the river took',
      'It took four houses.',
      'Four houses fell.',
      'and so on',
    ]);
  });

  it('joins hard-wrapped lines, and not lines that are paragraphs', () => {
    const wrapped = 'The council of the old harbour town voted on\nMonday to rebuild the pier. It will cost about\n12 million pounds.';
    expect(texts(wrapped)).toEqual([
      'The council of the old harbour town voted on\nMonday to rebuild the pier.',
      'It will cost about\n12 million pounds.',
    ]);
    expect(
      texts('A short line of its own\nThe second line is very much longer than the first one, and has more to say.\nShort too'),
    ).toHaveLength(3);
  });

  it('reads list items without their marks', () => {
    expect(texts('Demands:\n- 12 new boats\n- lower rents\n\n1. First of all\n2) Second')).toEqual([
      'Demands:',
      'item: 12 new boats',
      'item: lower rents',
      'item: First of all',
      'item: Second',
    ]);
  });

  it('takes no number in the middle of a paragraph for a list number', () => {
    expect(texts('The vote was lost, and the pier was closed in\n12. of the ports nobody spoke')).toHaveLength(1);
  });

  it('tells captions by their credits', () => {
    expect(texts('Crowds at the gate, 4 May (Photo: J. Roe/CC)\n\nReuters/Jane Doe')).toEqual([
      'caption: Crowds at the gate, 4 May (Photo: J. Roe/CC)',
      'caption: Reuters/Jane Doe',
    ]);
    expect(texts('Crowds at the gate on Monday. Photograph: Jane Roe/AP')[0]).toBe('caption: Crowds at the gate on Monday.');
    expect(texts('He got the picture: nobody came.')).toEqual(['He got the picture: nobody came.']);
  });

  it('masks addresses, paths, links, escapes and emphasis', () => {
    expect(
      words(
        'See https://example.org/2021/05?n=3, or www.example.org, write to press12@example.org; open ./data/2020.csv. The *Daily Post* says [12 boats](#) cost \\$40 each.[3]',
      ),
    ).toEqual(['See , or , write to ; open .', 'The Daily Post says 12 boats cost $ 40 each .']);
  });

  it('leaves slashes of prose alone', () => {
    expect(words('It runs 24/7 at 90 km/h for $30/month and/or more.')).toEqual([
      'It runs 24 / 7 at 90 km / h for $ 30 / month and / or more .',
    ]);
  });

  it('masks the numbering of headings, and no figure', () => {
    expect(words('# 3.1 Results\n\n# 2. Method\n\n# 1.5 million displaced\n\n# 10 killed in blast')).toEqual([
      'Results',
      'Method',
      '1.5 million displaced',
      '10 killed in blast',
    ]);
  });
});

describe('page breaks', () => {
  it('do not cut a sentence: its tokens leave the gap out', () => {
    const text = 'The ministry wants to lower the price and raise\n\nthe wages of 4,000 miners by 12 percent. They agreed.';
    const [first, second] = passages(text);
    expect(text.slice(first!.start, first!.end)).toBe(
      'The ministry wants to lower the price and raise\n\nthe wages of 4,000 miners by 12 percent.',
    );
    expect(first!.tokens.map(({ text }) => text).join(' ')).toBe(
      'The ministry wants to lower the price and raise the wages of 4,000 miners by 12 percent .',
    );
    expect(second!.block).toBe(first!.block);
  });

  it('are passed over with the page header that stands in them', () => {
    const header = 'The Harbour News, page 7';
    const text = `The night shift began at\n\n${header}\n\nthe old docks at 11.`;
    const start = text.indexOf(header);
    const omitted = [{ start, end: start + header.length }];
    expect(words(text, 'plaintext', omitted)).toEqual(['The night shift began at the old docks at 11 .']);
    expect(words(text, 'markdown', omitted)).toEqual(['The night shift began at the old docks at 11 .']);
  });

  it('join a capital after a word that ends no sentence', () => {
    expect(texts('They sailed past the capital of\n\nNorway in May.')).toHaveLength(1);
  });

  it('join no heading, no list item and no sentence that is ended', () => {
    expect(texts('What came next\n\niPhones were sold.')).toHaveLength(2);
    expect(texts('They want:\n\nlower rents')).toHaveLength(2);
    expect(texts('# What came\n\nand went', 'markdown')).toHaveLength(2);
    expect(texts('They want\n\n- more', 'markdown')).toHaveLength(2);
  });
});
