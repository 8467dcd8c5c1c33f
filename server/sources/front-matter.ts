/** Front matter: the YAML that a text may open with, and what it says of the article. */
import type { CalendarDate } from '../engine/model.ts';
import { readDate } from './dates.ts';

/** How far, in UTF-16 units, front matter's end is looked for. */
const LIMIT = 65_536;

export interface FrontMatter {
  /** Where the text after it starts; 0 where there is none. */
  readonly end: number;
  readonly title: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly date: CalendarDate | null;
  readonly url: string | null;
  /** Its key in bibliographies; null where the text gives none. */
  readonly key: string | null;
}

const NONE: FrontMatter = { end: 0, title: null, author: null, publisher: null, date: null, url: null, key: null };

/** Reads a YAML document. Throws where it is malformed. */
export type ParseYaml = (yaml: string) => unknown;

/** Whether a text's front matter, if it has any, is read the same by whoever has no parser of YAML. */
export function hasPlainFrontMatter(text: string): boolean {
  const found = fenced(text);
  return !found || simpleFields(found.yaml) !== null;
}

/**
 * Reads front matter between `---` lines. What is malformed is read line by line, so that one bad line costs itself alone, and so is all that
 * is more than plain lines where nobody is there to parse it.
 */
export function readFrontMatter(text: string, parse: ParseYaml | null): FrontMatter {
  const found = fenced(text);
  if (!found) return NONE;
  const fields = fieldsOf(found.yaml, parse ?? lineByLine);
  if (!fields) return NONE;
  return {
    end: found.end,
    title: plain(fields.get('title') ?? fields.get('headline')),
    author: people(fields.get('author') ?? fields.get('authors') ?? fields.get('byline') ?? fields.get('by')),
    publisher: plain(first(fields, ['publisher', 'publication', 'source', 'site', 'outlet', 'newspaper'], (value) => !isUrl(value))),
    date: dateOf(fields.get('date') ?? fields.get('published') ?? fields.get('publication_date') ?? fields.get('pubdate')),
    url: plain(first(fields, ['url', 'link', 'source_url', 'canonical_url', 'permalink', 'source'], isUrl)),
    key: plain(first(fields, ['citekey', 'citation_key', 'bibtex_key', 'key'], (value) => /^[^\s{}@,]{1,200}$/u.test(value))),
  };
}

function fenced(text: string): { yaml: string; end: number } | null {
  const head = text.slice(0, LIMIT);
  const opening = head.indexOf('\n');
  if (opening < 0 || head.slice(0, opening).trimEnd() !== '---') return null;
  for (let at = opening + 1; at < head.length; ) {
    const feed = head.indexOf('\n', at);
    const end = feed < 0 ? head.length : feed;
    const line = head.slice(at, end).trimEnd();
    if (line === '---' || line === '...') return { yaml: head.slice(opening + 1, at), end: Math.min(end + 1, text.length) };
    at = end + 1;
  }
  return null;
}

/** The mapping's fields under lower-case keys; null where the text between the fences is no mapping at all. */
function fieldsOf(yaml: string, parse: ParseYaml): Map<string, unknown> | null {
  const simple = simpleFields(yaml);
  if (simple) return simple;
  let value: unknown;
  try {
    value = parse(yaml);
  } catch {
    value = lineByLine(yaml);
  }
  if (value === null || value === undefined) return new Map();
  if (typeof value !== 'object' || Array.isArray(value)) return null;
  return new Map(Object.entries(value).map(([key, field]) => [key.toLowerCase().replaceAll('-', '_'), field]));
}

/** A line that gives a key a word, a date or a phrase that YAML has no other reading of. */
const SIMPLE = /^([A-Za-z_-]+): (\p{L}[^:#\r\t]*|\d{4}-\d\d-\d\d|https?:\/\/[^\s:#]+)$/u;
/** What YAML takes for no text, as a key or as a value. */
const NO_TEXT = /^(?:null|true|false)$/i;

/** The fields of front matter that has such lines alone, as most has; null where there is more to it, which takes a hundred times as long. */
function simpleFields(yaml: string): Map<string, string> | null {
  const fields = new Map<string, string>();
  const keys = new Set<string>();
  for (const raw of yaml.split('\n')) {
    const line = raw.trimEnd();
    if (line === '') continue;
    const [, key, value] = SIMPLE.exec(line) ?? [];
    if (key === undefined || value === undefined || keys.has(key) || NO_TEXT.test(key) || NO_TEXT.test(value) || key.startsWith('-'))
      return null;
    keys.add(key);
    fields.set(key.toLowerCase().replaceAll('-', '_'), value);
  }
  return fields.size > 0 ? fields : null;
}

function lineByLine(yaml: string): Record<string, string> | null {
  const fields: [string, string][] = [];
  for (const line of yaml.split('\n')) {
    const colon = line.indexOf(':');
    const key = line.slice(0, Math.max(0, colon));
    if (!/^[A-Za-z_-]+$/.test(key)) continue;
    const value = line.slice(colon + 1).trim();
    const quoted = value.length > 1 && /["']/.test(value.charAt(0)) && value.endsWith(value.charAt(0));
    fields.push([key, quoted ? value.slice(1, -1) : value]);
  }
  return fields.length > 0 ? Object.fromEntries(fields) : null;
}

function first(fields: ReadonlyMap<string, unknown>, keys: readonly string[], test: (value: string) => boolean): string | null {
  for (const key of keys) {
    const value = plain(fields.get(key));
    if (value !== null && test(value)) return value;
  }
  return null;
}

function isUrl(value: string): boolean {
  return value.startsWith('http://') || value.startsWith('https://');
}

function plain(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return named(value);
  return value.trim() || null;
}

function named(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('name' in value)) return null;
  return typeof value.name === 'string' ? value.name.trim() || null : null;
}

function people(value: unknown): string | null {
  if (!Array.isArray(value)) return plain(value);
  const names = value.map(plain).filter((name) => name !== null);
  return names.length > 0 ? names.join(', ') : null;
}

function dateOf(value: unknown): CalendarDate | null {
  const text = plain(value);
  if (text === null) return null;
  return /^\d{4}$/.test(text) ? { year: Number(text), month: null, day: null } : readDate(text);
}
