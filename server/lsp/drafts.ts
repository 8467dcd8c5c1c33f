/**
 * Checks drafts: each version is analysed once, and judged again only where the library or the settings changed. What neither an edit nor
 * a change of the library bears on is taken over from the check before.
 */
import { type CancellationToken, CancellationTokenSource } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Revision, revise } from '../engine/analysis.ts';
import { Judging, type Translate } from '../engine/check.ts';
import type { Settings } from '../engine/config/settings.ts';
import { noMarks } from '../engine/ledger/marks.ts';
import { english } from '../engine/lexicon/en.ts';
import type { MarkupLanguage, Prose } from '../engine/model.ts';
import type { Judged } from './judged.ts';
import { cancelled, drive, type Runtime } from './runtime.ts';
import type { Folder } from './workspace.ts';

/** What is known of one version of a document. */
interface Draft {
  /** The text as it was then: the document itself is edited in place. */
  readonly document: TextDocument;
  readonly memory: Memory;
  revision: Revision | null;
  last: Outcome | null;
  run: Run | null;
}

/** What the versions of a document leave to those after them. */
interface Memory {
  /** The last version's analysis. */
  revision: Revision | null;
  /** What judges it, and against which folder's library. */
  judging: { readonly folder: Folder; readonly by: Judging } | null;
}

/** A judgement, and what it rests on. */
interface Outcome {
  readonly folder: Folder;
  readonly settings: Settings;
  readonly revision: number;
  readonly judged: Judged;
}

/** A check under way, shared by everybody who waits for it. */
interface Run {
  readonly folder: Folder;
  readonly settings: Settings;
  /** The library's revision it is held against; null until it gets that far. */
  revision: number | null;
  readonly cancellation: CancellationTokenSource;
  waiting: number;
  readonly result: Promise<Judged>;
}

const languages: Readonly<Record<string, MarkupLanguage>> = {
  markdown: 'markdown',
  restructuredtext: 'restructuredtext',
  asciidoc: 'asciidoc',
  latex: 'latex',
  tex: 'latex',
};

export class Drafts {
  private readonly drafts = new Map<string, Draft>();
  private readonly memories = new Map<string, Memory>();

  constructor(
    private readonly runtime: Pick<Runtime, 'now' | 'pause'>,
    private readonly translate: Translate,
  ) {}

  /**
   * The document, as it is now, held against a folder's library as it is now or later. Rejects with `RequestCancelled` where the token
   * asks for it or the document changes meanwhile.
   */
  judge(document: TextDocument, folder: Folder, token: CancellationToken): Promise<Judged> {
    const draft = this.draftOf(document);
    const { settings } = folder;
    const { revision } = folder.library;
    const { last, run } = draft;
    if (last && last.folder === folder && last.settings === settings && last.revision === revision) return Promise.resolve(last.judged);
    const isOfUse =
      run?.folder === folder &&
      run.settings === settings &&
      (run.revision === null || run.revision === revision) &&
      !run.cancellation.token.isCancellationRequested;
    const joined = isOfUse ? run : this.start(draft, folder);
    draft.run = joined;
    return join(joined, token);
  }

  /** Whether what `judge` would give is known already. */
  isJudged(document: TextDocument, { library, settings }: Folder): boolean {
    const last = this.drafts.get(document.uri)?.last;
    return last?.judged.document.version === document.version && last.settings === settings && last.revision === library.revision;
  }

  /** A document was edited: whatever is being found out about an older version of it is not wanted any more. */
  edited(document: TextDocument): void {
    if (this.drafts.get(document.uri)?.document.version !== document.version) this.drop(document.uri);
  }

  /** Drops what is known of a document, and whatever is being found out. */
  forget(uri: string): void {
    this.drop(uri);
    this.memories.delete(uri);
  }

  private drop(uri: string): void {
    this.drafts.get(uri)?.run?.cancellation.cancel();
    this.drafts.delete(uri);
  }

  private draftOf(document: TextDocument): Draft {
    this.edited(document);
    const known = this.drafts.get(document.uri);
    if (known) return known;
    const snapshot = TextDocument.create(document.uri, document.languageId, document.version, document.getText());
    const memory = this.memories.get(document.uri) ?? { revision: null, judging: null };
    this.memories.set(document.uri, memory);
    const draft: Draft = { document: snapshot, memory, revision: null, last: null, run: null };
    this.drafts.set(document.uri, draft);
    return draft;
  }

  private start(draft: Draft, folder: Folder): Run {
    const begun = { folder, settings: folder.settings, revision: null, cancellation: new CancellationTokenSource(), waiting: 0 };
    const result = this.check(draft, begun).finally(() => {
      if (draft.run === run) draft.run = null;
    });
    const run: Run = Object.assign(begun, { result });
    result.catch(() => undefined);
    return run;
  }

  private async check(draft: Draft, run: Omit<Run, 'result'>): Promise<Judged> {
    const { folder, settings } = run;
    const { token } = run.cancellation;
    const { memory } = draft;
    draft.revision ??= await drive(revise(proseOf(draft.document), english, memory.revision), this.runtime, token);
    memory.revision = draft.revision;
    const { analysis } = draft.revision;
    return folder.exclusive(async () => {
      if (token.isCancellationRequested) throw cancelled();
      run.revision = folder.library.revision;
      if (memory.judging?.folder !== folder) memory.judging = { folder, by: new Judging() };
      const options = { lexicon: english, severities: settings.rules, translate: this.translate };
      const judgement = await drive(memory.judging.by.judge(analysis, folder.library.all(), options), this.runtime, token);
      const judged: Judged = {
        document: draft.document,
        analysis,
        source: null,
        judgement,
        primeSources: settings.primeSources,
        letStand: [],
        marks: () => noMarks,
        sources: () => folder.library.values(),
        sourceOf: (uri) => folder.library.get(uri),
        search: (terms, most, cancellation) =>
          folder.exclusive(() => drive(folder.library.words.search(terms, most), this.runtime, cancellation)),
        hasSources: () => folder.library.size > 0 || folder.skipped.size > 0,
        isReading: () => folder.total > 0,
      };
      draft.last = { folder, settings, revision: run.revision, judged };
      return judged;
    });
  }
}

/** Waits for a run; the last of those who wait to be cancelled cancels it. */
function join(run: Run, token: CancellationToken): Promise<Judged> {
  run.waiting++;
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      listener.dispose();
      run.waiting--;
    };
    const cancel = (): void => {
      leave();
      if (run.waiting === 0) run.cancellation.cancel();
      reject(cancelled());
    };
    const listener = token.onCancellationRequested(cancel);
    // A token that was cancelled before anybody listened does not say so again.
    if (token.isCancellationRequested) return cancel();
    run.result.then(
      (judged) => {
        leave();
        resolve(judged);
      },
      (error) => {
        leave();
        reject(error);
      },
    );
  });
}

/** A document as the engine reads it. */
export function proseOf(document: TextDocument): Prose {
  return { text: document.getText(), language: languages[document.languageId] ?? 'plaintext', date: null, omitted: [] };
}
