/**
 * Reads files into articles: texts at once, documents on a thread of their own, which bounds the time and the memory that any file may
 * take and keeps the server free to answer meanwhile.
 */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type BibliographyReading, readBibliography as readAtOnce } from '../sources/bibliography.ts';
import { decodePlainly } from '../sources/decoding.ts';
import type { Reading, SourceFile } from '../sources/file.ts';
import { formatOf, unsupported } from '../sources/formats.ts';
import { reasons } from '../sources/reasons.ts';
import { readTextFile } from '../sources/text.ts';

/** What one document may take. */
export interface ReadingLimits {
  /** In milliseconds. A thousand pages of PDF take a tenth of it. */
  readonly time: number;
  /** In megabytes of the thread's heap; what is unpacked from archives is bounded by itself. */
  readonly memory: number;
}

const LIMITS: ReadingLimits = { time: 60_000, memory: 768 };

/** Why there is nothing of a file that nobody waits for: nobody reads that. */
const NOT_WANTED = 'not wanted any more';

/** What comes of a file, by its kind. */
type Read = Reading | BibliographyReading;

/** Tells that a reading is not wanted any more, as the protocol's tokens do. */
interface Token {
  readonly isCancellationRequested: boolean;
  onCancellationRequested(listener: () => void): { dispose(): void };
}

interface Job {
  readonly file: SourceFile;
  readonly done: (reading: Read) => void;
}

/** Reads documents one after the other. The thread starts with the first of them, and starts anew after one that it did not survive. */
export class DocumentThread {
  private readonly queue: Job[] = [];
  private current: Job | null = null;
  private worker: Worker | null = null;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly program = join(import.meta.dirname, 'readers', 'reader.mjs'),
    private readonly limits = LIMITS,
  ) {}

  /** Reads a document. Never rejects: one that is not wanted any more is given up at once, and the thread with it. */
  async read(file: SourceFile, token?: Token): Promise<Reading> {
    if (token?.isCancellationRequested) return { skipped: NOT_WANTED };
    let listener: { dispose(): void } | undefined;
    const reading = this.put<Reading>(file, (job) => {
      listener = token?.onCancellationRequested(() => this.drop(job));
    });
    return reading.finally(() => listener?.dispose());
  }

  /** Reads a bibliography, by whose name the thread's program knows it. Never rejects. */
  readBibliography(file: SourceFile): Promise<BibliographyReading> {
    return this.put<BibliographyReading>(file);
  }

  private put<T extends Read>(file: SourceFile, begun: (job: Job) => void = () => {}): Promise<T> {
    return new Promise((done) => {
      const job: Job = { file, done: (reading) => done(reading as T) };
      begun(job);
      this.queue.push(job);
      if (!this.current) this.next();
    });
  }

  private drop(job: Job): void {
    if (job === this.current) {
      this.fail(NOT_WANTED);
      return;
    }
    const at = this.queue.indexOf(job);
    if (at < 0) return;
    this.queue.splice(at, 1);
    job.done({ skipped: NOT_WANTED });
  }

  private next(): void {
    this.current = this.queue.shift() ?? null;
    // A thread that has nothing to do must not keep the process from ending.
    if (!this.current) {
      this.worker?.unref();
      return;
    }
    const worker = this.worker ?? this.start();
    worker.ref();
    this.timer = setTimeout(() => this.fail(reasons.tooLong), this.limits.time);
    worker.postMessage(this.current.file);
  }

  private start(): Worker {
    const worker = new Worker(this.program, {
      resourceLimits: { maxOldGenerationSizeMb: this.limits.memory },
      // The program's own options (an inspector, a loader) are not the thread's.
      execArgv: [],
      // What a library writes would come between the protocol's messages or into the report. It is not read, for a stream that is read
      // keeps the process from ending.
      stdout: true,
      stderr: true,
    });
    const isOurs = (): boolean => this.worker === worker;
    worker.on('message', (reading: Read) => isOurs() && this.settle(reading));
    worker.on('error', (error) => {
      const isTooLarge = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
      if (isOurs()) this.fail(isTooLarge ? reasons.tooMuchMemory : reasons.damaged);
    });
    worker.on('exit', () => isOurs() && this.fail(reasons.damaged));
    this.worker = worker;
    return worker;
  }

  /** Gives a document up, and the thread with it. */
  private fail(reason: string): void {
    void this.worker?.terminate();
    this.worker = null;
    if (this.current) this.settle({ skipped: reason });
  }

  private settle(reading: Read): void {
    clearTimeout(this.timer);
    const job = this.current;
    this.current = null;
    job?.done(reading);
    this.next();
  }
}

const documents = new DocumentThread();
/** Those of bibliographies do not wait for documents. */
const bibliographies = new DocumentThread();

/** Reads a file into an article. Never rejects: what cannot be read is `skipped` with its reason. */
export async function readArticle(file: SourceFile, token?: Token): Promise<Reading> {
  const format = formatOf(file.name);
  if (!format) return { skipped: unsupported(file.name) };
  // A text whose encoding has to be guessed is read where documents are.
  const decoded = 'language' in format ? decodePlainly(file.bytes) : null;
  return 'language' in format && decoded ? readTextFile(file.uri, decoded, format.language) : documents.read(file, token);
}

/** Largest bibliography, in bytes, that is read at once: it takes a few milliseconds. */
const SHORT = 50_000;

/** Reads a bibliography. Never rejects: what cannot be read is `skipped` with its reason. */
export async function readBibliography(file: SourceFile): Promise<BibliographyReading> {
  const decoded = file.bytes.length <= SHORT ? decodePlainly(file.bytes) : null;
  return decoded ? readAtOnce(file, decoded) : bibliographies.readBibliography(file);
}
