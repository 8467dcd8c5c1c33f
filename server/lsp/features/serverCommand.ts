/** What a command of the server is, and how it sees the draft that it is about. */
import type { CancellationToken } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Uri } from '../../engine/model.ts';
import type { Judged } from '../judged.ts';
import { isCancelled } from '../runtime.ts';
import type { Session } from '../session.ts';
import type { Folder } from '../workspace.ts';

/** A draft that a command is about. */
export interface CommandPlace {
  /** Its URI in normal spelling. */
  readonly draft: Uri;
  readonly document: TextDocument;
  readonly folder: Folder;
  readonly session: Session;
}

export interface ServerCommand {
  readonly name: string;
  /** The arguments come from the client and are held against what is there: nothing else of them is used. */
  run(place: CommandPlace, given: Record<string, unknown>, token: CancellationToken): Promise<void>;
}

/** How often a draft that is edited meanwhile is judged anew before the writer is left to ask again. */
const TRIES = 5;

/** The draft as it is now; an edit that overtakes the question makes it a question about the draft after it. */
export async function judgedNow(document: TextDocument, session: Session, token: CancellationToken): Promise<Judged | null> {
  for (let tries = 1; ; tries++) {
    try {
      return await session.consulting.judge(document, token);
    } catch (error) {
      if (!isCancelled(error) || token.isCancellationRequested || tries === TRIES) throw error;
    }
  }
}
