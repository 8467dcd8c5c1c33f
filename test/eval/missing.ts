/** What becomes of right figures that no source speaks of: each is held against its story without the one source that bears it out. */
import { basename } from 'node:path';
import { analyse } from '../../server/engine/analysis.ts';
import { wants } from '../../server/engine/check.ts';
import { weighEvidence } from '../../server/engine/compare/weighing.ts';
import { english } from '../../server/engine/lexicon/en.ts';
import { Library } from '../../server/engine/library.ts';
import { entriesOf, finish, restsOn } from './pairs.ts';
import { stories } from './score.mjs';

/** How many of so many figures are refuted. */
export interface Refuted {
  hits: number;
  of: number;
}

/** The right figures that are refuted once their only source is gone, of the tuned cases and of the held ones. */
export async function refutedWithout(): Promise<Readonly<Record<'tuned' | 'held', Refuted>>> {
  const found = { tuned: { hits: 0, of: 0 }, held: { hits: 0, of: 0 } };
  for (const story of stories()) {
    const entries = await entriesOf(story.sources);
    if (entries.length < 2) continue;
    for (const left of entries) {
      const missing = basename(left.article.uri);
      const library = new Library(english);
      for (const entry of entries) if (entry !== left) library.set(entry);
      for (const { draft: text, figures, held } of story.cases) {
        const alone = figures.filter((figure) => restsOn(figure, missing));
        if (alone.length === 0) continue;
        const draft = finish(analyse({ text, language: 'markdown', date: null, omitted: [] }, english));
        const verdicts = finish(weighEvidence(draft, library.fetch(wants(draft, english))));
        for (const figure of alone) {
          const start = text.indexOf(figure.text);
          const verdict = verdicts.find(({ claim }) => claim.figure.start < start + figure.text.length && claim.figure.end > start);
          const line = found[held ? 'held' : 'tuned'];
          line.of++;
          if (verdict?.verdict === 'refuted') line.hits++;
        }
      }
    }
  }
  return found;
}
