/** The conflicts of real articles, where they are at hand beside the repository: a short list that is true. Left out elsewhere. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { analyse } from '../../../server/engine/analysis.ts';
import { conflicts, type Disagreement, isOfFigure } from '../../../server/engine/conflicts/index.ts';
import { english } from '../../../server/engine/lexicon/en.ts';
import { Library } from '../../../server/engine/library.ts';
import { readArticle } from '../../../server/sources/read.ts';
import { finish } from '../check.ts';

const folder = path.resolve(import.meta.dirname, '../../../../shared/seeds');
const present = existsSync(folder);

describe.skipIf(!present)(`real articles${present ? '' : ' (left out: ../shared is not here)'}`, () => {
  let groups: Disagreement[] = [];

  beforeAll(async () => {
    const library = new Library(english);
    for (const name of readdirSync(folder)) {
      const reading = await readArticle({ uri: name, name, bytes: readFileSync(path.join(folder, name)) });
      if ('skipped' in reading) throw new Error(reading.skipped);
      library.set({ article: reading.article, analysis: finish(analyse(reading.article, english)) });
    }
    groups = finish(conflicts(library, english));
  });

  /** The figures of the group that has one of a source, by the source's number. */
  const figuresWith = (source: string, figure: string) => {
    const told = groups.map(({ evidence }) =>
      evidence.map(({ source: { article }, claim }) => `${article.uri.slice(0, 3)} ${claim.figure.text.toLowerCase()}`),
    );
    return told.filter((each) => each.includes(`${source} ${figure}`)).map((each) => each.sort());
  };

  test('differ on those shot in one town, and on nothing else so plainly', () => {
    expect(figuresWith('003', '15')).toEqual([['000 16', '001 at least 14', '002 up to 100', '003 15']]);
    expect(groups.map(({ severity }) => severity).filter((severity) => severity === 'warning')).toHaveLength(1);
    expect(groups[0]!.evidence.map(({ claim }) => claim.figure.text)).toContain('15');
    expect(groups[0]!.measures).toContain('killed');
  });

  test('differ on the detained, as the reports came in', () => {
    expect(figuresWith('004', 'almost 10,000')).toEqual([
      ['000 over 2,000', '001 more than 3,000', '002 at least 8,000', '004 almost 10,000'],
    ]);
  });

  test('differ on the dead', () => {
    const [dead, ...others] = figuresWith('004', 'over 160');
    expect(others).toEqual([]);
    expect(dead).toContain('001 26');
    expect(dead).toContain('000 dozens');
  });

  test('differ on the members of an alliance, of which one source has another', () => {
    const lists = groups.filter(({ evidence }) => !evidence.every(isOfFigure));
    expect(lists).toHaveLength(1);
    const told = lists[0]!.evidence.map(({ source: { article }, claim }) => [
      article.uri.slice(0, 3),
      claim.figure.text.includes('Uzbekistan'),
    ]);
    expect(told.sort()).toEqual([
      ['000', false],
      ['002', false],
      ['003', true],
      ['004', false],
    ]);
  });

  test('differ on nothing that an editor would laugh at', () => {
    const events = new Set(groups.flatMap(({ evidence }) => evidence.filter(isOfFigure).map(({ claim }) => claim.event)));
    expect([...events].sort()).toEqual(['detain', 'kill']);
    expect(groups.length).toBeLessThanOrEqual(4);
  });
});
