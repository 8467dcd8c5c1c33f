/** Web pages: the article's text alone, with what the page says of itself. */
import { describe, expect, it } from 'vitest';
import { article, placed, read } from './reading.ts';

const PROSE = [
  'The ferry Salta sank on Friday with 214 people on board, the coast guard said, and 41 of them were missing at nightfall.',
  'Rescuers pulled 173 people from the water, the harbour master said on Saturday, some after six hours in the cold sea.',
  'The company, Harbour Lines, has run the ship since 1998, and its director, Bo Roe, said it had been inspected in January.',
];
const body = PROSE.map((text) => `<p>${text}</p>`).join('\n');
const page = (head: string, inside: string) => `<!doctype html><html><head>${head}</head><body>${inside}</body></html>`;

describe('a web page', () => {
  it('is its main text, without what is around it', async () => {
    const html = page(
      '<title>Ferry sinks</title><style>p { color: red }</style>',
      `<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World 24</a></li></ul></nav>
       <article><h1>Ferry sinks</h1>${body}<div class="advertisement">Save 50 percent on shoes</div><h2>The rescue</h2>
       <ul><li>Two ships and 14 boats took part.</li><li>A helicopter was lost.</li></ul></article>
       <aside class="related"><h3>Most read</h3><p>99 ways to cook a fish in salt</p></aside>
       <div id="comments"><p>I heard that 500 people died and nobody writes about it.</p></div><footer>© 2021</footer><script>let a = 12;</script>`,
    );
    expect(placed(await article('a.html', html))).toEqual([
      '1 # Ferry sinks',
      ...PROSE.map((text, index) => `${index + 2} ${text}`),
      '5 # The rescue',
      '6 - Two ships and 14 boats took part.',
      '7 - A helicopter was lost.',
    ]);
  });

  it('leaves out what is struck out, hidden, or marks a footnote', async () => {
    const html = page(
      '',
      `${body}<p>It had <s>14</s> 16 boats<sup><a href="#n">3</a></sup> on deck.<span style="display: none">77</span></p>`,
    );
    expect((await article('a.html', html)).text).toContain('It had 16 boats on deck.');
  });

  it('has tables, a claim in each cell', async () => {
    const table =
      '<table><caption>Cargo, in thousands of tonnes</caption><tr><th>Port</th><th>2019</th><th>2020</th></tr><tr><td>Mara</td><td>12.5</td><td>8</td></tr></table>';
    const { text } = await article('a.html', page('', `${body}${table}${body}`));
    expect(text).toContain('Mara, 2019: 12.5 thousand tonnes.\n\nMara, 2020: 8 thousand tonnes.');
  });

  it.each([
    [
      'JSON-LD',
      `<script type="application/ld+json">{"@graph":[{"@type":"Organization","name":"X"},{"@type":"NewsArticle","headline":"Ferry sinks","datePublished":"2021-03-05T10:00:00+01:00","author":[{"name":"Ann Lee"},{"name":"Bo Roe"}],"publisher":{"name":"The Harbour News"},"url":"https://harbour.example/f"}]}</script>`,
      'Ann Lee, Bo Roe',
    ],
    [
      'meta elements',
      '<title>Ferry sinks | The Harbour News</title><meta property="og:site_name" content="The Harbour News"><meta property="article:published_time" content="2021-03-05T10:00:00Z"><meta name="author" content="By Ann Lee"><link rel="canonical" href="https://harbour.example/f">',
      'Ann Lee',
    ],
    [
      'the mark of the browser that saved it',
      '<title>Ferry sinks</title><!-- saved from url=(0026)https://harbour.example/f --><meta name="date" content="Fri, 05 Mar 2021 10:00:00 GMT"><meta name="dc.creator" content="Ann Lee"><meta name="dc.publisher" content="The Harbour News">',
      'Ann Lee',
    ],
  ])('says of itself in %s', async (_, head, author) => {
    expect(await article('a.html', page(head, body))).toMatchObject({
      title: 'Ferry sinks',
      author,
      publisher: 'The Harbour News',
      date: { year: 2021, month: 3, day: 5 },
      url: 'https://harbour.example/f',
      isExtracted: true,
    });
  });

  it('says of itself in microdata', async () => {
    const inside = `<article itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Ferry sinks</h1><span itemprop="author" itemscope><span itemprop="name">Ann Lee</span></span><time itemprop="datePublished" datetime="2021-03-05">5 March</time>${body}</article>`;
    expect(await article('a.html', page('<title>Ferry sinks - The Harbour News</title>', inside))).toMatchObject({
      title: 'Ferry sinks',
      author: 'Ann Lee',
      publisher: 'The Harbour News',
      date: { year: 2021, month: 3, day: 5 },
    });
  });

  it('is read in the encoding that it names', async () => {
    const html = page('<meta charset="windows-1251">', `<p>${'Вчера в порту Мара затонул паром. '.repeat(8)}</p>`);
    const bytes = Uint8Array.from(html, (char) => (char.charCodeAt(0) < 128 ? char.charCodeAt(0) : char.charCodeAt(0) - 0x410 + 0xc0));
    expect((await article('a.htm', bytes)).text).toContain('Вчера в порту Мара затонул паром.');
  });

  it('has no soft hyphens and no ligatures, and one kind of space', async () => {
    const html = page('', `<p>The of\ufb01cers paid 12\u00a0000 and 3\u202f500 eu\u00adros.</p>${body}`);
    expect((await article('a.html', html)).text).toContain('The officers paid 12 000 and 3 500 euros.');
  });

  it('that holds nothing is skipped, however it is broken', async () => {
    expect(await read('a.html', '')).toEqual({ skipped: 'empty' });
    expect(await read('a.html', '<html><body><script>1</script></body></html>')).toEqual({ skipped: 'holds no text' });
    expect(await read('a.html', '<'.repeat(5000))).toMatchObject({});
    expect((await article('a.html', `${'<div>'.repeat(3000)}${PROSE[0]}`)).text).toContain('214 people');
    expect((await article('a.html', `<p>${PROSE[0]}`)).text).toBe(PROSE[0]);
  });
});

describe('a page saved as one file', () => {
  const saved = (encoding: string, content: string) =>
    `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://harbour.example/f\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----B"\r\n\r\n------B\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Location: https://harbour.example/f\r\n\r\n${content}\r\n------B\r\nContent-Type: text/html\r\nContent-Location: cid:frame\r\n\r\n<p>Buy 99 shoes</p>\r\n------B--\r\n`;

  it('is its first page, whatever carries it', async () => {
    const html = page('<title>Ferry sinks</title>', `${body}<p>The caf\u00e9 closed.</p>`);
    const bytes = new TextEncoder().encode(html);
    const quoted = Array.from(bytes, (byte) =>
      byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte),
    ).join('');
    for (const content of [
      saved('quoted-printable', quoted.replace('</p>', '=\r\n</p>')),
      saved('base64', btoa(String.fromCharCode(...bytes))),
    ]) {
      const found = await article('a.mhtml', content);
      expect(found).toMatchObject({ title: 'Ferry sinks', url: 'https://harbour.example/f' });
      expect(found.text).toContain('214 people');
      expect(found.text).toContain('The café closed.');
      expect(found.text).not.toContain('shoes');
    }
  });

  it('that holds no page is damaged', async () => {
    expect(await read('a.mht', 'nothing')).toMatchObject({ skipped: expect.stringContaining('damaged') });
  });
});
