/** The commands of the server, which code actions and clients of our own give. Adding one touches its own file and the list here. */
import { normalUri } from '../uris.ts';
import { checkCommands } from './checking.ts';
import type { Feature } from './feature.ts';
import type { ServerCommand } from './serverCommand.ts';
import { stetCommands } from './stet.ts';

const all: readonly ServerCommand[] = [...stetCommands, ...checkCommands];

export const commands: Feature = {
  capabilities: () => ({ executeCommandProvider: { commands: all.map(({ name }) => name) } }),
  register(answers) {
    const { connection, documents, answer } = answers;
    connection.onExecuteCommand(({ command, arguments: list }, token) =>
      answer(async (session) => {
        const given: unknown = list?.[0];
        const rest = (typeof given === 'object' && given !== null ? given : {}) as Record<string, unknown>;
        const document = typeof rest.uri === 'string' ? documents.get(rest.uri) : undefined;
        const folder = document && session.consulting.draftFolder(document);
        if (!document || !folder) return null;
        await all.find(({ name }) => name === command)?.run({ draft: normalUri(document.uri), document, folder, session }, rest, token);
        return null;
      }),
    );
  },
};
