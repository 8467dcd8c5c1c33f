/** Shows in the client how far indexing is: `5 of 12`. */
import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { Client } from './client.ts';
import type { Workspace } from './workspace.ts';

export class Progress {
  private reporter: Promise<WorkDoneProgressServerReporter> | null = null;

  constructor(
    private readonly connection: Connection,
    private readonly client: Pick<Client, 'progress' | 'translate'>,
    private readonly workspace: Workspace,
  ) {}

  /** Begins, reports or ends, whatever the folders' counts ask for. A single file is too quick to tell of. */
  update(): void {
    if (!this.client.progress) return;
    let done = 0;
    let total = 0;
    for (const folder of this.workspace.folders) {
      done += folder.done;
      total += folder.total;
    }
    if (total > 0) this.report(done, total);
    else this.end();
  }

  private report(done: number, total: number): void {
    const { translate } = this.client;
    const message = translate('{done} of {total}', { done, total });
    if (this.reporter) {
      void this.with(this.reporter, (reporter) => reporter.report((100 * done) / total, message));
    } else if (total > 1) {
      this.reporter = this.connection.window.createWorkDoneProgress();
      void this.with(this.reporter, (reporter) => reporter.begin(translate('Reading sources', {}), (100 * done) / total, message, false));
    }
  }

  private end(): void {
    const ending = this.reporter;
    this.reporter = null;
    if (ending) void this.with(ending, (reporter) => reporter.done());
  }

  /** A client that refuses progress goes without. */
  private with(reporter: Promise<WorkDoneProgressServerReporter>, use: (reporter: WorkDoneProgressServerReporter) => void): Promise<void> {
    return reporter.then(use).catch(() => undefined);
  }
}
