/** The texts of sources that are no text files, for clients that show them. */

/**
 * The scheme of documents that show the text that was taken out of a source which is no text file, such as a PDF. Where a client says in
 * `initializationOptions` that it shows them, places in such sources are given in these documents; their positions are those of the text.
 */
export const sourceTextScheme = 'second-source-text';

/** A request from the client, with a `SourceTextParams`, answered with a `SourceText`; null for what is no URI of that scheme. */
export const sourceTextMethod = 'secondSource/sourceText';

/** A notification from the server that a text which the client asked for is another by now, with a `SourceTextParams`. */
export const sourceTextChangedMethod = 'secondSource/sourceTextChanged';

export interface SourceTextParams {
  /** A URI of `sourceTextScheme`. */
  readonly uri: string;
}

/** From an offset of a text on, this is the place in the file. */
export interface SourcePlace {
  /** In UTF-16 units. */
  readonly start: number;
  /** As the writer would cite it: `page 3`, `paragraph 4`, `cell B7`. */
  readonly words: string;
  /** The page's number in the file, from 1, for links; null where the place is no page. */
  readonly page: number | null;
}

export interface SourceText {
  /** The URI of the file itself. */
  readonly original: string;
  /** Null where there is none: the file is gone, is no source any more, or cannot be read. */
  readonly text: string | null;
  /** Why there is no text, in words for the writer; null where there is one. */
  readonly reason: string | null;
  /** In the order of the text. */
  readonly places: readonly SourcePlace[];
}

/**
 * A command of a client that shows the texts of sources: opens one with a passage selected. Its arguments are the text's URI and an LSP
 * range. Hovers lead to it, for in VS Code a link there can lead to a document of another scheme only by a command.
 */
export const showPassageCommand = 'secondSource.showPassage';
