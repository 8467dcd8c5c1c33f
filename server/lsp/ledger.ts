/** The writers' decisions: what the ledger at each folder's root holds, and what no file can hold, which lasts as long as the server. */
import {
  type BrokenLine,
  brokenLines,
  type Change,
  changeLedger,
  decisionsOf,
  emptyLedger,
  isBelow,
  type Ledger,
  ledgerText,
  parseLedger,
} from '../engine/ledger/ledger.ts';
import { type Decision, keyOf, plainDecision, STET, type Target } from '../engine/ledger/record.ts';
import type { Uri } from '../engine/model.ts';
import { ledgerFile } from '../protocol/decisions.ts';
import type { Runtime } from './runtime.ts';
import { joinUri, relativePath, schemeOf } from './uris.ts';
import type { Folder } from './workspace.ts';

/** What the ledgers tell the rest of the server. */
export interface LedgerEvents {
  /** The decisions on some drafts changed. */
  changed(): void;
  /** What a ledger's text is now, with the lines of it that are no records. */
  read(uri: Uri, text: string, broken: readonly BrokenLine[]): void;
  /** A ledger could not be written, in English words; its decisions hold for the session. Told once until it can. */
  unwritten(uri: Uri, reason: string): void;
  failed(error: unknown): void;
}

/** What is decided: on which draft, when and by whom the ledger knows. */
export type Decided = Omit<Decision, 'draft' | 'when' | 'who'>;

/** A ledger, and what was decided since it was read. */
interface Held {
  text: string;
  ledger: Ledger;
  /** What is still to be written. */
  pending: Change[];
  /** How often it was asked for. */
  loads: number;
  isUnwritable: boolean;
  /** By the draft's path: what holds now. Made when first asked for. */
  decisions: ReadonlyMap<string, readonly Decision[]> | null;
  /** Writes happen one after the other. */
  turn: Promise<void>;
}

const NONE: readonly Decision[] = [];

export class Ledgers {
  private readonly held = new Map<Uri, Held>();
  /** Decisions on untitled drafts, whose URIs stand for their paths. */
  private readonly unsaved: Held = hold();
  /** The words of untitled drafts with decisions that were closed: what is saved under a name is closed first in some editors. */
  private readonly closed = new Map<Uri, string>();

  constructor(
    private readonly runtime: Pick<Runtime, 'files' | 'today' | 'person'>,
    private readonly events: LedgerEvents,
  ) {}

  /** Reads a folder's ledger, or reads it again. */
  async load(folder: Folder): Promise<void> {
    const held = this.of(folder);
    const turn = ++held.loads;
    const uri = joinUri(folder.uri, ledgerFile);
    const text = await this.read(uri);
    if (text !== null && turn === held.loads) this.became(held, uri, text);
  }

  /** A folder was closed. */
  forget(folder: Folder): void {
    if (this.held.delete(folder.uri)) this.events.read(joinUri(folder.uri, ledgerFile), '', []);
  }

  /** What was decided on a draft: the same list until something changes. */
  on(draft: Uri, folder: Folder): readonly Decision[] {
    const { held, path } = this.placeOf(draft, folder);
    held.decisions ??= byDraft(changeLedger(held.ledger, held.pending));
    return held.decisions.get(path) ?? NONE;
  }

  /**
   * Decides something on a draft, from now on, or nothing any more where it is null, instead of what was decided before; resolves when it
   * is written, or cannot be.
   */
  async decide(draft: Uri, folder: Folder, decided: Decided | null, instead: readonly Decision[] = []): Promise<void> {
    const who = decided && (folder.settings.checker || (await this.runtime.person(folder.uri)));
    const { held, path } = this.placeOf(draft, folder);
    const changes: Change[] = instead.map((each) => ({ remove: keyOf(each) }));
    if (decided) changes.push({ put: { ...decided, draft: path, when: this.runtime.today(), who } });
    if (changes.length > 0) await this.change(held, folder, changes);
  }

  /** Lets something stand. */
  letStand(draft: Uri, folder: Folder, target: Target): Promise<void> {
    return this.decide(draft, folder, plainDecision(draft, target, STET, null));
  }

  /** Ends a stet. */
  endStet(draft: Uri, folder: Folder, target: Target): Promise<void> {
    const { path } = this.placeOf(draft, folder);
    return this.decide(draft, folder, null, [plainDecision(path, target, STET, null)]);
  }

  /** A draft, or a folder with drafts, was moved: its decisions go with it. */
  async moved(from: Uri, to: Uri, folders: readonly Folder[]): Promise<void> {
    const target = innermost(folders, to);
    const source = innermost(folders, from);
    if (!source) return;
    const [before, after] = [relativePath(source.uri, from), target && relativePath(target.uri, to)];
    if (before === null) return;
    const held = this.of(source);
    const decisions = decisionsOf(changeLedger(held.ledger, held.pending)).filter(({ draft }) => isBelow(draft, before));
    if (decisions.length === 0) return;
    if (target === source && after) return this.change(held, source, [{ move: { from: before, to: after } }]);
    if (!target || !after) return;
    const put = decisions.map((each) => ({ put: { ...each, draft: after + each.draft.slice(before.length) } }));
    await this.change(this.of(target), target, put);
    await this.change(
      held,
      source,
      decisions.map((each) => ({ remove: keyOf(each) })),
    );
  }

  /** A document was closed. The words of an untitled one are kept while there are decisions on it. */
  documentClosed(uri: Uri, text: string): void {
    if (schemeOf(uri) === 'untitled' && this.unsavedOn(uri).length > 0) this.closed.set(uri, wordsOf(text));
  }

  /**
   * A document was opened. Where it has a place and the words of an untitled draft, that draft was saved there, and its decisions become
   * the file's. `open` are the untitled documents that are open.
   */
  async documentOpened(
    uri: Uri,
    text: string,
    folder: Folder,
    open: Iterable<{ readonly uri: Uri; readonly text: string }>,
  ): Promise<void> {
    if (this.unsaved.ledger.lines.length === 0 || schemeOf(uri) === 'untitled') return;
    const words = wordsOf(text);
    const untitled = new Map(this.closed);
    for (const each of open) untitled.set(each.uri, wordsOf(each.text));
    const [from] = [...untitled].find(([draft, held]) => held === words && this.unsavedOn(draft).length > 0) ?? [];
    if (from === undefined) return;
    const { held, path } = this.placeOf(uri, folder);
    const decisions = this.unsavedOn(from);
    this.closed.delete(from);
    this.unsaved.ledger = changeLedger(
      this.unsaved.ledger,
      decisions.map((each) => ({ remove: keyOf(each) })),
    );
    this.unsaved.decisions = null;
    await this.change(
      held,
      folder,
      decisions.map((each) => ({ put: { ...each, draft: path } })),
    );
  }

  private unsavedOn(uri: Uri): readonly Decision[] {
    return decisionsOf(this.unsaved.ledger).filter(({ draft }) => draft === uri);
  }

  private of(folder: Folder): Held {
    const known = this.held.get(folder.uri);
    if (known) return known;
    const held = hold();
    this.held.set(folder.uri, held);
    return held;
  }

  private placeOf(draft: Uri, folder: Folder): { held: Held; path: string } {
    const path = relativePath(folder.uri, draft);
    return path === null ? { held: this.unsaved, path: draft } : { held: this.of(folder), path };
  }

  private async change(held: Held, folder: Folder, changes: readonly Change[]): Promise<void> {
    held.decisions = null;
    if (held === this.unsaved) held.ledger = changeLedger(held.ledger, changes);
    else held.pending.push(...changes);
    this.events.changed();
    if (held === this.unsaved) return;
    const written = held.turn.then(() => this.write(held, joinUri(folder.uri, ledgerFile)));
    held.turn = written.catch((error) => this.events.failed(error));
    await held.turn;
  }

  private async write(held: Held, uri: Uri): Promise<void> {
    const changes = [...held.pending];
    if (changes.length === 0) return;
    const update = await this.runtime.files.update(uri, (text) => ledgerText(changeLedger(parseLedger(text), changes)));
    if ('failed' in update) {
      if (!held.isUnwritable) this.events.unwritten(uri, update.failed);
      held.isUnwritable = true;
      return;
    }
    held.isUnwritable = false;
    held.pending = held.pending.slice(changes.length);
    // What was read meanwhile is older than what was written.
    held.loads++;
    this.became(held, uri, update.text);
  }

  private became(held: Held, uri: Uri, text: string): void {
    if (text === held.text) return;
    const before = JSON.stringify(decisionsOf(changeLedger(held.ledger, held.pending)));
    held.text = text;
    held.ledger = parseLedger(text);
    this.events.read(uri, text, brokenLines(text));
    if (JSON.stringify(decisionsOf(changeLedger(held.ledger, held.pending))) === before) return;
    held.decisions = null;
    this.events.changed();
  }

  /** The text of a file, '' where there is none; null where it cannot be read now, and what was read before still counts. */
  private async read(uri: Uri): Promise<string | null> {
    if ((await this.runtime.files.stat(uri)) === null) return '';
    const file = await this.runtime.files.read(uri);
    if (file === null) return '';
    return 'skipped' in file ? null : new TextDecoder().decode(file.bytes);
  }
}

function hold(): Held {
  return {
    text: '',
    ledger: emptyLedger,
    pending: [],
    loads: 0,
    isUnwritable: false,
    decisions: null,
    turn: Promise.resolve(),
  };
}

function byDraft(ledger: Ledger): Map<string, Decision[]> {
  const drafts = new Map<string, Decision[]>();
  for (const decision of decisionsOf(ledger)) {
    const known = drafts.get(decision.draft);
    if (known) known.push(decision);
    else drafts.set(decision.draft, [decision]);
  }
  return drafts;
}

function innermost(folders: readonly Folder[], uri: Uri): Folder | undefined {
  const holding = folders.filter((folder) => relativePath(folder.uri, uri) !== null);
  return holding.sort((a, b) => b.uri.length - a.uri.length)[0];
}

/** What saving may change, white space at the ends of lines and of the text, tells no two drafts apart. */
function wordsOf(text: string): string {
  return text.split(/\s+/).filter(Boolean).join(' ');
}
