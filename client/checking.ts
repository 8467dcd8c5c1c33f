/** Checking a draft by hand: the commands that tick a figure, a name or a quotation, ask about it, take that back, and lead to what is still to be checked. */
import {
  commands,
  Disposable,
  l10n,
  Position,
  type QuickPickItem,
  QuickPickItemKind,
  Selection,
  type TextDocument,
  TextEditorRevealType,
  window,
  workspace,
} from 'vscode';
import {
  type CheckArguments,
  type Checkable,
  type CheckPassage,
  checkableMethod,
  queryCommand,
  takeBackCommand,
  tickCommand,
} from '../server/protocol/decisions.ts';
import type { ListedFigure } from '../server/protocol/draft.ts';
import type { ActiveDraft } from './activeDraft.ts';
import type { Listings } from './listings.ts';
import type { Server } from './server.ts';
import type { Node } from './views/tree.ts';
import { beside } from './views/words.ts';

export function offerChecks(server: Server, draft: ActiveDraft, listings: Listings): Disposable {
  const checks = new Checks(server, draft, listings);
  /** Keys are pressed faster than a server answers: what is asked for first is done first, and the next key means the figure that it led to. */
  let turn: Promise<void> = Promise.resolve();
  const register = (name: string, run: (node?: unknown) => Promise<void>) =>
    commands.registerCommand(`secondSource.${name}`, (node?: unknown) => {
      const done = turn.then(() => run(node));
      turn = done.catch(() => undefined);
      return done;
    });
  server.askBefore(tickCommand, (given) => checks.fromMenu(given, (checkable) => checks.tick(checkable)));
  server.askBefore(queryCommand, (given) => checks.fromMenu(given, (checkable) => checks.query(checkable)));
  const inDraft = () => {
    const active = window.activeTextEditor?.document;
    // A `when` clause of keys: elsewhere they are whatever else they are.
    void commands.executeCommand(
      'setContext',
      'secondSource.inDraft',
      active !== undefined && active === draft.document && typeof server.state !== 'string',
    );
  };
  inDraft();
  return Disposable.from(
    window.onDidChangeActiveTextEditor(inDraft),
    draft.onDidChange(inDraft),
    server.onDidChangeState(inDraft),
    register('checkFigure', (node) => checks.at(node, (checkable) => checks.tick(checkable))),
    register('checkFigureWithNote', (node) => checks.at(node, (checkable) => checks.tick(checkable, true))),
    register('queryFigure', (node) => checks.at(node, (checkable) => checks.query(checkable))),
    register('takeBackCheck', (node) => checks.at(node, (checkable) => checks.takeBack(checkable))),
    register('nextUnchecked', () => checks.leadOn(1)),
    register('previousUnchecked', () => checks.leadOn(-1)),
  );
}

interface Place {
  readonly document: TextDocument;
  readonly position: Position;
}

interface Choice extends QuickPickItem {
  /** Null where it was checked elsewhere. */
  readonly passage?: CheckPassage | null;
}

class Checks {
  constructor(
    private readonly server: Server,
    private readonly draft: ActiveDraft,
    private readonly listings: Listings,
  ) {}

  /** Does something with what a row of a tree is about, or with what the cursor is on. */
  async at(node: unknown, act: (checkable: Checkable) => Promise<void>): Promise<void> {
    const place = placeOf(node) ?? this.cursor();
    const checkable = place && (await this.checkable(place));
    if (checkable) await act(checkable);
    else void window.showInformationMessage(l10n.t('Put the cursor on a figure, a name or a quotation of the draft first.'));
  }

  /** As `at`, with what a menu gives a command of the server. */
  async fromMenu(given: unknown, act: (checkable: Checkable) => Promise<void>): Promise<void> {
    const { uri, start } = given as CheckArguments;
    const document = workspace.textDocuments.find((each) => each.uri.toString() === uri);
    const checkable = document && (await this.checkable({ document, position: document.positionAt(start) }));
    if (checkable) await act(checkable);
  }

  /** Ticks against the one passage that there is, or the one that somebody chooses; nothing where they think better of it. */
  async tick(checkable: Checkable, withNote = false): Promise<void> {
    const { arguments: given, passages } = checkable;
    const [first] = passages;
    let passage: CheckPassage | null | undefined = first ?? null;
    if (passages.length > 1 || first?.stance === 'differs') passage = await choosePassage(checkable);
    if (passage === undefined) return;
    let note: string | undefined = '';
    // Without a source, how it was checked is the only thing that tells anybody later.
    if (withNote || passage === null) {
      note = await window.showInputBox({
        title: l10n.t('Mark “{0}” as Checked', given.text),
        prompt: passage === null ? l10n.t('No source stands behind it. What was it checked against?') : l10n.t('A note to keep with it'),
      });
    }
    if (note === undefined) return;
    await this.server.execute(tickCommand, { ...given, passage: passage?.passage ?? null, note } satisfies CheckArguments);
  }

  async query({ arguments: given, mark }: Checkable): Promise<void> {
    const note = await window.showInputBox({
      title: l10n.t('Query “{0}”', given.text),
      prompt: l10n.t('What is to be found out?'),
      value: mark?.state === 'queried' ? (mark.note ?? '') : '',
    });
    if (note !== undefined) await this.server.execute(queryCommand, { ...given, note } satisfies CheckArguments);
  }

  async takeBack({ arguments: given, mark }: Checkable): Promise<void> {
    if (mark) await this.server.execute(takeBackCommand, given);
    else void window.showInformationMessage(l10n.t('“{0}” is neither checked nor queried.', given.text));
  }

  /** Selects the next figure, from the cursor on and round the end, that nobody has checked yet, or that is open again. */
  async leadOn(step: 1 | -1): Promise<void> {
    const { document } = this.draft;
    const listing = document && (await this.listings.of(document));
    if (!document || !listing) {
      void window.showInformationMessage(l10n.t('Open the draft that is to be checked.'));
      return;
    }
    const open = listing.figures.filter(isOpen);
    if (open.length === 0) {
      void window.showInformationMessage(allDone(listing.figures));
      return;
    }
    const editor = await window.showTextDocument(
      document,
      window.visibleTextEditors.find((each) => each.document === document)?.viewColumn,
    );
    const { active } = editor.selection;
    const starts = open.map(({ range: { start } }) => new Position(start.line, start.character));
    const ahead =
      step > 0
        ? starts.findIndex((start) => start.isAfter(active))
        : starts.findLastIndex((start) => start.isBefore(editor.selection.start));
    const { range } = open.at(ahead < 0 && step > 0 ? 0 : ahead)!;
    // The cursor stays in the figure, and before its end, so that the commands for the cursor's figure mean it.
    editor.selection = new Selection(range.end.line, range.end.character, range.start.line, range.start.character);
    editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
  }

  private cursor(): Place | undefined {
    const editor = window.activeTextEditor;
    return editor && editor.document === this.draft.document ? { document: editor.document, position: editor.selection.active } : undefined;
  }

  private checkable({ document, position: { line, character } }: Place): Promise<Checkable | null> {
    return this.server.ask<Checkable>(checkableMethod, { textDocument: { uri: document.uri.toString() }, position: { line, character } });
  }
}

function isOpen({ mark }: ListedFigure): boolean {
  return mark === null || mark.state === 'reopened';
}

function allDone(figures: readonly ListedFigure[]): string {
  const queried = figures.filter(({ mark }) => mark?.state === 'queried').length;
  if (figures.length === 0) return l10n.t('The draft has no figures to check.');
  return queried > 0
    ? l10n.t('{0} of {1} figures are checked; the others are queried.', figures.length - queried, figures.length)
    : l10n.t('All {0} figures are checked.', figures.length);
}

/** The place that a row of a tree leads to. */
function placeOf(node: unknown): Place | undefined {
  const { place } = (typeof node === 'object' && node !== null ? node : {}) as Partial<Node>;
  const document = place?.range && workspace.textDocuments.find(({ uri }) => uri.toString() === place.uri);
  return document && place.range ? { document, position: new Position(place.range.start.line, place.range.start.character) } : undefined;
}

/** Undefined where nobody chose. */
async function choosePassage({ arguments: { text }, passages }: Checkable): Promise<CheckPassage | null | undefined> {
  const title = l10n.t('What “{0}” was checked against', text);
  const choice = await window.showQuickPick(choicesOf(passages), { title, matchOnDescription: true, matchOnDetail: true });
  return choice?.passage;
}

function choicesOf(passages: readonly CheckPassage[]): Choice[] {
  const choices: Choice[] = [];
  const heads = { agrees: l10n.t('agree'), differs: l10n.t('differ') };
  for (const stance of ['agrees', 'differs'] as const) {
    const those = passages.filter((each) => each.stance === stance);
    if (those.length === 0) continue;
    choices.push({ label: heads[stance], kind: QuickPickItemKind.Separator });
    for (const passage of those) {
      const { source, date, place, text, wording } = passage;
      choices.push({ label: source, description: beside(text, date, place), detail: wording, passage });
    }
  }
  choices.push({ label: '', kind: QuickPickItemKind.Separator });
  choices.push({ label: l10n.t('Checked Elsewhere…'), description: l10n.t('by phone, on paper'), passage: null });
  return choices;
}
