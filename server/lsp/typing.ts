/**
 * What is being typed: the word at the cursor, and the one before it while they may belong together (`3 million`, `Ana Silva`). What is
 * found there is held back until the cursor leaves it or a second passes, so that nothing half-typed is judged. Nor is the rest of the
 * sentence judged by half a word: what was found of it before stays until the word is whole.
 */
import { CancellationTokenSource } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Finding, movedFinding } from '../engine/check.ts';
import type { Span } from '../engine/model.ts';
import { type Edit, moved } from './edits.ts';
import type { Judged } from './judged.ts';
import type { Runtime } from './runtime.ts';

/** How long nothing may be typed before everything is judged, in milliseconds. */
const QUIET = 1000;
/** A word is looked at no farther than this from the cursor, in UTF-16 units. */
const LONGEST = 256;

interface State {
  /** The ends of the last edits, in the text as it is now; empty where nothing is being typed. */
  carets: readonly number[];
  /** What the client was told last, where it is now; what was edited is not among it. */
  shown: readonly Finding[];
  /** Whether something was held back. */
  held: boolean;
  timer: CancellationTokenSource | null;
}

export class Typing {
  private readonly states = new Map<string, State>();

  constructor(
    private readonly runtime: Pick<Runtime, 'wait'>,
    /** What was held back in a document is due. */
    private readonly release: (uri: string) => void,
  ) {}

  /** A document was edited; it has its new text already. */
  edited(uri: string, edits: readonly Edit[]): void {
    const state = this.stateOf(uri);
    state.carets = [];
    for (const edit of edits) {
      state.shown = state.shown.flatMap((span) => afterEdit(span, edit));
      state.carets = [...state.carets.map((caret) => moved(caret, edit)), edit.start + edit.text.length];
    }
    void this.restart(uri, state);
  }

  /** The cursor was put somewhere. */
  cursorMoved(document: TextDocument, offset: number): void {
    const state = this.states.get(document.uri);
    if (!state || state.carets.length === 0) return;
    const text = document.getText();
    if (state.carets.some((caret) => isIn(offset, zoneAt(text, caret)))) return;
    this.finish(document.uri, state);
  }

  closed(uri: string): void {
    this.states.get(uri)?.timer?.cancel();
    this.states.delete(uri);
  }

  /** The findings of a draft that may be shown now. They are taken for shown from here on. */
  sift({ document, analysis, judgement: { findings } }: Judged): readonly Finding[] {
    const state = this.stateOf(document.uri);
    const { carets, shown } = state;
    if (carets.length === 0) {
      state.shown = findings;
      return findings;
    }
    const text = document.getText();
    const zones = carets.map((caret) => zoneAt(text, caret));
    const halves = carets.filter((caret) => WORD_END.test(text.slice(Math.max(caret - 2, 0), caret)));
    const unfinished = analysis.passages.filter(({ start, end }) => halves.some((caret) => caret >= start && caret <= end));
    const isUnfinished = (span: Span) => unfinished.some((passage) => touch(span, passage));
    const now = findings.filter(
      (finding) => !isUnfinished(finding) && (!zones.some((zone) => touch(finding, zone)) || shown.some((old) => isSame(old, finding))),
    );
    const kept = shown.filter(isUnfinished);
    state.shown = [...now, ...kept].sort((a, b) => a.start - b.start || a.end - b.end);
    state.held = kept.length > 0 || now.length < findings.length;
    return state.shown;
  }

  private stateOf(uri: string): State {
    const known = this.states.get(uri);
    if (known) return known;
    const state: State = { carets: [], shown: [], held: false, timer: null };
    this.states.set(uri, state);
    return state;
  }

  private async restart(uri: string, state: State): Promise<void> {
    state.timer?.cancel();
    const timer = new CancellationTokenSource();
    state.timer = timer;
    await this.runtime.wait(QUIET, timer.token);
    if (!timer.token.isCancellationRequested) this.finish(uri, state);
  }

  private finish(uri: string, state: State): void {
    state.timer?.cancel();
    state.timer = null;
    state.carets = [];
    if (!state.held) return;
    state.held = false;
    this.release(uri);
  }
}

/** Where a finding is after an edit; nowhere where its text changed, or grew at an end by what may belong to it. */
function afterEdit(finding: Finding, { start, end, text }: Edit): Finding[] {
  if (start > finding.end || (start === finding.end && !WORD_START.test(text))) return [finding];
  if (end < finding.start || (end === finding.start && !WORD_END.test(text))) {
    const by = text.length - (end - start);
    return [movedFinding(finding, by)];
  }
  return [];
}

const WORD_START = /^[\p{L}\p{N}\p{M}]/u;
const WORD_END = /[\p{L}\p{N}\p{M}]$/u;

/** What is being typed around a cursor: its word, and the word before that where only spaces lie between. */
function zoneAt(text: string, caret: number): Span {
  let start = wordStart(text, caret);
  let end = caret;
  while (end < text.length && end - caret < LONGEST && !isSpace(text[end]!)) end++;
  let before = start;
  while (before > 0 && start - before < LONGEST && isBlank(text[before - 1]!)) before--;
  // A comma or a full stop ends what may belong together.
  if (before < start && before > 0 && /[\p{L}\p{N}\p{M}$€£¥%'’-]/u.test(text[before - 1]!)) start = wordStart(text, before);
  return { start, end };
}

function wordStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && offset - start < LONGEST && !isSpace(text[start - 1]!)) start--;
  return start;
}

function isSpace(char: string): boolean {
  return /\s/u.test(char);
}

/** White space that ends no line. */
function isBlank(char: string): boolean {
  return isSpace(char) && char !== '\n' && char !== '\r';
}

function isIn(offset: number, { start, end }: Span): boolean {
  return offset >= start && offset <= end;
}

function touch(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
