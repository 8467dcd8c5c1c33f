/** Holds a judgement against what was decided on its draft: takes out what the writer let stand, and knows what was ticked and asked. */
import { type Marks, marksOf } from '../engine/ledger/marks.ts';
import type { Shelf } from '../engine/ledger/passages.ts';
import type { Decision } from '../engine/ledger/record.ts';
import { applyStets } from '../engine/ledger/stets.ts';
import { english } from '../engine/lexicon/en.ts';
import type { Uri } from '../engine/model.ts';
import type { Judged } from './judged.ts';
import { joinUri, relativePath } from './uris.ts';
import type { Folder } from './workspace.ts';

const done = new WeakMap<Judged, { readonly decisions: readonly Decision[]; readonly judged: Judged }>();

/** The judgement without the findings that some decisions on its draft keep away, and with its marks. Asked twice, it gives the same object. */
export function withDecisions(judged: Judged, decisions: readonly Decision[], shelf: Shelf): Judged {
  if (decisions.length === 0) return judged;
  const known = done.get(judged);
  if (known?.decisions === decisions) return known.judged;
  const { findings, letStand } = applyStets(judged.judgement, judged.analysis, decisions, english);
  let found: { readonly marks: Marks; readonly isComplete: boolean } | null = null;
  const marks = () => {
    const { isComplete } = shelf;
    if (found?.isComplete !== isComplete)
      found = { marks: marksOf(judged.analysis, judged.judgement.quotations, decisions, shelf, english), isComplete };
    return found.marks;
  };
  const rest: Judged = { ...judged, judgement: { ...judged.judgement, findings }, letStand, marks };
  done.set(judged, { decisions, judged: rest });
  return rest;
}

/** A folder's sources as its ledger knows them. */
export function shelfOf(folder: Folder): Shelf {
  const { library } = folder;
  return {
    at: (path) => library.get(joinUri(folder.uri, path)) ?? library.get(path),
    all: () => library.values(),
    get isComplete() {
      return folder.isRead;
    },
  };
}

/** How a folder's ledger names a source. */
export function shelfPath(folder: Folder, uri: Uri): string {
  return relativePath(folder.uri, uri) ?? uri;
}
