/** Searches all that the sources say as the writer types: opens a passage beside the draft, or puts it into the draft as a quotation. */
import {
  CancellationTokenSource,
  commands,
  Disposable,
  EndOfLine,
  l10n,
  Range,
  type TextEditor,
  ThemeIcon,
  Uri,
  ViewColumn,
  window,
} from 'vscode';
import {
  type Quotation,
  type QuotationParams,
  quotationMethod,
  type SearchHit,
  type SearchHits,
  type SearchParams,
  searchMethod,
} from '../server/protocol/search.ts';
import type { Server } from './server.ts';
import type { Settings } from './settings.ts';
import { beside, dateInWords, nameOf } from './views/words.ts';

/** Milliseconds without a key after which is searched for what was typed. */
const PAUSE = 120;
const MOST = 50;
/** How much of a passage stands before its first match, in UTF-16 units: the end of a long row is out of sight. */
const BEFORE = 50;

interface Row {
  readonly label: string;
  readonly detail: string;
  readonly alwaysShow: true;
  readonly buttons: readonly { readonly iconPath: ThemeIcon; readonly tooltip: string }[];
  readonly hit: SearchHit;
}

export function offerSearch(server: Server, settings: Settings): Disposable {
  let insert: (() => Promise<void>) | undefined;
  return Disposable.from(
    commands.registerCommand('secondSource.search', (typed?: unknown) => {
      const shown = search(server, settings, typeof typed === 'string' ? typed : selectedWords());
      insert = shown.insert;
    }),
    // Its key counts while the list is open.
    commands.registerCommand('secondSource.insertQuotation', () => insert?.()),
  );
}

/** What is selected is what the writer wants to look up. */
function selectedWords(): string {
  const editor = window.activeTextEditor;
  if (!editor || editor.selection.isEmpty || !editor.selection.isSingleLine) return '';
  return editor.document.getText(editor.selection);
}

function search(server: Server, settings: Settings, typed: string): { insert(): Promise<void> } {
  const editor = window.activeTextEditor;
  const pick = window.createQuickPick<Row>();
  pick.title = l10n.t('Search the Sources');
  pick.placeholder = l10n.t('Words, names or figures. Enter opens the passage beside, Ctrl+Enter inserts it as a quotation');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: CancellationTokenSource | undefined;
  const look = async (query: string) => {
    running?.cancel();
    const run = new CancellationTokenSource();
    running = run;
    const params: SearchParams = { query, most: MOST };
    const found = query.trim() ? await server.ask<SearchHits>(searchMethod, params, run.token) : { hits: [] };
    // What was typed meanwhile is being looked for.
    if (running !== run) return;
    pick.busy = false;
    pick.items = (found?.hits ?? []).map((hit) => rowOf(hit, query));
  };
  const insert = async () => {
    const [row] = pick.activeItems;
    if (!row) return;
    pick.hide();
    await insertQuotation(server, settings, editor, row.hit);
  };
  const disposable = Disposable.from(
    pick,
    pick.onDidChangeValue((value) => {
      clearTimeout(timer);
      pick.busy = true;
      timer = setTimeout(() => void look(value), PAUSE);
    }),
    pick.onDidAccept(() => {
      const [row] = pick.activeItems;
      if (!row) return;
      pick.hide();
      void openPassage(row.hit);
    }),
    pick.onDidTriggerItemButton(({ item }) => {
      pick.hide();
      void insertQuotation(server, settings, editor, item.hit);
    }),
    pick.onDidHide(() => {
      clearTimeout(timer);
      running?.cancel();
      void commands.executeCommand('setContext', 'secondSource.searching', false);
      disposable.dispose();
    }),
  );
  pick.value = typed;
  void commands.executeCommand('setContext', 'secondSource.searching', true);
  pick.show();
  if (typed) void look(typed);
  return { insert };
}

function rowOf(hit: SearchHit, query: string): Row {
  return {
    label: rowText(hit, query),
    // On a line of its own, for a passage takes the whole row.
    detail: beside(nameOf({ ...hit, uri: hit.file }), dateInWords(hit.date), hit.place),
    alwaysShow: true,
    buttons: [{ iconPath: new ThemeIcon('quote'), tooltip: l10n.t('Insert as a Quotation (Ctrl+Enter)') }],
    hit,
  };
}

/**
 * A passage from shortly before its first match on. VS Code highlights what was typed where the passage has it as it was typed; words that
 * stand apart are set off by marks.
 */
function rowText({ text, matches }: SearchHit, query: string): string {
  const first = matches[0]?.[0] ?? 0;
  const cut = first > BEFORE ? text.indexOf(' ', first - BEFORE) + 1 : 0;
  const isWhole = text.toLowerCase().includes(query.trim().toLowerCase());
  let label = cut > 0 ? '…' : '';
  let from = cut;
  for (const [start, end] of isWhole ? [] : joined(matches, text)) {
    label += `${text.slice(from, start)}‹${text.slice(start, end)}›`;
    from = end;
  }
  label += text.slice(from);
  // `$(name)` would be an icon.
  return label.replaceAll('$(', '$\u200b(');
}

/** Matches with nothing but a space between them are one. */
function joined(matches: SearchHit['matches'], text: string): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  for (const [start, end] of matches) {
    const last = found.at(-1);
    if (last && text.slice(last[1], start).trim() === '') found[found.length - 1] = [last[0], end];
    else found.push([start, end]);
  }
  return found;
}

async function openPassage({ uri, range: { start, end } }: SearchHit): Promise<void> {
  const selection = new Range(start.line, start.character, end.line, end.character);
  await window.showTextDocument(Uri.parse(uri), { selection, viewColumn: ViewColumn.Beside });
}

/** Puts the passage where the cursor is in the draft, as a block of its own, in one step that can be undone. */
async function insertQuotation(server: Server, settings: Settings, editor: TextEditor | undefined, hit: SearchHit): Promise<void> {
  if (!editor || !settings.isDraft(editor.document)) {
    void window.showInformationMessage(l10n.t('Put the cursor in a draft, where the quotation is to go, and search from there.'));
    return;
  }
  const { document, selection } = editor;
  const params: QuotationParams = { file: hit.file, start: hit.start, language: document.languageId };
  const quotation = await server.ask<Quotation>(quotationMethod, params);
  if (!quotation) {
    void window.showWarningMessage(l10n.t('The source has changed. Search again.'));
    return;
  }
  const at = selection.active;
  const before = document.lineAt(at.line).text.slice(0, at.character).trim();
  const isBelowText = !before && at.line > 0 && document.lineAt(at.line - 1).text.trim() !== '';
  const after = document.getText(new Range(at, document.lineAt(at.line).range.end)).trim();
  const isAboveText = !after && at.line + 1 < document.lineCount && document.lineAt(at.line + 1).text.trim() !== '';
  const text = `${before ? '\n\n' : isBelowText ? '\n' : ''}${quotation.text}${after ? '\n\n' : isAboveText ? '\n' : ''}`;
  const shown = await window.showTextDocument(document, editor.viewColumn);
  await shown.edit((edit) => edit.insert(at, document.eol === EndOfLine.CRLF ? text.replaceAll('\n', '\r\n') : text));
}
