/** The phrases that site furniture is made of: general ones, as news sites and content systems print them around any article. */

/** `appeal`: asks for money, a subscription or a share; `link`: leads elsewhere; `label`: names or counts the page itself. */
export type FurnitureKind = 'appeal' | 'link' | 'label';

/** No furniture line is longer, in UTF-16 units, but for the appeals that are told by their own words anywhere in a paragraph. */
const LINE = 200;
const PARAGRAPH = 1500;

const phrases = (list: string): readonly string[] =>
  list
    .split(';')
    .map((phrase) => phrase.trim().split(/\s+/).join(' '))
    .filter(Boolean);

/** Whole lines. */
const EXACT: Readonly<Record<FurnitureKind, ReadonlySet<string>>> = {
  appeal: new Set(
    phrases('donate; subscribe; subscribe now; sign up; support us; donate now; join us; share; share this; tweet; like this'),
  ),
  link: new Set(
    phrases(`
      latest news; latest; most read; most popular; read more; read next; more news; more stories; top stories; related; trending;
      related articles; related stories; related content; related topics; recommended; you may also like; you might also like;
      see also; editor\u2019s picks; editor's picks; more on this story; more from; continue reading; back to top; home; menu; next; previous;
      log in; facebook; twitter; whatsapp; telegram; linkedin; email; reddit; print; copy link; pdf; comments; leave a comment`),
  ),
  label: new Set(
    phrases(`
      advertisement; advertisements; advert; sponsored; sponsored content; promoted; loading; loading...; please wait...; close;
      story continues; article continues; image`),
  ),
};

/** Beginnings of short lines. */
const STARTS: Readonly<Record<FurnitureKind, readonly string[]>> = {
  appeal: phrases(`
    sign up for our; sign up to our; sign up for the; sign up to the; sign up now; sign up for free; subscribe to our; subscribe to the;
    subscribe for; make a donation; please make a donation; please donate; donate to; donate via; donate with; donate now; donate today;
    help fund; help us; help support; support our; support us; please support; support this site; become a patron; please become a;
    become a member; become a subscriber; if you like this article; if you liked this; if you enjoyed this; like this article?;
    liked this article?; enjoyed this article?; enjoying this article?; special financial appeal; financial appeal; special appeal to;
    we need your support; we need your help; click to share; click here; share this article; share this story; share this post;
    share this page; share on; share via; follow us; follow our; like us on; join our; get our; get the latest; read the latest;
    download our app; download the app; to contact the; to contact us; contact us; buy us a coffee; start your free`),
  link: phrases(`
    read more:; read more about; read also:; read also; also read:; read next:; see also:; related:; more:; watch:; listen:; skip to;
    view all; view comments; show comments; load more; show more; most read:`),
  label: phrases(`
    downloading pdf; please wait; this site uses cookies; this website uses cookies; we use cookies; by continuing to use; accept cookies;
    accept all cookies; cookie policy; privacy policy; terms of use; terms and conditions; terms of service; copyright \u00a9; copyright (c);
    \u00a9; all rights reserved; article continues below; story continues below; scroll to continue; this article was originally;
    this article was first; this article first appeared; this article originally appeared; this story was originally;
    this article was translated; this article was published; this post was originally; image source; image copyright; enable javascript`),
};

/** Appeals that tell themselves anywhere in a paragraph: they speak of this very page, or to its reader. */
const INSIDE: readonly string[] = phrases(`
  please consider donating; please consider making a donation; please consider a donation; consider supporting our; become a patron;
  please make a donation; if you like this article; if you liked this article; if you enjoyed this article; support our work;
  support our journalism; sign up for our newsletter; subscribe to our newsletter; follow us on; all rights reserved; bank account details`);

/** What kind of furniture a line (or a paragraph on one line) is, by its words; null for prose. */
export function furnitureKind(line: string): FurnitureKind | null {
  if (line.length > PARAGRAPH) return null;
  const lower = bare(line).toLowerCase();
  if (lower === '') return null;
  if (line.length <= LINE) {
    for (const kind of ['appeal', 'link', 'label'] as const) {
      if (EXACT[kind].has(lower.replace(/[:!\u2026]$/, '')) || STARTS[kind].some((words) => startsWith(lower, words))) return kind;
    }
    if (isFollow(lower)) return 'appeal';
    if (isPageLabel(lower)) return 'label';
    if (isLink(line)) return 'link';
  }
  return INSIDE.some((words) => lower.includes(words)) ? 'appeal' : null;
}

/** A phrase matches at a word's end only: `help us` is not the start of `help users`. */
function startsWith(line: string, words: string): boolean {
  return line.startsWith(words) && !(/[a-z]$/.test(words) && /[a-z]/.test(line.charAt(words.length)));
}

/** Without the signs that lists, emphasis and buttons put around a line. */
function bare(line: string): string {
  let start = 0;
  let end = line.length;
  while (start < end && /[\s*_>\-\u2022\u00bb\u25ba\u2192[\]#=|]/.test(line.charAt(start))) start++;
  while (end > start && /[\s*_\u00bb\u25ba\u2192[\]|]/.test(line.charAt(end - 1))) end--;
  return line.slice(start, end);
}

/** `Follow NAME on Twitter`, `Download the NAME app`: short, and said to the reader. */
function isFollow(line: string): boolean {
  if (line.length > 140) return false;
  if (line.startsWith('follow '))
    return [' on twitter', ' on facebook', ' on x', ' on instagram', ' on telegram'].some((words) => line.includes(words));
  return line.startsWith('download the ') && line.includes(' app');
}

/** `Issue 310`, `Vol. 86, No. 4`, `Page 3 of 10`, `12 comments`, `5 min read`. */
function isPageLabel(line: string): boolean {
  if (line.length > 40) return false;
  return (
    /^issue (?:no\.? ?|number |#)?\d{1,6}$/.test(line) ||
    /^vol(?:ume|\.)? ?\d{1,4}(?:[,/ ]+(?:no|number|issue)\.? ?\d{1,4})?$/.test(line) ||
    /^page \d{1,4}(?: ?(?:of|\/) ?\d{1,4})?$/.test(line) ||
    /^(?:\d{1,6} |no |leave a )comments?$/.test(line) ||
    /^\d{1,3}[ -]?min(?:ute)?s? read$/.test(line)
  );
}

/** A line that is an address, or links, and no words besides. */
function isLink(line: string): boolean {
  const text = line.replaceAll('*', '').trim();
  if (/^<?https?:\/\/[^\s<>]+>?$/.test(text)) return true;
  if (!text.startsWith('[')) return false;
  let rest = '';
  let at = 0;
  while (at < text.length) {
    const middle = text.indexOf('](', at);
    const close = middle < 0 ? -1 : text.indexOf(')', middle);
    const open = text.indexOf('[', at);
    if (close < 0 || open < 0 || open > middle) break;
    rest += text.slice(at, open);
    at = close + 1;
  }
  rest += text.slice(at);
  return at > 0 && !/[\p{L}\d]/u.test(rest);
}
