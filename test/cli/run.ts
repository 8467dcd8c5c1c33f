/** Builds the command line once for a test file, and runs it as a process of its own in folders made for a test. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, vi } from 'vitest';
import { bundlePrograms } from '../../esbuild.mjs';

const made: string[] = [];

/** A new folder with the files given: from path to content. It is gone after the tests. */
export function folder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'second-source-')));
  made.push(path);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return path;
}

/** Takes the folders away after a file's tests. */
export function cleaningUp(): void {
  afterAll(() => {
    for (const path of made.splice(0)) rmSync(path, { recursive: true, force: true });
  });
}

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command line as it is built from the files that are there now. Call at the top of a test file. */
export function commandLine() {
  // A process of its own takes its time on a machine that has others to run.
  vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
  let program = '';
  cleaningUp();
  beforeAll(async () => {
    const outdir = folder();
    await bundlePrograms({ outdir });
    program = join(outdir, 'cli.js');
  });
  const start = (args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): ChildProcess =>
    spawn(process.execPath, [program, ...args], { cwd, env: { PATH: process.env.PATH, ...env }, stdio: ['pipe', 'pipe', 'pipe'] });
  const run = async (args: readonly string[], cwd: string, env?: Readonly<Record<string, string>>): Promise<Outcome> => {
    const child = start(args, cwd, env);
    child.stdin!.end();
    const [stdout, stderr, code] = await Promise.all([textOf(child.stdout!), textOf(child.stderr!), exitOf(child)]);
    return { code, stdout, stderr };
  };
  return { start, run, program: () => program };
}

export async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

export function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve));
}
