/** What new, changed and vanished sources do to the drafts, in one session of the server and from one to the next. */

import type { PlainRange } from './documents.ts';
import type { ListedMention } from './draft.ts';

/**
 * A request from the client, without parameters: what new, changed and vanished sources did to the open drafts since the writer last
 * looked. Answered with a `Changes`, or with null before the session has begun.
 */
export const changesMethod = 'secondSource/changes';

/** A figure or a name that the sources have something else to say of than before. All texts are on one line. */
export interface ListedChange {
  readonly range: PlainRange;
  readonly text: string;
  /** What it measures, in the draft's words; empty where they do not tell, and for names. */
  readonly measures: string;
  readonly verdict: ListedMention['verdict'];
  /** Whether that is another than before. */
  readonly isOther: boolean;
  /** How it has changed, and by which sources: `was supported, now conflicting — The Militant says 160`. */
  readonly told: string;
}

export interface Changes {
  /** Those drafts alone that something has changed for; other verdicts first. */
  readonly drafts: readonly { readonly uri: string; readonly changes: readonly ListedChange[] }[];
}

/** A request from the client, with a `ChangesSeenParams`: the writer has seen what has changed. Answered with null. */
export const changesSeenMethod = 'secondSource/changesSeen';

export interface ChangesSeenParams {
  /** The draft; all of them where it is left out. */
  readonly uri?: string;
}

/**
 * A request from the client, with a `DraftParams`: what the sources said of an open draft when the writer last looked, as plain data that only
 * the server reads. A client keeps it, and gives it back to a server that is started later (`recallMethod`). Answered with null where it is
 * not known, as before the sources are read.
 */
export const standingsMethod = 'secondSource/standings';

/** A request from the client, with a `Recalled`: what an earlier server knew of a draft that is open. Answered with null. */
export const recallMethod = 'secondSource/recall';

export interface Recalled {
  readonly textDocument: { readonly uri: string };
  readonly standings: unknown;
}
