/** The language server on Node, over standard input and output or Node's IPC, whichever the arguments say. Importing it starts it. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../lsp/server.ts';
import { runtime } from './runtime.ts';

startServer(createConnection(ProposedFeatures.all), runtime);
