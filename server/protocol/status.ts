/** What the server is at: each folder’s state, and which of its sources could not be read. */

/**
 * A notification from the server whenever something changed, with a `Status`; and a request from the client without parameters,
 * answered with the same.
 */
export const statusMethod = 'secondSource/status';

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
