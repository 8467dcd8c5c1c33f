/** Tells builds of the program apart, so that no cache is read that another build has written. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

let known: string | null = null;

/**
 * The digest of the running program: of its bundle, and of what runs on threads beside it, the analyst and the documents' readers, whose
 * names in their program change with them. Node's Unicode data is part of it, for what a sentence is depends on that.
 */
export function build(): string {
  known ??= digest();
  return known;
}

function digest(): string {
  const hash = createHash('sha256').update(`${process.versions.unicode} ${process.versions.icu}`);
  // A bundle is told its path where a module is told its URL.
  const self = import.meta.url.startsWith('file:') ? fileURLToPath(import.meta.url) : import.meta.url;
  for (const path of [self, join(import.meta.dirname, 'analyst.js'), join(import.meta.dirname, 'readers', 'reader.mjs')]) {
    try {
      hash.update(readFileSync(path));
    } catch {
      hash.update('none');
    }
  }
  return hash.digest('base64');
}
