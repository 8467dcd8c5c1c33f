/** What the page of a picture is told: words and numbers, nothing of the editor's or the server's. Everything is text, and none of it markup. */

export interface ViewInterval {
  readonly low: number;
  readonly high: number;
  readonly open: 'low' | 'high' | null;
}

/** A figure of a draft: a line, or a band, across the picture. */
export interface ViewLine {
  readonly label: string;
  readonly interval: ViewInterval;
}

/** What a source says: a mark in the picture and a row of the table. */
export interface ViewReport {
  readonly interval: ViewInterval;
  /** The days since 1970-01-01 that the report may be of; null where it bears no date. */
  readonly days: readonly [number, number] | null;
  readonly stance: 'agrees' | 'differs' | null;
  readonly aside: boolean;
  /** The figure as it is written. */
  readonly figure: string;
  /** Who says so: the source's name, and its speaker. */
  readonly source: string;
  readonly speaker: string;
  /** The row of the table behind figure and source, one a column. */
  readonly cells: readonly string[];
}

export interface View {
  readonly title: string;
  /** The picture in a sentence or two, for those who do not see it. */
  readonly description: string;
  /** BCP 47 tag of the words, for numbers and dates too. */
  readonly language: string;
  readonly kind: 'number' | 'year' | 'date';
  /** What the vertical axis shows. */
  readonly axis: string;
  readonly lines: readonly ViewLine[];
  readonly reports: readonly ViewReport[];
  /** Said in the place of a picture where there is nothing to draw; empty otherwise. */
  readonly message: string;
  readonly words: {
    readonly undated: string;
    readonly logarithmic: string;
    readonly save: string;
    readonly caption: string;
    /** The headings of the table's columns: figure and source first. */
    readonly columns: readonly string[];
    /** What is told of a figure that leads to its passage, `{0}` being the source. */
    readonly open: string;
  };
}

/** What the page says to the editor. */
export type FromPage =
  | { readonly type: 'ready' }
  /** The writer wants to read the passage of a report, by its place in the view's list. */
  | { readonly type: 'open'; readonly report: number }
  /** The picture as a file. */
  | { readonly type: 'save'; readonly svg: string };

/** What the editor says to the page: what to show, and what to show again after a reload of the window. */
export interface ToPage {
  readonly view: View;
  readonly state: unknown;
}
