/** Tells globs that can be used from those that cannot: they stay inside the folder and can be matched in reasonable time. */
import type { Translate } from '../check.ts';

/** Longest glob accepted, in UTF-16 units: longer than any path a person would write. */
const LONGEST = 500;
/** Most `**` in a glob, `*` in one of its folder or file names, and `{` in all: a matcher may try them all against one another. */
const MOST = { globstars: 4, stars: 3, braces: 4 };

/** What is wrong with a glob, in words for the writer; null where it can be used. */
export function globFault(glob: unknown, translate: Translate): string | null {
  if (typeof glob !== 'string' || glob.trim() === '') return translate('A glob is a text, such as "sources/**".', {});
  const parts = (glob.startsWith('!') ? glob.slice(1) : glob).split('/');
  if (parts[0] === '' || parts[0]!.endsWith(':') || parts.includes('..') || glob.includes('\\'))
    return translate('A glob stays inside the folder: relative, with "/" and without "..".', {});
  const globstars = parts.filter((part) => part === '**').length;
  const stars = Math.max(...parts.map((part) => (part === '**' ? 0 : part.split('*').length - 1)));
  const braces = glob.split('{').length - 1;
  if (glob.length > LONGEST || globstars > MOST.globstars || stars > MOST.stars || braces > MOST.braces)
    return translate('This glob is too long or has too many wildcards.', {});
  return null;
}
