/** The program of the threads that look for what is in articles: a text comes in; what was found in it goes out, in parts (see `parts.ts`). */
import { parentPort } from 'node:worker_threads';
import { analyse } from '../engine/analysis.ts';
import { finish } from '../engine/finish.ts';
import { english } from '../engine/lexicon/en.ts';
import type { Prose } from '../engine/model.ts';
import { postingsOf } from '../engine/postings.ts';
import { partsOf } from './cache/parts.ts';

parentPort!.on('message', (prose: Prose) => {
  const analysis = finish(analyse(prose, english));
  const postings = finish(postingsOf(analysis, english));
  // Each in memory of its own, which is handed over instead of being copied again.
  const parts = finish(partsOf({ analysis, postings })).map((part) => Uint8Array.from(part));
  parentPort!.postMessage(
    parts,
    parts.map(({ buffer }) => buffer),
  );
});
