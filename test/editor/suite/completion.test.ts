/** What the sample desk's sources have for what is written, as VS Code is offered it. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { inDesk, openDraft, remove, write } from './desk.ts';

const PATH = 'writing.md';

describe('completion', () => {
  before(async () => {
    await openDraft();
    // Written once: what is written again for each question may be read again by the editor after the question's own text was put there.
    await write(PATH, '');
  });
  after(() => remove(PATH));

  for (const [what, text, expected] of [
    [
      'both spellings of a name with their sources',
      'They arrested Karim Mas|',
      ['Karim Masimov · socialistworld.net', 'Karim Massimov · The Militant'],
    ],
    ['the full form of a surname', 'It was Nogay|', ['Nogayev · Socialist Worker', 'Nurlan Nogayev · Socialist Worker']],
    [
      'a sum in the currency of the sign',
      'The average salary in Kazakhstan is $|',
      ['$570 · World Socialist Web Site', '$97 · World Socialist Web Site'],
    ],
  ] as const) {
    it(`offers ${what}`, async () => {
      assert.deepEqual(shown(await itemsAt(text)), expected);
    });
  }

  it('offers the tolls after the verb, the latest marked', async () => {
    const items = await itemsAt("In January's protests in Kazakhstan police killed |");
    assert.ok(shown(items).includes('26 protesters · Socialist Worker'), JSON.stringify(shown(items)));
    const latest = items.filter(({ label }) => typeof label === 'object' && label.detail?.startsWith(' · latest'));
    assert.deepEqual(shown(latest), ['over 160 people · latest · The Militant']);
  });

  it('tells the passages of an item that is looked at', async () => {
    const [item] = await itemsAt('They arrested Karim Mas|', 1);
    const { documentation } = item!;
    assert.ok(documentation instanceof vscode.MarkdownString);
    assert.match(documentation.value, /socialistworld\.net/);
    assert.match(documentation.value, /\*\*Karim Masimov\*\*/);
  });

  for (const [where, text] of [
    ['front matter', '---\ntitle: Karim Mas|\n---\n'],
    ['a code span', 'It was `Karim Mas|` there.'],
    ['a fence', '```\nPolice in Kazakhstan killed |\n```\n'],
    ["a link's target", 'See [it](Nogay|).'],
    ['a comment', '<!-- Karim Mas| -->'],
  ] as const) {
    it(`offers nothing in ${where}`, async () => {
      assert.deepEqual(shown(await itemsAt(text)), []);
    });
  }

  it('offers nothing in a source', async () => {
    const source = await vscode.workspace.openTextDocument(inDesk('sources/the-militant.md'));
    const at = source.positionAt(source.getText().indexOf('Karim Massimov') + 'Karim Mas'.length);
    assert.deepEqual(shown(await ask(source.uri, at)), []);
  });
});

/** The items of this extension at the bar of a draft, `resolved` of them with what is only told of an item that is looked at. */
async function itemsAt(marked: string, resolved = 0): Promise<vscode.CompletionItem[]> {
  const document = await vscode.workspace.openTextDocument(inDesk(PATH));
  await vscode.window.showTextDocument(document);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), marked.replace('|', ''));
  await vscode.workspace.applyEdit(edit);
  const items = await ask(document.uri, document.positionAt(marked.indexOf('|')), resolved);
  await document.save();
  return items;
}

async function ask(uri: vscode.Uri, position: vscode.Position, resolved = 0): Promise<vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    uri,
    position,
    undefined,
    resolved,
  );
  // Words of the document and snippets are VS Code's own.
  return list.items.filter(({ label }) => typeof label === 'object' && label.detail?.startsWith(' · '));
}

function shown(items: readonly vscode.CompletionItem[]): string[] {
  return items.map(({ label }) => (typeof label === 'object' ? label.label + (label.detail ?? '') : label));
}
