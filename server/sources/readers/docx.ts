/** The reader of Word documents. */
import { zipSync } from 'fflate';
import mammoth from 'mammoth';
import { readDate } from '../dates.ts';
import { parsePage } from '../dom.ts';
import { extractedArticle, NOTHING_STATED } from '../extracted.ts';
import type { Reading, SourceFile } from '../file.ts';
import { PageBlocks } from '../page-blocks.ts';
import { reasons } from '../reasons.ts';
import { parseXml, textNamed } from '../xml.ts';
import { definesEntities, textIn, unpack } from '../zip.ts';

export async function readDocx({ uri, bytes }: SourceFile): Promise<Reading> {
  const unpacked = unpack(bytes, (name) => /\.(?:xml|rels)$/i.test(name));
  if ('skipped' in unpacked) return unpacked;
  const { files } = unpacked;
  for (const name of files.keys()) if (definesEntities(textIn(files, name) ?? '')) return { skipped: reasons.entities };
  if (![...files.keys()].some((name) => /document\d*\.xml$/i.test(name))) return { skipped: reasons.damaged };
  // What was checked is what is read: the texts alone, packed anew without compression.
  const checked = zipSync(Object.fromEntries(files), { level: 0 });
  const input = { buffer: checked, arrayBuffer: checked.buffer as ArrayBuffer };
  const { value } = await mammoth.convertToHtml(input as unknown as { arrayBuffer: ArrayBuffer }, {
    styleMap: [
      "p[style-name='Title'] => h1:fresh",
      "p[style-name='Subtitle'] => p:fresh",
      "p[style-name='Quote'] => blockquote:fresh",
      'strike => s',
    ],
  });
  const blocks = new PageBlocks();
  blocks.read(parsePage(value).documentElement);
  const core = parseXml(textIn(files, 'docProps/core.xml') ?? '');
  const made = textNamed(core, 'created');
  const article = extractedArticle(
    uri,
    blocks.blocks,
    { ...NOTHING_STATED, title: textNamed(core, 'title') },
    { ...NOTHING_STATED, author: textNamed(core, 'creator'), date: made === null ? null : readDate(made) },
  );
  return article ? { article } : { skipped: reasons.noText };
}
