/** What the readers' tests share: reading a file that a test makes, and showing what came of it. */
import { strToU8, zipSync } from 'fflate';
import { type Article, locatorAt } from '../../server/engine/model.ts';
import { type Reading, readArticle } from '../../server/sources/read.ts';

export function read(name: string, content: string | Uint8Array): Promise<Reading> {
  return readArticle({ uri: `file:///${name}`, name, bytes: typeof content === 'string' ? strToU8(content) : content });
}

export async function article(name: string, content: string | Uint8Array): Promise<Article> {
  const reading = await read(name, content);
  if ('skipped' in reading) throw new Error(`skipped: ${reading.skipped}`);
  return reading.article;
}

/** The article's lines, each after its place: `p. 3`, `B7`, `0:01:10`, or a paragraph's number. */
export function placed(article: Article): string[] {
  let at = 0;
  return article.text.split('\n').flatMap((line) => {
    const locator = locatorAt(article, at);
    at += line.length + 1;
    return line === '' ? [] : [`${locator ? Object.values(locator)[0] : '-'} ${line}`];
  });
}

/** An archive of these texts. */
export function zip(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, typeof text === 'string' ? strToU8(text) : text])));
}
