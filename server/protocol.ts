/** What the language server and its clients say to each other beyond LSP itself: method names and plain types. */

/** The settings section that `workspace/configuration` is asked for. */
export const settingsSection = 'secondSource';

/** The file at a folder's root that says the same as the settings and wins key by key. */
export const settingsFile = 'second-source.json';

/** The file at a folder's root that holds the writers' decisions: one record of JSON a line. */
export const ledgerFile = 'second-source.ledger.jsonl';

/** The `source` of every diagnostic. */
export const diagnosticSource = 'Second Source';

/**
 * A notification from the server whenever something changed, with a `Status`; and a request from the client without parameters,
 * answered with the same.
 */
export const statusMethod = 'secondSource/status';

/**
 * A notification from the client that the writer put the cursor somewhere, worth telling within a second of an edit: what was typed is
 * judged as soon as the cursor has left it. The server does without it where a client never tells.
 */
export const cursorMethod = 'secondSource/cursor';

export interface CursorParams {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
}

/**
 * Commands of the server, for `workspace/executeCommand`: to let something stand in an open draft, and to check it again. Their argument
 * is an object that the server's code actions fill in: plain data, made for the server alone.
 */
export const letStandCommand = 'secondSource.letStand';
export const checkAgainCommand = 'secondSource.checkAgain';

/**
 * A request from the client, with a `ConflictsParams`: where the sources disagree among themselves. Answered with a `Conflicts`, or with
 * null before the session has begun.
 */
export const conflictsMethod = 'secondSource/conflicts';

export interface ConflictsParams {
  /** The URI of a workspace folder; every folder's sources where it is left out. */
  readonly folder?: string;
}

/** A claim of a source in a disagreement. */
export interface ConflictingClaim {
  readonly uri: string;
  /** Of the figure, in the text that was analysed. */
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
  /** The figure as the source writes it, on one line. */
  readonly text: string;
  /** What the source says around it, on one line and without markup. */
  readonly passage: string;
  readonly title: string | null;
  readonly publisher: string | null;
  /** ISO 8601, as far as it is known. */
  readonly date: string | null;
  /** Who says so, as the source names them. */
  readonly speaker: string | null;
}

/** Claims of several sources about one thing, not all of which can be right; one claim a source. */
export interface ConflictGroup {
  /** What is measured; empty where the claims share no words. */
  readonly measures: string;
  /** `warning` where the figures exclude each other plainly, `information` where dates or speakers may explain the difference. */
  readonly severity: 'warning' | 'information';
  readonly claims: readonly ConflictingClaim[];
}

export interface Conflicts {
  /** Plain conflicts first, then those of more sources. */
  readonly groups: readonly ConflictGroup[];
}

/** What `initializationOptions` may hold. Everything is optional, and what has another type is ignored. */
export interface InitializationOptions {
  /** From a message's English template to its translation; `{name}` placeholders stay. */
  readonly l10n?: Readonly<Record<string, string>>;
  /** The settings of the section, for clients that cannot answer `workspace/configuration`. */
  readonly settings?: unknown;
}

/** `indexing`: sources are being read; `trouble`: some could not be, or a setting is broken; `idle`: there are no sources. */
export type FolderState = 'indexing' | 'ready' | 'trouble' | 'idle';

/** A source that could not be read, and why, in words for the writer. */
export interface SkippedSource {
  readonly uri: string;
  readonly reason: string;
}

export interface FolderStatus {
  readonly uri: string;
  readonly name: string;
  readonly state: FolderState;
  /** How many articles the library holds. */
  readonly sources: number;
  readonly skipped: readonly SkippedSource[];
  /** How much of the present run of indexing is done; both 0 between runs. */
  readonly done: number;
  readonly total: number;
}

export interface Status {
  readonly folders: readonly FolderStatus[];
}

/** A figure that the sources have instead of the draft's, as a diagnostic's `data` holds it. */
export interface FigureData {
  /** As a source writes it, on one line and without its markup. */
  readonly text: string;
  /** The engine's quantity: plain data that only the server reads. */
  readonly quantity: unknown;
  /** Who gives it, for a title. */
  readonly sources: string;
  /** Whether it is the one to take. */
  readonly best: boolean;
}

/** A spelling that the sources have instead of the draft's, as a diagnostic's `data` holds it. */
export interface SpellingData {
  readonly text: string;
  readonly sources: string;
  readonly best: boolean;
}

/** A stretch of the draft, counted in UTF-16 units from the start of the diagnostic's range, and what is to stand there instead. */
export interface ChangeData {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** A diagnostic's `data`: what fixes need, so that nothing is checked again to offer one. */
export interface DiagnosticData {
  readonly rule: string;
  /** The text of the diagnostic's range: where the draft has another there by now, nothing here holds any more. */
  readonly text: string;
  /** Of a figure: what it was understood to be, as the engine has it, and what the sources have instead, best first. */
  readonly figure: { readonly quantity: unknown; readonly choices: readonly FigureData[] } | null;
  /** Of a name: how it is written, the fullest form that the draft has of it, and how the sources spell it, best first. */
  readonly name: { readonly text: string; readonly full: string; readonly choices: readonly SpellingData[] } | null;
  /** Of a first mention by surname only: the full name. */
  readonly fullName?: string;
  /** Of a quotation: what makes it the source's words again, and whose they are. */
  readonly quotation?: { readonly changes: readonly ChangeData[]; readonly sources: string };
}
