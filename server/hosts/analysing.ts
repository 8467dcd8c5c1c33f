/** Looks for what is in articles on threads of their own, which leaves the server free to answer and uses what other processors there are. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Prose } from '../engine/model.ts';
import type { Analysts } from '../lsp/runtime.ts';
import { findingsIn, type Parts } from './cache/parts.ts';

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

interface Job {
  readonly prose: Prose;
  readonly done: (parts: Parts | null) => void;
}

/** A thread with what it was handed, the first of which it is looking at. */
interface Thread {
  readonly worker: Worker;
  readonly jobs: Job[];
  hasAnswered: boolean;
  idle: NodeJS.Timeout | undefined;
}

/** Threads that look for what is in texts. They start with the first of these, and go when there are no more. */
export class AnalystThreads {
  private readonly threads: Thread[] = [];
  private readonly queue: Job[] = [];
  /** How many threads have ended without an answer. */
  private failures = 0;

  constructor(
    private readonly program = join(import.meta.dirname, 'analyst.js'),
    private readonly most = THREADS,
    private readonly idle = IDLE,
  ) {}

  /** How many texts are worth having under way. */
  get capacity(): number {
    return this.most * HANDED_A_THREAD;
  }

  /** How many threads there are now. */
  get size(): number {
    return this.threads.length;
  }

  /** What was found in a text; null where a thread did not survive it, or none can be had. Never rejects. */
  analyse(prose: Prose): Promise<Parts | null> {
    return new Promise((done) => {
      this.queue.push({ prose, done });
      this.handOver();
    });
  }

  private handOver(): void {
    if (this.failures >= MOST_FAILURES) for (const { done } of this.queue.splice(0)) done(null);
    for (let job = this.queue[0]; job; job = this.queue[0]) {
      const thread = this.leastBusy();
      if (!thread) return;
      this.queue.shift();
      clearTimeout(thread.idle);
      thread.worker.ref();
      thread.jobs.push(job);
      // A text is handed over with nothing of what its article has besides.
      const { text, language, date, omitted } = job.prose;
      thread.worker.postMessage({ text, language, date, omitted } satisfies Prose);
    }
  }

  /** A thread that may be handed more; null where none may. */
  private leastBusy(): Thread | null {
    const least = this.threads.reduce<Thread | null>((best, each) => (best && best.jobs.length <= each.jobs.length ? best : each), null);
    if (least && (least.jobs.length === 0 || this.threads.length === this.most)) return least.jobs.length < HANDED_A_THREAD ? least : null;
    return this.start();
  }

  private start(): Thread {
    // The program's own options (an inspector, a loader) are not the thread's, and nobody reads what it would write.
    const worker = new Worker(this.program, { resourceLimits: MEMORY, execArgv: [], stdout: true, stderr: true });
    const thread: Thread = { worker, jobs: [], hasAnswered: false, idle: undefined };
    worker.on('message', (parts: Parts) => {
      thread.hasAnswered = true;
      thread.jobs.shift()?.done(parts);
      if (thread.jobs.length === 0) this.rest(thread);
      this.handOver();
    });
    // Every error ends in an exit, before which comes what it had answered; that may come after the error.
    worker.on('error', () => {});
    worker.on('exit', () => this.end(thread));
    this.threads.push(thread);
    return thread;
  }

  /** A thread that has nothing to do must not keep the process from ending. */
  private rest(thread: Thread): void {
    thread.worker.unref();
    thread.idle = setTimeout(() => {
      if (thread.jobs.length === 0) this.end(thread);
    }, this.idle);
    thread.idle.unref();
  }

  private end(thread: Thread): void {
    const at = this.threads.indexOf(thread);
    if (at < 0) return;
    this.threads.splice(at, 1);
    clearTimeout(thread.idle);
    void thread.worker.terminate();
    if (!thread.hasAnswered) this.failures++;
    // What it had not begun is not what it did not survive.
    const [failed, ...others] = thread.jobs;
    failed?.done(null);
    this.queue.unshift(...others);
    this.handOver();
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
