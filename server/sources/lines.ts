/** The lines of an article as its metadata and furniture are told by. */
import type { Span } from '../engine/model.ts';

/** A line that is not blank. */
export interface Line extends Span {
  /** Without white space at its ends. `start` and `end` hold exactly this. */
  readonly text: string;
  /** `text` without heading marks (`#`, and AsciiDoc's `=`), emphasis around the whole and runs of spaces. */
  readonly plain: string;
  /** Whether a blank line, or the text's start, stands before it. */
  readonly first: boolean;
  /** Whether a blank line, or the text's end, stands after it. */
  readonly last: boolean;
}

/** The lines of `text` from `start` on that are not blank. */
export function linesOf(text: string, start: number): Line[] {
  const lines: Line[] = [];
  let blank = true;
  let pending: Omit<Line, 'last'> | null = null;
  const push = (last: boolean) => {
    if (pending) lines.push({ ...pending, last });
    pending = null;
  };
  // Files of old Macintoshes end their lines with CR alone.
  const mark = text.includes('\n') ? '\n' : '\r';
  for (let at = start; at < text.length; ) {
    const feed = text.indexOf(mark, at);
    const end = feed < 0 ? text.length : feed;
    const raw = text.slice(at, end);
    const content = raw.trim();
    if (content) {
      push(false);
      const from = at + raw.indexOf(content);
      pending = { start: from, end: from + content.length, text: content, plain: plain(content), first: blank };
    } else push(true);
    blank = !content;
    at = end + 1;
  }
  push(true);
  return lines;
}

/** Longest line whose marks are taken off: longer ones are prose, and are left alone. */
const MARKED = 400;

function plain(line: string): string {
  if (line.length > MARKED) return line;
  let from = 0;
  while (from < 6 && line.charAt(from) === line.charAt(0) && /[#=]/.test(line.charAt(0))) from++;
  let text = line.charAt(from) === ' ' ? line.slice(from).trim() : line;
  for (const mark of ['**', '__', '*', '_']) {
    if (text.length > mark.length * 2 && text.startsWith(mark) && text.endsWith(mark)) text = text.slice(mark.length, -mark.length);
  }
  return /\s\s|[^\S ]/.test(text) ? text.split(/\s+/).join(' ').trim() : text.trim();
}
