/** What was found in an article, as the bytes that it is kept and passed on in: each part is read by itself, when it is asked for. */
import type { Prose, Work } from '../../engine/model.ts';
import { type PackedFindings, type PackedPassages, packFindings, packPassages, unpackAnalysis } from '../../engine/packed.ts';
import type { Postings } from '../../engine/postings.ts';
import type { Findings } from '../../lsp/runtime.ts';
import { decode, encode } from './values.ts';

/** The postings, the passages, and what was found in them. */
export type Parts = readonly [postings: Uint8Array, passages: Uint8Array, findings: Uint8Array];

/** The parts of what was found. Yields now and then. */
export function* partsOf({ analysis, postings }: Findings): Work<Parts> {
  return [yield* encode(postings), yield* encode(packPassages(analysis)), yield* encode(yield* packFindings(analysis))];
}

/** What was found in `prose`, of which these are the parts. */
export function findingsIn(prose: Prose, [postings, passages, findings]: Parts): Findings {
  return {
    analysis: unpackAnalysis(
      prose,
      () => decode(passages) as PackedPassages,
      () => decode(findings) as PackedFindings,
    ),
    postings: decode(postings) as Postings,
  };
}
