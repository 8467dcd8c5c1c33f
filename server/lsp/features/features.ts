/** Every feature of the language server. Adding one touches its own file and this list. */
import type { ServerCapabilities } from 'vscode-languageserver';
import type { Client } from '../client.ts';
import { changes } from './changes.ts';
import { checking } from './checking.ts';
import { codeActions } from './codeActions.ts';
import { commands } from './commands.ts';
import { completion } from './completion.ts';
import { conflicts } from './conflicts.ts';
import { definition } from './definition.ts';
import { documentSymbols } from './documentSymbols.ts';
import type { Feature } from './feature.ts';
import { highlights } from './highlights.ts';
import { hover } from './hover.ts';
import { listDraft } from './listDraft.ts';
import { listLibrary } from './listLibrary.ts';
import { listMarks } from './listMarks.ts';
import { passages } from './passages.ts';
import { picture } from './picture.ts';
import { references } from './references.ts';
import { report } from './report.ts';
import { search } from './search.ts';
import { sourceTexts } from './sourceTexts.ts';
import { standing } from './standing.ts';
import { stet } from './stet.ts';
import { workspaceSymbols } from './workspaceSymbols.ts';

export const features: readonly Feature[] = [
  hover,
  definition,
  completion,
  codeActions,
  references,
  highlights,
  documentSymbols,
  workspaceSymbols,
  stet,
  checking,
  commands,
  changes,
  conflicts,
  listLibrary,
  listDraft,
  listMarks,
  report,
  picture,
  passages,
  search,
  standing,
  sourceTexts,
];

/** What all features together promise a client. */
export function featureCapabilities(client: Client): ServerCapabilities {
  return Object.assign({}, ...features.map((feature) => feature.capabilities?.(client)));
}
