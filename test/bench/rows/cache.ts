/** Rows: how soon a draft has its verdicts where all that was made of the sources was kept, beside indexing them. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { CancellationToken } from 'vscode-languageserver';
import { english } from '../../../server/engine/lexicon/en.ts';
import { Library } from '../../../server/engine/library.ts';
import { postingsOf } from '../../../server/engine/postings.ts';
import { Store } from '../../../server/hosts/cache/store.ts';
import type { Fingerprint, Keeping } from '../../../server/lsp/fileCache.ts';
import { madeUpDesk } from '../desk.ts';
import { buildLibrary, check, DRAFT, STEP_GOAL, Steps, timed, titleOf } from '../measure.ts';
import type { Bench } from '../sections.ts';
import { Measured, type Section } from '../table.ts';

const FOLDER = 'file:///desk';
const FINGERPRINT: Fingerprint = { stamp: '1', digest: '' };

export async function cache({ rounds, articles }: Bench): Promise<Section> {
  const desk = madeUpDesk(articles, DRAFT, 1);
  const place = await mkdtemp(join(tmpdir(), 'second-source-bench-'));
  const open = () => {
    const slices = { now: () => performance.now(), pause: () => setImmediate() };
    return new Store({ place, limit: Number.MAX_SAFE_INTEGER, build: 'bench', slices }, () => {});
  };
  const indexed = new Measured('index the library', 'ms');
  const whole = new Measured('start from the cache, to the verdicts of a draft', 'ms');
  const ratio = new Measured('  as a part of indexing', 'parts', { goal: 0.2, gate: 1 });
  const taken = new Measured('  of that the library', 'ms');
  const step = new Measured('  longest step', 'ms', { goal: STEP_GOAL });
  try {
    // What is compiled while it runs for the first time is not what a library costs.
    check(desk.draft, await buildLibrary(desk.sources.slice(0, 200)));
    const library = new Library(english);
    indexed.values.push(await timed(() => buildLibrary(desk.sources, new Steps(), library)));
    await open().save(FOLDER, keepingOf(library), CancellationToken.None);
    for (let round = 0; round < rounds; round++) {
      const steps = new Steps();
      const start = performance.now();
      const started = await takeUp(open(), desk.sources, steps);
      taken.values.push(performance.now() - start);
      check(desk.draft, started, steps);
      whole.values.push(performance.now() - start);
      ratio.values.push(whole.values.at(-1)! / indexed.values[0]!);
      step.values.push(steps.longest);
    }
  } finally {
    await rm(place, { recursive: true, force: true });
  }
  return { title: `Starting from the cache: ${titleOf(desk)}`, rows: [indexed, whole, ratio, taken, step] };
}

function keepingOf(library: Library): Keeping {
  const uris = new Set([...library.values()].map(({ article }) => article.uri));
  return {
    changed: uris,
    uris: () => uris,
    fingerprint: () => FINGERPRINT,
    isMadeAnew: () => false,
    *kept(uri) {
      const { article, analysis } = library.get(uri)!;
      return { article, date: article.date, analysis, postings: yield* postingsOf(analysis, english) };
    },
  };
}

/** The library of what a cache has of some sources. */
async function takeUp(store: Store, sources: readonly { readonly uri: string }[], steps: Steps): Promise<Library> {
  const library = new Library(english);
  for (const { uri } of sources) {
    const kept = (await store.find(FOLDER, uri))?.take();
    if (!kept?.analysis || !kept.postings) throw new Error(`${uri} was not kept`);
    const { article, analysis, postings } = kept;
    steps.finish(library.setting({ article, analysis }, postings));
  }
  return library;
}
