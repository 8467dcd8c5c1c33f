/** What in a draft does not go with the draft itself: the figures, and the arithmetic that shows it. */
import type { Claim } from '../claims/claim.ts';

/** Why two or more figures of one draft cannot all be right; numbers and texts are those that its message needs. */
export type Slip =
  /** A day's date, and the weekday that it has, 0 (Sunday) to 6; `ahead` where it is told as still to come; at which token of its sentence another is said. */
  | { readonly kind: 'weekday'; readonly date: string; readonly weekday: number; readonly ahead: boolean; readonly said: number }
  /** The two ends of a change, how many times the first the second is, and what the draft calls it. */
  | {
      readonly kind: 'ratio';
      readonly from: string;
      readonly to: string;
      readonly times: number;
      readonly said: string;
      readonly factor: number | null;
    }
  /** The two ends of a change, the change that they make (`30`, `100%`), its direction, and the change that the draft states. */
  | {
      readonly kind: 'change';
      readonly from: string;
      readonly to: string;
      readonly up: boolean;
      readonly change: string;
      readonly said: string;
    }
  /** The two ends of a change that goes the other way than the draft says. */
  | { readonly kind: 'direction'; readonly from: string; readonly to: string; readonly up: boolean }
  /** A part and its whole, the percentage that they make, and the one that the draft states. */
  | { readonly kind: 'share'; readonly part: string; readonly whole: string; readonly share: string; readonly said: string }
  /** A part that is more than its whole. */
  | { readonly kind: 'exceeds'; readonly part: string; readonly whole: string }
  /** Parts, their sum, and the whole that the draft states. */
  | { readonly kind: 'sum'; readonly parts: readonly string[]; readonly sum: string; readonly whole: string }
  /** A figure, and the other one that the draft gives of the same thing before. */
  | { readonly kind: 'twice'; readonly here: string; readonly before: string };

export interface Inconsistency {
  /** The figure that is marked. */
  readonly marked: Claim;
  /** The figures that it does not go with. */
  readonly beside: readonly Claim[];
  readonly slip: Slip;
}
