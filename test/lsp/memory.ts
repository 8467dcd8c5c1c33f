/** A host in memory for the tests, whose files can be held back, changed and taken away while they are read. */
import { setImmediate } from 'node:timers/promises';
import type { CancellationToken } from 'vscode-languageserver';
import { analyse } from '../../server/engine/analysis.ts';
import { english } from '../../server/engine/lexicon/en.ts';
import { postingsOf } from '../../server/engine/postings.ts';
import { matchesBibliographies, matchesSources } from '../../server/hosts/files.ts';
import type { FileStat, Listing, ReadFile, Reading, Runtime, SourceGlobs } from '../../server/lsp/runtime.ts';
import { relativePath } from '../../server/lsp/uris.ts';
import { Bibliographies, type BibliographyReading, bibliographyGlobs, readBibliography } from '../../server/sources/bibliography.ts';
import { decode } from '../../server/sources/encoding.ts';
import { isDocument, isSupported, isText, unsupported } from '../../server/sources/formats.ts';
import { readArticle } from '../../server/sources/read.ts';
import { finish } from '../engine/check.ts';
import { uriOf } from './client.ts';

interface MemoryFile {
  readonly bytes: Uint8Array;
  readonly stamp: string;
}

/** A point that the server reached and waits at. */
export interface Gate {
  /** Resolves when the server is there. */
  readonly reached: Promise<void>;
  /** Lets it go on. */
  open(): void;
}

export class MemoryRuntime implements Runtime {
  /** How many times each file was read. */
  readonly reads = new Map<string, number>();
  private readonly stored = new Map<string, MemoryFile>();
  private readonly gates = new Map<string, HeldGate>();
  private readonly refusals = new Map<string, string>();
  private readonly vanishing = new Set<string>();
  private stalled: HeldGate | null = null;
  /** Why no file can be changed; empty where it can. */
  readOnly = '';
  private ahead = 0;
  private clock = 0;
  private readonly timers = new Set<{ readonly due: number; readonly resolve: () => void }>();
  private writes = 0;

  /** @param files from paths to texts or bytes */
  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    for (const [path, content] of Object.entries(files)) this.write(path, content);
  }

  write(path: string, content: string | Uint8Array): void {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    this.stored.set(uriOf(path), { bytes, stamp: `${++this.writes}` });
  }

  delete(path: string): void {
    this.stored.delete(uriOf(path));
  }

  /** Holds the next reading of a file back. */
  hold(path: string): Gate {
    const gate = new HeldGate();
    this.gates.set(uriOf(path), gate);
    return gate;
  }

  /** Holds the next listing of a folder back, once it knows what it will say. */
  holdListing(folder: string): Gate {
    const gate = new HeldGate();
    this.gates.set(`${uriOf(folder)} listed`, gate);
    return gate;
  }

  /** Refuses to read a file, as long as there is a reason. */
  refuse(path: string, reason: string | null): void {
    if (reason === null) this.refusals.delete(uriOf(path));
    else this.refusals.set(uriOf(path), reason);
  }

  /** Has a file go away in the moment that it is next read. */
  vanish(path: string): void {
    this.vanishing.add(uriOf(path));
  }

  /** The paths of all files. */
  paths(): string[] {
    return [...this.stored.keys()].map((uri) => decodeURIComponent(uri.slice('file://'.length)));
  }

  /** Has the next long work pause at its first chance, and holds it there. */
  stall(): Gate {
    this.stalled = new HeldGate();
    return this.stalled;
  }

  readonly files = {
    list: async (folder: string, globs: SourceGlobs): Promise<Listing> => {
      const matches = matchesSources(globs);
      const paths = [...this.stored.keys()].flatMap((uri) => relativePath(folder, uri) ?? []).filter(matches);
      const gate = this.gates.get(`${folder} listed`);
      this.gates.delete(`${folder} listed`);
      await gate?.pass();
      return { paths, hasLinks: false };
    },
    matcher: matchesSources,
    listBibliographies: async (folder: string, exclude: readonly string[]): Promise<string[]> => {
      const matches = matchesBibliographies(exclude);
      return [...this.stored.keys()].flatMap((uri) => relativePath(folder, uri) ?? []).filter(matches);
    },
    bibliographyMatcher: matchesBibliographies,
    stat: async (uri: string): Promise<FileStat | null> => {
      const file = this.stored.get(uri);
      if (file) return { kind: 'file', stamp: file.stamp, isLink: false };
      const isFolder = [...this.stored.keys()].some((other) => other.startsWith(`${uri}/`));
      return isFolder ? { kind: 'directory', stamp: '', isLink: false } : null;
    },
    read: async (uri: string): Promise<{ bytes: Uint8Array } | { skipped: string } | null> => {
      this.reads.set(uri, (this.reads.get(uri) ?? 0) + 1);
      const gate = this.gates.get(uri);
      this.gates.delete(uri);
      await gate?.pass();
      if (this.vanishing.delete(uri)) this.stored.delete(uri);
      const file = this.stored.get(uri);
      const refused = this.refusals.get(uri);
      if (!file) return null;
      return refused === undefined ? { bytes: file.bytes } : { skipped: refused };
    },
    update: async (uri: string, edit: (text: string) => string): Promise<{ text: string } | { failed: string }> => {
      const gate = this.gates.get(`${uri} written`);
      this.gates.delete(`${uri} written`);
      await gate?.pass();
      if (this.readOnly) return { failed: this.readOnly };
      const before = this.textOf(uri);
      const text = edit(before);
      if (text === '') this.stored.delete(uri);
      else if (text !== before) this.write(uri, text);
      return { text };
    },
  };

  /** The text of a file; '' where there is none. */
  textOf(path: string): string {
    return new TextDecoder().decode(this.stored.get(uriOf(path))?.bytes);
  }

  bytesOf(path: string): Uint8Array {
    return this.stored.get(uriOf(path))!.bytes;
  }

  /** Holds the next writing of a file back. */
  holdWriting(path: string): Gate {
    const gate = new HeldGate();
    this.gates.set(`${uriOf(path)} written`, gate);
    return gate;
  }

  readonly unsupported = (name: string): string | null => (isSupported(name) ? null : unsupported(name));
  readonly readsAside = isDocument;
  analysts?: NonNullable<Runtime['analysts']>;

  /** Has texts looked at while other work is done, and what is found come in whatever order. */
  lookAside(): void {
    this.analysts = {
      analyse: async (prose) => {
        for (let turns = prose.text.length % 7; turns >= 0; turns--) await setImmediate();
        // As if somebody did not survive it.
        if (prose.text.length % 11 === 0) return null;
        const analysis = finish(analyse(prose, english));
        return { analysis, postings: finish(postingsOf(analysis, english)) };
      },
      capacity: 3,
      few: 1,
    };
  }

  readArticle(file: ReadFile): Promise<Reading> {
    return readArticle(file);
  }

  readonly isText = isText;
  readonly bibliographyGlobs = bibliographyGlobs;

  async readBibliography(file: ReadFile): Promise<BibliographyReading> {
    return readBibliography(file, decode(file.bytes));
  }

  bibliographies(): Bibliographies {
    return new Bibliographies();
  }

  /** Lets time pass for all who wait: nobody's time passes by itself. */
  pass(milliseconds: number): void {
    this.clock += milliseconds;
    for (const { due, resolve } of [...this.timers]) if (due <= this.clock) resolve();
  }

  wait(milliseconds: number, token: CancellationToken): Promise<void> {
    return new Promise((done) => {
      const timer = {
        due: this.clock + milliseconds,
        resolve: () => {
          this.timers.delete(timer);
          listener.dispose();
          done();
        },
      };
      this.timers.add(timer);
      const listener = token.onCancellationRequested(timer.resolve);
    });
  }

  now(): number {
    if (this.stalled) this.ahead += 1000;
    return performance.now() + this.ahead;
  }

  /** Who works here. */
  who: string | null = null;

  async person(): Promise<string | null> {
    return this.who;
  }

  today(): string {
    return '2024-11-24';
  }

  async pause(): Promise<void> {
    const gate = this.stalled;
    this.stalled = null;
    await (gate ? gate.pass() : setImmediate());
  }
}

export class HeldGate implements Gate {
  readonly reached: Promise<void>;
  private readonly opened: Promise<void>;
  private reach!: () => void;
  private release!: () => void;

  constructor() {
    this.reached = new Promise((resolve) => {
      this.reach = resolve;
    });
    this.opened = new Promise((resolve) => {
      this.release = resolve;
    });
  }

  open(): void {
    this.release();
  }

  async pass(): Promise<void> {
    this.reach();
    await this.opened;
  }
}
