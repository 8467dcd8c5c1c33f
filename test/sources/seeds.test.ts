/** Five real articles, as they were pasted: metadata, furniture, and sentences cut by page breaks. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { english } from '../../server/engine/lexicon/en.ts';
import type { Article, Passage } from '../../server/engine/model.ts';
import { passagesOf } from '../../server/engine/text/passages.ts';
import { readArticle } from '../../server/sources/read.ts';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../../shared/seeds');
const there = existsSync(folder);
if (!there) console.log('left out: the real articles are not beside this project (../shared/seeds)');

async function seed(number: string): Promise<{ article: Article; passages: readonly Passage[] }> {
  const name = readdirSync(folder).find((file) => file.startsWith(number))!;
  const reading = await readArticle({ uri: name, name, bytes: readFileSync(join(folder, name)) });
  if ('skipped' in reading) throw new Error(reading.skipped);
  const work = passagesOf(reading.article, english);
  for (;;) {
    const { done, value } = work.next();
    if (done) return { article: reading.article, passages: value };
  }
}

const day = (day: number) => ({ year: 2022, month: 1, day });

describe.skipIf(!there)('the real articles', () => {
  it.each([
    ['000', { title: /^Kazakhstan mobilizes military/, author: 'Jason Melanovski, Clara Weiss', date: day(6), url: null, publisher: null }],
    [
      '001',
      {
        title: /^What\u2019s behind the revolt in Kazakhstan\?$/,
        author: 'Simon Basketter',
        date: null,
        url: null,
        publisher: 'Socialist Worker',
      },
    ],
    [
      '002',
      {
        title: /^Kazakhstan: Hundreds killed/,
        author: null,
        date: { year: 2022, month: 1, day: null },
        url: null,
        publisher: 'socialistworld.net',
      },
    ],
    [
      '003',
      {
        title: /^Protests in Kazakhstan: A Color Revolution/,
        author: null,
        date: day(7),
        url: 'https://internationalviewpoint.org/spip.php?article7467',
        publisher: 'International Viewpoint',
      },
    ],
    ['004', { title: /^Moscow leads military intervention/, author: 'Roy Landersen', date: day(24), url: null, publisher: null }],
  ])('%s say who wrote them and when', async (number, { title, ...rest }) => {
    const { article } = await seed(number);
    expect(article).toMatchObject(rest);
    expect(article.title).toMatch(title);
  });

  it.each(['000', '001', '002', '003', '004'])('%s yield no passage of furniture', async (number) => {
    const { article, passages } = await seed(number);
    for (const { start, end, tokens } of passages) {
      const words = tokens.map(({ lower }) => lower).join(' ');
      expect(words).not.toMatch(
        /donat|patron|downloading|issue 2787|publication date|copyright|sign up|latest news|to contact|help fund|paypal|^by [a-z]+ [a-z]+$/,
      );
      expect(article.text.slice(start, end)).not.toBe('');
    }
    expect(passages.length).toBeGreaterThan(40);
  });

  it.each([
    ['000', 'and increase the profits of local gas producers'],
    ['000', 'has dominated Kazakh politics for the past'],
    ['003', 'strike began at the Tengiz Oil enterprises'],
    ['003', 'establish and is already establishing'],
  ])('%s keep sentences whole that page breaks cut: %s', async (number, words) => {
    const { passages } = await seed(number);
    expect(
      passages.filter(({ tokens }) =>
        tokens
          .map(({ text }) => text)
          .join(' ')
          .includes(words),
      ),
    ).toHaveLength(1);
  });

  it('keep dates, initials and sums in their sentences', async () => {
    const { passages, article } = await seed('004');
    const sentences = passages.map(({ start, end }) => article.text.slice(start, end));
    expect(sentences.filter((sentence) => /\b(?:Jan|Nov)\.$/.test(sentence) || /^\d+\s/.test(sentence))).toEqual([]);
    expect(sentences.some((sentence) => sentence.startsWith('Under V.I. Lenin, the'))).toBe(true);
  });
});
