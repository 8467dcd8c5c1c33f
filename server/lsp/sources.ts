/** Sources that are open in the editor, each held against the others as if it were a draft. */
import type { CancellationToken } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { judge, type Translate, wants } from '../engine/check.ts';
import { noMarks } from '../engine/ledger/marks.ts';
import { english } from '../engine/lexicon/en.ts';
import type { Source } from '../engine/library.ts';
import type { Uri } from '../engine/model.ts';
import type { Analysed, Judged } from './judged.ts';
import { drive, type Runtime } from './runtime.ts';
import { fileOf } from './uris.ts';
import type { Folder } from './workspace.ts';

/** A source's judgement, and the library it rests on. */
interface Outcome {
  readonly folder: Folder;
  readonly revision: number;
  readonly judged: Judged;
}

export class Sources {
  /** They go with the source, which every change of its text replaces. */
  private readonly outcomes = new WeakMap<Source, Outcome>();

  constructor(
    private readonly runtime: Pick<Runtime, 'now' | 'pause'>,
    private readonly translate: Translate,
  ) {}

  /** What was found in a source that is open; null where the library does not have it as it stands there. */
  analysed(document: TextDocument, folder: Folder): (Analysed & { readonly source: Source }) | null {
    const source = folder.library.get(fileOf(document.uri));
    const text = document.getText();
    if (source?.article.text !== text) return null;
    const snapshot = TextDocument.create(document.uri, document.languageId, document.version, text);
    return { document: snapshot, analysis: source.analysis, source };
  }

  /** The source held against the others of its folder; null where the library does not have it as it stands in the editor. */
  async judge(document: TextDocument, folder: Folder, token: CancellationToken): Promise<Judged | null> {
    const found = this.analysed(document, folder);
    if (!found) return null;
    const { analysis, source } = found;
    const { library } = folder;
    const { revision } = library;
    const last = this.outcomes.get(source);
    if (last?.folder === folder && last.revision === revision && last.judged.document.uri === document.uri) return last.judged;
    // The folder's turn is not taken, so that no draft waits for this. What joins the library meanwhile makes a new revision, which is
    // judged when it is asked for.
    const self = source.article.uri;
    const candidates = library.fetch(wants(analysis, english), self);
    const options = { lexicon: english, severities: folder.settings.rules, translate: this.translate };
    const judgement = await drive(judge(analysis, candidates, options), this.runtime, token);
    const sourceOf = (uri: Uri) => (uri === self ? undefined : library.get(uri));
    const judged: Judged = {
      ...found,
      judgement,
      primeSources: folder.settings.primeSources,
      letStand: [],
      marks: () => noMarks,
      sources: () => [...library.values()].filter((other) => other.article.uri !== self),
      sourceOf,
      search: async () => [],
      hasSources: () => library.size > 1,
      isReading: () => folder.total > 0,
    };
    this.outcomes.set(source, { folder, revision, judged });
    return judged;
  }
}
