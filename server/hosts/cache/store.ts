/**
 * The cache on the disk: in a folder of the extension's own, shards of what was made of each workspace folder's sources. A shard is written
 * beside its place and put there in one step, so that whoever reads meanwhile, or is killed, leaves a whole one: the old or the new.
 */
import { createHash, randomUUID, webcrypto } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CancellationToken } from 'vscode-languageserver';
import type { Article, CalendarDate, Uri, Work } from '../../engine/model.ts';
import type { CacheNews, FileCache, Found, Keeping, Kept } from '../../lsp/fileCache.ts';
import { drive, driveBehind, type Slices } from '../../lsp/runtime.ts';
import { whyUnreadable } from '../files.ts';
import { findingsIn, partsOf } from './parts.ts';
import { type Maker, type Row, readShard, writeShard } from './shard.ts';
import { decode, encode } from './values.ts';

/** Over how many files a folder's sources are spread: when one source changes, so much of the cache is written anew. */
const SHARDS = 64;
const ENDING = '.shard';
const DRAFT = '.draft';
/** Milliseconds after which what was being written is taken for what a program that was killed has left. */
const LEFT_OVER = 600_000;

/** What opens a cache. */
export interface StoreOptions {
  /** The folder, which need not exist. */
  readonly place: string;
  /** What all of it may take, in bytes. */
  readonly limit: number;
  /** What it must have been made by. */
  readonly build: string;
  readonly slices: Slices;
}

/** So many bytes are hashed at once, in a millisecond or two; more on a thread of Node's. */
const SHORT = 1 << 19;

/** The digest of a file's bytes: two files of one digest are the same to everybody. */
async function digestOf(bytes: Uint8Array): Promise<string> {
  if (bytes.length <= SHORT) return createHash('sha256').update(bytes).digest('base64');
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)).toString('base64');
}

export class Store implements FileCache {
  /** By file name, the rows that were read and that nobody has taken yet. */
  private readonly shards = new Map<string, Promise<Map<Uri, Row>>>();
  private readonly used = new Set<string>();
  private readonly told = new Set<string>();
  /** Whether nothing can be written here, so that it is not tried again. */
  private isReadOnly = false;
  private isTidy = false;
  private readonly begun = Date.now();

  constructor(
    private readonly options: StoreOptions,
    private readonly news: (news: CacheNews) => void,
  ) {}

  readonly digest = digestOf;

  async find(folder: Uri, uri: Uri): Promise<Found | null> {
    const name = shardName(folder, uri);
    let shard = this.shards.get(name);
    if (!shard) {
      shard = this.load(folder, name).then((rows) => new Map(rows));
      this.shards.set(name, shard);
    }
    const rows = await shard;
    const row = rows.get(uri);
    if (!row) return null;
    const take = (): Kept | null => {
      rows.delete(uri);
      this.used.add(name);
      try {
        return keptIn(row);
      } catch {
        // A digest that is right over bytes that are not: no disk does that, but a program might.
        this.tell('damaged', name);
        return null;
      }
    };
    return { stamp: row.stamp, digest: row.digest, take };
  }

  release(folder: Uri): void {
    for (const name of [...this.shards.keys()]) if (name.startsWith(prefixOf(folder))) this.shards.delete(name);
  }

  async save(folder: Uri, keeping: Keeping, token: CancellationToken): Promise<number> {
    let written = 0;
    if (this.isReadOnly) return written;
    try {
      await mkdir(this.options.place, { recursive: true });
      await this.tidy();
      const shards = new Map<string, Uri[]>();
      for (const uri of keeping.changed) shards.set(shardName(folder, uri), []);
      for (const uri of keeping.uris()) shards.get(shardName(folder, uri))?.push(uri);
      for (const [name, uris] of shards) written += await this.saveShard(folder, name, uris, keeping, token);
    } catch (error) {
      if (token.isCancellationRequested) throw error;
      this.isReadOnly = true;
      this.tell('unwritten', this.options.place, whyUnreadable(error));
    }
    return written;
  }

  /** Says of the shards that were of use that they were, so that others go first. */
  private async touch(): Promise<void> {
    const now = new Date();
    for (const name of this.used) await utimes(join(this.options.place, name), now, now).catch(() => undefined);
    this.used.clear();
  }

  private async saveShard(folder: Uri, name: string, uris: readonly Uri[], keeping: Keeping, token: CancellationToken): Promise<number> {
    // What another window has written meanwhile is taken over.
    const there = await this.load(folder, name);
    const rows = new Map<Uri, Row>();
    for (const uri of uris) {
      const fingerprint = keeping.fingerprint(uri);
      if (!fingerprint) continue;
      const { stamp, digest } = fingerprint;
      const old = there.get(uri);
      if (old?.digest === digest && !keeping.isMadeAnew(uri)) rows.set(uri, { stamp, digest, parts: old.parts });
      else {
        const kept = await driveBehind(keeping.kept(uri), this.options.slices, token);
        if (kept) rows.set(uri, { stamp, digest, parts: await this.partsOf(kept, token) });
      }
    }
    const bytes = await driveBehind(writeShard(this.makerOf(folder), rows), this.options.slices, token);
    if (!(await this.makeRoom(bytes.length, name))) {
      this.tell('full', this.options.place);
      return 0;
    }
    const draft = join(this.options.place, `${name}.${randomUUID()}${DRAFT}`);
    try {
      await writeFile(draft, bytes);
      await rename(draft, join(this.options.place, name));
    } catch (error) {
      await rm(draft, { force: true }).catch(() => undefined);
      throw error;
    }
    this.used.add(name);
    return rows.size;
  }

  private async load(folder: Uri, name: string): Promise<ReadonlyMap<Uri, Row>> {
    let bytes: Buffer;
    try {
      bytes = await readFile(join(this.options.place, name));
    } catch {
      return new Map();
    }
    const work = readShard(this.makerOf(folder), bytes);
    const rows = await drive(work, this.options.slices, CancellationToken.None).catch(() => 'damaged' as const);
    if (typeof rows !== 'string') return rows;
    this.tell(rows, name);
    return new Map();
  }

  private async partsOf({ article, date, analysis, postings, parts }: Kept, token: CancellationToken): Promise<Uint8Array[]> {
    const drawn = <T>(work: Work<T>): Promise<T> => driveBehind(work, this.options.slices, token);
    const head = await drawn(encode({ article, date } satisfies Head));
    if (parts) return [head, ...parts];
    return analysis && postings ? [head, ...(await drawn(partsOf({ analysis, postings })))] : [head];
  }

  /**
   * Makes sure that a shard, written beside the one that is there, keeps within the limit: takes away those that nobody has used for the
   * longest, but for those of use to this session. False where there is no room all the same.
   */
  private async makeRoom(size: number, name: string): Promise<boolean> {
    await this.touch();
    const { place, limit } = this.options;
    const files = await Promise.all(
      (await readdir(place)).map(async (file) => {
        const stats = await stat(join(place, file)).catch(() => null);
        return { file, size: stats?.size ?? 0, used: stats?.mtimeMs ?? 0 };
      }),
    );
    let total = files.reduce((sum, each) => sum + each.size, size);
    for (const each of files.sort((a, b) => a.used - b.used)) {
      if (total <= limit) break;
      if (!each.file.endsWith(ENDING) || each.file === name || each.used >= this.begun) continue;
      await rm(join(place, each.file), { force: true });
      total -= each.size;
    }
    return total <= limit;
  }

  /** Takes away what programs that were killed have left. */
  private async tidy(): Promise<void> {
    if (this.isTidy) return;
    this.isTidy = true;
    for (const file of await readdir(this.options.place)) {
      if (!file.endsWith(DRAFT)) continue;
      const path = join(this.options.place, file);
      const stats = await stat(path).catch(() => null);
      if (stats && stats.mtimeMs < Date.now() - LEFT_OVER) await rm(path, { force: true });
    }
  }

  private makerOf(folder: Uri): Maker {
    return { build: this.options.build, folder };
  }

  /** What has happened is told once, however many shards it has happened to. */
  private tell(what: CacheNews['what'], file: string, reason = ''): void {
    if (this.told.has(what)) return;
    this.told.add(what);
    this.news({ what, file, reason });
  }
}

/** The first part of a row. */
interface Head {
  readonly article: Article;
  readonly date: CalendarDate | null;
}

function keptIn({ parts: [head, postings, passages, findings] }: Row): Kept {
  const { article, date } = decode(head!) as Head;
  if (!postings || !passages || !findings) return { article, date, analysis: null, postings: null };
  return { article, date, ...findingsIn({ ...article, date }, [postings, passages, findings]) };
}

function prefixOf(folder: Uri): string {
  return createHash('sha256').update(folder).digest('hex').slice(0, 16);
}

function shardName(folder: Uri, uri: Uri): string {
  const shard = createHash('sha256').update(uri).digest()[0]! % SHARDS;
  return `${prefixOf(folder)}-${String(shard).padStart(2, '0')}${ENDING}`;
}
