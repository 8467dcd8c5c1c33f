/** Which files are sources, and what reading them says. */
import { chmodSync, symlinkSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listSources, matchesSources, readSource } from '../../server/hosts/files.ts';
import { cleaningUp, folder } from '../temporary.ts';

cleaningUp();

async function pathsOf(...asked: Parameters<typeof listSources>): Promise<string[]> {
  return (await listSources(...asked)).paths;
}

const everything = { sources: ['**'], exclude: [] };

describe('the listing', () => {
  test('is sorted, and leaves out what no writer put there', async () => {
    const desk = folder({
      'sources/b.md': '',
      'sources/a.txt': '',
      'sources/Z.txt': '',
      'sources/deep/er/c.html': '',
      'sources/.DS_Store': '',
      'sources/node_modules/x/readme.md': '',
      'node_modules/y.md': '',
      '.git/config': '',
      'draft.md': '',
      '.gitignore': 'sources/',
    });
    expect(await pathsOf(desk, { sources: ['sources/**'], exclude: [] })).toEqual([
      'sources/Z.txt',
      'sources/a.txt',
      'sources/b.md',
      'sources/deep/er/c.html',
    ]);
    expect(await pathsOf(desk, { sources: ['**', '.git/**', 'node_modules/**'], exclude: ['sources'] })).toEqual(['draft.md']);
  });

  test('takes a folder for what is in it, and a glob with ! for an exclusion', async () => {
    const desk = folder({ 'articles/a.md': '', 'articles/old/b.md': '', 'c.md': '' });
    expect(await pathsOf(desk, { sources: ['articles'], exclude: [] })).toEqual(['articles/a.md', 'articles/old/b.md']);
    expect(await pathsOf(desk, { sources: ['./articles/', '!articles/old'], exclude: [] })).toEqual(['articles/a.md']);
    expect(await pathsOf(desk, { sources: ['.'], exclude: ['articles/*.md'] })).toEqual(['articles/old/b.md', 'c.md']);
    expect(await pathsOf(desk, { sources: [], exclude: [] })).toEqual([]);
  });

  test('leaves out the settings and the ledger, which are no articles', async () => {
    const own = ['second-source.json', 'second-source.ledger.jsonl', 'second-source.ledger.jsonl.lock'];
    const desk = folder({
      'a.md': '',
      ...Object.fromEntries(
        own.flatMap((name) => [
          [name, ''],
          [`deep/${name}`, ''],
        ]),
      ),
    });
    expect(await pathsOf(desk, everything)).toEqual(['a.md']);
    expect(own.filter(matchesSources(everything))).toEqual([]);
  });

  test('follows links, once each, and ends where they go round', async () => {
    const elsewhere = folder({ 'far.md': '' });
    const desk = folder({ 'sources/a.md': '', 'sources/deep/b.md': '' });
    symlinkSync(elsewhere, join(desk, 'sources', 'elsewhere'));
    symlinkSync(join(desk, 'sources'), join(desk, 'sources', 'deep', 'round'));
    symlinkSync(desk, join(desk, 'sources', 'self'));
    symlinkSync(join(desk, 'nowhere'), join(desk, 'sources', 'dangling'));
    const listed = await pathsOf(desk, { sources: ['sources/**'], exclude: [] });
    expect(listed).toEqual(['sources/a.md', 'sources/deep/b.md', 'sources/elsewhere/far.md']);
  });

  test('of a folder that is not there is empty', async () => {
    expect(await pathsOf(join(folder(), 'none'), everything)).toEqual([]);
  });

  test('reads names as they are, whatever a glob would make of them', async () => {
    const names = ['a [1].md', 'b {x}.md', 'c (copy).md', 'd!.md', '\u00e9\u4e2d.md', '#e.md'];
    const desk = folder(Object.fromEntries(names.map((name) => [`we [ir]d/${name}`, ''])));
    expect(await pathsOf(join(desk, 'we [ir]d'), everything)).toEqual([...names].sort());
  });

  test('gives the same answer as the predicate for watched files', async () => {
    const name = fc.constantFrom('a', 'b', 'sources', 'old', '.hidden', 'node_modules', 'x [1]');
    const file = fc.constantFrom('a.md', 'b.txt', 'c.html', '.dot', 'old');
    const paths = fc.array(
      fc.tuple(fc.array(name, { maxLength: 3 }), file).map(([folders, last]) => [...folders, last].join('/')),
      { minLength: 1, maxLength: 12 },
    );
    const glob = fc.constantFrom(
      ...[
        'sources/**',
        '**',
        '*.md',
        '**/*.md',
        'a',
        'a/*',
        '**/old',
        '!**/b/**',
        '{a,b}/**',
        'sources/[ab].*',
        '.hidden/**',
        '**/.dot',
        './a/',
        '?',
        'a?md',
      ],
    );
    const globs = fc.record({ sources: fc.array(glob, { maxLength: 3 }), exclude: fc.array(glob, { maxLength: 2 }) });
    await fc.assert(
      fc.asyncProperty(paths, globs, async (wanted, settings) => {
        // A path cannot be both a file and a folder.
        const files = [...new Set(wanted)].filter((path) => !wanted.some((other) => other.startsWith(`${path}/`)));
        const desk = folder(Object.fromEntries(files.map((path) => [path, ''])));
        expect(await pathsOf(desk, settings)).toEqual(files.filter(matchesSources(settings)).sort());
      }),
      { numRuns: 60 },
    );
  });
});

describe('reading a source', () => {
  test('gives its bytes', async () => {
    const desk = folder({ 'a.md': 'caf\u00e9' });
    expect(await readSource(join(desk, 'a.md'))).toEqual({ bytes: Buffer.from('caf\u00e9') });
  });

  test('says why there are none', async () => {
    const desk = folder({ 'gone.md': '', 'large.md': '0123456789', 'file.md': '' });
    unlinkSync(join(desk, 'gone.md'));
    expect(await readSource(join(desk, 'gone.md'))).toBeNull();
    expect(await readSource(join(desk, 'file.md', 'below.md'))).toBeNull();
    expect(await readSource(desk)).toEqual({ skipped: 'is a folder' });
    expect(await readSource(join(desk, 'large.md'), 9)).toEqual({ skipped: 'larger than 9 bytes' });
    expect(await readSource(join(desk, 'large.md'), 10)).toEqual({ bytes: Buffer.from('0123456789') });
    truncateSync(join(desk, 'large.md'), 50 * 1024 * 1024 + 1);
    expect(await readSource(join(desk, 'large.md'))).toEqual({ skipped: 'larger than 50 MB' });
    symlinkSync('round.md', join(desk, 'round.md'));
    expect(await readSource(join(desk, 'round.md'))).toEqual({ skipped: 'is a link that leads round in a circle' });
    expect(await readSource(join(desk, `${'x'.repeat(300)}.md`))).toEqual({ skipped: 'has too long a name' });
  });

  test.skipIf(process.platform === 'win32')('never waits for a device', async () => {
    expect(await readSource('/dev/zero')).toEqual({ skipped: 'is not a file' });
  });

  test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('that may not be read says so', async () => {
    const desk = folder();
    writeFileSync(join(desk, 'secret.md'), '');
    chmodSync(join(desk, 'secret.md'), 0);
    expect(await readSource(join(desk, 'secret.md'))).toEqual({ skipped: 'permission denied' });
  });
});
