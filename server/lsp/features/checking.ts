/**
 * Checking by hand: a figure or a name is ticked against a passage, asked about, or either is taken back. Commands of the server, so that
 * any client can, and a request that tells what there is to check against.
 */
import {
  type CancellationToken,
  type CodeAction,
  type CodeActionParams,
  CodeActionTriggerKind,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import type { FigureVerdict } from '../../engine/check.ts';
import { asSaid, type Mark, targetOfClaim } from '../../engine/ledger/marks.ts';
import { plainDecision, QUERY, readPassage, type Target, TICK } from '../../engine/ledger/record.ts';
import { english } from '../../engine/lexicon/en.ts';
import type { NameVerdict } from '../../engine/names/judge.ts';
import type { QuoteVerdict } from '../../engine/quotes/judge.ts';
import { quote } from '../../engine/rules/wording.ts';
import { isFigure, isName, isQuotation, spanOf } from '../../engine/subjects.ts';
import {
  type CheckArguments,
  type Checkable,
  checkableMethod,
  queryCommand,
  takeBackCommand,
  tickCommand,
} from '../../protocol/decisions.ts';
import { checkPassages, type Passage, passageAsRecorded } from '../checkPassages.ts';
import type { Judged } from '../judged.ts';
import { subjectAt } from '../judged.ts';
import { listedMark, markOf } from '../marks.ts';
import { shortened } from '../titles.ts';
import type { Answers, Feature } from './feature.ts';
import { type CommandPlace, judgedNow, type ServerCommand } from './serverCommand.ts';

/** What is ticked and asked about. */
type Checked = FigureVerdict | NameVerdict | QuoteVerdict;

/** The kind of these actions: they mend nothing, so that they are no quick fixes. Editors list them below those. */
export const checkKind = 'secondSource.check';

export const checking: Feature = {
  register(answers) {
    answers.connection.onRequest(checkableMethod, ({ textDocument, position }: TextDocumentPositionParams, token) =>
      answers.aboutDraft(textDocument.uri, token, (judged, client): Checkable | null => {
        const subject = checkedAt(judged, judged.document.offsetAt(position));
        const folder = answers.session?.consulting.draftFolder(judged.document);
        if (!subject || !folder) return null;
        const passages = checkPassages(subject, judged, folder);
        return {
          arguments: argumentsFor(subject, judged),
          mark: listedMark(markOf(subject, judged.marks()), client),
          passages: passages.map((passage) => passageAsRecorded(passage, client)),
        };
      }),
    );
  },
};

/** Offers to tick, to ask, and to take back, at any figure, name or quotation. Only where somebody asks what there is: a light at every figure would be in the way. */
export async function checkActions(
  { textDocument, range, context }: CodeActionParams,
  answers: Answers,
  token: CancellationToken,
): Promise<CodeAction[]> {
  if (context.triggerKind === CodeActionTriggerKind.Automatic) return [];
  const document = answers.documents.get(textDocument.uri);
  // What mends a finding is offered at once: it does not wait for a check to end.
  if (context.diagnostics.length > 0 && !(document && answers.session?.consulting.isJudged(document))) return [];
  const actions = await answers.aboutDraft(textDocument.uri, token, (judged, { translate }) => {
    const subject = checkedAt(judged, judged.document.offsetAt(range.start));
    if (!subject) return [];
    const given = argumentsFor(subject, judged);
    const text = shortened(given.text);
    const mark = markOf(subject, judged.marks());
    const offered: [title: string, command: string][] = [];
    if (mark?.state !== 'ticked') offered.push([translate('Mark “{text}” as checked', { text }), tickCommand]);
    if (mark?.state !== 'queried') offered.push([translate('Query “{text}”…', { text }), queryCommand]);
    if (mark) {
      const title =
        mark.state === 'queried'
          ? translate('Take back the query on “{text}”', { text })
          : translate('Take back the check of “{text}”', { text });
      offered.push([title, takeBackCommand]);
    }
    return offered.map(([title, command]) => ({ title, kind: checkKind, command: { title, command, arguments: [given] } }));
  });
  return actions ?? [];
}

export const checkCommands: readonly ServerCommand[] = [
  { name: tickCommand, run: (place, given, token) => decide(place, given, TICK, token) },
  { name: queryCommand, run: (place, given, token) => decide(place, given, QUERY, token) },
  {
    name: takeBackCommand,
    async run(place, given, token) {
      const found = await find(place, given, token);
      if (found?.mark) await place.session.ledgers.decide(place.draft, place.folder, null, found.mark.decisions);
    },
  },
];

async function decide(place: CommandPlace, given: Record<string, unknown>, decision: string, token: CancellationToken): Promise<void> {
  const { draft, folder, session } = place;
  const found = await find(place, given, token);
  if (!found) return;
  const { judged, subject, mark } = found;
  const note = typeof given.note === 'string' && given.note.trim() !== '' ? quote(given.note) : null;
  const said = isFigure(subject) ? asSaid(judged.analysis, subject.claim) : {};
  const passage = decision === TICK ? reliedOn(given.passage, checkPassages(subject, judged, folder)) : null;
  const decided = { ...plainDecision(draft, targetOf(subject, judged), decision, null), ...said, note, passage };
  await session.ledgers.decide(draft, folder, decided, mark?.decisions);
}

/** The passage that was chosen, as it reads now; the best that agrees where none was, for a client may have nobody choose. */
function reliedOn(chosen: unknown, passages: readonly Passage[]): Passage['passage'] | null {
  if (chosen === null) return null;
  const wanted = readPassage(chosen);
  if (wanted) return passages.find(({ passage }) => passage.source === wanted.source && passage.says === wanted.says)?.passage ?? null;
  return passages.find(({ stance }) => stance === 'agrees')?.passage ?? null;
}

function targetOf(subject: Checked, { analysis }: Judged): Target {
  if (isQuotation(subject)) return { quotation: quote(subject.quotation.text) };
  return isName(subject) ? { name: subject.mention.text } : targetOfClaim(subject.claim, analysis, english);
}

/** What a command is about, as the draft is now: the nearest figure, name or quotation with the text. An edit may have moved it since. */
async function find(
  { document, session }: CommandPlace,
  { text, start }: Record<string, unknown>,
  token: CancellationToken,
): Promise<{ readonly judged: Judged; readonly subject: Checked; readonly mark: Mark | undefined } | null> {
  if (typeof text !== 'string' || typeof start !== 'number') return null;
  const judged = await judgedNow(document, session, token);
  if (!judged) return null;
  const { figures, names, quotations } = judged.judgement;
  const same = [...figures, ...names, ...quotations].filter((each) => quote(spanOf(each).text) === text);
  const [subject] = same.sort((a, b) => Math.abs(spanOf(a).start - start) - Math.abs(spanOf(b).start - start));
  return subject ? { judged, subject, mark: markOf(subject, judged.marks()) } : null;
}

function checkedAt(judged: Judged, offset: number): Checked | null {
  return subjectAt(judged, offset) ?? null;
}

function argumentsFor(subject: Checked, { document }: Judged): CheckArguments {
  const { text, start } = spanOf(subject);
  return { uri: document.uri, text: quote(text), start };
}
