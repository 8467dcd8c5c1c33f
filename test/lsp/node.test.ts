/** The server as a process of its own, on real files, over standard input and output and over Node's IPC. */
import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { normalUri } from '../../server/lsp/uris.ts';
import { folder } from '../temporary.ts';
import { TestClient } from './client.ts';
import { serverProcesses } from './process.ts';

const start = serverProcesses();

test.each(['stdio', 'ipc'] as const)('over %s: reads a folder, tells what it had to skip, and ends when told', async (transport) => {
  const place = folder({
    'the desk/sources/herald.md':
      '\ufeff---\r\npublisher: Tarvik Herald\r\n---\r\nIvar Lindgren spoke in Tarvik. So Ivar Lindgren said.\r\n',
    'the desk/sources/echo.md': 'The engineer Ivar Lindgren spoke.\n',
    'the desk/sources/picture.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13),
    'the desk/sources/huge.txt': '',
  });
  truncateSync(join(place, 'the desk/sources/huge.txt'), 51 * 1024 * 1024);
  const uri = pathToFileURL(join(place, 'the desk')).href;
  const { connection, exited } = start(transport);
  const client = await TestClient.over(connection, { folders: [uri] });
  await client.open(`${uri}/draft.md`, 'There Ivar Lindgrenn spoke.\n');
  const status = await client.status(({ total, sources }) => total === 0 && sources === 2);
  expect(status).toMatchObject({ uri: normalUri(uri), state: 'trouble' });
  expect(status.skipped).toEqual(
    expect.arrayContaining([
      { uri: `${normalUri(uri)}/sources/huge.txt`, reason: 'larger than 50 MB' },
      { uri: `${normalUri(uri)}/sources/picture.png`, reason: expect.any(String) },
    ]),
  );
  expect(await client.definition(`${uri}/draft.md`, 'Lindgrenn')).toMatchObject([
    { targetUri: expect.stringMatching(/^file:.*\/sources\/(echo|herald)\.md$/) },
  ]);
  expect(client.errors()).toEqual([]);
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  expect(await exited).toBe(0);
});

test('front matter that is more than plain lines is read where its parser is', async () => {
  const place = folder({
    'sources/herald.md': '---\npublisher: {name: "Tarvik: the Herald"}\n---\nPolice detained 120 dockers in Tarvik on Thursday.\n',
  });
  const uri = pathToFileURL(place).href;
  const { connection } = start();
  const client = await TestClient.over(connection, { folders: [uri] });
  await client.open(`${uri}/draft.md`, 'Police detained 140 dockers in Tarvik on Thursday.\n');
  await client.status(({ total, sources }) => total === 0 && sources === 1);
  expect(await client.hoverText(`${uri}/draft.md`, '140')).toContain('Tarvik: the Herald');
});
