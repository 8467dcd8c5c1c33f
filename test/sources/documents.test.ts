/** Word, EPUB, e-mails, subtitles and tables: text, places, metadata, and what is wrong with a file. */
import { describe, expect, it } from 'vitest';
import { judged, libraryOf } from '../engine/check.ts';
import { docx, epub, storyOf } from './fixtures/make.mjs';
import { article, placed, read, zip } from './reading.ts';

const story = storyOf(
  '---\ntitle: The pier\nauthor: Ann Lee\npublication: The Harbour News\ndate: 2021-03-05\n---\n# The pier\n\nThe pier is old.\nIt has 12 boats.\n\n- One sank.\n- Two rot.\n\n## Its cost\n\nIt cost 3 million dollars.',
);

describe('a Word document', () => {
  it('is its paragraphs, headings and items', async () => {
    const found = await article('a.docx', docx(story));
    expect(placed(found)).toEqual([
      '1 # The pier',
      '2 The pier is old. It has 12 boats.',
      '3 - One sank.',
      '4 - Two rot.',
      '5 # Its cost',
      '6 It cost 3 million dollars.',
    ]);
    expect(found).toMatchObject({ title: 'The pier', author: 'Ann Lee', date: { year: 2021, month: 3, day: 5 }, isExtracted: true });
  });
});

describe('a book', () => {
  it('is its chapters in order', async () => {
    const found = await article('a.epub', epub(story));
    expect(placed(found).at(-1)).toBe('6 It cost 3 million dollars.');
    expect(found).toMatchObject({
      title: 'The pier',
      author: 'Ann Lee',
      publisher: 'The Harbour News',
      date: { year: 2021, month: 3, day: 5 },
    });
  });

  it('has the pages that it marks', async () => {
    const chapter =
      '<html xmlns:epub="http://www.idpf.org/2007/ops"><body><p><span epub:type="pagebreak" title="9"/>It began here and <span epub:type="pagebreak" title="10"/>went on with 12 boats.</p><p>Then 3 more.</p></body></html>';
    const files = {
      'META-INF/container.xml': '<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>',
      'b.opf': '<package><manifest><item id="c" href="a%20b.xhtml"/></manifest><spine><itemref idref="c"/></spine></package>',
      'a b.xhtml': chapter,
    };
    const found = await article('a.epub', zip(files));
    expect(found.text).toBe('It began here and went on with 12 boats.\n\nThen 3 more.');
    expect(found.locators.map(({ start, locator }) => `${start} ${JSON.stringify(locator)}`)).toEqual([
      '0 {"page":"9","physicalPage":1}',
      '18 {"page":"10","physicalPage":2}',
    ]);
    expect(await read('a.epub', zip({ ...files, 'META-INF/encryption.xml': '<e><CipherReference URI="a b.xhtml"/></e>' }))).toEqual({
      skipped: 'protected against copying',
    });
  });
});

describe('an e-mail', () => {
  const head =
    'From: Ann Lee <ann@harbour.example>\r\nTo: bo@harbour.example\r\nSubject: =?utf-8?q?The_caf=C3=A9?= figures\r\nDate: Thu, 6 Jan 2022 23:10:00 +0600\r\n';

  it('says who wrote what and when, without its signature', async () => {
    const body =
      'Dear Bo,\r\n\r\nwe counted 412 boats in the harbour of Port Mara on the first day of the year,\r\nand 14 men were missing.\r\n\r\n> How many?\r\n\r\n-- \r\nAnn, 555 1234\r\n';
    const found = await article('a.eml', `${head}Content-Type: text/plain\r\n\r\n${body}`);
    expect(found).toMatchObject({ title: 'The café figures', author: 'Ann Lee', date: { year: 2022, month: 1, day: 6 } });
    expect(placed(found)).toEqual([
      '1 Dear Bo,',
      '2 we counted 412 boats in the harbour of Port Mara on the first day of the year, and 14 men were missing.',
      '3 > How many?',
    ]);
  });

  it('of HTML alone is read as a page', async () => {
    const found = await article(
      'a.eml',
      `${head}Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${btoa('<p>We counted 412 boats.</p>')}\r\n`,
    );
    expect(found.text).toBe('We counted 412 boats.');
  });
});

describe('subtitles', () => {
  it('have the time of each cue, and the speaker where one begins', async () => {
    const vtt =
      'WEBVTT\n\nNOTE 14 cues\n\n00:00:01.000 --> 00:00:04.000 align:start\n<v Ann Lee>We lost <i>12</i> boats\n\n00:00:04.000 --> 00:00:07.000\n<v Ann Lee>in the storm.\n\n01:01:10.500 --> 01:01:12.000\n<v Bo Roe>And 14 men. [applause]\n';
    const found = await article('a.vtt', vtt);
    expect(found.text).toBe('Ann Lee: We lost 12 boats in the storm.\n\nBo Roe: And 14 men.');
    expect(found.locators.map(({ locator }) => locator)).toEqual([{ time: '0:00:01' }, { time: '0:00:04' }, { time: '1:01:10' }]);
  });

  it('of SubRip are read too, captions that roll once', async () => {
    const srt =
      '1\r\n00:00:01,000 --> 00:00:02,000\r\nWe lost 12 boats\r\n\r\n2\r\n00:00:02,000 --> 00:00:03,000\r\nWe lost 12 boats\r\nin the storm.\r\n\r\n3\r\n00:00:30,000 --> 00:00:31,000\r\n- ROE: And 14 men.\r\n';
    expect((await article('a.srt', srt)).text).toBe('We lost 12 boats in the storm.\n\nROE: And 14 men.');
    expect(await read('a.srt', 'no cues')).toMatchObject({ skipped: expect.stringContaining('damaged') });
  });
});

describe('a transcript as text', () => {
  it('has its times', async () => {
    const found = await article(
      'a.txt',
      '[00:00:05] Ann Lee: We lost 12 boats.\n\n[00:01:10] Bo Roe: And 14 men.\nNobody else.\n\n[01:02:03] Ann Lee: Yes.\n',
    );
    expect(placed(found).map((line) => line.split(' ')[0])).toEqual(['0:00:05', '0:01:10', '0:01:10', '1:02:03']);
    expect(found.isExtracted).toBe(false);
  });

  it('is no list of appointments', async () => {
    expect((await article('a.txt', '10:30 The mayor\n11:00 The harbour\n09:15 The school\n12:00 Lunch\n')).locators).toEqual([]);
  });
});

describe('a table', () => {
  it('has a claim in each cell, with its unit and scale', async () => {
    const csv =
      'Harbour lines\n"In millions of dollars, except per share"\n,2019,2020\nRevenue,38.4,"1,020.5"\nNet income,(2.1),3\nEarnings per share,0.12,0.3\n';
    expect(placed(await article('a.csv', csv))).toEqual([
      'A1 # Harbour lines',
      'A2 In millions of dollars, except per share',
      'B4 Revenue, 2019: $38.4 million.',
      'C4 Revenue, 2020: $1,020.5 million.',
      'B5 Net income, 2019: -$2.1 million.',
      'C5 Net income, 2020: $3 million.',
      'B6 Earnings per share, 2019: $0.12.',
      'C6 Earnings per share, 2020: $0.3.',
    ]);
  });

  it.each([
    ['Revenue (US$ m)', '38.4', 'Revenue: US$38.4 million'],
    ['Turnout, %', '54.3', 'Turnout: 54.3 percent'],
    ['Turnout', '54.3%', 'Turnout: 54.3%'],
    ['Area (km)', '12', 'Area: 12 km'],
    ['Debt, in billions of euros', '2', 'Debt: \u20ac2 billion'],
    ['Wages (thousands of tenge)', '86', 'Wages: 86 thousand tenge'],
    ['Year', '2019', 'Year: 2019'],
  ])('reads a header such as "%s"', async (header, value, said) => {
    expect((await article('a.tsv', `Port\tName\t${header}\nMara\tA\t${value}\n`)).text).toContain(`${said}.`);
  });

  it('of semicolons has decimal commas', async () => {
    expect((await article('a.csv', 'Port;Turnout (%);Boats\nMara;54,3;1.200\nSalta;61,0;77\n')).text).toContain(
      'Mara, Turnout: 54.3 percent.\n\nMara, Boats: 1200.',
    );
  });

  it('of quoted cells keeps what is in them', async () => {
    expect((await article('a.csv', 'Port,Note,Boats\nMara,"a ""big"", old\nport",12\n')).text).toBe('Mara, a "big", old port, Boats: 12.');
  });

  it('bears a draft out, and contradicts one', async () => {
    const csv = 'In millions of dollars\nHarbour Ferries,2020,2021\nRevenue,31.2,38.4\nCosts,30.1,35.9\n';
    const { text } = await article('a.csv', csv);
    const library = libraryOf({ table: text });
    const verdicts = (draft: string) => judged(library, draft).figures.map(({ claim, verdict }) => `${claim.figure.text} ${verdict}`);
    expect(verdicts('Revenue was $38.4 million in 2021.')[0]).toBe('$38.4 million supported');
    expect(verdicts('Revenue was $41 million in 2021.')[0]).toBe('$41 million refuted');
    expect(verdicts('Costs were $35.9 million in 2021.')[0]).toBe('$35.9 million supported');
  });
});

describe('a workbook', () => {
  const sheet = (rows: string, merged = '') => `<worksheet><sheetData>${rows}</sheetData>${merged}</worksheet>`;
  const book = (sheets: Readonly<Record<string, string>>, state = '') => ({
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${Object.keys(sheets)
      .map((name, index) => `<sheet name="${name}" r:id="r${index}"${name === 'Hidden' ? state : ''}/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${Object.keys(sheets)
      .map((_, index) => `<Relationship Id="r${index}" Target="worksheets/s${index}.xml"/>`)
      .join('')}</Relationships>`,
    'xl/sharedStrings.xml': '<sst><si><t>Revenue</t></si><si><r><t>Net </t></r><r><t>income</t></r></si></sst>',
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="&quot;$&quot;#,##0.0"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="10"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    ...Object.fromEntries(Object.values(sheets).map((xml, index) => [`xl/worksheets/s${index}.xml`, xml])),
  });
  const rows =
    '<row r="2"><c r="B2" t="inlineStr"><is><t>In millions</t></is></c><c r="C2" t="str"><v>Margin</v></c><c r="D2" t="str"><v>Day</v></c></row>' +
    '<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" s="1"><v>1038.42</v></c><c r="C3" s="2"><v>0.087</v></c><c r="D3" s="3"><v>44567</v></c></row>' +
    '<row r="4" hidden="1"><c r="A4" t="s"><v>1</v></c><c r="B4"><v>99</v></c></row>' +
    '<row r="5"><c r="A5" t="s"><v>1</v></c><c r="B5" s="1"><v>12</v></c><c r="C5" t="e"><v>#REF!</v></c></row>';

  it('is its cells as they are shown, and nothing that is hidden', async () => {
    expect(placed(await article('a.xlsx', zip(book({ Budget: sheet(rows) }))))).toEqual([
      'B3 Revenue: $1,038.4 million.',
      'C3 Revenue, Margin: 8.70%.',
      'D3 Revenue, Day: 2022-01-06.',
      'B5 Net income: $12.0 million.',
    ]);
  });

  it('of several sheets names the sheet of each cell', async () => {
    const found = await article('a.xlsx', zip(book({ Budget: sheet(rows), Hidden: sheet(rows), Boats: sheet(rows) }, ' state="hidden"')));
    expect(placed(found).filter((line) => line.includes('Net income'))).toEqual([
      'Budget!B5 Net income: $12.0 million.',
      'Boats!B5 Net income: $12.0 million.',
    ]);
  });

  it('has a merged header above each of its columns', async () => {
    const merged =
      '<row r="1"><c r="B1" t="str"><v>Men</v></c><c r="D1" t="str"><v>Women</v></c></row><row r="2"><c r="A2" t="str"><v>Port</v></c><c r="B2"><v>2019</v></c><c r="C2"><v>2020</v></c><c r="D2"><v>2019</v></c><c r="E2"><v>2020</v></c></row>' +
      '<row r="3"><c r="A3" t="str"><v>Mara</v></c><c r="B3"><v>12</v></c><c r="C3"><v>13</v></c><c r="D3"><v>14</v></c><c r="E3"><v>15</v></c></row>';
    const { text } = await article(
      'a.xlsx',
      zip(book({ One: sheet(merged, '<mergeCells><mergeCell ref="B1:C1"/><mergeCell ref="D1:E1"/></mergeCells>') })),
    );
    expect(text.split('\n\n')).toEqual([
      'Mara, Men, 2019: 12.',
      'Mara, Men, 2020: 13.',
      'Mara, Women, 2019: 14.',
      'Mara, Women, 2020: 15.',
    ]);
  });
});

describe('what would take too much', () => {
  const container = { 'META-INF/container.xml': '<container><rootfile full-path="b.opf"/></container>' };

  it('is skipped before it is unpacked', async () => {
    const zeros = new Uint8Array(40 * 1024 * 1024);
    for (const name of ['a.docx', 'a.xlsx', 'a.epub']) {
      expect(await read(name, zip({ 'word/document.xml': zeros, ...container }))).toEqual({
        skipped: 'unpacks to far more than a document holds',
      });
    }
  });

  it('as entities within entities is not expanded', async () => {
    const bomb = '<!DOCTYPE a [<!ENTITY a "boom"><!ENTITY b "&a;&a;&a;">]><w:document>&b;</w:document>';
    expect(await read('a.docx', zip({ 'word/document.xml': bomb }))).toEqual({ skipped: 'defines XML entities, which no document needs' });
    expect(await read('a.xlsx', zip({ 'xl/workbook.xml': bomb }))).toEqual({ skipped: 'defines XML entities, which no document needs' });
    expect(await read('a.epub', zip({ ...container, 'b.opf': bomb }))).toEqual({
      skipped: 'defines XML entities, which no document needs',
    });
  });

  it('as a table of a database is skipped', async () => {
    expect(await read('a.csv', '1,2,3\n'.repeat(70_000))).toEqual({ skipped: 'has too many cells: it is a database' });
  });

  it('or cannot be opened is skipped with its reason', async () => {
    const old = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0);
    for (const name of ['a.docx', 'a.xlsx']) {
      expect(await read(name, old)).toEqual({ skipped: 'protected by a password, or in an old Office format' });
      expect(await read(name, docx(story).subarray(0, 900))).toMatchObject({ skipped: expect.stringContaining('damaged') });
      expect(await read(name, zip({ 'a.txt': 'x' }))).toMatchObject({ skipped: expect.stringContaining('damaged') });
      expect(await read(name, 'x')).toMatchObject({ skipped: expect.stringContaining('damaged') });
    }
  });
});
