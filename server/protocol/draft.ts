/** What is known of a draft: its figures, names and quotations with their verdicts. */
import type { ListedMark } from './decisions.ts';
import type { PlainRange } from './documents.ts';

/**
 * A request from the client, with a `DraftParams`: what is known of a draft's figures, and which names are to be looked at. Answered with
 * a `DraftListing`, or with null for documents that are no drafts.
 */
export const draftMethod = 'secondSource/draft';

/** A figure, a name or a quotation of a draft, on one line and without markup. */
export interface ListedMention {
  readonly range: PlainRange;
  readonly text: string;
  readonly verdict:
    | ('supported' | 'refuted' | 'conflicting' | 'unsourced')
    | ('known' | 'variant' | 'misspelt' | 'unknown')
    | ('exact' | 'altered' | 'misattributed' | 'unfound');
  /** The rule that flags it, and what it says; null where nothing does. */
  readonly finding: { readonly rule: string; readonly message: string } | null;
  /** Whether it would be flagged, had the writer not let it stand. */
  readonly letStand: boolean;
  /** What its checkers decided; null where they did not yet. */
  readonly mark: ListedMark | null;
}

export interface ListedFigure extends ListedMention {
  /** What it measures, in the draft's words; empty where they do not tell. */
  readonly measures: string;
  /** How many sources agree, and how many differ. */
  readonly agreeing: number;
  readonly differing: number;
}

export interface ListedFinding {
  readonly range: PlainRange;
  readonly text: string;
  readonly rule: string;
  readonly message: string;
}

export interface DraftListing {
  /** In order of the text. */
  readonly figures: readonly ListedFigure[];
  readonly names: readonly ListedMention[];
  readonly quotations: readonly ListedMention[];
  /** What is found of anything else: of the draft held against itself. */
  readonly others: readonly ListedFinding[];
}

/**
 * A notification from the server, without parameters, that what it says of drafts may be something else by now, though their diagnostics
 * are the same: what was decided, or what the sources say.
 */
export const draftsChangedMethod = 'secondSource/draftsChanged';
