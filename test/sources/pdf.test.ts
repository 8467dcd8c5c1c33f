/** PDF: reading order, mended words, pages as they are printed, and what has no text to read. */
import { describe, expect, it } from 'vitest';
import { locatorAt } from '../../server/engine/model.ts';
import { type Line, pdf } from './pdf.ts';
import { article, placed, read } from './reading.ts';

/** Lines one below the other from `top` on. */
const column = (texts: readonly string[], { x = 60, top = 700, step = 13 } = {}): Line[] =>
  texts.map((text, index) => ({ text, x, y: top - index * step }));

const LEFT = [
  'The harbour of Port Mara lost',
  'twelve boats in the storm of',
  'Friday night, and the people',
  'of the town counted 41 who',
  'were missing. The mayor had',
  'the schools opened for them.',
];
const RIGHT = [
  'Salta, further north, had no',
  'losses at all, though water',
  'stood in the streets until the',
  'next morning. Its harbour had',
  'been rebuilt for 12 million',
  'dollars after the last flood.',
];

describe('a PDF', () => {
  it('is read column by column, however the file writes it, with what stands across columns in its place', async () => {
    const [left, right] = [column(LEFT), column(RIGHT, { x: 310 })];
    const title: Line = { text: 'A storm on two coasts, and what came after it in both towns', y: 740, size: 16 };
    const rows = left.flatMap((line, index) => [line, right[index]!]);
    for (const lines of [
      [title, ...left, ...right],
      [title, ...rows],
      [...right, ...left, title],
    ]) {
      expect((await article('a.pdf', pdf([lines]))).text).toBe(`# ${title.text}\n\n${LEFT.join(' ')}\n\n${RIGHT.join(' ')}`);
    }
  });

  it('reads a table row by row', async () => {
    const rows = [
      ['Port', '2019', '2020'],
      ['Mara', '412', '398'],
      ['Salta', '77', '81'],
      ['Brava', '5', '6'],
      ['Lira', '9', '3'],
    ];
    const lines = rows.flatMap((row, down) => row.map((text, right): Line => ({ text, x: 60 + right * 120, y: 700 - down * 14 })));
    expect((await article('a.pdf', pdf([lines]))).text).toContain('Mara 412 398');
  });

  it('mends words that a line parts, and leaves their own hyphens', async () => {
    const lines = column([
      'The well-known mayor and the govern-',
      'ment of the island agreed on a well-',
      'known plan for the ferry, and on 2021-',
      '22 for its start, in two half-',
      'year steps, each half of a year.',
    ]);
    expect((await article('a.pdf', pdf([lines]))).text).toBe(
      'The well-known mayor and the government of the island agreed on a well-known plan for the ferry, and on 2021-22 for its start, in two half-year steps, each half of a year.',
    );
  });

  it('cuts paragraphs at indents and gaps, and goes on with one over a page', async () => {
    const one = [
      ...column(LEFT),
      { text: 'A second one begins here, set in', x: 75, y: 622 },
      { text: 'from the edge, and it goes on to', y: 609 },
    ];
    const two = [{ text: 'the next page with its 77 words.', y: 700 }, ...column(['A third one stands apart here.'], { top: 660 })];
    const found = await article('a.pdf', pdf([one, two]));
    expect(found.text.split('\n\n')).toEqual([
      LEFT.join(' '),
      'A second one begins here, set in from the edge, and it goes on to the next page with its 77 words.',
      'A third one stands apart here.',
    ]);
    expect(locatorAt(found, found.text.indexOf('77'))).toEqual({ page: '2', physicalPage: 2 });
    expect(locatorAt(found, found.text.indexOf('goes on'))).toEqual({ page: '1', physicalPage: 1 });
  });

  it('drops running headers and footers, and takes the page from what they print', async () => {
    const page = (number: number): Line[] => [
      { text: number % 2 ? `The Harbour News ${number}` : `${number} The Harbour News`, y: 810, size: 8 },
      ...column([`On this page ${number * 3} boats are`, 'counted in the old harbour.']),
      { text: 'Printed on demand', y: 30, size: 8 },
    ];
    expect(placed(await article('a.pdf', pdf([17, 18, 19, 20].map(page))))).toEqual(
      [17, 18, 19, 20].map((number) => `${number} On this page ${number * 3} boats are counted in the old harbour.`),
    );
  });

  it('takes the page from its labels first', async () => {
    const labels = '/PageLabels << /Nums [0 << /S /r >> 2 << /S /D /St 1 >>] >>';
    const pages = ['one', 'two', 'three'].map((word): Line[] => [{ text: `The page with the word ${word} on it.`, y: 700 }]);
    expect(placed(await article('a.pdf', pdf(pages, { catalog: labels }))).map((line) => line.split(' ')[0])).toEqual(['i', 'ii', '1']);
  });

  it('leaves out notes’ marks, and keeps squares', async () => {
    const lines: Line[] = [
      { text: 'The mayor counted 41 missing', x: 60, y: 700 },
      { text: '3', x: 194, y: 704, size: 6 },
      { text: 'in an area of 12 km', x: 206, y: 700 },
      { text: '2', x: 293, y: 704, size: 6 },
      { text: 'that night.', x: 302, y: 700 },
    ];
    expect((await article('a.pdf', pdf([lines]))).text).toMatch(/missing in an area of 12 km ?2 that night\./);
  });

  it('says of itself what somebody stated, and not what a program did', async () => {
    const info = (title: string, author: string, producer: string) =>
      pdf([column(LEFT)], {
        info: `/Title (${title}) /Author (${author}) /Producer (${producer}) /CreationDate (D:20210305101500+01'00')`,
      });
    expect(await article('a.pdf', info('Storm over Mara', 'Ann Lee', 'LaTeX'))).toMatchObject({
      title: 'Storm over Mara',
      author: 'Ann Lee',
      date: { year: 2021, month: 3, day: 5 },
    });
    expect(await article('a.pdf', info('Microsoft Word - storm.doc', 'alee', 'Skia/PDF m120'))).toMatchObject({ author: null, date: null });
  });

  it('without text, with a password, or damaged is skipped with its reason', async () => {
    expect(await read('a.pdf', pdf([[], []]))).toEqual({ skipped: 'holds no text: its pages are pictures, as of a scan' });
    const hex = 'ab'.repeat(32);
    const locked = pdf([column(LEFT)], {
      trailer: `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${hex}> /U <${hex}> /P -4 >> /ID [<${hex}> <${hex}>]`,
    });
    expect(await read('a.pdf', locked)).toEqual({ skipped: 'protected by a password' });
    const whole = pdf([column(LEFT)]);
    expect(await read('a.pdf', whole.subarray(0, 200))).toMatchObject({ skipped: expect.stringMatching(/damaged|holds no text/) });
    expect(await read('a.pdf', 'not a PDF at all')).toMatchObject({ skipped: expect.stringContaining('damaged') });
    expect(await read('a.pdf', '')).toEqual({ skipped: 'empty' });
  });

  it('whose pages or drawings lead round in a circle ends', async () => {
    const round = new TextDecoder('latin1').decode(pdf([column(LEFT)])).replace('/Kids [5 0 R]', '/Kids [2 0 R]');
    expect(await read('a.pdf', round)).toMatchObject({ skipped: expect.any(String) });
  });
});
