/** Holds drafts against their libraries. */
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Judgement, judge, wants } from '../../engine/check.ts';
import type { Settings } from '../../engine/config/settings.ts';
import { finish } from '../../engine/finish.ts';
import { type Marks, marksOf } from '../../engine/ledger/marks.ts';
import type { Shelf } from '../../engine/ledger/passages.ts';
import type { Decision } from '../../engine/ledger/record.ts';
import { applyStets, type LetStand } from '../../engine/ledger/stets.ts';
import { english } from '../../engine/lexicon/en.ts';
import type { Candidates } from '../../engine/library.ts';
import { inEnglish } from '../../engine/translate.ts';
import { UsageError } from './arguments.ts';
import type { Configurations } from './configuration.ts';
import type { Desk, Desks } from './desk.ts';
import { type Draft, readDraft } from './drafts.ts';
import type { Ledgers } from './ledgers.ts';

/** A draft with what was found out about it, and the desk it was held against. */
export interface Checked {
  readonly draft: Draft;
  readonly judgement: Judgement;
  readonly desk: Desk;
  /** The findings that are left out because the writer let them stand. */
  readonly letStand: readonly LetStand[];
  /** What its checkers ticked and asked. */
  readonly marks: Marks;
}

/** A desk's sources as the ledger of a folder knows them: by their paths from there. */
function shelfOf({ library }: Desk, folder: string): Shelf {
  const at = (path: string) => library.get(pathToFileURL(resolve(folder, path)).href) ?? library.get(path);
  return { at, all: () => library.values(), isComplete: true };
}

/** Checks drafts in turn, the report in the order they were given. `unreadable` is told of each draft that is. Throws a UsageError. */
export async function checkDrafts(
  paths: readonly string[],
  configurations: Configurations,
  desks: Desks,
  ledgers: Ledgers,
  unreadable: (path: string, reason: string) => void,
): Promise<Checked[]> {
  const queue: { draft: Draft; desk: Desk; settings: Settings; folder: string; decisions: readonly Decision[] }[] = [];
  for (const path of paths) {
    const { desk, settings } = await deskFor(path, configurations, desks);
    const draft = await readDraft(path);
    if ('unreadable' in draft) unreadable(path, draft.unreadable);
    else queue.push({ draft, desk, settings, ...(await ledgers.on(path)) });
  }
  // A draft that is a source too leaves its library for a while and comes back in last place: the others go first.
  const isSource = ({ draft, desk }: (typeof queue)[number]) => desk.library.get(draft.uri) !== undefined;
  const judgements = new Map<Draft, Judgement>();
  for (const each of [...queue.filter((each) => !isSource(each)), ...queue.filter(isSource)])
    judgements.set(each.draft, check(each.draft, each.desk, each.settings));
  return queue.map(({ draft, desk, folder, decisions }) => {
    const judgement = judgements.get(draft)!;
    const { findings, letStand } = applyStets(judgement, draft.analysis, decisions, english);
    const marks = marksOf(draft.analysis, judgement.quotations, decisions, shelfOf(desk, folder), english);
    return { draft, judgement: { ...judgement, findings }, desk, letStand, marks };
  });
}

/** The desk that a draft is held against, and the settings that hold for it. Throws a UsageError where there is none. */
export async function deskFor(
  path: string,
  configurations: Configurations,
  desks: Desks,
): Promise<{ readonly desk: Desk; readonly settings: Settings }> {
  const configuration = await configurations.above(dirname(resolve(path)));
  const desk = await desks.of(configuration);
  if (!desk) throw new UsageError(`no sources for ${path}: name a folder with --sources DIR, or keep a second-source.json above the draft`);
  return { desk, settings: configuration.settings };
}

function check(draft: Draft, desk: Desk, settings: Settings): Judgement {
  return withCandidates(draft, desk, (candidates) =>
    finish(judge(draft.analysis, candidates, { lexicon: english, severities: settings.rules, translate: inEnglish })),
  );
}

/** What a desk's library has on a draft, for as long as `use` takes: a draft is never its own evidence. */
export function withCandidates<T>(draft: Draft, { library }: Desk, use: (candidates: Candidates) => T): T {
  const itself = library.get(draft.uri);
  if (itself) library.delete(draft.uri);
  try {
    return use(library.fetch(wants(draft.analysis, english)));
  } finally {
    if (itself) library.set(itself);
  }
}
