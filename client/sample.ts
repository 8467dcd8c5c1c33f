/** The sample desk: set up where the writer says, and opened with its draft in front. */
import { commands, type Disposable, type ExtensionContext, l10n, Uri, window, workspace } from 'vscode';

/** The desk's draft, in its folder. */
const DRAFT = 'draft.md';

/** Offers to set up the sample desk, and shows its draft where its folder has just been opened. */
export function offerSample({ extensionUri, globalStorageUri }: ExtensionContext): Disposable {
  // A file: once it is written, it is there. What the editor keeps itself it writes a while later, and a browser's page may be gone by then.
  const awaited = new Awaited(Uri.joinPath(globalStorageUri, 'awaited-draft'));
  void showAwaited(awaited);
  return commands.registerCommand('secondSource.openSample', () => openSample(extensionUri, awaited));
}

/** The draft that is to be shown once its folder is open: opening it ends this process. */
class Awaited {
  constructor(private readonly file: Uri) {}

  async set(draft: Uri): Promise<void> {
    await workspace.fs.writeFile(this.file, new TextEncoder().encode(draft.toString()));
  }

  /** Undefined where none is awaited. */
  async get(): Promise<Uri | undefined> {
    try {
      return Uri.parse(new TextDecoder().decode(await workspace.fs.readFile(this.file)), true);
    } catch {
      return undefined;
    }
  }

  async forget(): Promise<void> {
    await workspace.fs.delete(this.file);
  }
}

/** Copies the sample desk to a folder of the writer's choice, and opens it there. */
async function openSample(extension: Uri, awaited: Awaited): Promise<void> {
  const [parent] = (await window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    title: l10n.t('Where to put the sample desk'),
    openLabel: l10n.t('Put It Here'),
  })) ?? [undefined];
  if (!parent) return;
  const desk = await freeName(Uri.joinPath(parent, 'second-source-sample'));
  await workspace.fs.copy(Uri.joinPath(extension, 'corpus'), desk);
  // A browser hands no file on to the page of another folder.
  await awaited.set(Uri.joinPath(desk, DRAFT));
  await commands.executeCommand('vscode.openFolder', desk);
}

/** Shows the awaited draft where the folder that is open is its own, and awaits it no more; in any other folder it goes on waiting. */
async function showAwaited(awaited: Awaited): Promise<void> {
  const draft = await awaited.get();
  const isHere = (folder: Uri) => draft?.toString() === Uri.joinPath(folder, DRAFT).toString();
  if (!draft || !workspace.workspaceFolders?.some(({ uri }) => isHere(uri))) return;
  await awaited.forget();
  await window.showTextDocument(draft, { preview: false });
}

/** The address of a folder, with a number behind it where there is one of that name: nothing is ever written over. */
async function freeName(wanted: Uri): Promise<Uri> {
  for (let number = 1; ; number++) {
    const uri = number === 1 ? wanted : wanted.with({ path: `${wanted.path}-${number}` });
    try {
      await workspace.fs.stat(uri);
    } catch {
      return uri;
    }
  }
}
