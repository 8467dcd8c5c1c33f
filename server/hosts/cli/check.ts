/** Holds drafts against their libraries. */
import { dirname, resolve } from 'node:path';
import { type Judgement, judge, wants } from '../../engine/check.ts';
import type { Settings } from '../../engine/config/settings.ts';
import { english } from '../../engine/lexicon/en.ts';
import { inEnglish } from '../../engine/translate.ts';
import { UsageError } from './arguments.ts';
import type { Configurations } from './configuration.ts';
import { type Desk, type Desks, finish } from './desk.ts';
import { type Draft, readDraft } from './drafts.ts';

/** A draft with what was found out about it, and the desk it was held against. */
export interface Checked {
  readonly draft: Draft;
  readonly judgement: Judgement;
  readonly desk: Desk;
}

/** Checks drafts in turn, the report in the order they were given. `unreadable` is told of each draft that is. Throws a UsageError. */
export async function checkDrafts(
  paths: readonly string[],
  configurations: Configurations,
  desks: Desks,
  unreadable: (path: string, reason: string) => void,
): Promise<Checked[]> {
  const queue: { draft: Draft; desk: Desk; settings: Settings }[] = [];
  for (const path of paths) {
    const configuration = await configurations.above(dirname(resolve(path)));
    const desk = await desks.of(configuration);
    if (!desk)
      throw new UsageError(`no sources for ${path}: name a folder with --sources DIR, or keep a second-source.json above the draft`);
    const draft = await readDraft(path);
    if ('unreadable' in draft) unreadable(path, draft.unreadable);
    else queue.push({ draft, desk, settings: configuration.settings });
  }
  // A draft that is a source too leaves its library for a while and comes back in last place: the others go first.
  const isSource = ({ draft, desk }: (typeof queue)[number]) => desk.library.get(draft.uri) !== undefined;
  const judgements = new Map<Draft, Judgement>();
  for (const each of [...queue.filter((each) => !isSource(each)), ...queue.filter(isSource)])
    judgements.set(each.draft, check(each.draft, each.desk, each.settings));
  return queue.map(({ draft, desk }) => ({ draft, judgement: judgements.get(draft)!, desk }));
}

function check(draft: Draft, { library }: Desk, settings: Settings): Judgement {
  // A draft is never its own evidence.
  const itself = library.get(draft.uri);
  if (itself) library.delete(draft.uri);
  try {
    const candidates = library.fetch(wants(draft.analysis, english));
    return finish(judge(draft.analysis, candidates, { lexicon: english, severities: settings.rules, translate: inEnglish }));
  } finally {
    if (itself) library.set(itself);
  }
}
