import { describe, expect, test } from 'vitest';
import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver';
import { clientsForTests } from './client.ts';
import { MemoryRuntime } from './memory.ts';

const start = clientsForTests();

/** What is highlighted where the cursor is at `|` of a draft: each place with the column it begins at. */
async function highlighted(marked: string, path = '/desk/draft.md'): Promise<string[] | null> {
  const client = await start(new MemoryRuntime({ '/desk/sources/1.md': 'The tide came in.\n' }));
  const text = marked.replace('|', '');
  await client.open(path, text);
  const params = { ...client.at(path, text.slice(marked.indexOf('|'))) };
  const found = await client.connection.sendRequest<DocumentHighlight[] | null>('textDocument/documentHighlight', params);
  for (const { kind } of found ?? []) expect(kind).toBe(DocumentHighlightKind.Text);
  return found?.map(({ range }) => `${range.start.character} ${client.textAt(path, range)}`) ?? null;
}

describe('highlights', () => {
  test('of a name are every mention of whom it names, in any form, and of nobody else', async () => {
    const text = 'Mayor Ana |Silva spoke. Silva left with Bruno Costa. So Ana Sylva went.';
    expect(await highlighted(text)).toEqual(['6 Ana Silva', '23 Silva', '55 Ana Sylva']);
  });

  test('of a short form are the full ones too', async () => {
    expect(await highlighted('Mayor Ana Silva spoke. Then |Silva left.')).toEqual(['6 Ana Silva', '28 Silva']);
  });

  test('of a figure are those of the same quantity and measure', async () => {
    const text = 'Police detained |26 dockers. The twenty-six dockers sang. In all 26 ships came, and 27 dockers slept.';
    expect(await highlighted(text)).toEqual(['16 26', '32 twenty-six']);
  });

  test('of a date are the same dates', async () => {
    expect(await highlighted('In |2011 it rained. Snow fell in 2011, and in 2012.')).toEqual(['3 2011', '32 2011']);
  });

  test('are none where there is neither', async () => {
    expect(await highlighted('It |rained on 26 ships.')).toBeNull();
  });

  test('are in sources too', async () => {
    expect(await highlighted('So |Ana Silva spoke, and Ana Silva left.', '/desk/sources/2.md')).toEqual(['3 Ana Silva', '24 Ana Silva']);
  });
});
