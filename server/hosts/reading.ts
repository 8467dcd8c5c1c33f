/**
 * Reads files into articles: texts at once, documents on a thread of their own, which bounds the time and the memory that any file may
 * take and keeps the server free to answer meanwhile.
 */
import { join } from 'node:path';
import { type BibliographyReading, readBibliography as readAtOnce } from '../sources/bibliography.ts';
import { decodePlainly } from '../sources/decoding.ts';
import type { Reading, SourceFile } from '../sources/file.ts';
import { formatOf, unsupported } from '../sources/formats.ts';
import { hasPlainFrontMatter } from '../sources/front-matter.ts';
import { reasons } from '../sources/reasons.ts';
import { readTextFile } from '../sources/text.ts';
import { type Failure, Threads, type Token } from './threads.ts';

/** What one document may take. */
export interface ReadingLimits {
  /** In milliseconds. A thousand pages of PDF take a tenth of it. */
  readonly time: number;
  /** In megabytes of the thread's heap; what is unpacked from archives is bounded by itself. */
  readonly memory: number;
}

const LIMITS: ReadingLimits = { time: 60_000, memory: 768 };

/** What comes of a file, by its kind. */
type Read = Reading | BibliographyReading;

/** Why there is nothing of a file, in English words for the writer; of one that nobody waits for nobody reads it. */
const REASONS: Readonly<Record<Failure, string>> = {
  unwanted: 'not wanted any more',
  time: reasons.tooLong,
  memory: reasons.tooMuchMemory,
  end: reasons.damaged,
};

/** Reads documents one after the other, on a thread that stays once it was needed, and starts anew after one that it did not survive. */
export class DocumentThread {
  private readonly threads: Threads<SourceFile, Read>;

  constructor(program = join(import.meta.dirname, 'readers', 'reader.mjs'), { time, memory } = LIMITS) {
    this.threads = new Threads({ program, most: 1, handed: 1, memory: { maxOldGenerationSizeMb: memory }, time });
  }

  /** Reads a document. Never rejects: one that is not wanted any more is given up at once, and the thread with it. */
  read(file: SourceFile, token?: Token): Promise<Reading> {
    return this.ask<Reading>(file, token);
  }

  /** Reads a bibliography, by whose name the thread's program knows it. Never rejects. */
  readBibliography(file: SourceFile): Promise<BibliographyReading> {
    return this.ask<BibliographyReading>(file);
  }

  private async ask<T extends Read>(file: SourceFile, token?: Token): Promise<T | { readonly skipped: string }> {
    const outcome = await this.threads.ask(file, token);
    return 'answer' in outcome ? (outcome.answer as T) : { skipped: REASONS[outcome.failure] };
  }
}

const documents = new DocumentThread();
/** Those of bibliographies do not wait for documents. */
const bibliographies = new DocumentThread();

/** Reads a file into an article. Never rejects: what cannot be read is `skipped` with its reason. */
export async function readArticle(file: SourceFile, token?: Token): Promise<Reading> {
  const format = formatOf(file.name);
  if (!format) return { skipped: unsupported(file.name) };
  // A text whose encoding has to be guessed, or whose front matter has to be parsed, is read where documents are.
  const decoded = 'language' in format ? decodePlainly(file.bytes) : null;
  const isPlain = decoded !== null && ('skipped' in decoded || hasPlainFrontMatter(decoded.text));
  return 'language' in format && isPlain ? readTextFile(file.uri, decoded, format.language) : documents.read(file, token);
}

/** Largest bibliography, in bytes, that is read at once: it takes a few milliseconds. */
const SHORT = 50_000;

/** Reads a bibliography. Never rejects: what cannot be read is `skipped` with its reason. */
export async function readBibliography(file: SourceFile): Promise<BibliographyReading> {
  const decoded = file.bytes.length <= SHORT ? decodePlainly(file.bytes) : null;
  return decoded ? readAtOnce(file, decoded) : bibliographies.readBibliography(file);
}
