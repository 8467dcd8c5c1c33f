/** Transcripts as texts: the times that open their lines say where a passage is heard. */
import type { LocatorMark } from '../engine/model.ts';

/** So many lines that open with a time make a text a transcript. */
const LEAST = 3;
const OPENING = /^[ \t]*[[(<]?(?:(\d{1,2}):)?(\d{1,2}):(\d{2})(?:[.,:]\d{1,3})?[\])>]?(?=[\s:\u2013\u2014-])/;

/** The times of a transcript, from the line that each opens on; none where the times do not run on. Linear. */
export function timecodesIn(text: string): LocatorMark[] {
  const marks: LocatorMark[] = [];
  let before = -1;
  for (let at = 0; at < text.length; ) {
    const feed = text.indexOf('\n', at);
    const end = feed < 0 ? text.length : feed;
    const found = OPENING.exec(text.slice(at, Math.min(end, at + 40)));
    if (found) {
      const [, hours = '0', minutes, seconds] = found;
      const time = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
      if (Number(minutes) > 59 && hours !== '0') return [];
      // A list of appointments or results is in another order, sooner or later.
      if (time < before || Number(seconds) > 59) return [];
      before = time;
      marks.push({ start: at, locator: { time: timeOf(time) } });
    }
    at = end + 1;
  }
  return marks.length >= LEAST ? marks : [];
}

/** Seconds as a time is cited: `0:12:31`. */
export function timeOf(seconds: number): string {
  const two = (number: number): string => String(Math.floor(number) % 60).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(seconds / 60)}:${two(seconds)}`;
}
