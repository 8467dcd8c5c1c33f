/** The threads that look for what is in articles: what they find is what is found without them, whatever becomes of a thread. */
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { analyse } from '../../server/engine/analysis.ts';
import { english } from '../../server/engine/lexicon/en.ts';
import type { Prose } from '../../server/engine/model.ts';
import { postingsOf } from '../../server/engine/postings.ts';
import { AnalystThreads } from '../../server/hosts/analysing.ts';
import { findingsIn } from '../../server/hosts/cache/parts.ts';
import { finish } from '../engine/check.ts';
import { builtPrograms, folder } from '../temporary.ts';

const programs = builtPrograms();

function proseOf(text: string): Prose {
  return { text, language: 'markdown', date: { year: 2021, month: 3, day: 4 }, omitted: [] };
}

const texts = [
  'Police detained 300 dockers at the harbour of Tarvik on Thursday, *Ivar Lindgren* said.',
  '“We shall not be moved,” said Mayor Ilse Brandt, 44. Rents rose from €6 to €7.50 a square metre.',
  '',
  '| Year | Dead |\n| --- | --- |\n| 2019 | 1,204 |',
];

describe('what is found on a thread', () => {
  test('is what is found without one', async () => {
    const analysts = new AnalystThreads(join(programs(), 'analyst.js'));
    const found = await Promise.all(texts.map((text) => analysts.analyse(proseOf(text))));
    for (const [at, text] of texts.entries()) {
      const { analysis, postings } = findingsIn(proseOf(text), found[at]!);
      const here = finish(analyse(proseOf(text), english));
      expect(analysis.claims.map(({ figure, terms, head }) => ({ figure, terms, head }))).toEqual(
        here.claims.map(({ figure, terms, head }) => ({ figure, terms, head })),
      );
      expect(analysis.names).toEqual(here.names);
      expect(postings).toEqual(finish(postingsOf(here, english)));
    }
  });
});

describe('a thread', () => {
  /** Threads whose program does as the text says; parts are lists of its length. */
  function analysts(threads: number, idle?: number): AnalystThreads {
    const program = `
      const { parentPort } = require('node:worker_threads');
      parentPort.on('message', ({ text }) => {
        if (text === 'ends') process.exit(1);
        if (text === 'throws') throw new Error('inside');
        parentPort.postMessage([new Uint8Array(text.length)]);
      });`;
    return new AnalystThreads(join(folder({ 'as-told.js': program }), 'as-told.js'), threads, idle);
  }

  test.each([1, 3])('that does not survive a text is replaced, and the others are looked at (%i at once)', async (threads) => {
    const many = analysts(threads);
    const found = await Promise.all(['a', 'ends', 'bb', 'throws', 'ccc'].map((text) => many.analyse(proseOf(text))));
    expect(found.map((parts) => parts?.[0].length ?? null)).toEqual([1, null, 2, null, 3]);
  });

  test('is let go when there is nothing to do, and comes back', async () => {
    const one = analysts(1, 0);
    for (const text of ['a', 'bb', 'ccc']) {
      expect((await one.analyse(proseOf(text)))?.[0].length).toBe(text.length);
      await vi.waitUntil(() => one.size === 0);
    }
  });

  test('that cannot be had is not asked for again and again', async () => {
    const none = new AnalystThreads(join(programs(), 'nowhere.js'));
    for (let at = 0; at < 10; at++) expect(await none.analyse(proseOf('a'))).toBeNull();
    expect(none.size).toBe(0);
  });
});
