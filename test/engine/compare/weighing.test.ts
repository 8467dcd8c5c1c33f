/** What is left out because it could come to nothing comes to nothing: whoever hears of each candidate has all of them weighed, and the same verdicts. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { FigureVerdict } from '../../../server/engine/compare/evidence.ts';
import type { Trace } from '../../../server/engine/compare/trace.ts';
import { weighEvidence } from '../../../server/engine/compare/weighing.ts';
import { analysed, finish, libraryOf } from '../check.ts';

const EVAL = join(import.meta.dirname, '..', '..', 'eval');
const STORIES = ['aircrash', 'earthquake', 'flood', 'strike', 'rates', 'sport', 'election', 'earnings-bank'];

/** The labelled drafts of a story, and all of them as one. */
function draftsOf(story: string): string[] {
  const lines = readFileSync(join(EVAL, story, 'cases.jsonl'), 'utf8')
    .trim()
    .split('\n');
  const drafts = lines.map((line): string => JSON.parse(line).draft);
  return [...drafts, drafts.join('\n\n')];
}

function told({ verdict, evidence, seeAlso }: FigureVerdict) {
  return {
    verdict,
    evidence: evidence.map(({ source, claim, stance, reason, agreement, score, chance }) => ({
      ...{ uri: source.article.uri, start: claim.figure.start, stance, reason, agreement, score, chance },
    })),
    seeAlso: seeAlso.map(({ source, claim, why }) => ({ uri: source.article.uri, start: claim.figure.start, why })),
  };
}

test('verdicts are the same whether each candidate is told of or not', () => {
  const texts = STORIES.flatMap((story) => {
    const folder = join(EVAL, story, 'sources');
    return readdirSync(folder).map((file) => [`${story}/${file}`, readFileSync(join(folder, file), 'utf8')] as const);
  });
  const library = libraryOf(Object.fromEntries(texts));
  let heard = 0;
  const trace: Trace = {
    aligned: () => {
      heard++;
    },
    dropped: () => {},
  };
  let weighed = 0;
  let stray = 0;
  for (const draft of STORIES.flatMap(draftsOf).map((text) => analysed(text))) {
    const verdicts = finish(weighEvidence(draft, library.all()));
    expect(verdicts.map(told)).toEqual(finish(weighEvidence(draft, library.all(), trace)).map(told));
    weighed += verdicts.reduce((sum, { evidence }) => sum + evidence.length, 0);
    stray += verdicts.filter(({ evidence }) => evidence.length === 0).length;
  }
  expect(weighed).toBeGreaterThan(200);
  expect(stray).toBeGreaterThan(10);
  expect(heard).toBeGreaterThan(10 * weighed);
});
