/** What a diagnostic holds beyond LSP: all that its fixes need. */

/** The `source` of every diagnostic. */
export const diagnosticSource = 'Second Source';

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
  /**
   * Of figures that do not go together, where arithmetic has one answer: that, and what it follows from; and what is to change where it is
   * no figure of the range.
   */
  readonly answer?: { readonly figure: string; readonly arithmetic: string; readonly changes?: readonly ChangeData[] };
  /** Of a quotation: what makes it the source's words again, and whose they are. */
  readonly quotation?: { readonly changes: readonly ChangeData[]; readonly sources: string };
}
