/** Documents and places in them, as the messages of both sides name them, and where the writer is. */

/** A place in a text, as LSP has it: lines and UTF-16 units from 0, the end exclusive. */
export interface PlainRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export interface DraftParams {
  readonly textDocument: { readonly uri: string };
}

/**
 * A notification from the client that the writer put the cursor somewhere, worth telling within a second of an edit: what was typed is
 * judged as soon as the cursor has left it. The server does without it where a client never tells.
 */
export const cursorMethod = 'secondSource/cursor';

export interface CursorParams {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
}
