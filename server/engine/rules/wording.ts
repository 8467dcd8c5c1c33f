/** How messages word sources and figures: short, plain, specific. */
import type { Evidence } from '../compare/evidence.ts';
import type { Article, CalendarDate, Uri } from '../model.ts';
import type { Translate } from './rule.ts';

/** How many figures, and how many sources of a single one, a message names before it counts the rest. */
const NAMED_FIGURES = 4;
const NAMED_SOURCES = 2;

/** Longest name of a source, in UTF-16 units: a longer title would hide what comes after it. */
const LONGEST_NAME = 40;

/** What an article goes by: its publication, else its title, else its file, cut between words where it is long. */
export function sourceName(article: Article, file = lastPart(article.uri)): string {
  const name = article.publisher?.trim() || article.title?.trim() || file;
  if (name.length <= LONGEST_NAME) return name;
  const space = name.lastIndexOf(' ', LONGEST_NAME);
  return `${name.slice(0, space > 0 ? space : LONGEST_NAME)}…`;
}

function lastPart(uri: Uri): string {
  return decodeURIComponentSafely(uri.slice(uri.lastIndexOf('/') + 1));
}

function decodeURIComponentSafely(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** ISO 8601 as far as a date is stated: `2022-01-06`, `2022-01`, `2022`, and `--01-06` or `--01` without a year; null where nothing is. */
export function isoDate({ year, month, day }: CalendarDate): string | null {
  if (year === null && month === null) return day === null ? null : `---${two(day)}`;
  const start = year === null ? '-' : String(year).padStart(4, '0');
  if (month === null) return start;
  return day === null ? `${start}-${two(month)}` : `${start}-${two(month)}-${two(day)}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/**
 * `26, over 160`: each distinct figure once. A single one comes with who gives it: `over 160 (Valley Post, the mayor, later)`. Who gives
 * which of several is shown wherever the message is, and would only hide the figures in it.
 */
export function listFigures(evidence: readonly Evidence[], translate: Translate): string {
  const figures = new Map<string, { readonly text: string; readonly givenBy: Evidence[] }>();
  for (const item of evidence) {
    const text = quote(item.claim.figure.text);
    // At the beginning of a sentence it is no other figure.
    const key = text.toLowerCase();
    const known = figures.get(key);
    if (known) known.givenBy.push(item);
    else figures.set(key, { text, givenBy: [item] });
  }
  const all = [...figures.values()];
  const [only] = all;
  if (only && all.length === 1) return `${only.text} (${namesOf(only.givenBy, translate)})`;
  const listed = all.slice(0, NAMED_FIGURES).map(({ text }) => text);
  const rest = all.length - listed.length;
  if (rest > 0) listed.push(translate('{count} more', { count: rest }));
  return listed.join(', ');
}

function namesOf(group: readonly Evidence[], translate: Translate): string {
  const names = [...new Set(group.map(({ source }) => sourceName(source.article)))];
  const shown = names.slice(0, NAMED_SOURCES);
  if (names.length > shown.length) shown.push(translate('{count} more', { count: names.length - shown.length }));
  const [only] = group;
  if (group.length === 1 && only) {
    if (only.claim.speaker) shown.push(quote(only.claim.speaker));
    if (only.reason === 'later') shown.push(translate('later', {}));
    if (only.reason === 'earlier') shown.push(translate('earlier', {}));
  }
  return shown.join(', ');
}

/** Text of a source on one line. */
export function quote(text: string): string {
  return text.split(/\s/u).filter(Boolean).join(' ');
}
