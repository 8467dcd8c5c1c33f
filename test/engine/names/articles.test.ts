/** Verdicts on names against real articles, whose texts are not the project's. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addTo, judged, libraryOf } from './desk.ts';

/** Real articles and labelled drafts, kept beside the repository: others' texts. */
const shared = resolve(import.meta.dirname, '../../../../shared');
const seeds = resolve(shared, 'seeds');
const cases = resolve(shared, 'eval/kazakhstan.jsonl');
const summaries = resolve(shared, 'eval/summedits');

interface Labelled {
  readonly id: string;
  readonly draft: string;
  readonly source: string;
  readonly label: string;
  readonly names?: readonly { text: string; status: string; also?: string[]; canonical?: string; others?: string[] }[];
}

const lines = (file: string): Labelled[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

const leftOut = (present: boolean) => (present ? '' : ' (left out: ../shared is not here)');
const hasSeeds = existsSync(cases) && existsSync(seeds);
const hasSummaries = existsSync(summaries);

describe.skipIf(!hasSeeds)(`against real articles${leftOut(hasSeeds)}`, () => {
  it('gives labelled names their verdicts', () => {
    const index = libraryOf(readdirSync(seeds).map((name) => readFileSync(resolve(seeds, name), 'utf8')));
    const labels = lines(cases).flatMap(({ id, draft, names = [] }) => names.map((name) => ({ id, draft, name })));
    expect(labels.length).toBeGreaterThan(0);
    for (const { id, draft, name } of labels) {
      const found = judged(draft, index).find(({ mention }) => mention.text === name.text);
      expect([name.status, ...(name.also ?? [])], `${id} ${name.text}`).toContain(found?.verdict);
      if (name.canonical) expect(found?.canonical, `${id} ${name.text}`).toBe(name.canonical);
      for (const other of name.others ?? []) expect(found?.variants.map(({ text }) => text)).toContain(other);
    }
  });
});

describe.skipIf(!hasSummaries)(`against real summaries${leftOut(hasSummaries)}`, () => {
  const drafts = hasSummaries ? lines(resolve(summaries, 'cases.jsonl')) : [];

  it('flags no name of a summary that its source writes right', () => {
    const flagged: string[] = [];
    for (const source of new Set(drafts.map((draft) => draft.source))) {
      const index = libraryOf([readFileSync(resolve(summaries, 'sources', source), 'utf8')]);
      for (const { id, draft } of drafts.filter((each) => each.source === source && each.label === 'consistent')) {
        for (const { verdict, mention } of judged(draft, index))
          if (verdict === 'misspelt' || verdict === 'variant') flagged.push(`${id} ${mention.text}`);
      }
    }
    expect(drafts.length).toBeGreaterThan(0);
    expect(flagged).toEqual([]);
  });

  it('takes no name of one story for a misspelt one of another', () => {
    const stories = readdirSync(resolve(summaries, 'sources')).map((name) => readFileSync(resolve(summaries, 'sources', name), 'utf8'));
    const index = libraryOf(stories);
    const flagged = stories.flatMap((story, at) => {
      index.delete(String(at));
      const verdicts = judged(story, index).filter(({ verdict }) => verdict === 'misspelt' || verdict === 'variant');
      addTo(index, String(at), story);
      return verdicts;
    });
    expect(flagged.map(({ mention }) => mention.text)).toEqual([]);
  });
});
