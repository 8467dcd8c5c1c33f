/** The files that are to be looked at, from when somebody asks for it until it is done: whose turn it is, and what is read aside. */
import { type CancellationToken, CancellationTokenSource } from 'vscode-languageserver';
import type { Article, Uri } from '../../engine/model.ts';
import type { Runtime } from '../runtime.ts';
import { nameOf } from '../uris.ts';
import type { Folder } from '../workspace.ts';
import type { Editor, FolderFile, Read } from './reading.ts';

export interface Job extends FolderFile {
  /** The source as its file gave it, where only what bibliographies say of it has changed. */
  readonly article?: Article;
  /** What was read of a source that is read aside; throws what went wrong with that. */
  readonly outcome?: () => Read | null;
}

/** A job whose turn it is. */
export interface Turn {
  readonly job: Job;
  /** Whether it waited for all others. */
  readonly isLast: boolean;
  /** Asks for an end where the file is to be looked at anew. */
  readonly token: CancellationToken;
}

/** A file that is read aside. */
interface ReadingAside {
  readonly job: Job;
  /** The queue that it came from. */
  readonly queue: ReadonlyMap<string, Job>;
  readonly cancellation: CancellationTokenSource;
}

export class JobQueue {
  /**
   * The files to look at: those that are open in the editor, those that have been read aside, the others, documents and texts to be read
   * aside, and those that the library is to lose.
   */
  private readonly queues = {
    open: new Map<string, Job>(),
    ready: new Map<string, Job>(),
    others: new Map<string, Job>(),
    documents: new Map<string, Job>(),
    texts: new Map<string, Job>(),
    leaving: new Map<string, Job>(),
  };
  /** Who waits for a job, by its key. */
  private readonly waiting = new Map<string, (() => void)[]>();
  private current: { readonly key: string; readonly job: Job; readonly cancellation: CancellationTokenSource } | null = null;
  /** What is being read aside. */
  private readonly readings = new Map<string, ReadingAside>();
  /** Rings where there may be something to do while all that is left is being read aside. */
  private ring: () => void = () => {};

  constructor(
    private readonly runtime: Pick<Runtime, 'readsAside' | 'analysts'>,
    private readonly editor: Pick<Editor, 'openText'>,
    /** Reads a file aside. */
    private readonly read: (job: Job, token: CancellationToken) => Promise<Read | null>,
  ) {}

  /** Has a file looked at, however it was to be looked at before. */
  put(job: Job): void {
    const { folder, uri } = job;
    const key = keyOf(folder, uri);
    if (this.current?.key === key) this.current.cancellation.cancel();
    if (!this.hasKey(key)) folder.total++;
    if (this.readings.has(key)) this.dropReading(key);
    const queue = this.editor.openText(uri) !== null ? this.queues.open : this.queueOf(job);
    for (const other of Object.values(this.queues)) if (other !== queue) other.delete(key);
    queue.set(key, job);
    this.ring();
  }

  /** Whether a file waits for its turn or is being read aside. */
  has(folder: Folder, uri: Uri): boolean {
    return this.hasKey(keyOf(folder, uri));
  }

  /** Whether something is being read aside. */
  get isReadingAside(): boolean {
    return this.readings.size > 0;
  }

  /** Whether there are files yet to be read that may be what another was. */
  get isReading(): boolean {
    const { ready, others, documents, texts } = this.queues;
    return this.readings.size + ready.size + others.size + documents.size + texts.size > 0;
  }

  /** Takes the job whose turn it is; null where there is none for now. It is current until it is `done`. */
  take(): Turn | null {
    this.readAside();
    const next = this.next();
    if (!next) return null;
    const [key, job] = next;
    const isLast = this.queues.leaving.has(key);
    for (const queue of Object.values(this.queues)) queue.delete(key);
    const cancellation = new CancellationTokenSource();
    this.current = { key, job, cancellation };
    return { job, isLast, token: cancellation.token };
  }

  /** The current job is done, or has to wait for all others. */
  done(isDone: boolean): void {
    const { key, job } = this.current!;
    this.current = null;
    if (!isDone && !this.hasKey(key) && !job.folder.closed) this.queues.leaving.set(key, job);
    else {
      job.folder.done++;
      this.wake(key);
    }
    job.folder.settle();
  }

  /** Resolves where something else has come, or has been read aside. */
  news(): Promise<void> {
    return new Promise((resolve) => {
      this.ring = resolve;
    });
  }

  /** Resolves once nothing is left to do for a file. */
  async caughtUp(folder: Folder, uri: Uri): Promise<void> {
    const key = keyOf(folder, uri);
    while (this.hasKey(key) || this.current?.key === key) {
      await new Promise<void>((resolve) => this.waiting.set(key, [...(this.waiting.get(key) ?? []), resolve]));
    }
  }

  /** Forgets all that is still to do for a folder that was closed. */
  abandon(folder: Folder): void {
    for (const queue of Object.values(this.queues)) {
      for (const [key, job] of [...queue]) {
        if (job.folder !== folder) continue;
        queue.delete(key);
        folder.total--;
        this.wake(key);
      }
    }
    for (const [key, { job }] of [...this.readings]) {
      if (job.folder !== folder) continue;
      folder.total--;
      this.wake(key);
      this.dropReading(key);
    }
    folder.settle();
    if (this.current?.job.folder === folder) this.current.cancellation.cancel();
  }

  private hasKey(key: string): boolean {
    return this.readings.has(key) || Object.values(this.queues).some((queue) => queue.has(key));
  }

  private wake(key: string): void {
    const waiting = this.waiting.get(key) ?? [];
    this.waiting.delete(key);
    for (const resolve of waiting) resolve();
  }

  /** Where a file that is not open waits. */
  private queueOf({ folder, uri, listed, article }: Job): Map<string, Job> {
    const { documents, texts, others } = this.queues;
    if (listed === false || article !== undefined || folder.knowsBibliography(uri)) return others;
    if (this.runtime.readsAside?.(nameOf(uri))) return documents;
    return this.runtime.analysts ? texts : others;
  }

  private next(): [string, Job] | undefined {
    const { open, ready, others, documents, texts, leaving } = this.queues;
    const isLast = this.readings.size + documents.size + texts.size === 0;
    return (
      first(open) ?? first(ready) ?? first(others) ?? (this.areFew() ? first(texts) : undefined) ?? (isLast ? first(leaving) : undefined)
    );
  }

  /** Begins to read what is read aside: one document, and as many texts as are worth it, with those that wait for their place in a library. */
  private readAside(): void {
    const { documents, texts, ready } = this.queues;
    if (this.readingFrom(documents) === 0) this.readNextAside(documents);
    if (this.areFew()) return;
    for (let left = this.runtime.analysts!.capacity - this.readingFrom(texts) - ready.size; left > 0; left--) this.readNextAside(texts);
  }

  private readingFrom(queue: ReadonlyMap<string, Job>): number {
    return [...this.readings.values()].filter((reading) => reading.queue === queue).length;
  }

  /** Whether so few texts are left that they are sooner done than handed over, and none is. */
  private areFew(): boolean {
    const { texts } = this.queues;
    return texts.size <= (this.runtime.analysts?.few ?? Number.POSITIVE_INFINITY) && this.readingFrom(texts) === 0;
  }

  private readNextAside(queue: Map<string, Job>): void {
    const next = first(queue);
    if (!next) return;
    const [key, job] = next;
    queue.delete(key);
    const reading: ReadingAside = { job, queue, cancellation: new CancellationTokenSource() };
    this.readings.set(key, reading);
    const settle = (outcome: () => Read | null): void => {
      if (this.readings.get(key) !== reading) return;
      this.readings.delete(key);
      this.queues.ready.set(key, { ...job, outcome });
      this.ring();
    };
    this.read(job, reading.cancellation.token).then(
      (read) => settle(() => read),
      (error) =>
        settle(() => {
          throw error;
        }),
    );
  }

  /** What is being read aside is not wanted any more. */
  private dropReading(key: string): void {
    this.readings.get(key)?.cancellation.cancel();
    this.readings.delete(key);
    this.ring();
  }
}

function keyOf(folder: Folder, uri: Uri): string {
  return `${folder.uri}\n${uri}`;
}

function first<K, V>(map: ReadonlyMap<K, V>): [K, V] | undefined {
  for (const entry of map) return entry;
  return undefined;
}
