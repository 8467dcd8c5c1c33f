/** What was found in an article, as the bytes that it is kept and passed on in: each part is read by itself, when it is asked for. */
import type { Prose, Work } from '../../engine/model.ts';
import {
  type PackedFindings,
  type PackedPassages,
  type PackedPostings,
  packFindings,
  packPassages,
  packPostings,
  unpackAnalysis,
  unpackPostings,
} from '../../engine/packed.ts';
import type { Findings } from '../../lsp/runtime.ts';
import { decode, encode } from './values.ts';

/** The postings, the words that quotations are found by, the passages, and what was found in them. */
export type Parts = readonly [postings: Uint8Array, quotable: Uint8Array, passages: Uint8Array, findings: Uint8Array];

/** The parts of what was found. Yields now and then. */
export function* partsOf({ analysis, postings }: Findings): Work<Parts> {
  const quotable = [...postings.quotable()].map((forms) => [...forms]);
  return [
    yield* encode(packPostings(postings)),
    yield* encode(quotable),
    yield* encode(packPassages(analysis)),
    yield* encode(yield* packFindings(analysis)),
  ];
}

/** What was found in `prose`, of which these are the parts. */
export function findingsIn(prose: Prose, [postings, quotable, passages, findings]: Parts): Findings {
  return {
    analysis: unpackAnalysis(
      prose,
      () => decode(passages) as PackedPassages,
      () => decode(findings) as PackedFindings,
    ),
    postings: unpackPostings(decode(postings) as PackedPostings, () => decode(quotable) as string[][]),
  };
}
