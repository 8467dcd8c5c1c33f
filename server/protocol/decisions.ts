/** What the writers decide on a draft’s figures, names and quotations: what they let stand, tick and query. */
import type { PlainRange } from './documents.ts';

/** The file at a folder's root that holds the writers' decisions: one record of JSON a line. */
export const ledgerFile = 'second-source.ledger.jsonl';

/**
 * Commands of the server, for `workspace/executeCommand`: to let something stand in an open draft, and to check it again. Their argument
 * is an object that the server's code actions fill in: plain data, made for the server alone.
 */
export const letStandCommand = 'secondSource.letStand';
export const checkAgainCommand = 'secondSource.checkAgain';

/**
 * Commands of the server: to tick a figure or a name of an open draft as checked, to ask about it, and to take back either. Their argument
 * is a `CheckArguments`.
 */
export const tickCommand = 'secondSource.tick';
export const queryCommand = 'secondSource.query';
export const takeBackCommand = 'secondSource.takeBack';

/** A figure, a name or a quotation of a draft, with what a checker has to say of it. */
export interface CheckArguments {
  readonly uri: string;
  /** The figure, the name or the quoted words, and the offset in UTF-16 units when they were asked for; of several equal texts the nearest is meant. */
  readonly text: string;
  readonly start: number;
  /** Of a tick: the `passage` of one of the `CheckPassage`s; null for none; where it is left out the best that agrees, if any does. */
  readonly passage?: unknown;
  readonly note?: string | null;
}

/**
 * A request from the client, with LSP's `TextDocumentPositionParams`: what there is to check at a place of a draft. Answered with a
 * `Checkable`, or with null where no figure, name or quotation is there, and for documents that are no drafts.
 */
export const checkableMethod = 'secondSource/checkable';

export interface Checkable {
  /** What the commands are given, but for passage and note. */
  readonly arguments: CheckArguments;
  readonly mark: ListedMark | null;
  /** What it may be checked against, one a source, those that agree first and the best of them before the others. */
  readonly passages: readonly CheckPassage[];
}

/** A passage of a source that a tick may rely on. All texts are on one line. */
export interface CheckPassage {
  /** Plain data that only the server reads. */
  readonly passage: unknown;
  /** The source's name, with its date and the place in it, as far as they are known. */
  readonly source: string;
  readonly date: string;
  readonly place: string;
  /** The figure or name as the source writes it, and the words around it. */
  readonly text: string;
  readonly wording: string;
  readonly stance: 'agrees' | 'differs';
}

/** What checkers decided on a figure or a name. */
export interface ListedMark {
  /** `reopened`: it was ticked, but the draft or the source has changed since. */
  readonly state: 'ticked' | 'queried' | 'reopened';
  /** Who decided, when, and against what, in a sentence. */
  readonly told: string;
  /** What has changed since, in a sentence; null where nothing has. */
  readonly change: string | null;
  readonly note: string | null;
}

/**
 * A request from the client, with a `DraftParams`: what is checked of a draft. Asks for less than `draftMethod`, and may be asked after
 * every edit. Answered with a `MarksListing`, or with null for documents that are no drafts.
 */
export const marksMethod = 'secondSource/marks';

export interface MarksListing {
  /** How many figures there are. */
  readonly figures: number;
  /** The figures that something was decided on, and where. */
  readonly marked: readonly PlacedMark[];
  /** The same of names, each once, where it comes first. */
  readonly names: readonly PlacedMark[];
  /** The same of quotations. */
  readonly quotations: readonly PlacedMark[];
  /** Lines, from 0, that hold a figure which nothing was decided on, ascending; none where nothing was decided on the whole draft. */
  readonly open: readonly number[];
}

export interface PlacedMark {
  readonly range: PlainRange;
  readonly state: ListedMark['state'];
}
