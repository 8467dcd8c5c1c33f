/**
 * One file of the cache: what was made of some of a folder's sources, behind a header that says what it was made by and of what. Whatever
 * is wrong with a file is told by its first bytes and by the digest of all others, so that nothing of it is used.
 */
import { createHash } from 'node:crypto';
import type { Work } from '../../engine/model.ts';

/** The first bytes: no other file begins so. The number is the format's. */
const MAGIC = Buffer.from('second-source 1\n');
const DIGEST = 32;
/** Magic, digest of the rest, length of the table. */
const HEAD = MAGIC.length + DIGEST + 4;

/** What a shard must have been made by, and for. */
export interface Maker {
  /** Tells builds of the program apart, and whatever else bears on what they make. */
  readonly build: string;
  /** The folder's URI. */
  readonly folder: string;
}

/** What is kept of a source's file. */
export interface Row {
  /** What the file looked like; null where that would not tell it from what was written there right after. */
  readonly stamp: string | null;
  /** The digest of its bytes. */
  readonly digest: string;
  /** What was made of it, part by part. */
  readonly parts: readonly Uint8Array[];
}

/** Why a shard is of no use: `damaged` where bytes are missing or others, `old` where another build made it, `foreign` where it is another folder's. */
export type Fault = 'damaged' | 'old' | 'foreign';

interface Table extends Maker {
  readonly rows: readonly (readonly [uri: string, stamp: string | null, digest: string, lengths: readonly number[]])[];
}

/** The bytes of a shard. Yields once a row. */
export function* writeShard(maker: Maker, rows: ReadonlyMap<string, Row>): Work<Buffer> {
  const table: Table = {
    ...maker,
    rows: [...rows].map(([uri, { stamp, digest, parts }]) => [uri, stamp, digest, parts.map(({ length }) => length)]),
  };
  const tableBytes = Buffer.from(JSON.stringify(table));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(tableBytes.length);
  const hash = createHash('sha256').update(length).update(tableBytes);
  const bytes: Uint8Array[] = [];
  for (const { parts } of rows.values()) {
    for (const part of parts) {
      hash.update(part);
      bytes.push(part);
    }
    yield;
  }
  return Buffer.concat([MAGIC, hash.digest(), length, tableBytes, ...bytes]);
}

/** Megabytes are hashed in steps of so many bytes: each takes about a millisecond. */
const STEP = 1 << 19;

/** The rows of a shard by URI, or why there are none. The rows' parts are copies. Yields once a row, and while it goes through the bytes. */
export function* readShard(maker: Maker, bytes: Buffer): Work<ReadonlyMap<string, Row> | Fault> {
  if (bytes.length < HEAD || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) return 'damaged';
  const hash = createHash('sha256');
  for (let at = MAGIC.length + DIGEST; at < bytes.length; at += STEP) {
    hash.update(bytes.subarray(at, at + STEP));
    yield;
  }
  if (!hash.digest().equals(bytes.subarray(MAGIC.length, MAGIC.length + DIGEST))) return 'damaged';
  const tableLength = bytes.readUInt32LE(MAGIC.length + DIGEST);
  const table = JSON.parse(bytes.toString('utf8', HEAD, HEAD + tableLength)) as Table;
  if (table.build !== maker.build) return 'old';
  if (table.folder !== maker.folder) return 'foreign';
  const rows = new Map<string, Row>();
  let at = HEAD + tableLength;
  for (const [uri, stamp, digest, lengths] of table.rows) {
    const parts: Uint8Array[] = [];
    for (const length of lengths) {
      // A part that is let go must not keep the whole file.
      parts.push(new Uint8Array(bytes.subarray(at, at + length)));
      at += length;
    }
    rows.set(uri, { stamp, digest, parts });
    yield;
  }
  return rows;
}
