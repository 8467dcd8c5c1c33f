/** What the rules say of the sample's own articles, each held against the others as if it were a draft: little, for they are no drafts with mistakes. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { analyse } from '../server/engine/analysis.ts';
import { type Finding, judge, wants } from '../server/engine/check.ts';
import { english } from '../server/engine/lexicon/en.ts';
import { Library } from '../server/engine/library.ts';
import { defaultSeverities } from '../server/engine/rules/rules.ts';
import { inEnglish } from '../server/engine/translate.ts';
import { readArticle } from '../server/sources/read.ts';
import { finish } from './engine/check.ts';

/** A rule may speak so often in a thousand words before it cries wolf. */
const MOST = 3;

const root = join(import.meta.dirname, '..');
const folders = { corpus: join(root, 'corpus', 'sources'), 'the articles it digests': join(root, '..', 'shared', 'seeds') };

/** What is found in each article of a folder against the others. */
async function findingsIn(
  folder: string,
): Promise<{ readonly name: string; readonly words: number; readonly findings: readonly Finding[] }[]> {
  const articles = await Promise.all(
    readdirSync(folder).map(async (name) => {
      const reading = await readArticle({ uri: `file:///${name}`, name, bytes: readFileSync(join(folder, name)) });
      if ('skipped' in reading) throw new Error(`${name}: ${reading.skipped}`);
      return reading.article;
    }),
  );
  const read = articles.map((article) => ({ article, analysis: finish(analyse(article, english)) }));
  return read.map(({ article, analysis }) => {
    const library = new Library(english);
    for (const other of read) if (other.article !== article) library.set(other);
    const options = { lexicon: english, severities: defaultSeverities, translate: inEnglish };
    const { findings } = finish(judge(analysis, library.fetch(wants(analysis, english)), options));
    return { name: article.uri, words: article.text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0, findings };
  });
}

test.for(Object.entries(folders))(
  'no rule speaks of %s more than three times in a thousand words',
  { timeout: 60_000 },
  async ([what, folder], { skip }) => {
    if (!existsSync(folder)) return skip(`left out: ${what} are not in ../shared/seeds`);
    const found = await findingsIn(folder);
    expect(found.length).toBe(5);
    const words = found.reduce((sum, each) => sum + each.words, 0);
    const findings = found.flatMap((each) => each.findings);
    const rates = Object.fromEntries(
      [...new Set(findings.map(({ rule }) => rule))].map((rule) => [
        rule,
        (findings.filter((each) => each.rule === rule).length / words) * 1000,
      ]),
    );
    expect(findings.length).toBeGreaterThan(0);
    expect(Object.entries(rates).filter(([, rate]) => rate > MOST)).toEqual([]);
  },
);
