/** What the language server and its clients say to each other beyond LSP itself: method names and plain types. */

/** The settings section that `workspace/configuration` is asked for. */
export const settingsSection = 'secondSource';

/** The file at a folder's root that says the same as the settings and wins key by key. */
export const settingsFile = 'second-source.json';

/** The `source` of every diagnostic. */
export const diagnosticSource = 'Second Source';

/**
 * A notification from the server whenever something changed, with a `Status`; and a request from the client without parameters,
 * answered with the same.
 */
export const statusMethod = 'secondSource/status';

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

/** A piece of evidence as a diagnostic's `data` holds it; offsets are UTF-16 units of the article's text. */
export interface EvidenceData {
  readonly uri: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly stance: 'agrees' | 'differs';
  readonly reason: 'later' | 'earlier' | 'attribution' | 'scope' | null;
}

/** A diagnostic's `data`: what fixes need, so that nothing is checked again to offer one. */
export interface DiagnosticData {
  readonly rule: string;
  /** The figure or name as the draft has it. */
  readonly text: string;
  /** Of a figure; empty for a name. */
  readonly evidence: readonly EvidenceData[];
  /** Of a name: the spelling to use; null where there is none, and for figures. */
  readonly canonical: string | null;
}
