/** The reader of e-mails. */
import PostalMime from 'postal-mime';
import { readDate } from '../dates.ts';
import { withoutControls } from '../decoding.ts';
import { parsePage } from '../dom.ts';
import { block, type ExtractedBlock, extractedArticle, NOTHING_STATED } from '../extracted.ts';
import type { Reading, SourceFile } from '../file.ts';
import { PageBlocks } from '../page-blocks.ts';
import { reasons } from '../reasons.ts';

export async function readEmail({ uri, bytes }: SourceFile): Promise<Reading> {
  const email = await PostalMime.parse(bytes, { maxNestingDepth: 50 });
  if (!email.from && !email.subject && !email.date) return { skipped: reasons.damaged };
  // The library leaves decoding to the platform.
  const text = email.text?.trim() ? withoutControls(email.text) : null;
  const blocks = text !== null ? textBlocks(text) : email.html ? pageBlocks(withoutControls(email.html)) : [];
  const sent = email.headers.find(({ key }) => key === 'date')?.value;
  const article = extractedArticle(uri, blocks, {
    ...NOTHING_STATED,
    title:
      withoutControls(email.subject ?? '')
        .replace(/\s+/g, ' ')
        .trim() || null,
    author: withoutControls(email.from?.name ?? '').trim() || null,
    // The day where the sender was.
    date: sent ? readDate(sent.split(/\s[+-]\d{4}|\s\(/)[0]!) : null,
  });
  return article ? { article } : { skipped: reasons.noText };
}

function pageBlocks(html: string): ExtractedBlock[] {
  const blocks = new PageBlocks();
  blocks.read(parsePage(html).body);
  return blocks.blocks;
}

/** Lines shorter than this, in UTF-16 units, are not wrapped but ended. */
const WRAPPED = 55;

/** The paragraphs of a plain e-mail: wrapped lines joined, quoted ones told apart, nothing after the signature's mark. */
function textBlocks(text: string): ExtractedBlock[] {
  const blocks: { kind: 'paragraph' | 'quote' | 'item'; text: string }[] = [];
  let isOpen = false;
  let length = 0;
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (line === '-- ' || line === '--') break;
    const quote = /^(?:>\s?)+/.exec(line);
    const words = (quote ? line.slice(quote[0].length) : line).trim();
    const item = /^[-*\u2022]\s+/.exec(words);
    const kind = quote ? 'quote' : item ? 'item' : 'paragraph';
    const last = blocks.at(-1);
    const goesOn =
      isOpen &&
      last &&
      !item &&
      (last.kind === kind || (last.kind === 'item' && kind === 'paragraph')) &&
      (length > WRAPPED || /^\p{Ll}/u.test(words));
    if (words === '') isOpen = false;
    else if (goesOn) last.text += ` ${words}`;
    else blocks.push({ kind, text: item ? words.slice(item[0].length) : words });
    if (words !== '') isOpen = true;
    length = words.length;
  }
  return blocks.map((each, index) => block(each.kind, each.text, { paragraph: index + 1 }));
}
