/** The sample draft, held against the sample sources, in VS Code. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { definitions, diagnostics, hover, openDraft, ours, rangeOf, start, until } from './desk.ts';

describe('the sample draft', () => {
  let draft: vscode.TextDocument;
  before(async () => {
    draft = await openDraft();
  });

  it('starts the extension and its server', async () => {
    const { state } = await start();
    assert.ok(typeof state === 'object');
    assert.deepEqual(
      state.folders.map(({ state, sources, skipped }) => ({ state, sources, skipped })),
      [{ state: 'ready', sources: 5, skipped: [] }],
    );
  });

  for (const rule of ['refuted-figure', 'conflicting-sources', 'outdated-figure', 'misspelt-name', 'name-variant']) {
    it(`shows ${rule}`, async () => {
      await diagnostics(draft.uri, rule, (found) => found.some(({ code }) => code === rule));
    });
  }

  it('leaves figures alone that no source has, unless asked', async () => {
    await diagnostics(draft.uri, 'any finding', (found) => found.length > 0);
    assert.ok(ours(draft.uri).every(({ code }) => code !== 'unsourced-figure'));
  });

  it('flags the 16 oil workers of 2011 as disputed, with 15 in the related passages', async () => {
    const figure = rangeOf(draft, '16 striking oil workers');
    const [finding] = (await diagnostics(draft.uri, 'a finding on 16', (found) => found.some(isAt(figure.start)))).filter(
      isAt(figure.start),
    );
    assert.equal(finding!.code, 'conflicting-sources');
    const related = await Promise.all((finding!.relatedInformation ?? []).map(({ location }) => textAt(location)));
    assert.ok(
      related.some((text) => /\b15\b|\bfifteen\b/i.test(text)),
      `the related passages are ${JSON.stringify(related)}`,
    );
    for (const { location } of finding!.relatedInformation ?? []) assert.match(location.uri.path, /\/sources\//);
  });

  for (const [what, text, there] of [
    ['the 16 oil workers', '16 striking oil workers', '16 striking oil workers'],
    ['a name', 'Karim Massimov', 'Karim Massimov'],
  ] as const) {
    it(`leads from ${what} to the one best passage`, async () => {
      const start = rangeOf(draft, text).start;
      const [best, ...others] = await definitions(draft, start);
      assert.deepEqual(others, []);
      assert.match(best?.uri.path ?? '', /\/sources\/[^/]+\.md$/);
      assert.ok(there.startsWith(await textAt(best!)));

      const editor = await vscode.window.showTextDocument(draft);
      editor.selection = new vscode.Selection(start, start);
      await vscode.commands.executeCommand('editor.action.revealDefinition');
      const shown = await until(
        'the source in front',
        vscode.window.onDidChangeTextEditorSelection,
        () => vscode.window.activeTextEditor,
        (active) => active?.document.uri.toString() === best!.uri.toString() && active.selection.active.isEqual(best!.range.start),
      );
      const line = shown!.document.lineAt(shown!.selection.active.line).text;
      assert.ok(line.slice(shown!.selection.active.character).startsWith(there), line);
      await vscode.window.showTextDocument(draft);
    });
  }

  it('names four sources with their figures over the 26 protesters', async () => {
    const text = await hover(draft, rangeOf(draft, '26 protesters had been killed').start);
    // Markdown escapes and emphasis are how it is written, not what it says.
    const said = text.replace(/[\\*]/g, '');
    const figures = {
      'Socialist Worker': /\b26\b/,
      'socialistworld.net': /hundreds/i,
      'The Militant': /160/,
      'World Socialist Web Site': /hundreds|dozens/i,
    };
    for (const [publication, figure] of Object.entries(figures)) {
      const entry = said.split('\n').find((line) => line.includes(publication));
      assert.match(entry ?? '', figure, `${publication} in:\n${text}`);
    }
  });

  it('links every source in a hover to its passage', async () => {
    const text = await hover(draft, rangeOf(draft, '26 protesters had been killed').start);
    const links = [...text.matchAll(/\]\((file:[^)]+)\)/g)].map(([, link]) => vscode.Uri.parse(link!));
    assert.ok(links.length >= 4, text);
    for (const link of links) {
      assert.match(link.fragment, /^L\d+,\d+-\d+,\d+$/);
      await vscode.workspace.fs.stat(link.with({ fragment: '' }));
    }
  });

  it('tells over a name how the sources spell it', async () => {
    const text = await hover(draft, rangeOf(draft, 'Nurlan Nogaev').start);
    assert.match(text, /Nurlan Nogayev/);
    assert.match(text, /Socialist Worker/);
  });

  it('says nothing over what is neither a figure nor a name', async () => {
    assert.equal(await hover(draft, rangeOf(draft, 'It began with a bill').start), '');
  });
});

function isAt(position: vscode.Position): (diagnostic: vscode.Diagnostic) => boolean {
  return ({ range }) => range.contains(position);
}

async function textAt({ uri, range }: vscode.Location): Promise<string> {
  const document = await vscode.workspace.openTextDocument(uri);
  return document.getText(range);
}
