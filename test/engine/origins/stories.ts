/** The labelled stories' sources as shingles, and reruns made of them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { shinglesOf } from '../../../server/engine/origins/shingles.ts';
import { readArticle } from '../../../server/sources/read.ts';
import { analysed } from '../check.ts';

const root = join(import.meta.dirname, '..', '..', 'eval');

/** The article's own text of each source of the labelled stories, by its path there. */
export async function labelledArticles(): Promise<Map<string, string>> {
  const articles = new Map<string, string>();
  for (const path of globSync('*/sources/*.{txt,md}', { cwd: root }).sort()) {
    const reading = await readArticle({ uri: path, name: path, bytes: readFileSync(join(root, path)) });
    if (!('article' in reading)) throw new Error(`${path}: ${reading.skipped}`);
    const { text, omitted } = reading.article;
    articles.set(path, text.slice(omitted[0]?.start === 0 ? omitted[0].end : 0));
  }
  return articles;
}

export function shingled(text: string): Uint32Array {
  return shinglesOf(analysed(text).passages);
}

/** What an editor may do to an agency's story before printing it. */
export interface Edits {
  readonly headline: string;
  /** For each paragraph, in turn, whether it is cut. */
  readonly cut: readonly boolean[];
  /** One word of so many is another; null where none is. */
  readonly every: number | null;
}

/** A story as another outlet prints it. At least half of its words are left. */
export function rerun(text: string, { headline, cut, every }: Edits): string {
  const [, ...body] = text.split('\n').filter((line) => line.trim() !== '');
  let left = body.reduce((sum, paragraph) => sum + paragraph.length, 0);
  const least = left / 2;
  const kept = body.filter((paragraph, at) => {
    if (!cut[at % cut.length] || left - paragraph.length < least) return true;
    left -= paragraph.length;
    return false;
  });
  const words = kept.join('\n\n').split(' ');
  const edited = words.map((word, at) => (every !== null && at % every === every - 1 ? 'elsewhere' : word));
  return `${headline}\n\n${edited.join(' ')}`;
}
