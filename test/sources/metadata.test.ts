/** What a text without front matter says of itself, in the forms that pasted articles have. */
import { describe, expect, it } from 'vitest';
import type { Article } from '../../server/engine/model.ts';
import { readArticle } from '../../server/sources/read.ts';

async function article(...lines: string[]): Promise<Article> {
  const reading = await readArticle({ uri: 'a', name: 'a.txt', bytes: new TextEncoder().encode(lines.join('\n')) });
  if ('skipped' in reading) throw new Error(reading.skipped);
  return reading.article;
}

/** The lines of the article that are omitted. */
const omitted = ({ omitted, text }: Article) => omitted.map(({ start, end }) => text.slice(start, end));

const BODY =
  'The old pier of the harbour town will be torn down next year, the council said on Monday after a meeting that took five hours and ended in shouts.';
const day = (year: number, month: number, day: number | null) => ({ year, month, day });

describe('metadata', () => {
  it('is title, byline and date at the start', async () => {
    const found = await article('Old pier to go', '', 'By Ann Lee', 'March 5, 2021', '', BODY);
    expect(found).toMatchObject({ title: 'Old pier to go', author: 'Ann Lee', date: day(2021, 3, 5), publisher: null, url: null });
    expect(omitted(found)).toEqual(['By Ann Lee', 'March 5, 2021']);
  });

  it('may stand before the title, with furniture between', async () => {
    const found = await article(
      'By Ann Lee',
      'Downloading PDF. Please wait... Issue 310',
      '',
      'Who will save the pier?',
      '',
      'A campaign begins',
      'Issue 310',
      '',
      BODY,
    );
    expect(found).toMatchObject({ title: 'Who will save the pier?', author: 'Ann Lee', date: null });
    expect(omitted(found)).toEqual(['By Ann Lee', 'Downloading PDF. Please wait... Issue 310', 'Issue 310']);
  });

  it('takes names without By for a byline before a date alone', async () => {
    expect(await article('# Old pier to go', '', 'Ann Lee, Bo van der Roe  ', '5 March 2021', '', BODY)).toMatchObject({
      title: 'Old pier to go',
      author: 'Ann Lee, Bo van der Roe',
      date: day(2021, 3, 5),
    });
    expect(await article('Old pier to go', '', 'Harbour Town', '', BODY)).toMatchObject({ author: null });
    expect(await article('Market Report', '5 March 2021', '', BODY)).toMatchObject({ title: 'Market Report', author: null });
  });

  it.each([
    ['By Ann Lee and Bo Roe', 'Ann Lee, Bo Roe'],
    ['By Ann Lee, Bo Roe and Cy de Wit', 'Ann Lee, Bo Roe, Cy de Wit'],
    ['By Ann Lee, Political Editor', 'Ann Lee'],
    ['BY ANN LEE', 'ANN LEE'],
    ['Words by Ann O\u2019Lee-Roe', 'Ann O\u2019Lee-Roe'],
    ['By Ann Lee in Cape Town', 'Ann Lee'],
    ['By Ann Lee, BBC News', 'Ann Lee'],
    ['By Ann Lee and Bo Roe, Environment Correspondents', 'Ann Lee, Bo Roe'],
    ['By Ann Lee for The Harbour News', 'Ann Lee'],
    ['By Boat in Norway', null],
    ['By Wednesday', null],
    ['By Monday the pier was gone', null],
    ['By the time they came it was gone', null],
  ])('reads the byline %s', async (line, author) => {
    expect((await article('Old pier to go', '', line, '', BODY)).author).toBe(author);
  });

  it.each([
    ['6 January 2022', day(2022, 1, 6)],
    ['January 24, 2022', day(2022, 1, 24)],
    ['Jan. 24th, 2022', day(2022, 1, 24)],
    ['Friday, 7 January 2022', day(2022, 1, 7)],
    ['Publication date: Friday 7 January 2022', day(2022, 1, 7)],
    ['Published: 2022-01-07', day(2022, 1, 7)],
    ['Posted on 7 January 2022 at 14:30 GMT', day(2022, 1, 7)],
    ['Published 10:30 AM EST, Fri January 7, 2022', day(2022, 1, 7)],
    ['Last modified on Fri 7 Jan 2022 14.00 GMT', day(2022, 1, 7)],
    ['2022-01-07T10:00:00+01:00', day(2022, 1, 7)],
    ['January 2022', day(2022, 1, null)],
    ['7 January', null],
    ['31 February 2022', null],
    ['01/02/2022', null],
    ['The 7 January 2022 protests', null],
  ])('reads the date line %s', async (line, date) => {
    expect((await article('Old pier to go', '', line, '', BODY)).date).toEqual(date);
  });

  it('prefers the day of publication to an update, and a day to a month', async () => {
    const found = await article('Old pier to go', 'Updated: 9 March 2021', 'Published: 5 March 2021', 'March 2021', '', BODY);
    expect(found.date).toEqual(day(2021, 3, 5));
    expect(omitted(found)).toHaveLength(3);
  });

  it('takes a date from the very end, and none from the middle', async () => {
    expect((await article('Old pier to go', '', ...Array<string>(30).fill(`${BODY}\n`), 'January 2022')).date).toEqual(day(2022, 1, null));
    const middle = Array<string>(20).fill(BODY);
    expect((await article('Old pier to go', '', ...middle, '5 March 2021', ...middle)).date).toBeNull();
  });

  it('reads a line set with bars', async () => {
    const found = await article('Old pier to go', '', 'By Ann Lee | 5 March 2021 | 4 min read', '', BODY);
    expect(found).toMatchObject({ author: 'Ann Lee', date: day(2021, 3, 5) });
  });

  it('takes the URL that stands alone, and no link in the text', async () => {
    expect((await article('<https://harbour.example/pier?id=7>', '', 'Old pier to go', '', BODY)).url).toBe(
      'https://harbour.example/pier?id=7',
    );
    expect((await article('Old pier to go', '', `${BODY} See <https://harbour.example>.`)).url).toBeNull();
  });

  it('takes the title that a page header repeats, and passes a rubric over', async () => {
    const found = await article(
      'Harbour',
      '',
      'Old pier to go, council says',
      '',
      BODY,
      '',
      'It was built at',
      '',
      'Old pier to go, council says',
      '',
      'the mouth of the river.',
    );
    expect(found.title).toBe('Old pier to go, council says');
    expect(omitted(found)).toEqual(['Old pier to go, council says']);
    expect(found.omitted[0]!.start).toBe(found.text.lastIndexOf('Old pier'));
  });

  it('reads titles that are marked or underlined, in any markup', async () => {
    expect((await article('= Old pier to go', '', BODY)).title).toBe('Old pier to go');
    expect((await article('==============', 'Old pier to go', '==============', '', BODY)).title).toBe('Old pier to go');
    expect((await article('Old pier to go', '--------------', BODY)).title).toBe('Old pier to go');
    expect((await article('Subject: Old pier to go', '', BODY)).title).toBe('Old pier to go');
  });

  it('passes a menu and a masthead over', async () => {
    expect((await article('Home', 'News', 'Sport', '', 'Old pier to go', 'Share', 'By Ann Lee', '', BODY)).title).toBe('Old pier to go');
    expect((await article('THE HARBOUR NEWS', 'Vol. 12, No. 40', '', 'OLD PIER TO GO', '', BODY)).title).toBe('OLD PIER TO GO');
  });

  it('is the same whatever ends the lines', async () => {
    const lines = ['Old pier to go', '', 'By Ann Lee', '5 March 2021', '', BODY];
    for (const end of ['\r\n', '\r']) {
      expect(await article(lines.join(end))).toMatchObject({ title: 'Old pier to go', author: 'Ann Lee', date: day(2021, 3, 5) });
    }
  });

  it('gives no title where the text begins at once', async () => {
    expect((await article(BODY, '', 'What came next', '', BODY)).title).toBeNull();
    expect(
      (await article('The old pier of the harbour town will be', 'torn down next year, the council said.', '', BODY)).title,
    ).toBeNull();
  });

  it.each([
    ['Copyright \u00a9 The Harbour News - a weekly - All rights reserved', 'The Harbour News'],
    ['\u00a9 2021 Harbour News Ltd.', 'Harbour News Ltd'],
    ['Copyright 2021 Harbour News. All rights reserved.', 'Harbour News'],
    ['Make a donation to Harbour Worker', 'Harbour Worker'],
    ['Subscribe to Harbour Weekly', 'Harbour Weekly'],
    ['Special financial appeal to all readers of harbour.example', 'harbour.example'],
    ['If you like this article, please consider donating towards the work of Harbour View. Thanks.', 'Harbour View'],
    ['Sign up for our daily email', null],
    ['Subscribe to our Newsletter', null],
    ['Make a donation to our work', null],
    ['\u00a9', null],
  ])('says who publishes it: %s', async (line, publisher) => {
    expect((await article('Old pier to go', '', BODY, '', line)).publisher).toBe(publisher);
  });

  it('does not take a body sentence for a statement of the publisher', async () => {
    expect((await article('Old pier to go', '', 'Readers of Harbour Weekly are few.', '', BODY)).publisher).toBeNull();
  });
});
