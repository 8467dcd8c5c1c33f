/** What the tests inside VS Code share: the sample desk that is open in it, and waiting for what happens there. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Api } from '../../../client/extension.ts';
import manifest from '../../../package.json';
import type { FolderStatus } from '../../../server/protocol/status.ts';

/** Milliseconds after which what is waited for will not come: below the test's own limit, to be able to say what there was instead. */
const DEADLINE = 40_000;

export const draftUri = inDesk('draft.md');

/** A file of the desk. */
export function inDesk(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'no folder is open');
  return vscode.Uri.joinPath(folder.uri, path);
}

/** The running extension. */
export async function start(): Promise<Api> {
  const extension = vscode.extensions.getExtension<Api>(`${manifest.publisher}.${manifest.name}`);
  assert.ok(extension, 'VS Code does not know the extension');
  return extension.activate();
}

/** Opens the sample draft in a tab that stays, and waits until it is held against all sources. */
export async function openDraft(): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(draftUri);
  await vscode.window.showTextDocument(document, { preview: false });
  await ready(5);
  return document;
}

/** Waits until the desk has so many sources and all are indexed. */
export async function ready(sources: number): Promise<void> {
  const api = await start();
  await until(
    `${sources} sources`,
    api.onDidChangeState,
    () => folderOf(api),
    (folder) => folder?.sources === sources && folder.total === 0,
  );
}

/** What the server says of the desk; undefined where it does not run. */
export function folderOf({ state }: Api): FolderStatus | undefined {
  return typeof state === 'string' ? undefined : state.folders[0];
}

/** Waits for diagnostics of a document that fulfil a condition. */
export function diagnostics(
  uri: vscode.Uri,
  what: string,
  condition: (found: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  return until(what, vscode.languages.onDidChangeDiagnostics, () => ours(uri), condition);
}

/** The extension's diagnostics of a document, as they are now. */
export function ours(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Second Source');
}

/** A value once it fulfils a condition: looked at now, and again at every event. */
export function until<T, E>(what: string, event: vscode.Event<E>, look: () => T, condition: (value: T) => boolean): Promise<T> {
  return new Promise((resolve, reject) => {
    const check = () => {
      const value = look();
      if (!condition(value)) return;
      stop();
      resolve(value);
    };
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`waited in vain for ${what}; there is ${JSON.stringify(look(), null, 1)}`));
    }, DEADLINE);
    const listener = event(check);
    const stop = () => {
      clearTimeout(timer);
      listener.dispose();
    };
    check();
  });
}

/** Where a text stands in a document, which holds it once. */
export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const start = document.getText().indexOf(text);
  assert.notEqual(start, -1, `the document does not hold "${text}"`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}

/** What rests over a position, as Markdown. */
export async function hover(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position);
  const contents = hovers.flatMap((each) => each.contents);
  return contents.map((content) => (typeof content === 'string' ? content : content.value)).join('\n');
}

/** How often a question is asked again that VS Code takes back. */
const TRIES = 5;

/**
 * The code actions of a kind, as the editor's menu has them at a place. VS Code takes the question back where another extension comes up with
 * actions of its own meanwhile, as those do that start with a draft; then it is asked again.
 */
export async function codeActions(uri: vscode.Uri, range: vscode.Range, kind: string): Promise<vscode.CodeAction[]> {
  for (let tries = 1; ; tries++) {
    try {
      return await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range, kind);
    } catch (error) {
      if (tries === TRIES || !(error instanceof Error) || error.name !== 'Canceled') throw error;
    }
  }
}

/** Where Go to Definition leads to from a position. */
export async function definitions(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Location[]> {
  const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
    'vscode.executeDefinitionProvider',
    document.uri,
    position,
  );
  return found.map((each) =>
    'targetUri' in each ? new vscode.Location(each.targetUri, each.targetSelectionRange ?? each.targetRange) : each,
  );
}

/** Writes a file of the desk. */
export async function write(path: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(inDesk(path), new TextEncoder().encode(text));
}

export async function remove(path: string): Promise<void> {
  await vscode.workspace.fs.delete(inDesk(path));
}

/** Sets, or with undefined resets, a setting of the desk's folder. */
export async function set(name: string, value: unknown): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('secondSource', draftUri);
  await configuration.update(name, value, vscode.ConfigurationTarget.Workspace);
}
