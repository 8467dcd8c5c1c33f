import { setImmediate } from 'node:timers/promises';
import { parser as commonMark, GFM } from '@lezer/markdown';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import type { Work } from '../../server/engine/model.ts';
import { sourceName } from '../../server/engine/rules/wording.ts';
import { formatDate } from '../../server/lsp/cite.ts';
import { excerpt } from '../../server/lsp/excerpt.ts';
import { escapeMarkdown, markdown, markdownCode } from '../../server/lsp/markdown.ts';
import { spanAt } from '../../server/lsp/positions.ts';
import { drive, driveBehind } from '../../server/lsp/runtime.ts';
import { fileOf, fileUri, joinUri, normalUri, relativePath, textUri } from '../../server/lsp/uris.ts';
import { source } from './judgements.ts';

const parser = commonMark.configure(GFM);
/** Text as an attacker would write it: whatever means something to Markdown, HTML or a reader of addresses, among other things. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'\\`*_{}[]()<>#+-.!|~&;:/@$"\'=\n\r\t \u202e\ufeff'),
      fc.constantFrom('www.', 'http://', 'a@b.c', '&lt;', '<b>', '](', '![', 'x'),
      fc.string(),
    ),
  )
  .map((parts) => parts.join(''));

describe('Markdown', () => {
  test('escaped text is that text and nothing else', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const shown = `- x “${escapeMarkdown(text)}” y`;
        let plain = '';
        let at = 0;
        parser.parse(shown).iterate({
          enter({ name, from, to }) {
            expect(['Document', 'BulletList', 'ListItem', 'ListMark', 'Paragraph', 'Escape']).toContain(name);
            if (name !== 'Escape') return;
            plain += shown.slice(at, from) + shown.slice(from + 1, to);
            at = to;
          },
        });
        plain += shown.slice(at);
        const readable = text.replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ').replace(/\s+/g, ' ');
        expect(plain).toBe(`- x “${readable}” y`);
      }),
    );
  });

  test('code is nothing but code, whatever is in it', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const shown = `# x ${markdownCode(`a${text}`)} y`;
        const nodes: string[] = [];
        parser.parse(shown).iterate({ enter: ({ name, from, to }) => void nodes.push(`${name} ${from}-${to}`) });
        const inside = nodes.filter((node) => !/^(?:Document|ATXHeading1|HeaderMark|CodeMark) /.test(node));
        expect(inside).toEqual([`InlineCode 4-${shown.length - 2}`]);
      }),
    );
  });

  test('a link leads to its target and nowhere else, whatever its label, target and title', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (label, target, title) => {
        const links: string[] = [];
        const shown = `- x ${markdown.link(`a${label}`, `file:///${target}`, title)} y`;
        parser.parse(shown).iterate({
          enter({ name, from, to }) {
            if (name === 'URL') links.push(shown.slice(from, to));
            expect(name).not.toMatch(/HTML|Image|Autolink/);
          },
        });
        expect(links).toHaveLength(1);
        expect(links[0]).toMatch(/^file:\/\/\//);
      }),
    );
  });
});

describe('URIs', () => {
  test('of one file have one spelling', () => {
    const spellings: readonly (readonly [string, string])[] = [
      ['file:///c%3A/a%20b/c.md', 'file:///C:/a%20b/c.md'],
      ['file:///a/%28x%29.md', 'file:///a/(x).md'],
      ['file:///a/%C3%BC.md', 'file:///a/ü.md'],
      ['file:///a', 'file:///a/'],
      ['file:///', 'file:////'],
      ['untitled:Untitled-1', 'untitled:Untitled-1'],
      ['file://server/share/a.md', 'file://server/share/a.md'],
    ];
    for (const [normal, given] of spellings) expect(normalUri(given)).toBe(normal);
    for (const file of ['file:///a/100%25%20b.pdf', 'file:///c%3A/a%23b.pdf', 'file://server/share/a%28text%29.docx']) {
      expect(fileOf(textUri(file)!)).toBe(file);
    }
    expect(textUri('file:///c%3A/a.pdf')).toBe('second-source-text:/c%3A/a.pdf%20%28text%29');
    expect(textUri('untitled:a.pdf')).toBeNull();
    expect(fileUri('/a b/100%25')).toBe('file:///a%20b/100%2525');
    expect(fileUri('C:\\a\\b')).toBe('file:///c%3A/a/b');
    fc.assert(
      fc.property(fc.string(), (path) => {
        const normal = normalUri(`file:///${path}`);
        expect(normalUri(normal)).toBe(normal);
      }),
    );
  });

  test('a path joined to a folder is found below it again', () => {
    const segment = fc.string({ minLength: 1 }).filter((name) => !/[/]/.test(name) && !name.includes('%'));
    fc.assert(
      fc.property(fc.array(segment, { minLength: 1 }), (segments) => {
        const path = segments.join('/');
        expect(relativePath('file:///desk', joinUri('file:///desk', path))).toBe(path);
      }),
    );
    expect(relativePath('file:///desk', 'file:///desktop/a.md')).toBeNull();
    expect(relativePath('file:///desk', 'file:///desk')).toBeNull();
  });
});

describe('what is shown', () => {
  test('dates as far as they are known', () => {
    expect(formatDate({ year: 2022, month: 1, day: 7 }, 'en-GB')).toBe('7 January 2022');
    expect(formatDate({ year: 2022, month: 1, day: null }, 'en-GB')).toBe('January 2022');
    expect(formatDate({ year: 2022, month: null, day: null }, 'en-GB')).toBe('2022');
    expect(formatDate({ year: null, month: 1, day: 7 }, 'en-GB')).toBe('');
    expect(formatDate({ year: 97, month: 1, day: 7 }, 'en-GB')).toBe('7 January 97');
  });

  test('a source by publication, else title, else its file’s name', () => {
    const text = 'A sentence.';
    expect(sourceName(source(text, { publisher: 'Post', title: 'T' }).article)).toBe('Post');
    expect(sourceName(source(text, { publisher: ' ', title: 'T' }).article)).toBe('T');
    expect(sourceName(source(text, { title: `Long ${'and longer '.repeat(9)}` }).article)).toBe('Long and longer and longer and longer…');
    expect(sourceName(source(text, { uri: 'file:///desk/sources/a%20b.txt' }).article)).toBe('a b.txt');
    expect(sourceName(source(text).article, 'sub/a.txt')).toBe('sub/a.txt');
  });

  test('a passage without the markup between its words', () => {
    const text = 'In **the** end [26 houses](https://x.example/a b) burnt\r\ndown.';
    const from = source(text, { language: 'markdown' });
    const start = text.indexOf('26');
    expect(excerpt(from, 0, { start, end: start + 2 }, { before: 90, after: 90 })).toEqual({
      before: 'In the end ',
      text: '26',
      after: expect.stringMatching(/^ houses/),
    });
  });

  test('the shortest span that holds a place, and one that ends there only when none does', () => {
    const spans = [
      { start: 0, end: 5 },
      { start: 5, end: 20 },
      { start: 6, end: 9 },
    ];
    const at = (offset: number) => spanAt(spans, (span) => span, offset);
    expect([0, 4, 5, 7, 9, 20, 21].map(at)).toEqual([spans[0], spans[0], spans[1], spans[2], spans[1], spans[1], undefined]);
  });
});

describe('long work', () => {
  function* steps(count: number, done: number[]): Work<string> {
    for (let step = 0; step < count; step++) {
      done.push(step);
      yield;
    }
    return 'finished';
  }

  test('lets others in every 10 ms', async () => {
    let clock = 0;
    let pauses = 0;
    const done: number[] = [];
    const runtime = { now: () => clock++, pause: async () => void pauses++ };
    expect(await drive(steps(50, done), runtime, new CancellationTokenSource().token)).toBe('finished');
    expect(done).toHaveLength(50);
    // The clock, which is asked once a step, goes on by 1 ms each time.
    expect(pauses).toBe(5);
  });

  test('that nobody waits for stands back while other work is run', async () => {
    let clock = 0;
    const done: number[] = [];
    const runtime = { now: () => clock++, pause: () => setImmediate() };
    const { token } = new CancellationTokenSource();
    const behind = driveBehind(steps(50, done), runtime, token);
    const before = done.length;
    await drive(steps(50, []), runtime, token);
    expect(before).toBeGreaterThan(0);
    expect(done).toHaveLength(before);
    expect(await behind).toBe('finished');
    expect(done).toHaveLength(50);
  });

  test('ends soon after it is cancelled', async () => {
    let clock = 0;
    const done: number[] = [];
    const cancellation = new CancellationTokenSource();
    const runtime = { now: () => (clock += 10), pause: async () => (done.length === 3 ? cancellation.cancel() : undefined) };
    await expect(drive(steps(50, done), runtime, cancellation.token)).rejects.toMatchObject({ code: -32800 });
    expect(done).toEqual([0, 1, 2]);
  });
});
