/** What stands behind a draft, told in it: behind a figure, and above a paragraph. Off unless the writer wants it. */
import type { CodeLens, Connection, InlayHint, Range } from 'vscode-languageserver';
import { CodeLensRefreshRequest, InlayHintRefreshRequest } from 'vscode-languageserver';
import type { FigureVerdict, Translate } from '../../engine/check.ts';
import type { Settings } from '../../engine/config/settings.ts';
import type { Passage } from '../../engine/model.ts';
import { countOrigins } from '../../engine/origins/count.ts';
import { byStance, originsInWords } from '../cite.ts';
import type { Client } from '../client.ts';
import { type Judged, statedIn } from '../judged.ts';
import { rangeIn } from '../positions.ts';
import type { Answers, Feature } from './feature.ts';

export const standing: Feature = {
  capabilities: () => ({ inlayHintProvider: true, codeLensProvider: {} }),
  register(answers) {
    const { connection, aboutDraft } = answers;
    connection.languages.inlayHint.on(async ({ textDocument: { uri }, range }, token) =>
      isOn(answers, uri, 'inlayHints') ? aboutDraft(uri, token, (judged, client) => hintsIn(judged, range, client)) : [],
    );
    connection.onCodeLens(async ({ textDocument: { uri } }, token) =>
      isOn(answers, uri, 'codeLenses') ? aboutDraft(uri, token, lensesOf) : [],
    );
  },
};

type Shown = Pick<Settings, 'inlayHints' | 'codeLenses'>;

/** Where it is off, no check is waited for. */
function isOn({ documents, session }: Answers, uri: string, what: keyof Shown): boolean {
  const document = documents.get(uri);
  return document !== undefined && session?.consulting.draftFolder(document)?.settings[what] === true;
}

/** Has the client ask again for what it shows, or has shown. */
export async function refreshStanding(connection: Connection, client: Client, shown: readonly Shown[]): Promise<void> {
  const hints = client.refreshesHints && shown.some(({ inlayHints }) => inlayHints);
  const lenses = client.refreshesLenses && shown.some(({ codeLenses }) => codeLenses);
  await Promise.all([
    hints && connection.sendRequest(InlayHintRefreshRequest.type),
    lenses && connection.sendRequest(CodeLensRefreshRequest.type),
  ]);
}

function hintsIn(judged: Judged, range: Range, { translate }: Client): InlayHint[] {
  const { document, judgement } = judged;
  // Without sources a verdict says nothing.
  if (!judged.hasSources()) return [];
  const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  return statedIn(judgement)
    .figures.filter(({ claim: { figure } }) => figure.end >= from && figure.end <= to)
    .map((figure) => ({ position: document.positionAt(figure.claim.figure.end), label: behind(figure, translate), paddingLeft: true }));
}

/** `3 sources`, `2 of 4 sources` where some differ; copies of one story are told as the hover tells them. */
function behind({ evidence, verdict }: FigureVerdict, translate: Translate): string {
  const { agreeing, differing } = byStance(evidence);
  if (verdict === 'unsourced') return translate('no source', {});
  const count = countOrigins(agreeing);
  if (count === 0) return translate('no source agrees', {});
  if (differing.length > 0) return translate('{count} of {all} sources', { count, all: countOrigins([...agreeing, ...differing]) });
  return originsInWords(agreeing, translate) || (count === 1 ? translate('1 source', {}) : translate('{count} sources', { count }));
}

/** One a paragraph that has figures. */
function lensesOf(judged: Judged, { translate, pictures }: Client): CodeLens[] {
  const { document, analysis, judgement } = judged;
  if (!judged.hasSources()) return [];
  const firsts = new Map<number, Passage>();
  for (const passage of analysis.passages) if (!firsts.has(passage.block)) firsts.set(passage.block, passage);
  const blocks = new Map<number, FigureVerdict[]>();
  for (const figure of statedIn(judgement).figures) {
    const passage = analysis.passages[figure.claim.figure.passage];
    if (passage?.kind === 'heading' || !passage) continue;
    const block = blocks.get(passage.block);
    if (block) block.push(figure);
    else blocks.set(passage.block, [figure]);
  }
  return [...blocks].map(([block, figures]) => {
    const agreeing = figures.map(({ evidence }) => byStance(evidence).agreeing);
    const backed = agreeing.filter(({ length }) => length > 0).length;
    const sources = countOrigins(agreeing.flat());
    const title = translate('Figures with a source: {backed} of {figures} · sources: {sources}', {
      backed,
      figures: figures.length,
      sources,
    });
    const { start, end } = firsts.get(block)!;
    // In VS Code it leads to the list of the draft's figures; elsewhere it is only read.
    return { range: rangeIn(document, { start, end }), command: { title, command: pictures ? 'secondSource.draft.focus' : '' } };
  });
}
