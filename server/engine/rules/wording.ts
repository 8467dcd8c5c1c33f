/** How messages word sources and figures: short, plain, specific. */
import type { Evidence } from '../compare/evidence.ts';
import type { Article, CalendarDate, Figure, Uri } from '../model.ts';
import type { Translate } from './rule.ts';

/** How many figures, and how many sources of one, a message names before it counts the rest. */
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

/** Percent-encoded text as it reads; text that is none as it is. */
export function decodeURIComponentSafely(part: string): string {
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

/** `26 (Socialist Worker, interior ministry), over 160 (The Militant, later)`: each distinct figure once, with who gives it. */
export function listFigures(evidence: readonly Evidence[], translate: Translate): string {
  const figures = new Map<string, Evidence[]>();
  for (const item of evidence) {
    const text = midSentence(item.claim.figure);
    const known = figures.get(text);
    if (known) known.push(item);
    else figures.set(text, [item]);
  }
  const listed = [...figures].slice(0, NAMED_FIGURES).map(([text, givenBy]) => `${text} (${namesOf(givenBy, translate)})`);
  const rest = figures.size - listed.length;
  if (rest > 0) listed.push(translate('{count} more', { count: rest }));
  return listed.join(', ');
}

/** A figure as it stands inside a sentence: `Over 160` at the beginning of one is `over 160`. Names of months keep their capital. */
function midSentence({ text, quantity }: Figure): string {
  const line = quote(text);
  const [first = '', second = ''] = line;
  return quantity.dimension !== 'date' && /\p{Ll}/u.test(second) ? first.toLowerCase() + line.slice(first.length) : line;
}

/** Who gives a figure; of a single one also the speaker, and whether the report is later or earlier. */
export function namesOf(group: readonly Evidence[], translate: Translate): string {
  const shown = [
    listSources(
      group.map(({ source }) => source.article),
      translate,
    ),
  ];
  const [only] = group;
  if (group.length === 1 && only) {
    if (only.claim.speaker) shown.push(quote(only.claim.speaker));
    if (only.reason === 'later') shown.push(translate('later', {}));
    if (only.reason === 'earlier') shown.push(translate('earlier', {}));
  }
  return shown.join(', ');
}

/** The names of some articles, each once; beyond two the rest is counted. */
export function listSources(articles: readonly Article[], translate: Translate): string {
  const names = [...new Set(articles.map((article) => sourceName(article)))];
  const shown = names.slice(0, NAMED_SOURCES);
  if (names.length > shown.length) shown.push(translate('{count} more', { count: names.length - shown.length }));
  return shown.join(', ');
}

/** Text of a source on one line. */
export function quote(text: string): string {
  return text.split(/\s/u).filter(Boolean).join(' ');
}
