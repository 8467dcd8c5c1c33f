/** The command line as a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { builtPrograms } from '../temporary.ts';

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command line as it is built from the files that are there now. Call at the top of a test file. */
export function commandLine() {
  const programs = builtPrograms();
  const program = () => join(programs(), 'cli.js');
  const start = (args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): ChildProcess =>
    spawn(process.execPath, [program(), ...args], { cwd, env: { PATH: process.env.PATH, ...env }, stdio: ['pipe', 'pipe', 'pipe'] });
  const run = async (args: readonly string[], cwd: string, env?: Readonly<Record<string, string>>): Promise<Outcome> => {
    const child = start(args, cwd, env);
    child.stdin!.end();
    const [stdout, stderr, code] = await Promise.all([textOf(child.stdout!), textOf(child.stderr!), exitOf(child)]);
    return { code, stdout, stderr };
  };
  return { start, run, program };
}

export async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

export function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve));
}
