/** How sources and dates are put in words in the side bar. */
import { env, Uri, workspace } from 'vscode';

/** How a source is called: by who published it, else by its title, else by its file. */
export function nameOf({
  uri,
  title,
  publisher,
}: {
  readonly uri: string;
  readonly title: string | null;
  readonly publisher: string | null;
}): string {
  return publisher ?? title ?? workspace.asRelativePath(Uri.parse(uri));
}

/** A date of ISO 8601, as far as it goes (`2022`, `2022-01`, `2022-01-07`), in the writer's language; empty for none. */
export function dateInWords(iso: string | null): string {
  const [year, month, day] = (iso ?? '').split('-').map(Number);
  if (!year) return '';
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', timeZone: 'UTC' };
  if (month) options.month = 'short';
  if (month && day) options.day = 'numeric';
  return new Intl.DateTimeFormat(env.language, options).format(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
}

/** What is said of a number of things: the first where it is one, else the second. */
export function counted(count: number, one: string, many: string): string {
  return count === 1 ? one : many;
}

/** What stands between what is said side by side. */
export const BESIDE = ' · ';

/** What is said beside a label: its parts that say something, apart. */
export function beside(...parts: readonly (string | null | false | undefined)[]): string {
  return parts.filter(Boolean).join(BESIDE);
}
