/** How messages word sources and figures: short, plain, specific. */
import type { Evidence } from '../compare/evidence.ts';
import type { Article, CalendarDate } from '../model.ts';
import type { Translate } from './rule.ts';

/** How many figures, and how many sources of one figure, a message names before it counts the rest. */
const NAMED_FIGURES = 4;
const NAMED_SOURCES = 2;

/** What an article goes by: its publication, else its title, else the last part of its URI. */
export function sourceName(article: Article): string {
  return article.publisher ?? article.title ?? decodeURIComponentSafely(article.uri.slice(article.uri.lastIndexOf('/') + 1));
}

function decodeURIComponentSafely(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** A date as far as it is stated, in ISO 8601 order: `2022-01-06`, `2022-01`, `--01-06` where the year is not stated. */
export function isoDate(date: CalendarDate): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const parts = [date.year === null ? '-' : String(date.year).padStart(4, '0')];
  if (date.month !== null) parts.push(two(date.month));
  if (date.month !== null && date.day !== null) parts.push(two(date.day));
  return parts.join('-');
}

/** `26 (Socialist Worker, interior ministry), over 160 (The Militant, later)`: each distinct figure once, with who gives it. */
export function listFigures(evidence: readonly Evidence[], translate: Translate): string {
  const groups = new Map<string, Evidence[]>();
  for (const item of evidence) {
    const text = quote(item.claim.figure.text);
    const group = groups.get(text);
    if (group) group.push(item);
    else groups.set(text, [item]);
  }
  const listed = [...groups].slice(0, NAMED_FIGURES).map(([text, group]) => `${text} (${namesOf(group, translate)})`);
  const rest = groups.size - listed.length;
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
