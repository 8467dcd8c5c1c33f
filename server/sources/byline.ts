/** Bylines: `By Ann Lee`, `Words by A. Smith and B. Jones`, or a line of nothing but names. */

const PREFIXES = [
  'by',
  'words by',
  'written by',
  'text by',
  'story by',
  'report by',
  'reported by',
  'reporting by',
  'author:',
  'authors:',
  'by:',
];
const PARTICLES = new Set('de da di du del della der den van von al el bin ibn la le ter ten dos das y e'.split(' '));
/** What follows a name on its line, and belongs to no name. */
const ROLES = new Set(
  (
    'writer correspondent editor reporter columnist staff bureau chief contributor journalist analyst agencies desk newsroom special political economics ' +
    'business senior deputy associate foreign news press agency service reuters afp ap'
  ).split(' '),
);
const CALENDAR = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december'.split(
    ' ',
  ),
);
const UPPER = /^[\p{Lu}\p{Lt}]/u;
const NAME_WORD = /^[\p{L}\p{M}][\p{L}\p{M}.'\u2019-]*$/u;

/** The authors that a byline names, joined by commas; null where the line is no byline. */
export function readByline(line: string): string | null {
  const lower = line.toLowerCase();
  const prefix = PREFIXES.filter((words) => lower.startsWith(`${words} `)).sort((a, b) => b.length - a.length)[0];
  if (prefix === undefined || line.length > 160) return null;
  const names: string[] = [];
  for (const part of partsOf(line.slice(prefix.length))) {
    if (names.length > 0 && isRole(part)) continue;
    const name = withoutPlace(part);
    // Words after `By` that tell where are a byline only behind a full name: `By Boat in Norway` is a title.
    if (!isName(name, name === part ? 1 : 2)) return null;
    names.push(name);
  }
  return names.length > 0 ? names.join(', ') : null;
}

/** The authors of a line of nothing but full names; null for any other line. */
export function readNames(line: string): string | null {
  if (line.length > 120) return null;
  const parts = partsOf(line);
  return parts.length > 0 && parts.every((part) => isName(part, 2)) ? parts.join(', ') : null;
}

function partsOf(text: string): string[] {
  return text
    .replaceAll(' and ', ',')
    .replaceAll(' & ', ',')
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter(Boolean);
}

/** A name without the place or the publication that follows it: `in Ankara`, `for The Harbour News`. */
function withoutPlace(part: string): string {
  const words = part.split(' ');
  const at = words.findIndex((word) => word === 'in' || word === 'for' || word === 'at');
  return at > 0 ? words.slice(0, at).join(' ') : part;
}

function isRole(part: string): boolean {
  return part
    .split(/\s+/)
    .some((word) => ROLES.has(word.toLowerCase()) || (word.endsWith('s') && ROLES.has(word.slice(0, -1).toLowerCase())));
}

/** `least` to five capitalised words, with particles between them. */
function isName(part: string, least: number): boolean {
  const words = part.split(/\s+/);
  if (words.length > 6 || !UPPER.test(words[0]!) || CALENDAR.has(words[0]!.toLowerCase()) || isRole(part)) return false;
  const capitals = words.filter((word) => UPPER.test(word)).length;
  if (capitals < least || capitals > 5) return false;
  return words.every((word) => NAME_WORD.test(word) && (UPPER.test(word) || PARTICLES.has(word)));
}
