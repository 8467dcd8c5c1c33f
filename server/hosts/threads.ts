/**
 * Threads of one program that answers each message with another. They start when there is something to ask, are replaced where they do not
 * survive it, and are let go when there is nothing more.
 */
import { type ResourceLimits, Worker } from 'node:worker_threads';

/** Why there is no answer: it was not wanted any more, took too long or too much memory, or the thread ended without one. */
export type Failure = 'unwanted' | 'time' | 'memory' | 'end';

export type Outcome<A> = { readonly answer: A } | { readonly failure: Failure };

/** Tells that an answer is not wanted any more, as the protocol's tokens do. */
export interface Token {
  readonly isCancellationRequested: boolean;
  onCancellationRequested(listener: () => void): { dispose(): void };
}

export interface ThreadOptions {
  /** The path of the program. */
  readonly program: string;
  /** How many threads there may be at a time. */
  readonly most: number;
  /** How many questions a thread may have: while it looks at one, the next is there. */
  readonly handed: number;
  readonly memory: ResourceLimits;
  /** Milliseconds that an answer may take; as long as it likes where that is left out. */
  readonly time?: number;
  /** Milliseconds after which a thread that has nothing to do is let go, with its memory; it stays where that is left out. */
  readonly idle?: number;
  /** After so many threads that ended without any answer no more are started: there is no program for them, or no memory. */
  readonly mostFailures?: number;
}

interface Job<Q, A> {
  readonly question: Q;
  readonly done: (outcome: Outcome<A>) => void;
}

/** A thread with what it was handed, the first of which it is looking at. */
interface Thread<Q, A> {
  readonly worker: Worker;
  readonly jobs: Job<Q, A>[];
  hasAnswered: boolean;
  /** What it is about to end of. */
  failure: Failure;
  /** Goes off where an answer takes too long, or where there has been nothing to do for too long. */
  timer: NodeJS.Timeout | undefined;
}

/** What questions and answers are made of must be what threads can hand one another. */
export class Threads<Q, A> {
  private readonly threads: Thread<Q, A>[] = [];
  private readonly queue: Job<Q, A>[] = [];
  /** How many threads have ended without an answer. */
  private failures = 0;

  constructor(private readonly options: ThreadOptions) {}

  /** How many questions are worth having under way. */
  get capacity(): number {
    return this.options.most * this.options.handed;
  }

  /** How many threads there are now. */
  get size(): number {
    return this.threads.length;
  }

  /** The answer to a question. Never rejects: one that is not wanted any more is given up at once, and a thread that has it too. */
  async ask(question: Q, token?: Token): Promise<Outcome<A>> {
    if (token?.isCancellationRequested) return { failure: 'unwanted' };
    let listener: { dispose(): void } | undefined;
    const outcome = new Promise<Outcome<A>>((done) => {
      const job: Job<Q, A> = { question, done };
      listener = token?.onCancellationRequested(() => this.drop(job));
      this.queue.push(job);
      this.handOver();
    });
    return outcome.finally(() => listener?.dispose());
  }

  private drop(job: Job<Q, A>): void {
    const at = this.queue.indexOf(job);
    if (at >= 0) {
      this.queue.splice(at, 1);
      job.done({ failure: 'unwanted' });
      return;
    }
    const thread = this.threads.find(({ jobs }) => jobs.includes(job));
    if (thread) this.end(thread, 'unwanted', job);
  }

  private handOver(): void {
    const { mostFailures = Number.POSITIVE_INFINITY } = this.options;
    if (this.failures >= mostFailures) for (const { done } of this.queue.splice(0)) done({ failure: 'end' });
    for (let job = this.queue[0]; job; job = this.queue[0]) {
      const thread = this.leastBusy();
      if (!thread) return;
      this.queue.shift();
      thread.worker.ref();
      thread.jobs.push(job);
      thread.worker.postMessage(job.question);
      if (thread.jobs.length === 1) this.begin(thread);
    }
  }

  /** A thread that may be handed more; null where none may. */
  private leastBusy(): Thread<Q, A> | null {
    const { most, handed } = this.options;
    const [first, ...others] = this.threads;
    const least = first && others.reduce((best, each) => (each.jobs.length < best.jobs.length ? each : best), first);
    if (least && (least.jobs.length === 0 || this.threads.length === most)) return least.jobs.length < handed ? least : null;
    return this.start();
  }

  private start(): Thread<Q, A> {
    const worker = new Worker(this.options.program, {
      resourceLimits: this.options.memory,
      // The program's own options (an inspector, a loader) are not the thread's.
      execArgv: [],
      // What a library writes would come between the protocol's messages or into the report. It is not read, for a stream that is read
      // keeps the process from ending.
      stdout: true,
      stderr: true,
    });
    const thread: Thread<Q, A> = { worker, jobs: [], hasAnswered: false, failure: 'end', timer: undefined };
    const isOurs = (): boolean => this.threads.includes(thread);
    worker.on('message', (answer: A) => {
      if (!isOurs()) return;
      thread.hasAnswered = true;
      thread.jobs.shift()?.done({ answer });
      if (thread.jobs.length === 0) this.rest(thread);
      else this.begin(thread);
      this.handOver();
    });
    // Every error ends in an exit, before which comes what the thread had answered; that may come after the error.
    worker.on('error', (error) => {
      if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') thread.failure = 'memory';
    });
    worker.on('exit', () => {
      if (!isOurs()) return;
      if (!thread.hasAnswered) this.failures++;
      this.end(thread, thread.failure);
    });
    this.threads.push(thread);
    return thread;
  }

  /** A thread looks at the first of what it was handed. */
  private begin(thread: Thread<Q, A>): void {
    clearTimeout(thread.timer);
    const { time } = this.options;
    if (time !== undefined) thread.timer = setTimeout(() => this.end(thread, 'time'), time);
  }

  /** A thread that has nothing to do must not keep the process from ending. */
  private rest(thread: Thread<Q, A>): void {
    clearTimeout(thread.timer);
    thread.worker.unref();
    const { idle } = this.options;
    if (idle !== undefined) thread.timer = setTimeout(() => this.end(thread, 'end'), idle).unref();
  }

  /** A thread goes, and with it the question that it failed at. What else it was handed is asked of another. */
  private end(thread: Thread<Q, A>, failure: Failure, failed = thread.jobs[0]): void {
    this.threads.splice(this.threads.indexOf(thread), 1);
    clearTimeout(thread.timer);
    void thread.worker.terminate();
    failed?.done({ failure });
    this.queue.unshift(...thread.jobs.filter((job) => job !== failed));
    this.handOver();
  }
}
