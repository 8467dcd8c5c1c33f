/** Several servers, each a process of its own as an editor starts it, and another program write one ledger at the same time. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { updateFile } from '../../server/hosts/update.ts';
import { ledgerFile, letStandCommand } from '../../server/protocol/decisions.ts';
import { folder } from '../temporary.ts';
import { TestClient } from './client.ts';
import { serverProcesses } from './process.ts';

const start = serverProcesses();

test('and no decision of any is lost, nor a line that only a later version knows', async () => {
  const desk = folder({
    'sources/herald.md': 'The engineer Ivar Lindgren spoke.\n',
    'draft.md': 'There the engineer Ivar Lindgrenn spoke.\n',
    [ledgerFile]: '{"draft":"draft.md","sentence":1,"decision":"later"}\n',
  });
  const uri = pathToFileURL(join(desk, 'draft.md')).href;
  const editor = () => TestClient.over(start().connection, { folders: [pathToFileURL(desk).href] });
  const editors = await Promise.all([editor(), editor(), editor()]);
  await Promise.all(editors.map((each) => each.open(uri, 'There the engineer Ivar Lindgrenn spoke.\n')));
  const stets = editors.flatMap((each, index) =>
    Array.from({ length: 15 }, (_, at) =>
      each.execute({ command: letStandCommand, arguments: [{ uri, target: { name: `Name ${index} ${at}` } }] }),
    ),
  );
  const lines = Array.from({ length: 15 }, (_, at) => `{"draft":"other.md","name":"Name ${at}","decision":"stet"}\n`);
  const ours = lines.map((line) => updateFile(join(desk, ledgerFile), (text) => text + line));
  await Promise.all([...stets, ...ours]);
  const written = readFileSync(join(desk, ledgerFile), 'utf8');
  for (const line of lines) expect(written).toContain(line);
  for (let index = 0; index < editors.length; index++) {
    for (let at = 0; at < 15; at++) expect(written).toContain(`"name":"Name ${index} ${at}"`);
  }
  expect(written).toContain('{"draft":"draft.md","sentence":1,"decision":"later"}\n');
  expect(written.trimEnd().split('\n')).toHaveLength(61);
  expect(readdirSync(desk).sort()).toEqual(['draft.md', ledgerFile, 'sources'].sort());
});
