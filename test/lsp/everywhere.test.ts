/** The desk wherever a draft stands: untitled, in the second of two folders, and where nothing can be written. */
import { expect, test } from 'vitest';
import { CodeActionTriggerKind, type TextDocumentEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ledgerFile } from '../../server/protocol/decisions.ts';
import { type DraftListing, draftMethod } from '../../server/protocol/draft.ts';
import { type Picture, pictureMethod } from '../../server/protocol/picture.ts';
import { type Report, reportMethod } from '../../server/protocol/report.ts';
import { ableToEdit } from './able.ts';
import { clientsForTests, uriOf } from './client.ts';
import { MemoryRuntime } from './memory.ts';

const start = clientsForTests();

const herald =
  '---\npublication: Tarvik Herald\ndate: 2021-03-04\n---\nPolice detained 120 dockers at the harbour of Tarvik. “We will not leave this harbour before they pay,” said Tomas Wendelin.\n';
const echo =
  '---\npublication: Coast Echo\n---\nPolice detained 120 dockers at the harbour of Tarvik on a wet day. The union of Tarvik has 900 members.\n';
/** What another folder has says otherwise: whoever asks it is told something else. */
const other = '---\npublication: Evening Post\n---\nPolice detained 150 dockers at the harbour of Tarvik.\n';
const text =
  'Police detained 120 dockers at the harbour of Tarvik.\n\nThe union of Tarvik has 700 members. “We will not leave this harbour before they pay,” said Tomas Wendelin.\n';

const files = { '/desk/sources/herald.md': herald, '/desk/sources/echo.md': echo };

const places = [
  { where: 'in an untitled draft', draft: 'untitled:Untitled-1', folders: ['/desk'], files, readOnly: '', ledger: null },
  {
    where: 'in the second of two folders',
    draft: '/desk/draft.md',
    folders: ['/first', '/desk'],
    files: { ...files, '/first/sources/post.md': other },
    readOnly: '',
    ledger: `/desk/${ledgerFile}`,
  },
  {
    where: 'in the first of two folders',
    draft: '/desk/draft.md',
    folders: ['/desk', '/second'],
    files: { ...files, '/second/sources/post.md': other },
    readOnly: '',
    ledger: `/desk/${ledgerFile}`,
  },
  {
    where: 'where nothing can be written',
    draft: '/desk/draft.md',
    folders: ['/desk'],
    files,
    readOnly: 'permission denied',
    ledger: null,
  },
];

test.each(places)(
  '$where a figure is cited and checked, and the fact sheet made',
  async ({ draft, folders, files: there, readOnly, ledger }) => {
    const runtime = new MemoryRuntime(there);
    runtime.readOnly = readOnly;
    runtime.who = 'A. Checker';
    const client = await start(runtime, { capabilities: ableToEdit, folders });
    await client.open(draft, text);
    for (const folder of folders) await client.ready(Object.keys(there).filter((path) => path.startsWith(folder)).length, folder);
    await client.quiet();
    const uri = uriOf(draft);
    const actionsAt = (needle: string) => client.actions(draft, needle, { triggerKind: CodeActionTriggerKind.Invoked });
    const take = async (needle: string, title: string) => {
      const actions = await actionsAt(needle);
      const action =
        actions.find((each) => each.title.startsWith(title)) ?? expect.fail(`no “${title}” in ${actions.map((each) => each.title)}`);
      if (!action.command) return (action.edit!.documentChanges as TextDocumentEdit[])[0]!;
      await client.execute(action.command);
      return null;
    };
    const written = (change: TextDocumentEdit | null) => {
      expect(change!.textDocument.uri).toBe(uri);
      return TextDocument.applyEdits(TextDocument.create(uri, 'markdown', 1, text), change!.edits as never);
    };

    // Citing.
    expect(written(await take('120', 'Attribute: “, according to Tarvik Herald'))).toContain(
      'harbour of Tarvik, according to Tarvik Herald.',
    );
    expect(written(await take('120', 'Cite in a footnote: Tarvik Herald'))).toContain(
      '[^1]: Tarvik Herald, 4 March 2021: “Police detained 120 dockers at the harbour of Tarvik.”',
    );
    expect(written(await take('leave', 'Cite in a footnote: Tarvik Herald'))).toContain('[^1]');
    expect(written(await take('700', 'Change to 900'))).toContain('has 900 members');

    // Checking, and letting stand.
    await take('120', 'Mark “120” as checked');
    await take('leave', 'Mark “We will');
    await take('700', 'Let “700” stand');
    await client.quiet();
    const { figures, quotations } = await client.connection.sendRequest<DraftListing>(draftMethod, { textDocument: { uri } });
    expect(figures.map(({ text: figure, verdict, mark, letStand }) => [figure, verdict, mark?.state, letStand])).toEqual([
      ['120', 'supported', 'ticked', false],
      ['700', 'refuted', undefined, true],
    ]);
    expect(quotations.map(({ mark }) => mark?.state)).toEqual(['ticked']);
    expect(
      ledger ? runtime.textOf(ledger).trimEnd().split('\n').length : runtime.paths().filter((path) => path.endsWith(ledgerFile)),
    ).toEqual(ledger ? 3 : []);

    // The fact sheet, and the picture.
    for (const format of ['md', 'html', 'csv', 'annotated']) {
      const { text: sheet } = await client.connection.sendRequest<Report>(reportMethod, { textDocument: { uri }, format });
      expect(sheet).toContain('Tarvik Herald');
      expect(sheet).toContain('A. Checker');
      expect(sheet).not.toContain('Evening Post');
    }
    const picture = await client.connection.sendRequest<Picture | null>(pictureMethod, client.at(draft, '120'));
    expect(picture?.reports.map(({ publisher }) => publisher).sort()).toEqual(['Coast Echo', 'Tarvik Herald']);
  },
);
