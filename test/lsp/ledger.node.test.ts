/** Several servers, each a process of its own as an editor starts it, and another program write one ledger at the same time. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { bundlePrograms } from '../../esbuild.mjs';
import { updateFile } from '../../server/hosts/update.ts';
import { ledgerFile, letStandCommand } from '../../server/protocol/decisions.ts';
import { TestClient } from './client.ts';

// A machine that is busy with other tests takes its time.
vi.setConfig({ testTimeout: 60_000 });

const place = realpathSync(mkdtempSync(join(tmpdir(), 'second-source-')));
const desk = join(place, 'desk');
const running: ChildProcess[] = [];

beforeAll(() => bundlePrograms({ outdir: place }), 60_000);
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

async function editor(): Promise<TestClient> {
  const child = spawn(process.execPath, [join(place, 'server.js'), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  running.push(child);
  const connection = createMessageConnection(new StreamMessageReader(child.stdout!), new StreamMessageWriter(child.stdin!));
  return TestClient.over(connection, { folders: [pathToFileURL(desk).href] });
}

test('and no decision of any is lost, nor a line that only a later version knows', async () => {
  for (const [path, text] of Object.entries({
    'sources/herald.md': 'The engineer Ivar Lindgren spoke.\n',
    'draft.md': 'There the engineer Ivar Lindgrenn spoke.\n',
    [ledgerFile]: '{"draft":"draft.md","sentence":1,"decision":"later"}\n',
  })) {
    mkdirSync(dirname(join(desk, path)), { recursive: true });
    writeFileSync(join(desk, path), text);
  }
  const uri = pathToFileURL(join(desk, 'draft.md')).href;
  const editors = await Promise.all([editor(), editor(), editor()]);
  await Promise.all(editors.map((each) => each.open(uri, 'There the engineer Ivar Lindgrenn spoke.\n')));
  const stets = editors.flatMap((each, index) =>
    Array.from({ length: 15 }, (_, at) =>
      each.connection.sendRequest('workspace/executeCommand', {
        command: letStandCommand,
        arguments: [{ uri, target: { name: `Name ${index} ${at}` } }],
      }),
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
