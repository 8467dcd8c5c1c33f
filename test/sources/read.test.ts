/** Reading files: formats, encodings, front matter, and what is skipped with which reason. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../server/engine/model.ts';
import { isSupported, readArticle } from '../../server/sources/read.ts';

function read(name: string, content: string | Uint8Array): ReturnType<typeof readArticle> {
  return readArticle({ uri: `file:///${name}`, name, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content });
}

async function article(name: string, content: string | Uint8Array): Promise<Article> {
  const reading = await read(name, content);
  if ('skipped' in reading) throw new Error(`skipped: ${reading.skipped}`);
  return reading.article;
}

function utf16(text: string, { big = false, mark = true } = {}): Uint8Array {
  const bytes = new Uint8Array((text.length + 1) * 2);
  const view = new DataView(bytes.buffer);
  for (const [index, unit] of ['\ufeff', ...text.split('')].entries()) view.setUint16(index * 2, unit.charCodeAt(0), !big);
  return mark ? bytes : bytes.subarray(2);
}

describe('formats', () => {
  it('are told by the extension, whatever its case', async () => {
    expect(['a.txt', 'A.TXT', 'b.text', 'c.md', 'd.markdown', 'e.rst', 'f.adoc', 'dir.x/g.tex'].map(isSupported)).not.toContain(false);
    expect(['a.pdf', 'b.DOCX', 'c.epub', 'd.html', 'e.mht', 'f.eml', 'g.srt', 'h.csv', 'i.xlsx'].map(isSupported)).not.toContain(false);
    expect(['a.odt', 'b.zip', 'txt', '.txt', 'dir.md/c', 'd.'].map(isSupported)).not.toContain(true);
    expect((await article('a.md', 'x')).language).toBe('markdown');
    expect((await article('a.rst', 'x')).language).toBe('restructuredtext');
    expect((await article('a.adoc', 'x')).language).toBe('asciidoc');
    expect((await article('a.tex', 'x')).language).toBe('latex');
    expect((await article('a.txt', 'x')).language).toBe('plaintext');
  });

  it('that are not read are skipped with a reason', async () => {
    expect(await read('a.ODT', 'x')).toEqual({ skipped: 'OpenDocument files are not read yet' });
    expect(await read('a.doc', 'x')).toEqual({ skipped: 'old Word documents are not read: save it as .docx' });
    expect(await read('a.xyz', 'x')).toEqual({ skipped: 'files of this kind are not read yet' });
    expect(await read('notes', 'x')).toEqual({ skipped: 'files without an extension are not read' });
  });

  it('skip what is empty and what is not text', async () => {
    expect(await read('a.txt', '')).toEqual({ skipped: 'empty' });
    expect(await read('a.txt', '\ufeff \r\n ')).toEqual({ skipped: 'empty' });
    expect(await read('a.txt', '%PDF-1.7 ...')).toEqual({ skipped: 'not text: it looks like a PDF document' });
    expect(await read('a.txt', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10))).toEqual({
      skipped: 'not text: it looks like an image',
    });
    const noise = Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919) % 32);
    expect(await read('a.md', noise)).toEqual({ skipped: 'not text: it holds bytes that no text has' });
  });
});

describe('a text longer than any book', () => {
  it('is not read, whether it has lines or none, and in whatever file it is', async () => {
    const sentence = 'The harbour of Port Mara counted 412 boats in March. ';
    const long = sentence.repeat(Math.ceil((4 * 1024 * 1024 + 1) / sentence.length));
    for (const content of [long, long.replaceAll('. ', '.\n')])
      expect(await read('a.txt', content)).toEqual({ skipped: 'holds too much text' });
    expect(await read('a.eml', `From: a@b.example\nSubject: x\n\n${long}`)).toEqual({ skipped: 'holds too much text' });
    expect(await article('a.txt', long.slice(0, 4 * 1024 * 1024))).toMatchObject({ language: 'plaintext' });
  });
});

describe('encodings', () => {
  const text = 'Les élèves ont payé 12\u00a0000\u00a0€ à l\u2019école.\r\n“Très bien”, dit-elle.';

  it('UTF-8 and UTF-16 are read, with or without a byte order mark, and the mark is no part of the text', async () => {
    for (const bytes of [
      new TextEncoder().encode(text),
      new TextEncoder().encode(`\ufeff${text}`),
      utf16(text),
      utf16(text, { big: true }),
      utf16(text, { mark: false }),
      utf16(text, { big: true, mark: false }),
    ]) {
      expect((await article('a.txt', bytes)).text).toBe(text);
    }
  });

  it('Windows-1252 keeps its quotation marks, dashes and signs, detected, declared and in e-mails', async () => {
    const said = 'The mayor said: “It’s €500 – not £400 – a boat…” at the café.';
    const bytes = Uint8Array.of(
      ...[...'The mayor said: \x93It\x92s \x80500 \x96 not \xa3400 \x96 a boat\x85\x94 at the caf\xe9.'].map((char) => char.charCodeAt(0)),
    );
    const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);
    const page = '<html><head><meta charset="iso-8859-1"></head><body><p>';
    const mail = 'From: a@b.example\nSubject: x\nContent-Type: text/plain; charset=windows-1252\nContent-Transfer-Encoding: 8bit\n\n';
    expect((await article('a.txt', bytes)).text).toBe(said);
    expect((await article('a.html', Uint8Array.of(...ascii(page), ...bytes))).text).toContain(said);
    expect((await article('a.eml', Uint8Array.of(...ascii(mail), ...bytes))).text).toContain(said);
  });

  it('older ones are detected', async () => {
    const french = 'Les élèves de l’école ont été payés. '.replace('’', "'").repeat(5);
    expect(
      (
        await article(
          'a.txt',
          Uint8Array.from(french, (char) => char.charCodeAt(0)),
        )
      ).text,
    ).toBe(french);
    // Windows-1251: capital A is 0xC0 and the alphabet follows it.
    const russian = 'Вчера вечером жители города вышли на площадь и потребовали снизить цены. '.repeat(3);
    const bytes = Uint8Array.from(russian, (char) => (char.charCodeAt(0) < 128 ? char.charCodeAt(0) : char.charCodeAt(0) - 0x410 + 0xc0));
    expect((await article('a.txt', bytes)).text).toBe(russian);
  });

  it('of several alphabets are told apart, and a byte order mark wins', async () => {
    const text = 'Вчера вечером в порту затонул паром, на котором было двести человек, сообщила береговая охрана. '.repeat(3);
    // KOI8-R sets the letters in the order of the Latin ones that sound alike.
    const koi8 = 'юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ';
    const bytes = Uint8Array.from(text, (char) => (char.charCodeAt(0) < 128 ? char.charCodeAt(0) : 0xc0 + koi8.indexOf(char)));
    expect((await article('a.txt', bytes)).text).toBe(text);
    const german = 'Die Bürger müssen für größere Häfen zahlen, sagte der Bürgermeister. '.repeat(3);
    expect(
      (
        await article(
          'a.txt',
          Uint8Array.from(german, (char) => char.charCodeAt(0)),
        )
      ).text,
    ).toBe(german);
  });

  it('never fail, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('a.txt', 'a.md', 'a.rst', 'a.adoc', 'a.tex'),
        async (bytes, name) => {
          const reading = await read(name, bytes);
          if ('skipped' in reading) expect(reading.skipped).not.toBe('');
          else expect(reading.article.text.trim()).not.toBe('');
        },
      ),
    );
  });
});

describe('front matter', () => {
  it('tells title, author, publisher, date and URL, and is no text', async () => {
    const text = [
      '---',
      'title: "The pier: a history"',
      'authors: [Ann Lee, { name: Bo Roe }]',
      'publication: The Harbour News',
      'date: 2021-03-05T10:00:00Z',
      'source: https://harbour.example/pier',
      '---',
      'The pier is old.',
    ].join('\r\n');
    expect(await article('a.md', text)).toEqual({
      uri: 'file:///a.md',
      text,
      language: 'markdown',
      title: 'The pier: a history',
      author: 'Ann Lee, Bo Roe',
      publisher: 'The Harbour News',
      date: { year: 2021, month: 3, day: 5 },
      url: 'https://harbour.example/pier',
      omitted: [{ start: 0, end: text.indexOf('The pier is') }],
      isExtracted: false,
      locators: [],
    });
  });

  it('takes dates as they are written, as far as they go', async () => {
    const date = async (value: string) => (await article('a.md', `---\ndate: ${value}\n---\nText.`)).date;
    expect(await date('5 March 2021')).toEqual({ year: 2021, month: 3, day: 5 });
    expect(await date('2021-03')).toEqual({ year: 2021, month: 3, day: null });
    expect(await date('2021')).toEqual({ year: 2021, month: null, day: null });
    expect(await date('2021-02-30')).toBeNull();
    expect(await date('soon')).toBeNull();
  });

  it('that is malformed costs its bad lines alone', async () => {
    const found = await article('a.md', '---\ntitle: The "pier\nauthor: Ann Lee: reporter\n\t- [x\ndate: 2021-03-05\n---\nThe text.');
    expect(found).toMatchObject({ title: 'The "pier', date: { year: 2021, month: 3, day: 5 } });
    expect(found.omitted).toHaveLength(1);
    const open = '---\ntitle: The pier\n\nThe text goes on here and never ends the block.';
    expect((await article('a.md', open)).text).toBe(open);
  });

  it('wins over the text key by key', async () => {
    const found = await article('a.md', '---\ntitle: The pier\n---\n# Another title\n\nBy Ann Lee\n\n5 March 2021\n\nThe pier is old.');
    expect(found).toMatchObject({
      title: 'The pier',
      author: 'Ann Lee',
      date: { year: 2021, month: 3, day: 5 },
      publisher: null,
      url: null,
    });
  });

  it('is none where a rule opens the text', async () => {
    const text = '---\n\nThe pier is old and has 12 boats, they say.\n\n---\n\nIt is new.';
    expect((await article('a.md', text)).omitted).toEqual([]);
  });
});
