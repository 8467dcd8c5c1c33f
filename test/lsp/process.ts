/** The language server as a process of its own, as an editor starts it. */
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import {
  createMessageConnection,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { exitOf } from '../cli/run.ts';
import { builtPrograms } from '../temporary.ts';

export interface ServerProcess {
  readonly child: ChildProcess;
  readonly connection: MessageConnection;
  /** The exit code, once it has ended. */
  readonly exited: Promise<number | null>;
}

/** What is started, and how it is spoken to: VS Code's server in both ways that it can be, or the command line's. */
export type Transport = 'stdio' | 'ipc' | 'serve';

/**
 * Gives what starts a server, as it is built from the files that are there now. Those that a test leaves running end with it. Call at the top
 * of a test file.
 */
export function serverProcesses(): (transport?: Transport, stderr?: 'inherit' | 'pipe') => ServerProcess {
  const programs = builtPrograms();
  const running = new Set<ChildProcess>();
  afterEach(() => {
    for (const child of running) child.kill('SIGKILL');
  });
  return (transport = 'stdio', stderr = 'inherit') => {
    const program = join(programs(), transport === 'serve' ? 'cli.js' : 'server.js');
    const child =
      transport === 'ipc'
        ? fork(program, ['--node-ipc'], { silent: true })
        : spawn(process.execPath, [program, ...(transport === 'serve' ? ['serve'] : []), '--stdio'], { stdio: ['pipe', 'pipe', stderr] });
    running.add(child);
    const exited = exitOf(child).finally(() => running.delete(child));
    const connection =
      transport === 'ipc'
        ? createMessageConnection(new IPCMessageReader(child), new IPCMessageWriter(child))
        : createMessageConnection(new StreamMessageReader(child.stdout!), new StreamMessageWriter(child.stdin!));
    return { child, connection, exited };
  };
}
