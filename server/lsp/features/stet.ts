/** Stets: the writer lets a claim, a name or a rule stand in a draft, and has it checked again. Commands of the server, so that any client can. */
import { type CancellationToken, type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { readTarget, type Target } from '../../engine/ledger/record.ts';
import { targetOf } from '../../engine/ledger/stets.ts';
import { english } from '../../engine/lexicon/en.ts';
import { spanOf } from '../../engine/subjects.ts';
import { checkAgainCommand, letStandCommand } from '../../protocol/decisions.ts';
import type { Session } from '../session.ts';
import { shortened } from '../titles.ts';
import { normalUri } from '../uris.ts';
import type { Answers, Feature } from './feature.ts';
import type { ActionProvider } from './quickFix.ts';
import { judgedNow, type ServerCommand } from './serverCommand.ts';

/** What `letStandCommand` is given for a claim or a name: what is flagged, and where it stood when the action was offered. */
interface Flagged {
  readonly uri: string;
  readonly rule: string;
  readonly text: string;
  readonly start: number;
}

/** What both commands may be given: a target as the ledger writes it. */
interface Decided {
  readonly uri: string;
  readonly target: Target;
}

/** Decisions go with the drafts that they are on: where one is renamed, and where an untitled one is saved. */
export const stet: Feature = {
  capabilities: () => ({
    workspace: { fileOperations: { didRename: { filters: [{ scheme: 'file', pattern: { glob: '**/*' } }] } } },
  }),
  register(answers) {
    const { connection, documents } = answers;
    connection.workspace.onDidRenameFiles(({ files }) => {
      const { session } = answers;
      for (const { oldUri, newUri } of files) {
        session?.guard(session.ledgers.moved(normalUri(oldUri), normalUri(newUri), session.workspace.folders));
      }
    });
    /** Documents that were opened empty: VS Code saves an untitled draft by opening an empty file and putting the text into it. */
    const empty = new Set<string>();
    documents.onDidOpen(({ document }) => empty.add(document.uri));
    documents.onDidClose(({ document }) => empty.delete(document.uri));
    documents.onDidChangeContent(({ document }) => {
      const { session } = answers;
      const uri = normalUri(document.uri);
      if (!empty.has(document.uri) || document.getText().trim() === '') return;
      empty.delete(document.uri);
      const folder = session?.workspace.folderOf(uri);
      if (!session || !folder) return;
      const open = documents.all().map((each) => ({ uri: normalUri(each.uri), text: each.getText() }));
      session.guard(session.ledgers.documentOpened(uri, document.getText(), folder, open));
    });
  },
};

/** Offers to let stand what is flagged, and to turn its rule off in the draft. */
export const letStand: ActionProvider = ({ data: { rule, text }, span, document, session }) => {
  const { translate } = session.client;
  const flagged: Flagged = { uri: document.uri, rule, text, start: span.start };
  const everywhere: Decided = { uri: document.uri, target: { rule } };
  return [
    action(translate('Let “{text}” stand', { text: shortened(text) }), letStandCommand, flagged),
    action(translate('Turn off “{rule}” in this draft', { rule }), letStandCommand, everywhere),
  ];
};

/** Offers to check again what was let stand where the client asks. Nothing flags that, so that it is found by the draft as it was judged. */
export async function checkAgain(
  { textDocument, range }: Pick<CodeActionParams, 'textDocument' | 'range'>,
  answers: Answers,
  token: CancellationToken,
): Promise<CodeAction[]> {
  const uri = normalUri(textDocument.uri);
  const folder = answers.session?.workspace.folderOf(uri);
  // Where nothing was decided no check is waited for.
  if (!folder || answers.session?.ledgers.on(uri, folder).length === 0) return [];
  const actions = await answers.aboutDraft(textDocument.uri, token, ({ document, letStand }, { translate }) => {
    const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
    return letStand
      .filter(({ finding }) => finding.start <= end && finding.end >= start)
      .map(({ finding, decision: { target } }) => {
        const title =
          'rule' in target
            ? translate('Turn on “{rule}” in this draft', { rule: target.rule })
            : translate('Check “{text}” again', { text: shortened(spanOf(finding.subject).text) });
        const decided: Decided = { uri: document.uri, target };
        return { ...action(title, checkAgainCommand, decided), kind: CodeActionKind.QuickFix };
      });
  });
  return actions ?? [];
}

function action(title: string, command: string, given: Flagged | Decided): CodeAction {
  return { title, command: { title, command, arguments: [given] } };
}

/** The commands that end and begin stets. */
export const stetCommands: readonly ServerCommand[] = [
  {
    name: letStandCommand,
    async run({ draft, document, folder, session }, given, token) {
      const target = readTarget(given.target) ?? (await targetIn(document, given, session, token));
      if (target) await session.ledgers.letStand(draft, folder, target);
    },
  },
  {
    name: checkAgainCommand,
    async run({ draft, document, folder, session }, given, token) {
      const target = readTarget(given.target) ?? (await targetIn(document, given, session, token));
      if (target) await session.ledgers.endStet(draft, folder, target);
    },
  },
];

/** What a stet on a flagged text is bound to; null where it is flagged no more. An edit may have moved it since. */
async function targetIn(
  document: TextDocument,
  { rule, text, start }: Record<string, unknown>,
  session: Session,
  token: CancellationToken,
): Promise<Target | null> {
  if (typeof start !== 'number') return null;
  const judged = await judgedNow(document, session, token);
  const same =
    judged?.judgement.findings.filter(
      (finding) => finding.rule === rule && judged.document.getText().slice(finding.start, finding.end) === text,
    ) ?? [];
  const [nearest] = [...same].sort((a, b) => Math.abs(a.start - start) - Math.abs(b.start - start));
  return judged && nearest ? targetOf(nearest, judged.analysis, english) : null;
}
