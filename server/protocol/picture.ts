/** How one thing was reported over time, for a picture of it. */
import type { ConflictingClaim } from './conflicts.ts';
import type { PlainRange } from './documents.ts';

/**
 * A request from the client, with a `PictureParams`: how one thing was reported over time. Answered with a `Picture`, or with null where
 * no figure stands, and for documents that are neither open drafts nor sources.
 */
export const pictureMethod = 'secondSource/picture';

export interface PictureParams {
  /** A draft that is open, a source, or the text of one. */
  readonly textDocument: { readonly uri: string };
  /** Of the figure, or inside it. */
  readonly position: PlainRange['start'];
}

/** What a figure asserts, on the axis of its picture. */
export interface PictureInterval {
  /** Of dates, days since 1970-01-01, both included. */
  readonly low: number;
  readonly high: number;
  /** The end beyond which the words leave room; null where both are sharp. */
  readonly open: 'low' | 'high' | null;
}

/** What a source says of the thing. */
export interface PictureReport extends ConflictingClaim {
  readonly interval: PictureInterval;
  /** The days, since 1970-01-01 and both included, that the report may be of; null where it bears no date. */
  readonly days: readonly [number, number] | null;
  /** Against the draft's figure, or that of the source which was asked about; null where the sources are held against one another. */
  readonly stance: 'agrees' | 'differs' | null;
  /** Why not plainly, in words; empty where it is plain. */
  readonly remark: string;
  /** Whether it counts for nothing: a part or a whole, or a claim that its source denies. */
  readonly aside: boolean;
}

/** A figure of a draft, or of the source that was asked about. */
export interface PicturedFigure {
  readonly uri: string;
  readonly range: PlainRange;
  readonly text: string;
  readonly interval: PictureInterval;
}

export interface Picture {
  /** What is measured; empty where the texts do not tell. */
  readonly measures: string;
  readonly axis: { readonly kind: 'number' | 'year' | 'date'; readonly unit: string | null };
  /** The figure that was asked about, where it is now. */
  readonly at: PlainRange;
  /** The drafts' figures for the thing. */
  readonly drafts: readonly PicturedFigure[];
  /** The earliest first, undated ones last. */
  readonly reports: readonly PictureReport[];
}

/**
 * A command of a client that shows pictures: how the figure at a place was reported. Its arguments are a document's URI and the line and
 * the character of a figure. Hovers and code actions lead to it.
 */
export const showPictureCommand = 'secondSource.showPicture';
