/** Takes what the writer let stand out of a judgement's findings. */
import type { Decision } from '../engine/ledger/record.ts';
import { applyStets } from '../engine/ledger/stets.ts';
import { english } from '../engine/lexicon/en.ts';
import type { Judged } from './judged.ts';

const done = new WeakMap<Judged, { readonly decisions: readonly Decision[]; readonly judged: Judged }>();

/** The judgement without the findings that some decisions on its draft keep away. Asked twice, it gives the same object. */
export function withoutStets(judged: Judged, decisions: readonly Decision[]): Judged {
  if (decisions.length === 0) return judged;
  const known = done.get(judged);
  if (known?.decisions === decisions) return known.judged;
  const { findings, letStand } = applyStets(judged.judgement, judged.analysis, decisions, english);
  const rest: Judged = { ...judged, judgement: { ...judged.judgement, findings }, letStand };
  done.set(judged, { decisions, judged: rest });
  return rest;
}
