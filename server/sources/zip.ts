/** Unpacks archives within bounds: office documents and books are ZIP files, and so are bombs. */
import { unzipSync } from 'fflate';
import { decode } from './encoding.ts';
import { reasons } from './reasons.ts';

/** The texts of an archive by name; or why it is not unpacked, in words for the writer. */
export type Unpacked = { readonly files: ReadonlyMap<string, Uint8Array> } | { readonly skipped: string };

/** Most bytes unpacked from one archive. */
const MOST = 160 * 1024 * 1024;
/** Prose and tables shrink to a tenth; what shrinks to less than this share, beyond the first bytes, was made to swell. */
const RATIO = 200;
const FREE = 4 * 1024 * 1024;
const MOST_FILES = 20_000;

/** Unpacks the files that are wanted, as far as the archive's directory says they are within bounds; no file grows beyond what it says. */
export function unpack(bytes: Uint8Array, wanted: (name: string) => boolean): Unpacked {
  // Office documents with a password are no archives any more, but old compound files.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return { skipped: reasons.passwordOrOld };
  let total = 0;
  let packed = 0;
  let count = 0;
  let isBomb = false;
  const files = unzipSync(bytes, {
    filter({ name, originalSize, size }) {
      if (isBomb || !wanted(name)) return false;
      total += originalSize;
      packed += size;
      count++;
      isBomb = total > MOST || count > MOST_FILES || (total > FREE && total > packed * RATIO) || packed > bytes.length;
      return !isBomb;
    },
  });
  if (isBomb) return { skipped: reasons.bomb };
  return { files: new Map(Object.entries(files)) };
}

/** A file of an archive as text; null where it is not there. */
export function textIn(files: ReadonlyMap<string, Uint8Array>, name: string): string | null {
  const bytes = files.get(name);
  if (!bytes) return null;
  const decoded = decode(bytes);
  return 'text' in decoded ? decoded.text : null;
}

/** Whether a text defines entities of its own, with which a few lines can swell to gigabytes. No office program and no book needs them. */
export function definesEntities(xml: string): boolean {
  return xml.slice(0, 65_536).includes('<!ENTITY');
}
