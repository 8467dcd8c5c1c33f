/** Decides which files are sources, for the editor and the command line alike, and reads them. */
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, posix, relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import { glob } from 'tinyglobby';
import type { Settings } from '../engine/config/settings.ts';
import { ledgerFile } from '../protocol/decisions.ts';
import { settingsFile } from '../protocol/settings.ts';
import { bibliographyGlobs } from '../sources/bibliography.ts';

/** Which files of a folder are sources. */
export type SourceGlobs = Pick<Settings, 'sources' | 'exclude'>;

/** Largest source read, in bytes: an article is far below it, and a text above it would hold up the rest. */
export const MAX_SOURCE_BYTES = 50 * 1024 * 1024;

/** What never is a source: what tools keep in their folders is not the writer's, and our own files are no articles. */
const NEVER = [
  // What a browser keeps beside a page that it saves.
  '**/*_files/**/*.{css,js,mjs,json,map,png,jpg,jpeg,gif,webp,avif,svg,ico,woff,woff2,ttf,otf,download}',
  '**/*_files/**/saved_resource*.html',
  '**/node_modules/**',
  '**/.git/**',
  `**/${settingsFile}`,
  `**/${ledgerFile}{,.lock}`,
];

/** Which files of a folder are sources. */
export interface Listing {
  /** Relative to the folder, with `/`, sorted. */
  readonly paths: string[];
  /** Whether some can be reached through links. */
  readonly hasLinks: boolean;
}

/**
 * Lists a folder's sources. Symbolic links are followed, and a loop of them ends; a file that can be reached in several ways is listed
 * once, by its own path where that is a source's, else by the shortest. A folder that is gone has none.
 */
export function listSources(folder: string, globs: SourceGlobs): Promise<Listing> {
  return list(folder, sourcePatterns(globs));
}

/** Lists a folder's bibliographies as `listSources` does its sources: wherever they are, but for what is excluded. */
export async function listBibliographies(folder: string, exclude: readonly string[]): Promise<string[]> {
  return (await list(folder, bibliographyPatterns(exclude))).paths;
}

async function list(folder: string, { wanted, unwanted }: Patterns): Promise<Listing> {
  if (wanted.length === 0) return { paths: [], hasLinks: false };
  const matches = matcher({ wanted, unwanted });
  const found = await glob([...wanted], {
    cwd: folder,
    ignore: [...unwanted],
    expandDirectories: false,
    extglob: false,
    onlyFiles: true,
    followSymbolicLinks: true,
  });
  return withoutLinkedTwins(folder, found.filter(matches), excluding(unwanted));
}

/** One article through two links would count as two sources that agree; and what is excluded is so whatever way leads to it. */
async function withoutLinkedTwins(folder: string, paths: readonly string[], isUnwanted: (path: string) => boolean): Promise<Listing> {
  const root = await realpath(folder).catch(() => resolve(folder));
  const byFolder = new Map<string, string[]>();
  for (const path of paths) {
    const files = byFolder.get(posix.dirname(path));
    if (files) files.push(path);
    else byFolder.set(posix.dirname(path), [path]);
  }
  const kept: string[] = [];
  /** From what links lead to, to the paths that lead there. */
  const linked = new Map<string, string[]>();
  for (const [each, files] of byFolder) {
    const real = await realpath(join(root, each)).catch(() => join(root, each));
    const links = await linksIn(real);
    for (const path of files) {
      const name = posix.basename(path);
      if (real === join(root, each) && !links.has(name)) {
        kept.push(path);
        continue;
      }
      const target = links.has(name) ? await realpath(join(real, name)).catch(() => join(real, name)) : join(real, name);
      linked.set(target, [...(linked.get(target) ?? []), path]);
    }
  }
  const own = new Set(kept.map((path) => join(root, path)));
  for (const [target, ways] of linked) {
    const inside = relative(root, target).split(sep).join('/');
    if (!own.has(target) && (inside.startsWith('../') || !isUnwanted(inside)))
      kept.push(ways.sort((a, b) => a.length - b.length || byUnits(a, b))[0]!);
  }
  return { paths: kept.sort(byUnits), hasLinks: linked.size > 0 };
}

async function linksIn(folder: string): Promise<ReadonlySet<string>> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return new Set(entries.filter((entry) => entry.isSymbolicLink()).map(({ name }) => name));
}

/**
 * Whether a file is a source, by its path relative to the folder, with `/`: the same answer as the listing's where there are no links. Files and folders whose
 * names begin with a dot are sources only where a glob names the dot; what git ignores may well be a source.
 */
export function matchesSources(globs: SourceGlobs): (path: string) => boolean {
  return matcher(sourcePatterns(globs));
}

/** Whether a file is a bibliography, and so no source, by its path relative to the folder, with `/`. */
export function matchesBibliographies(exclude: readonly string[]): (path: string) => boolean {
  return matcher(bibliographyPatterns(exclude));
}

function matcher({ wanted, unwanted }: Patterns): (path: string) => boolean {
  if (wanted.length === 0) return () => false;
  const isWanted = picomatch([...wanted], { noextglob: true, posix: true });
  const isUnwanted = excluding(unwanted);
  return (path) => isWanted(path) && !isUnwanted(path);
}

function excluding(unwanted: readonly string[]): (path: string) => boolean {
  return picomatch([...unwanted], { noextglob: true, posix: true, dot: true });
}

/** A file's bytes, or why there are none, in words for the writer; null where there is no such file. Never throws for what it may be. */
export async function readSource(
  path: string,
  limitBytes = MAX_SOURCE_BYTES,
): Promise<{ readonly bytes: Uint8Array } | { readonly skipped: string } | null> {
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) return { skipped: 'is a folder' };
    // Reading a pipe or a device might never end.
    if (!stats.isFile()) return { skipped: 'is not a file' };
    if (stats.size > limitBytes) return { skipped: tooLarge(limitBytes) };
    const bytes = await readFile(path);
    return bytes.length > limitBytes ? { skipped: tooLarge(limitBytes) } : { bytes };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'ENOTDIR' ? null : { skipped: whyUnreadable(error) };
  }
}

/** Why a file could not be read, in words for the writer, from what the file system threw. */
export function whyUnreadable(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return REASONS[code] ?? `cannot be read (${code || String(error)})`;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'does not exist',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'is a folder',
  ELOOP: 'is a link that leads round in a circle',
  ENAMETOOLONG: 'has too long a name',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EBUSY: 'is in use by another program',
  EIO: 'the disk reported an error',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
};

function tooLarge(limitBytes: number): string {
  const mega = limitBytes / (1024 * 1024);
  return mega >= 1 ? `larger than ${Math.round(mega)} MB` : `larger than ${limitBytes} bytes`;
}

/** Globs in one form for both matchers. */
interface Patterns {
  readonly wanted: readonly string[];
  readonly unwanted: readonly string[];
}

function sourcePatterns(globs: SourceGlobs): Patterns {
  const { wanted, unwanted } = patterns(globs);
  return { wanted, unwanted: [...unwanted, ...bibliographyGlobs] };
}

function bibliographyPatterns(exclude: readonly string[]): Patterns {
  return patterns({ sources: bibliographyGlobs, exclude });
}

/** `!` excludes, `./` is dropped, and a plain folder name stands for what is in it. */
function patterns({ sources, exclude }: SourceGlobs): Patterns {
  const wanted: string[] = [];
  const unwanted: string[] = [...NEVER];
  for (const glob of sources) (glob.startsWith('!') ? unwanted : wanted).push(...expanded(glob.startsWith('!') ? glob.slice(1) : glob));
  for (const glob of exclude) unwanted.push(...expanded(glob.startsWith('!') ? glob.slice(1) : glob));
  return { wanted, unwanted };
}

function expanded(glob: string): string[] {
  let plain = glob;
  while (plain.startsWith('./')) plain = plain.slice(2);
  while (plain.endsWith('/')) plain = plain.slice(0, -1);
  if (plain === '' || plain === '.') return ['**'];
  return plain.endsWith('**') ? [plain] : [plain, `${plain}/**`];
}

function byUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
