/** The command line as people and other programs run it: a process, its output, its exit code. */
import { existsSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { folder } from '../temporary.ts';
import { commandLine, exitOf, textOf } from './run.ts';

const { run, start, program } = commandLine();

const SOURCES = {
  'sources/harbour.md':
    '---\npublisher: Harbour News\ntitle: Storm off Brixham\ndate: 2021-03-04\n---\n\nThe trawler Merlin sank off Brixham on Thursday. The coastguard said 14 sailors were rescued.\n',
  'sources/echo.txt': 'The trawler Merlin sank off Brixham. Rescuers saved 14 sailors, a spokesman said.\n',
};
const DRAFT = 'The trawler Merlin sank off Brixham on 4 March 2021. In all, 19 sailors were rescued.\n';

interface Report {
  drafts: { path: string; figures: Record<string, unknown>[]; names: Record<string, unknown>[]; findings: Record<string, unknown>[] }[];
  sources: { articles: number; skipped: { path: string; reason: string }[] };
}

async function check(args: readonly string[], cwd: string): Promise<Report> {
  const { stdout, code, stderr } = await run(['check', ...args, '--format', 'json', '--fail-on', 'never'], cwd);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout);
}

describe('check', () => {
  test('prints the JSON that other programs rely on, field by field', async () => {
    const report = await check(['draft.md', '--sources', 'sources'], folder({ ...SOURCES, 'draft.md': DRAFT }));
    expect(report).toMatchObject({ version: 1, sources: { articles: 2, skipped: [] } });
    expect(report.drafts.map(({ path }) => path)).toEqual(['draft.md']);
    const [draft] = report.drafts;
    const figures = draft!.figures as { text: string; start: number; end: number; line: number; column: number; evidence: unknown[] }[];
    expect(figures.some(({ text }) => text.includes('19'))).toBe(true);
    for (const figure of figures) {
      expect(Object.keys(figure)).toEqual(['text', 'start', 'end', 'line', 'column', 'quantity', 'measures', 'verdict', 'evidence']);
      expect(figure.text).toBe(DRAFT.slice(figure.start, figure.end));
      expect([figure.line, figure.column]).toEqual([1, figure.start + 1]);
      expect(figure).toMatchObject({
        quantity: { dimension: expect.any(String), unit: expect.toSatisfy((unit) => unit === null || typeof unit === 'string') },
        measures: expect.any(String),
        verdict: expect.stringMatching(/^(supported|refuted|conflicting|unsourced)$/),
      });
    }
    for (const evidence of figures.flatMap((figure) => figure.evidence) as Record<string, unknown>[]) {
      const text = SOURCES[`sources/${evidence.source}` as keyof typeof SOURCES];
      expect(evidence.text).toBe(text.slice(evidence.start as number, evidence.end as number));
      expect(text).toContain(evidence.passage);
      expect(evidence).toMatchObject({ stance: expect.stringMatching(/^(agrees|differs)$/), locator: null, origin: null });
    }
  });

  test('finds a figure that no source has, and exits with 1', async () => {
    const desk = folder({ ...SOURCES, 'draft.md': DRAFT });
    const { code, stdout, stderr } = await run(['check', 'draft.md', '--sources', 'sources'], desk);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^draft\.md:1:\d+ warning .*\[refuted-figure\]$/m);
    expect(stdout).toMatch(/^1 warning.* in 1 draft; 2 sources$/m);
    expect(code).toBe(1);
    expect((await run(['check', 'draft.md', '--sources', 'sources', '--fail-on', 'error'], desk)).code).toBe(0);
    expect((await run(['check', 'draft.md', '--sources', 'sources', '--fail-on', 'never'], desk)).code).toBe(0);
  });

  test('never takes a draft for its own evidence, whatever link leads to it', async () => {
    const desk = folder({ ...SOURCES, 'sources/draft.md': DRAFT });
    symlinkSync(join(desk, 'sources', 'draft.md'), join(desk, 'linked.md'));
    for (const path of ['sources/draft.md', 'linked.md']) {
      const report = await check([path, '--sources', 'sources'], desk);
      const evidence = report.drafts[0]!.figures.flatMap((figure) => figure.evidence as { source: string }[]);
      expect(evidence.map(({ source }) => source)).not.toContain('draft.md');
      expect(evidence).not.toHaveLength(0);
    }
  });

  test('reads several folders of sources, each file once', async () => {
    const desk = folder({ ...SOURCES, 'more/deep/third.txt': 'Nothing.\n', 'draft.md': DRAFT });
    const report = await check(['draft.md', '--sources', 'sources', '--sources', 'more', '--sources', join(desk, 'sources')], desk);
    expect(report.sources).toEqual({ articles: 3, skipped: [] });
  });

  test('tells files of one name in two folders apart', async () => {
    const desk = folder({ 'a/x.txt': 'One.', 'b/x.txt': 'Two.', 'a/x.mp4': '', 'b/x.mp4': '', 'draft.md': DRAFT });
    const report = await check(['draft.md', '--sources', 'a', '--sources', 'b'], desk);
    const skipped = { path: 'x.mp4', reason: expect.stringMatching(/./) };
    expect(report.sources).toEqual({ articles: 2, skipped: [skipped, skipped] });
  });

  test('counts offsets from after the byte order mark, and CRLF as two', async () => {
    const text = '---\r\ntitle: "\ud83d\ude80"\r\n---\r\n\r\nOne line.\r\nIn all, 19 sailors were rescued.\r\n';
    const plain = await check(['a.md', '--sources', 'sources'], folder({ ...SOURCES, 'a.md': text }));
    const marked = await check(['a.md', '--sources', 'sources'], folder({ ...SOURCES, 'a.md': `\ufeff${text}` }));
    const utf16 = await check(['a.md', '--sources', 'sources'], folder({ ...SOURCES, 'a.md': Buffer.from(`\ufeff${text}`, 'utf16le') }));
    expect(plain.drafts[0]!.figures).toMatchObject([{ start: text.indexOf('19'), line: 6, column: 9 }]);
    expect(marked).toEqual(plain);
    expect(utf16).toEqual(plain);
  });

  test('copes with a line of a megabyte', async () => {
    const desk = folder({ ...SOURCES, 'long.md': `${'Words and more words. '.repeat(46_000)}In all, 19 sailors were rescued.` });
    const { stdout, stderr, code } = await run(['check', 'long.md', '--sources', 'sources', '--fail-on', 'never'], desk);
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThan(400);
  });

  test('checks many drafts, in the order given', async () => {
    const names = ['c.md', 'a.txt', 'b.rst', 'd.adoc', 'e.tex', 'f.other'];
    const report = await check(
      [...names, '--sources', 'sources'],
      folder({ ...SOURCES, ...Object.fromEntries(names.map((name) => [name, DRAFT])) }),
    );
    expect(report.drafts.map(({ path }) => path)).toEqual(names);
    for (const { figures } of report.drafts) expect(figures).toEqual(report.drafts[0]!.figures);
  });
});

describe('settings', () => {
  test('are those nearest to the draft, and their sources are relative to them', async () => {
    const desk = folder({
      'second-source.json': '{ "sources": ["nowhere/**"], "rules": { "refuted-figure": "error" } }',
      'story/second-source.json': '{ // here\n "sources": ["articles/*.txt"], "exclude": ["articles/old.txt"] }',
      'story/articles/echo.txt': SOURCES['sources/echo.txt'],
      'story/articles/old.txt': 'Old.',
      'story/parts/draft.md': DRAFT,
    });
    const report = await check(['story/parts/draft.md'], desk);
    expect(report.sources).toEqual({ articles: 1, skipped: [] });
    const sources = report.drafts[0]!.figures.flatMap((figure) => (figure.evidence as { source: string }[]).map(({ source }) => source));
    expect(new Set(sources)).toEqual(new Set(['articles/echo.txt']));
  });

  test('set the severity of a rule', async () => {
    const desk = folder({ ...SOURCES, 'draft.md': DRAFT, 'second-source.json': '{ "rules": { "refuted-figure": "hint" } }' });
    const { code, stdout } = await run(['check', 'draft.md'], desk);
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/ hint .*\[refuted-figure\]/) });
    expect((await run(['check', 'draft.md', '--sources', 'sources', '--config', 'none'], desk)).code).toBe(1);
  });

  test('exclude files from the folders named on the command line too', async () => {
    const desk = folder({ ...SOURCES, 'draft.md': DRAFT, 'second-source.json': '{ "sources": [], "exclude": ["sources/*.txt"] }' });
    expect((await check(['draft.md', '--sources', 'sources'], desk)).sources.articles).toBe(1);
  });

  test('may be named, and differ from draft to draft', async () => {
    const desk = folder({
      ...SOURCES,
      'draft.md': DRAFT,
      'other.json': '{ "sources": ["sources/*.md"] }',
      'one/second-source.json': '{}',
      'one/sources/a.txt': 'A.',
      'one/draft.md': 'x',
      'two/second-source.json': '{}',
      'two/sources/b.txt': 'B.',
      'two/draft.md': 'y',
    });
    expect((await check(['draft.md', '--config', 'other.json'], desk)).sources.articles).toBe(1);
    expect((await check(['one/draft.md', 'two/draft.md'], desk)).sources.articles).toBe(2);
  });

  test('that are broken are told once, at their place, and the rest counts', async () => {
    const desk = folder({
      ...SOURCES,
      'a.md': DRAFT,
      'b.md': DRAFT,
      'second-source.json': '{\n  "sources": ["sources/**"],\n  "sauces": 1\n}',
    });
    const { code, stdout, stderr } = await run(['check', 'a.md', 'b.md', '--format', 'json', '--fail-on', 'never'], desk);
    expect(stderr).toBe('second-source: second-source.json:3:3: Second Source has no setting "sauces".\n');
    expect(JSON.parse(stdout).sources.articles).toBe(2);
    expect(code).toBe(0);
  });
});

describe('trouble', () => {
  test.each([
    [[]],
    [['chek']],
    [['--sources', 'sources']],
    [['check']],
    [['check', '--sources', 'sources']],
    [['check', 'draft.md']],
    [['check', 'draft.md', '--sources', 'none']],
    [['check', 'draft.md', '--sources', 'draft.md']],
    [['check', 'draft.md', '--sources', '']],
    [['check', 'draft.md', '--sources', 'sources', '--format', 'xml']],
    [['check', 'draft.md', '--sources', 'sources', '--fail-on', 'all']],
    [['check', 'draft.md', '--sources', 'sources', '--loud']],
    [['check', 'draft.md', '--config', 'none']],
    [['check', 'draft.md', '--config', 'missing.json']],
    [['check', 'draft.md', '--config', 'sources']],
    [['conflicts']],
    [['conflicts', 'sources']],
    [['extract']],
    [['serve']],
  ])('%j is wrong usage: 2, with a hint', async (args) => {
    const { code, stdout, stderr } = await run(args, folder({ ...SOURCES, 'draft.md': DRAFT }));
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^second-source: .+\nTry second-source --help\.\n$/);
  });

  test('with one draft leaves the others checked, and exits with 2', async () => {
    const desk = folder({ ...SOURCES, 'good.md': DRAFT });
    const { code, stdout, stderr } = await run(
      ['check', 'gone.md', 'good.md', 'sources', '--sources', 'sources', '--format', 'json'],
      desk,
    );
    expect(code).toBe(2);
    expect(stderr).toBe('second-source: gone.md: does not exist\nsecond-source: sources: is a folder\n');
    expect((JSON.parse(stdout) as Report).drafts.map(({ path }) => path)).toEqual(['good.md']);
  });

  test('with a source is reported, and the rest counts', async () => {
    const desk = folder({
      ...SOURCES,
      'draft.md': DRAFT,
      'sources/picture.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]),
    });
    const report = await check(['draft.md', '--sources', 'sources'], desk);
    expect(report.sources).toEqual({ articles: 2, skipped: [{ path: 'picture.png', reason: expect.stringMatching(/./) }] });
    const { stdout } = await run(['check', 'draft.md', '--sources', 'sources'], desk);
    expect(stdout).toMatch(/^skipped picture\.png: ./m);
    expect(stdout).toMatch(/; 2 sources, 1 skipped$/m);
  });

  test('with no source at all is said aloud', async () => {
    const { code, stderr } = await run(
      ['check', 'draft.md', '--sources', '.', '--config', 'none'],
      folder({ '.hidden/x': '', 'draft.md': DRAFT }),
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const nothing = folder({ 'empty/.keep': '', 'draft.md': DRAFT });
    expect(await run(['check', 'draft.md', '--sources', 'empty'], nothing)).toMatchObject({
      code: 0,
      stderr: 'second-source: no sources found: nothing can be compared\n',
    });
  });

  test('of a reader that goes away is none', async () => {
    const desk = folder({ 'big.txt': 'In all, 19 sailors and 20 passengers were rescued by Ann Smith.\n'.repeat(2_000) });
    const child = start(['extract', 'big.txt', '--format', 'json'], desk);
    const [stderr, code] = await Promise.all([
      textOf(child.stderr!),
      exitOf(child),
      new Promise<void>((resolve) => child.stdout!.once('data', () => resolve(void child.stdout!.destroy()))),
    ]);
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  });
});

test.skipIf(!existsSync('/dev/full'))('a report that cannot be written exits with 2', async () => {
  const { spawn } = await import('node:child_process');
  const child = spawn('/bin/sh', ['-c', `'${process.execPath}' '${program()}' --help > /dev/full`], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [stderr, code] = await Promise.all([textOf(child.stderr), exitOf(child)]);
  expect({ stderr, code }).toEqual({ stderr: 'second-source: the report cannot be written: the disk is full\n', code: 2 });
});

describe('other commands', () => {
  test('--help and --version', async () => {
    const desk = folder();
    for (const args of [['--help'], ['-h'], ['check', '--help'], ['serve', '-h']]) {
      const { code, stdout, stderr } = await run(args, desk);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      for (const word of ['check', 'conflicts', 'extract', 'serve', '--fail-on', '--config']) expect(stdout).toContain(word);
    }
    expect(await run(['--version'], desk)).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  test('extract lists figures and names, and compares nothing', async () => {
    const desk = folder({ 'draft.md': DRAFT });
    const { code, stdout } = await run(['extract', 'draft.md', '--format', 'json'], desk);
    const { version: format, files } = JSON.parse(stdout);
    expect({ code, format, paths: files.map(({ path }: { path: string }) => path) }).toEqual({ code: 0, format: 1, paths: ['draft.md'] });
    expect(files[0].figures.map(({ text }: { text: string }) => text)).toEqual(['4 March 2021', '19']);
    for (const figure of files[0].figures)
      expect(Object.keys(figure)).toEqual(['text', 'start', 'end', 'line', 'column', 'quantity', 'measures']);
    expect(files[0].figures[0].quantity).toMatchObject({ dimension: 'date', value: '2021-03-04' });
    expect((await run(['extract', 'draft.md', 'none.md'], desk)).code).toBe(2);
  });

  test('conflicts reads the sources that the settings name', async () => {
    const desk = folder({ ...SOURCES, 'second-source.json': '{}' });
    const { stdout } = await run(['conflicts', '--format', 'json'], desk);
    expect(JSON.parse(stdout)).toMatchObject({ version: 1, groups: expect.any(Array), sources: { articles: 2, skipped: [] } });
    expect((await run(['conflicts', '--sources', 'sources'], desk)).stdout).toMatch(/; 2 sources$/m);
  });

  test('serve is a language server', async () => {
    const child = start(['serve', '--stdio'], folder());
    const ended = Promise.all([exitOf(child), textOf(child.stderr!)]);
    const connection = createMessageConnection(new StreamMessageReader(child.stdout!), new StreamMessageWriter(child.stdin!));
    connection.listen();
    const { capabilities } = await connection.sendRequest<{ capabilities: object }>('initialize', {
      processId: null,
      rootUri: null,
      capabilities: {},
    });
    expect(capabilities).toMatchObject({ hoverProvider: expect.anything() });
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    expect(await ended).toEqual([0, '']);
    connection.dispose();
  });

  test.skipIf(!existsSync('/usr/bin/script'))('colours are for terminals, and not with NO_COLOR', async () => {
    const desk = folder({ ...SOURCES, 'draft.md': DRAFT, 'sources/skipped.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0]) });
    const args = ['check', 'draft.md', '--sources', 'sources'];
    expect((await run(args, desk)).stdout).not.toContain('\u001b');
    expect(await onTerminal(args, desk, {})).toContain('\u001b[33m');
    expect(await onTerminal(args, desk, { NO_COLOR: '1' })).not.toContain('\u001b');
    expect(await onTerminal(args, desk, { TERM: 'dumb' })).not.toContain('\u001b');
  });

  test('file names that a terminal would obey are shown without what it obeys', async () => {
    const desk = folder({ ...SOURCES, 'd\u001b[2J\u009b.md': DRAFT });
    const { stdout } = await run(['check', 'd\u001b[2J\u009b.md', '--sources', 'sources'], desk);
    expect(stdout).toContain('d[2J.md:1:');
    expect((await run(['check', 'x\u001b[2J.md', '--sources', 'sources'], desk)).stderr).toBe('second-source: x[2J.md: does not exist\n');
  });

  test('a link that leads nowhere any more is no source', async () => {
    const desk = folder({ ...SOURCES, 'draft.md': DRAFT });
    symlinkSync(join(desk, 'sources', 'echo.txt'), join(desk, 'sources', 'linked.txt'));
    rmSync(join(desk, 'sources', 'echo.txt'));
    const report = await check(['draft.md', '--sources', 'sources'], desk);
    expect(report.sources.articles).toBe(1);
  });
});

/** Runs the command line on a pseudo-terminal. */
async function onTerminal(args: readonly string[], cwd: string, env: Readonly<Record<string, string>>): Promise<string> {
  const { spawn } = await import('node:child_process');
  const line = [process.execPath, program(), ...args].map((part) => `'${part}'`).join(' ');
  const child = spawn('/usr/bin/script', ['-qec', line, '/dev/null'], {
    cwd,
    env: { PATH: process.env.PATH, TERM: 'xterm', ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return textOf(child.stdout);
}
