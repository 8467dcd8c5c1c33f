/** The extension: starts the language server where a folder has sources, and shows how it is doing. */
import { commands, Disposable, type Event, type ExtensionContext, window } from 'vscode';
import { ActiveDraft } from './activeDraft.ts';
import { showChecked } from './checked.ts';
import { offerChecks } from './checking.ts';
import { registerCommands } from './commands.ts';
import { tellCursor } from './cursor.ts';
import { Listings } from './listings.ts';
import { showMarks } from './marks.ts';
import { tellOfCache } from './messages.ts';
import { goThroughPassages } from './passages.ts';
import { showPictures } from './picture/panel.ts';
import { Remembered } from './remembered.ts';
import { offerReports } from './report.ts';
import { offerSample } from './sample.ts';
import { offerSearch } from './search.ts';
import { Server, type ServerState } from './server.ts';
import { Settings } from './settings.ts';
import { anySources, onSourceAppeared } from './sources.ts';
import { showStatus } from './status.ts';
import { suggestNames } from './suggest.ts';
import { showTexts } from './texts.ts';
import { showViews } from './views/views.ts';

/** What other extensions, and tests, may ask this one for. */
export interface Api {
  /** How the server is doing. */
  readonly state: ServerState;
  readonly onDidChangeState: Event<ServerState>;
}

let server: Server | undefined;

export async function activate(context: ExtensionContext): Promise<Api> {
  const log = window.createOutputChannel('Second Source', { log: true });
  const settings = new Settings(log);
  const running = new Server(context, log);
  const draft = new ActiveDraft(settings);
  const listings = new Listings(running, settings);
  const remembered = new Remembered(running, settings, context.workspaceState);
  server = running;
  context.subscriptions.push(
    log,
    settings,
    running,
    draft,
    listings,
    remembered,
    showStatus(running, draft),
    showViews(running, draft, listings),
    registerCommands(settings),
    offerSample(context),
    offerReports(running, draft),
    offerChecks(running, draft, listings),
    showMarks(listings, context.extensionUri),
    showChecked(draft, listings),
    showPictures(running, context.extensionUri),
    offerSearch(running, settings),
    goThroughPassages(running),
    tellCursor(running),
    suggestNames(running),
    showTexts(running),
    commands.registerCommand('secondSource.showLog', () => log.show()),
    commands.registerCommand('secondSource.restartServer', () => running.restart(settings.languages())),
    commands.registerCommand('secondSource.clearCache', async () => {
      await remembered.clear();
      void tellOfCache(await running.clearCache(settings.languages()));
    }),
    startWithSources(running, settings),
  );
  await settings.reload();
  return {
    get state() {
      return running.state;
    },
    onDidChangeState: running.onDidChangeState,
  };
}

/** Ends the server. VS Code waits for it. */
export async function deactivate(): Promise<void> {
  await server?.stop();
  server = undefined;
}

/** Starts the server as soon as there are sources, and again where it must be told of documents of another language. */
function startWithSources(server: Server, settings: Settings): Disposable {
  let watching = new Disposable(() => {});
  const look = async () => {
    if (server.state === 'off' && (await anySources(settings)) && server.state === 'off') {
      watching.dispose();
      await server.start(settings.languages());
    }
  };
  const changed = async () => {
    watching.dispose();
    if (server.state === 'off') {
      watching = onSourceAppeared(settings, look);
      await look();
    } else if (settings.languages().some((language) => !server.languages.includes(language))) {
      await server.restart(settings.languages());
    }
  };
  return Disposable.from(settings.onDidChange(changed), new Disposable(() => watching.dispose()));
}
