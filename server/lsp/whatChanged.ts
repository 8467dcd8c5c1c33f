/** What the sources have done to the open drafts since the writer last looked: kept as what they said then, compared when somebody asks. */
import { type Effect, effectsOn, type Standing, type Standings, standingsOf } from '../engine/effects.ts';
import { english } from '../engine/lexicon/en.ts';
import type { Judged } from './judged.ts';
import type { Folder } from './workspace.ts';

/** A draft as it was judged last, with the library complete. */
interface Last {
  readonly judged: Judged;
  readonly folder: Folder;
  /** Of the library that it was held against. */
  readonly revision: number;
  /** Whether that library held anything: the first sources of a desk are no news. */
  readonly hadSources: boolean;
}

interface Draft {
  last: Last;
  /** The version of the draft whose claims are all in there. */
  version: number | null;
  /** What the sources said before they changed; of what was written since, before they changed again. */
  before: Map<string, Standing>;
}

export class WhatChanged {
  private readonly drafts = new Map<string, Draft>();

  /** A draft was judged. Does no more than remember it, but where the library is another than the last time. */
  judged(judged: Judged, folder: Folder, revision: number): void {
    // While sources are being read, most are missing.
    if (!folder.isRead) return;
    const { uri } = judged.document;
    const last: Last = { judged, folder, revision, hadSources: folder.library.size > 0 };
    const draft = this.drafts.get(uri);
    if (draft?.last.folder !== folder) {
      this.drafts.set(uri, { last, version: null, before: new Map() });
      return;
    }
    const { version } = draft.last.judged.document;
    if (draft.last.revision !== revision && draft.last.hadSources && draft.version !== version) {
      addMissing(draft.before, standingsOf(draft.last.judged, english));
      draft.version = version;
    }
    draft.last = last;
  }

  /** What has changed for a draft, as far as it was judged since; nothing for one that was not. */
  of(uri: string): { readonly judged: Judged; readonly effects: readonly Effect[] } | null {
    const draft = this.drafts.get(uri);
    return draft ? { judged: draft.last.judged, effects: effectsOn(draft.last.judged, draft.before, english) } : null;
  }

  /** The writer has seen what has changed: from now on only what comes after counts. */
  seen(uri: string): void {
    const draft = this.drafts.get(uri);
    if (!draft) return;
    draft.before.clear();
    draft.version = null;
  }

  forget(uri: string): void {
    this.drafts.delete(uri);
  }
}

function addMissing(known: Map<string, Standing>, standings: Standings): void {
  for (const [key, standing] of standings) if (!known.has(key)) known.set(key, standing);
}
