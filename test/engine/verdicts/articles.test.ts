/** Verdicts on figures against real articles, whose texts are not the project's. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { analyse } from '../../../server/engine/analysis.ts';
import { english } from '../../../server/engine/lexicon/en.ts';
import { Library } from '../../../server/engine/library.ts';
import { readArticle } from '../../../server/sources/read.ts';
import { finish, judged } from '../check.ts';

const shared = resolve(import.meta.dirname, '../../../../shared');
const seeds = join(shared, 'seeds');
const cases = join(shared, 'eval/kazakhstan.jsonl');
const here = existsSync(seeds) && existsSync(cases);

interface Case {
  readonly id: string;
  readonly draft: string;
  readonly figures: readonly {
    text: string;
    status: string;
    also?: readonly string[];
    agree: readonly string[];
    differ: readonly string[];
  }[];
}

describe.skipIf(!here)(`against real articles${here ? '' : ' (left out: ../shared is not here)'}`, () => {
  const library = new Library(english);
  beforeAll(async () => {
    for (const name of readdirSync(seeds)) {
      const reading = await readArticle({ uri: name, name, bytes: readFileSync(join(seeds, name)) });
      if ('article' in reading) library.set({ article: reading.article, analysis: finish(analyse(reading.article, english)) });
    }
  });

  const figureIn = (draft: string, text: string) => {
    const start = draft.indexOf(text);
    return judged(library, draft).figures.find(({ claim: { figure } }) => figure.start < start + text.length && figure.end > start);
  };

  test('26 protesters killed: four sources with their figures', () => {
    const found = figureIn('26 protesters had been killed during the unrest.', '26');
    expect(new Set(found?.evidence.map(({ claim: { figure } }) => figure.text.toLowerCase()))).toEqual(
      new Set(['26', 'dozens', 'hundreds', 'over 160']),
    );
    expect(new Set(found?.evidence.map(({ source }) => source)).size).toBe(4);
  });

  test('the labelled drafts get their verdicts and their sources, and no right figure is refuted', () => {
    const missed: string[] = [];
    for (const line of readFileSync(cases, 'utf8').split('\n').filter(Boolean)) {
      const { id, draft, figures }: Case = JSON.parse(line);
      for (const { text, status, also = [], agree, differ } of figures) {
        const found = figureIn(draft, text);
        const verdict = found?.verdict ?? 'no figure';
        if (![status, ...also].includes(verdict)) missed.push(`${id} ${text}: ${verdict}`);
        const stances = new Set(found?.evidence.map(({ source, stance }) => `${stance} ${source.article.uri}`));
        for (const uri of agree) if (!stances.has(`agrees ${uri}`)) missed.push(`${id} ${text}: ${uri} should agree`);
        for (const uri of differ) if (!stances.has(`differs ${uri}`)) missed.push(`${id} ${text}: ${uri} should differ`);
      }
    }
    expect(missed).toEqual([]);
  });
});
