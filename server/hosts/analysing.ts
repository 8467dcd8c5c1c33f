/** Looks for what is in articles on threads of their own, which leaves the server free to answer and uses what other processors there are. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Prose } from '../engine/model.ts';
import type { Analysts } from '../lsp/runtime.ts';
import { findingsIn, type Parts } from './cache/parts.ts';
import { Threads } from './threads.ts';

/** The editor has a processor to itself, where there are several; and more than a few threads wait for one another. */
const MOST_THREADS = 4;
const THREADS = Math.max(1, Math.min(MOST_THREADS, availableParallelism() - 1));
/** So many texts may be handed over: while one is looked at, the next is there. */
const HANDED_A_THREAD = 2;
/** Milliseconds after which a thread that has nothing to do is let go, with its memory. */
const IDLE = 15_000;
/** After so many threads that ended without an answer no more are started: there is no program for them, or no memory. */
const MOST_FAILURES = 3;
/** In megabytes: of what a thread holds, and of what it has made lately, most of which is thrown away soon. */
const MEMORY = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 };

/** To start a thread takes about as long as to look for what is in so many articles. */
const FEW = 12;

/** Threads that look for what is in texts. They start with the first of these, and go when there are no more. */
export class AnalystThreads {
  private readonly threads: Threads<Prose, Parts>;

  constructor(program = join(import.meta.dirname, 'analyst.js'), most = THREADS, idle = IDLE) {
    this.threads = new Threads({ program, most, handed: HANDED_A_THREAD, memory: MEMORY, idle, mostFailures: MOST_FAILURES });
  }

  /** How many texts are worth having under way. */
  get capacity(): number {
    return this.threads.capacity;
  }

  /** How many threads there are now. */
  get size(): number {
    return this.threads.size;
  }

  /** What was found in a text; null where a thread did not survive it, or none can be had. Never rejects. */
  async analyse({ text, language, date, omitted }: Prose): Promise<Parts | null> {
    // A text is handed over with nothing of what its article has besides.
    const outcome = await this.threads.ask({ text, language, date, omitted });
    return 'answer' in outcome ? outcome.answer : null;
  }
}

/** Those who look for what is in texts on threads, for the language server. */
export function analystsOn(threads: AnalystThreads, few = FEW): Analysts {
  return {
    analyse: async (prose) => {
      const parts = await threads.analyse(prose);
      return parts && { ...findingsIn(prose, parts), parts };
    },
    capacity: threads.capacity,
    few,
  };
}
