import { describe, expect, test } from 'vitest';
import type { Location } from 'vscode-languageserver';
import { clientsForTests, type TestClient, uriOf } from './client.ts';
import { MemoryRuntime } from './memory.ts';

const start = clientsForTests();

const herald =
  '---\npublisher: Tarvik Herald\ndate: 2021-03-04\n---\nPolice detained 120 dockers at the harbour of Tarvik on Thursday.\n\nTomas Wendelin leads the union. Wendelin was not there.\n';
const echo =
  '---\npublisher: Coast Echo\ndate: 2021-03-04\n---\nPolice detained 150 dockers at the harbour of Tarvik on Thursday.\n\nThe union of Tomas Wendelin called for a strike. Bruno Wendelin sells fish.\n';
const bell = '---\npublisher: Valley Bell\ndate: 2021-03-04\n---\nThe valley has 40 wells.\n\nNobody there knows Wendelin.\n';
const files = { '/desk/sources/herald.md': herald, '/desk/sources/echo.md': echo, '/desk/sources/bell.md': bell };
const draft = 'Police detained 120 dockers at the harbour of Tarvik.\n\nTomas Wendelin leads the union. Wendelin was away.\n';
const other = 'On Thursday police detained 150 dockers at the harbour of Tarvik. So Wendelin said.\n';

/** Where references lead: `file: text`. */
async function references(client: TestClient, path: string, needle: string, includeDeclaration = false): Promise<string[] | null> {
  const params = { ...client.at(path, needle), context: { includeDeclaration } };
  const found = await client.connection.sendRequest<Location[] | null>('textDocument/references', params);
  const placeOf = ({ uri, range }: Location) =>
    `${uri.slice(uri.lastIndexOf('/') + 1)}:${range.start.line + 1} ${client.textAt(uri, range)}`;
  return found?.map(placeOf) ?? null;
}

async function desk(): Promise<TestClient> {
  const client = await start(new MemoryRuntime(files));
  for (const [path, text] of Object.entries(files)) client.knows(path, text);
  await client.open('/desk/draft.md', draft);
  await client.open('/desk/other.md', other);
  await client.ready(3);
  return client;
}

describe('references of a figure', () => {
  test('in a draft: the passages, those that agree first, and the other drafts that state the claim', async () => {
    const client = await desk();
    expect(await references(client, '/desk/draft.md', '120')).toEqual(['herald.md:5 120', 'echo.md:5 150', 'other.md:1 150']);
  });

  test('count what stands at the cursor as the declaration', async () => {
    const client = await desk();
    expect(await references(client, '/desk/draft.md', '120', true)).toEqual([
      'herald.md:5 120',
      'echo.md:5 150',
      'other.md:1 150',
      'draft.md:1 120',
    ]);
  });

  test('in a source: the other sources and the drafts', async () => {
    const client = await desk();
    await client.open('/desk/sources/herald.md', herald);
    expect(await references(client, '/desk/sources/herald.md', '120')).toEqual(['echo.md:5 150', 'draft.md:1 120', 'other.md:1 150']);
  });

  test('that no source has lead to the drafts that state it', async () => {
    const client = await desk();
    const text = 'The museum of Sorholm bought 14 paintings from the Ostrava estate in 1931.\n';
    await client.open('/desk/one.md', text);
    await client.open('/desk/two.md', `Nobody knew it then. ${text}`);
    expect(await references(client, '/desk/one.md', '14')).toEqual(['two.md:1 14']);
  });

  test('in a source that is being edited are those of the text as it stands', async () => {
    const client = await desk();
    await client.open('/desk/sources/herald.md', herald);
    await client.edit('/desk/sources/herald.md', 'Police detained', 'In Tarvik the police detained');
    expect(await references(client, '/desk/sources/herald.md', '120')).toContain('echo.md:5 150');
    await client.edit('/desk/sources/herald.md', '120 dockers', '130 dockers');
    expect(await references(client, '/desk/sources/herald.md', '130')).toContain('draft.md:1 120');
  });

  test('are none where there is no figure and no name', async () => {
    const client = await desk();
    expect(await references(client, '/desk/draft.md', 'detained')).toBeNull();
  });
});

describe('references of a name', () => {
  test('are every sighting: in full, by the surname, and in the drafts; not of another of that surname', async () => {
    const client = await desk();
    expect(await references(client, '/desk/draft.md', 'Tomas Wendelin')).toEqual([
      'bell.md:7 Wendelin',
      'echo.md:7 Tomas Wendelin',
      'herald.md:7 Tomas Wendelin',
      'herald.md:7 Wendelin',
      'other.md:1 Wendelin',
    ]);
  });

  test('that is misspelt lead to the name that is meant', async () => {
    const client = await desk();
    await client.open('/desk/new.md', 'Tomas Wendelinn leads the union.\n');
    expect(await references(client, '/desk/new.md', 'Wendelinn')).toContain('echo.md:7 Tomas Wendelin');
  });

  test('in a source are those of the other texts', async () => {
    const client = await desk();
    await client.open('/desk/sources/echo.md', echo);
    const found = await references(client, '/desk/sources/echo.md', 'Tomas Wendelin');
    expect(found).toContain('herald.md:7 Tomas Wendelin');
    expect(found).toContain('draft.md:3 Tomas Wendelin');
    expect(found).not.toContain('echo.md:7 Tomas Wendelin');
    expect(found).not.toContain('echo.md:7 Bruno Wendelin');
  });
});

describe('a source', () => {
  test('says in its hovers what the others say, leads there, and gets no diagnostics', async () => {
    const client = await desk();
    await client.open('/desk/sources/herald.md', herald);
    expect(await client.hoverText('/desk/sources/herald.md', '120')).toMatch(/^\*\*No other source agrees\*\*\n\n- \[Coast Echo\]/);
    expect(await client.definition('/desk/sources/herald.md', '120')).toMatchObject([{ targetUri: uriOf('/desk/sources/echo.md') }]);
    expect(await client.findings('/desk/sources/herald.md')).toEqual([]);
    await client.open('/desk/sources/bell.md', bell);
    expect(await client.hoverText('/desk/sources/bell.md', '40')).toBe('');
  });

  test('is asked about while drafts are checked, which does not wait for it', async () => {
    const runtime = new MemoryRuntime(files);
    const client = await start(runtime);
    await client.open('/desk/sources/herald.md', herald);
    await client.open('/desk/draft.md', draft.replace('120', '300'));
    await client.ready(3);
    const gate = runtime.stall();
    const asked = client.hoverText('/desk/sources/herald.md', '120');
    await gate.reached;
    expect(await client.findings('/desk/draft.md')).toEqual(['refuted-figure: 300']);
    gate.open();
    expect(await asked).toContain('Coast Echo');
  });
});
