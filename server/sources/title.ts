/** The title of a text without front matter: its first line that reads as one. */
import { readDateLine } from './dates.ts';
import type { Line } from './lines.ts';
import { furnitureKind } from './phrases.ts';

/** No headline is longer, in UTF-16 units. */
const LONGEST = 200;
/** How many lines at the start may stand before the title. */
const FURTHEST = 12;
/** A line of fewer words above another is a rubric (`Europe`), not the title. */
const WORDS = 3;

/**
 * The title: the first line marked as a heading; else, of the lines before the first paragraph, the one that a page header repeats
 * later, the first with three words or more, or the first. `passed` lines (bylines, dates) are none.
 */
export function titleLine(lines: readonly Line[], passed: ReadonlySet<Line>): Line | null {
  const candidates: Line[] = [];
  for (const [index, line] of lines.slice(0, FURTHEST).entries()) {
    if (passed.has(line) || furnitureKind(line.plain) !== null || readDateLine(line.plain)) continue;
    if (isRule(line)) continue;
    if (isMarked(line, lines[index + 1])) return line;
    if (isMenuItem(line, lines[index + 1]) || isMasthead(lines[index + 1])) continue;
    if (!isTitleLike(line, lines[index + 1], passed)) break;
    candidates.push(line);
  }
  if (candidates.length === 0) return null;
  const long = candidates.filter(({ plain }) => plain.split(' ').length >= WORDS);
  const repeated = new Set<string>();
  if (long.length > 1) {
    const wanted = new Set(long.map(({ plain }) => plain));
    for (const line of lines.slice(FURTHEST)) if (wanted.has(line.plain)) repeated.add(line.plain);
  }
  return long.find(({ plain }) => repeated.has(plain)) ?? long[0] ?? candidates[0]!;
}

/** `# Title`, AsciiDoc's `= Title`, or a line underlined with `===`. */
function isMarked(line: Line, next: Line | undefined): boolean {
  if (/^(?:#|=+ )/.test(line.text) && line.plain !== line.text && line.plain.length > 0) return true;
  if (line.last || !next) return false;
  return isRule(next) && line.text.length <= LONGEST;
}

/** `=====` or `-----`, over or under a title. */
function isRule({ text }: Line): boolean {
  return text.length > 2 && /^(?:=+|-+)$/.test(text);
}

/** One of several short lines in a row, as a site's menu is pasted. */
function isMenuItem(line: Line, next: Line | undefined): boolean {
  const short = (text: string) => text.length < 30 && text.split(' ').length <= 2 && !/[.,;:?!]$/.test(text);
  return short(line.plain) && (!line.first || (!line.last && next !== undefined && short(next.plain)));
}

/** A line above a volume's number names the newspaper. */
function isMasthead(next: Line | undefined): boolean {
  return next !== undefined && !next.first && /^vol(?:ume|\.)? ?\d/i.test(next.plain);
}

/** A line by itself, capitalised, that no full stop ends. */
function isTitleLike(line: Line, next: Line | undefined, passed: ReadonlySet<Line>): boolean {
  const { plain } = line;
  if (
    plain.length > LONGEST ||
    /[.,;:]$/.test(plain) ||
    !/^["'\u2018\u201c\u00ab([\u00bf\u00a1]?[\p{Lu}\p{Lt}\p{Lo}\d$\u00a3\u20ac]/u.test(plain)
  )
    return false;
  return line.last || !next || passed.has(next) || furnitureKind(next.plain) !== null || readDateLine(next.plain) !== null;
}
