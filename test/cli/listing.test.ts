/** Which files are sources, asked of the command line and of the language server about one tree: both give the same answer. */
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { TestClient, uriOf } from '../lsp/client.ts';
import { folder } from '../temporary.ts';
import { commandLine, exitOf } from './run.ts';

const text = 'Ivar Lindgren spoke in Tarvik on Thursday.\n';
const DRAFT = 'There Ivar Lindgren spoke.\n';

/** A folder with all that may make a list of sources doubtful. */
function tree(settings: string): string {
  const names = [
    'sources/a.md',
    'sources/deep/er/b.txt',
    'sources/deep/old/c.md',
    'sources/ignored.md',
    'sources/private/d.html',
    'sources/node_modules/e.md',
    'sources/deep/node_modules/x/f.md',
    'sources/.git/g.md',
    'sources/.hidden/h.md',
    'sources/page_files/saved_resource.html',
    'sources/[brackets] {1}.md',
    'interviews/i.txt',
    'interviews/raw/j.txt',
    'node_modules/k.md',
    'other/l.md',
  ];
  const files = Object.fromEntries(names.map((name) => [name, text]));
  const path = folder({
    ...files,
    'draft.md': DRAFT,
    'sources/empty.md': '',
    'sources/film.mp4': 'x',
    'sources/broken.docx': 'x',
    'second-source.json': settings,
    '.gitignore': 'sources/ignored.md\nsources/private/\n*.html\n',
    '.git/config': '',
  });
  symlinkSync(join(path, 'sources', 'deep'), join(path, 'sources', 'd'));
  symlinkSync(join(path, 'sources'), join(path, 'sources', 'deep', 'round'));
  symlinkSync(join(path, 'sources', 'a.md'), join(path, 'sources', '0.md'));
  symlinkSync(join(path, 'other', 'l.md'), join(path, 'sources', 'linked.md'));
  symlinkSync(join(path, 'other', 'l.md'), join(path, 'sources', 'linked-too.md'));
  symlinkSync('round.md', join(path, 'sources', 'round.md'));
  return path;
}

const everywhere = [
  'sources/[brackets] {1}.md',
  'sources/a.md',
  'sources/deep/er/b.txt',
  'sources/deep/old/c.md',
  'sources/ignored.md',
  'sources/linked.md',
  'sources/private/d.html',
];
const unread = ['sources/broken.docx', 'sources/empty.md', 'sources/film.mp4'];

describe('of one tree', () => {
  const cli = commandLine();

  /** The sources that the command line has, and those it left out. */
  async function listed(path: string, args: readonly string[], prefix = ''): Promise<{ read: string[]; skipped: string[] }> {
    const { stdout, stderr } = await cli.run(['sources', '--format', 'json', ...args], path);
    expect(stderr).toBe('');
    const { sources, skipped } = JSON.parse(stdout);
    return {
      read: sources.map(({ source }: { source: string }) => prefix + source).sort(),
      skipped: skipped.map(({ path: each, reason }: { path: string; reason: string }) => `${prefix}${each}: ${reason}`).sort(),
    };
  }

  /** The sources that the language server has: each of them names the same man. */
  async function served(path: string): Promise<{ read: string[]; skipped: string[] }> {
    const child = cli.start(['serve', '--stdio'], path);
    const connection = createMessageConnection(new StreamMessageReader(child.stdout!), new StreamMessageWriter(child.stdin!));
    const client = await TestClient.over(connection, { folders: [path] });
    await client.open(`${path}/draft.md`, DRAFT);
    const { sources, skipped } = await client.status(({ total, sources: read }) => total === 0 && read > 0);
    const params = { ...client.at(`${path}/draft.md`, 'Ivar'), context: { includeDeclaration: false } };
    const found = await connection.sendRequest<{ uri: string }[]>('textDocument/references', params);
    const relative = (uri: string) => decodeURIComponent(uri.slice(uriOf(path).length + 1));
    const read = [...new Set(found.map(({ uri }) => relative(uri)))].filter((each) => each !== 'draft.md').sort();
    expect(read).toHaveLength(sources);
    const exited = exitOf(child);
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    await exited;
    return { read, skipped: skipped.map(({ uri, reason }) => `${relative(uri)}: ${reason}`).sort() };
  }

  test('without settings: what is in the folder of sources, git-ignored or not', async () => {
    const path = tree('{}');
    const server = await served(path);
    expect(server.read).toEqual(everywhere);
    expect(server.skipped.map((each) => each.split(': ')[0])).toEqual(unread);
    expect(await listed(path, [])).toEqual(server);
    expect(await listed(path, ['--sources', 'sources'], 'sources/')).toEqual(server);
    expect(await listed(path, ['--sources', 'sources', '--config', 'none'], 'sources/')).toEqual(server);
  });

  test('with globs and excludes of the settings file', async () => {
    const path = tree(
      '{ "sources": ["sources", "interviews/*.txt"], "exclude": ["**/old", "sources/private/**", "*.mp4", "sources/*.docx"] }',
    );
    const server = await served(path);
    expect(server.read).toEqual([
      'interviews/i.txt',
      ...everywhere.filter((each) => !each.includes('/old/') && !each.includes('/private/')),
    ]);
    expect(server.skipped.map((each) => each.split(': ')[0])).toEqual(['sources/empty.md', 'sources/film.mp4']);
    expect(await listed(path, [])).toEqual(server);
    // A folder that is named brings what is in it, but for what the settings exclude.
    const named = await listed(path, ['--sources', 'sources'], 'sources/');
    expect(named).toEqual({ ...server, read: server.read.filter((each) => each.startsWith('sources/')) });
  });
});
