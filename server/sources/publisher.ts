/** The publication a text says it is from: its copyright line, a label, or an appeal in the publication's name. */
import type { Line } from './lines.ts';

/** How many lines at either end of a text are looked at. */
const ENDS = 15;
/** Words that tell a thing one subscribes or donates to from a publication. */
const COMMON = new Set(
  'newsletter newsletters email emails e-mail updates update channel channels podcast podcasts feed rss our us we the a an this your my alerts fund appeal'.split(
    ' ',
  ),
);
const JOINING = new Set(['of', 'the', 'for', 'and', '&', 'de']);
const HOST = /^[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+){0,3}\.[a-z]{2,12}$/;

/** The publication's name where the text states it; null otherwise. */
export function publisherOf(lines: readonly Line[]): string | null {
  const ends = [...new Set([...lines.slice(0, ENDS), ...lines.slice(-ENDS)])]
    .map(({ plain }) => plain)
    .filter((plain) => plain.length < 1000);
  for (const read of [labelled, copyright, appeal]) {
    for (const line of ends) {
      const name = read(line);
      if (name !== null) return name;
    }
  }
  return null;
}

function labelled(line: string): string | null {
  for (const label of [
    'Publisher:',
    'Publication:',
    'Published by:',
    'Published by',
    'Source:',
    'First published in',
    'Originally published in',
  ]) {
    if (line.startsWith(`${label} `) && line.length < 120) return nameAt(line, label.length + 1, true);
  }
  return null;
}

/** `Copyright © 2022 NAME - All rights reserved`. */
function copyright(line: string): string | null {
  const lower = line.toLowerCase();
  let at = ['copyright', '\u00a9', '(c) '].some((start) => lower.startsWith(start)) ? 0 : -1;
  if (at < 0) return null;
  for (const word of ['copyright', '\u00a9', '(c)', '\u00a9', 'by'])
    if (lower.slice(at).trimStart().startsWith(word)) at = lower.indexOf(word, at) + word.length;
  while (at < line.length && /[\s\d,\u2013-]/.test(line.charAt(at))) at++;
  return nameAt(line, at, true);
}

const APPEALS = ['make a donation to ', 'make a gift to ', 'subscribe to ', 'the work of ', 'readers of ', 'all rights reserved by '];
const APPEALING = ['donat', 'subscri', 'appeal', 'support', 'patron', 'rights reserved'];

/** `Make a donation to NAME`; `please consider donating towards the work of NAME`; `appeal to all readers of NAME`. */
function appeal(line: string): string | null {
  const lower = line.toLowerCase();
  if (!APPEALING.some((word) => lower.includes(word))) return null;
  for (const words of APPEALS) {
    const at = lower.indexOf(words);
    const name = at < 0 ? null : nameAt(line, at + words.length, false);
    if (name !== null) return name;
  }
  return null;
}

/** The run of capitalised words, or the host name, at `start`; null where there is none. Where `whole`, small words go with it. */
function nameAt(line: string, start: number, whole: boolean): string | null {
  const words: string[] = [];
  for (const word of line.slice(start, start + 120).split(' ')) {
    const bare = word.replace(/[.,;:!?)|]$/, '');
    if (words.length === 0 && HOST.test(bare)) return bare;
    if (/^[-\u2013\u2014|\u00b7]$/.test(word) || bare === '') break;
    if (bare.toLowerCase() === 'all' && whole) break;
    const capital = /^[\p{Lu}\p{Lt}\d]/u.test(bare);
    if (!capital && !(words.length > 0 && JOINING.has(bare))) break;
    words.push(bare);
    if (bare !== word) break;
  }
  while (words.length > 0 && JOINING.has(words.at(-1)!)) words.pop();
  const told = words.filter((word) => !COMMON.has(word.toLowerCase()));
  return told.length === words.length || (told.length > 0 && words[0] === 'The' && told.length === words.length - 1)
    ? words.join(' ') || null
    : null;
}
