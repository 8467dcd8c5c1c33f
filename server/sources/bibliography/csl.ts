/** CSL-JSON, the exchange format of citation processors: entries out of it, and it out of entries (docs.citationstyles.org). */
import type { CalendarDate } from '../../engine/model.ts';
import { dayOf, isoDay } from './dates.ts';
import type { Creator, Entry } from './entry.ts';

type Item = Readonly<Record<string, unknown>>;

/** The entries of a file, in order; null where it is no CSL-JSON. Never throws. */
export function readCsl(text: string): Entry[] | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const items = Array.isArray(value) ? value : isItem(value) && Array.isArray(value.items) ? value.items : null;
  if (items === null || !items.every((item) => isItem(item) && keyOf(item) !== null && typeof item.type === 'string')) return null;
  return items.map(entryOf);
}

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function keyOf(item: Item): string | null {
  return textOf(item['citation-key']) ?? textOf(item.id);
}

function entryOf(item: Item): Entry {
  return {
    key: keyOf(item)!,
    type: textOf(item.type) ?? 'document',
    title: textOf(item.title),
    authors: Array.isArray(item.author) ? item.author.flatMap(creatorOf) : [],
    publisher: textOf(item['container-title']) ?? textOf(item.publisher),
    date: dateOf(item.issued),
    url: textOf(item.URL),
    doi: textOf(item.DOI),
    files: [textOf(item.file)].filter((file) => file !== null),
  };
}

function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return (typeof value === 'string' && value.trim()) || null;
}

function creatorOf(value: unknown): Creator[] {
  if (!isItem(value)) return [];
  const family = [textOf(value['non-dropping-particle']), textOf(value.family)].filter(Boolean).join(' ');
  const given = [textOf(value.given), textOf(value['dropping-particle'])].filter(Boolean).join(' ');
  const literal = textOf(value.literal);
  if (literal !== null) return [{ literal }];
  if (family && given) return [{ family, given }];
  return family || given ? [{ literal: family || given }] : [];
}

function dateOf(value: unknown): CalendarDate | null {
  if (!isItem(value)) return null;
  const parts: unknown = Array.isArray(value['date-parts']) ? value['date-parts'][0] : null;
  if (!Array.isArray(parts)) return isoDay(textOf(value.raw) ?? textOf(value.literal) ?? '');
  const [year, month, day] = parts.map((part) => (part === '' ? Number.NaN : Number(part)));
  return year === undefined ? null : dayOf(year, month ?? null, day ?? null);
}

/** CSL-JSON of entries. */
export function writeCsl(entries: readonly Entry[]): unknown {
  return entries.map(({ key, type, title, authors, publisher, date, url, doi }) => ({
    id: key,
    type,
    ...(title !== null && { title }),
    ...(authors.length > 0 && { author: authors }),
    ...(publisher !== null && { [type === 'book' || type === 'report' ? 'publisher' : 'container-title']: publisher }),
    ...(date?.year && { issued: { 'date-parts': [[date.year, ...(date.month ? [date.month, ...(date.day ? [date.day] : [])] : [])]] } }),
    ...(url !== null && { URL: url }),
    ...(doi !== null && { DOI: doi }),
  }));
}
