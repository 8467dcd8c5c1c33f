/** What the engine must know of a language: one type, gathered from a section for each concern. */
import type { CitingWords } from './citing.ts';
import type { ClaimWords } from './claims.ts';
import type { ConsistencyWords } from './consistency.ts';
import type { NameWords } from './names.ts';
import type { NumberWords } from './numbers.ts';
import type { OriginWords } from './origins.ts';
import type { TextWords } from './text.ts';

export interface Lexicon {
  /** BCP 47 tag, for sentence boundaries. */
  readonly locale: string;
  readonly text: TextWords;
  readonly numbers: NumberWords;
  readonly names: NameWords;
  readonly claims: ClaimWords;
  readonly origins: OriginWords;
  readonly consistency: ConsistencyWords;
  readonly citing: CitingWords;
}
