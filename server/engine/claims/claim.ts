/** A claim: a figure with what it measures, whom and what it is about, where, when, and who says so. */
import type { Figure } from '../model.ts';

export interface Claim {
  /** The figure, its quantity's unit completed from the head noun where it has none of its own. */
  readonly figure: Figure;
  /** What it measures, as a short phrase for the writer (`people detained`); empty where nothing was found. */
  readonly measures: string;
  /** Who says so, as the text names them; null where nobody is named. */
  readonly speaker: string | null;
  /** Whether the text itself reports the claim as denied. */
  readonly denied: boolean;
}
