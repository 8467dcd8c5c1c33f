/** Every feature of the language server. Adding one touches its own file and this list. */
import type { ServerCapabilities } from 'vscode-languageserver';
import type { Client } from '../client.ts';
import { codeActions } from './codeActions.ts';
import { definition } from './definition.ts';
import type { Feature } from './feature.ts';
import { hover } from './hover.ts';

export const features: readonly Feature[] = [hover, definition, codeActions];

/** What all features together promise a client. */
export function featureCapabilities(client: Client): ServerCapabilities {
  return Object.assign({}, ...features.map((feature) => feature.capabilities(client)));
}
