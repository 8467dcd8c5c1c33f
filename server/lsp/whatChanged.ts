/** What the sources have done to the open drafts since the writer last looked: kept as what they said then, compared when somebody asks. */
import { type Effect, effectsOn, type Standing, type Standings, standingsOf } from '../engine/effects.ts';
import { english } from '../engine/lexicon/en.ts';
import type { Work } from '../engine/model.ts';
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
  /** The version of the draft that was put by last: its claims are known, or soon will be. */
  version: number | null;
  /** What is still to be looked into for what the sources said before they changed, the first change first. */
  readonly putBy: Judged[];
  /** What the sources said before they changed; of what was written since, before they changed again. */
  before: Map<string, Standing>;
}

/** So many versions of a draft are put by for a client that does not ask. */
const MOST_PUT_BY = 16;

export class WhatChanged {
  private readonly drafts = new Map<string, Draft>();
  /** What an earlier session knew of drafts that have not been judged yet. */
  private readonly recalled = new Map<string, Standings>();

  /** A draft was judged. Does no more than remember it. */
  judged(judged: Judged, folder: Folder, revision: number): void {
    // While sources are being read, most are missing.
    if (!folder.isRead) return;
    const { uri } = judged.document;
    const last: Last = { judged, folder, revision, hadSources: folder.library.size > 0 };
    const draft = this.drafts.get(uri);
    if (draft?.last.folder !== folder) {
      this.drafts.set(uri, { last, version: null, putBy: [], before: new Map(this.recalled.get(uri)) });
      this.recalled.delete(uri);
      return;
    }
    const { version } = draft.last.judged.document;
    if (draft.last.revision !== revision && draft.last.hadSources && draft.version !== version && draft.putBy.length < MOST_PUT_BY) {
      draft.putBy.push(draft.last.judged);
      draft.version = version;
    }
    draft.last = last;
  }

  /** What has changed for a draft, as far as it was judged since; null for one that was not. Yields once a claim. */
  *of(uri: string): Work<{ readonly judged: Judged; readonly effects: readonly Effect[] } | null> {
    const draft = this.drafts.get(uri);
    if (!draft) return null;
    const { before } = draft;
    for (let put = draft.putBy[0]; put; put = draft.putBy[0]) {
      const standings = yield* standingsOf(put, english);
      for (const [key, standing] of standings) if (!before.has(key)) before.set(key, standing);
      // Another that asked meanwhile may have come to it first.
      if (draft.putBy[0] === put) draft.putBy.shift();
    }
    const { judged } = draft.last;
    return { judged, effects: yield* effectsOn(judged, before, english) };
  }

  /**
   * What the sources said of a draft's figures and names when the writer last looked, for another session to compare with: null where that
   * is not known. Yields once a claim.
   */
  *standings(uri: string): Work<Standings | null> {
    // What was put by is looked into first.
    yield* this.of(uri);
    const draft = this.drafts.get(uri);
    if (!draft?.last.hadSources) return null;
    const now = yield* standingsOf(draft.last.judged, english);
    return new Map([...now].map(([key, standing]) => [key, draft.before.get(key) ?? standing]));
  }

  /** An earlier session knew this of a draft. What this one has seen itself counts before it. */
  recall(uri: string, standings: Standings): void {
    const draft = this.drafts.get(uri);
    if (!draft) this.recalled.set(uri, standings);
    else for (const [key, standing] of standings) if (!draft.before.has(key)) draft.before.set(key, standing);
  }

  /** The writer has seen what has changed: from now on only what comes after counts. */
  seen(uri: string): void {
    this.recalled.delete(uri);
    const draft = this.drafts.get(uri);
    if (draft) this.drafts.set(uri, { last: draft.last, version: null, putBy: [], before: new Map() });
  }

  forget(uri: string): void {
    this.recalled.delete(uri);
    this.drafts.delete(uri);
  }
}
