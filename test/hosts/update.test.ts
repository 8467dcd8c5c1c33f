/** Changing a file that other programs change at the same time: real files, real processes. */
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { updateFile } from '../../server/hosts/update.ts';
import { exitOf, textOf } from '../cli/run.ts';
import { ROOT } from '../run/process.mjs';
import { cleaningUp, folder } from '../temporary.ts';

cleaningUp();

const add = (line: string) => (text: string) => `${text}${line}\n`;

describe('a file', () => {
  test('is made, changed and taken away, and nothing else is left', async () => {
    const desk = folder();
    const file = join(desk, 'ledger.jsonl');
    expect(await updateFile(file, add('one'))).toEqual({ text: 'one\n' });
    expect(await updateFile(file, add('twö'))).toEqual({ text: 'one\ntwö\n' });
    expect(readFileSync(file, 'utf8')).toBe('one\ntwö\n');
    expect(await updateFile(file, () => '')).toEqual({ text: '' });
    expect(await updateFile(file, () => '')).toEqual({ text: '' });
    expect(readdirSync(desk)).toEqual([]);
  });

  test('that is not to change is not written', async () => {
    const file = join(folder({ 'a.jsonl': 'one\n' }), 'a.jsonl');
    const { ino, mtimeMs } = statSync(file);
    expect(await updateFile(file, (text) => text)).toEqual({ text: 'one\n' });
    expect(statSync(file)).toMatchObject({ ino, mtimeMs });
  });

  test.skipIf(process.platform === 'win32')('stays a link, and as private as it was', async () => {
    const desk = folder({ 'kept/real.jsonl': '' });
    const real = join(desk, 'kept', 'real.jsonl');
    chmodSync(real, 0o600);
    symlinkSync(real, join(desk, 'link.jsonl'));
    await updateFile(join(desk, 'link.jsonl'), add('one'));
    expect(lstatSync(join(desk, 'link.jsonl')).isSymbolicLink()).toBe(true);
    expect([readFileSync(real, 'utf8'), statSync(real).mode & 0o777]).toEqual(['one\n', 0o600]);
  });

  test('that somebody writes who does not ask is asked of again', async () => {
    const file = join(folder({ 'a.jsonl': 'one\n' }), 'a.jsonl');
    let asked = 0;
    const update = await updateFile(file, (text) => {
      if (asked++ === 0) writeFileSync(file, `${text}theirs\n`);
      return add('ours')(text);
    });
    expect(update).toEqual({ text: 'one\ntheirs\nours\n' });
    expect(readFileSync(file, 'utf8')).toBe('one\ntheirs\nours\n');
  });

  test('that is no text is left alone, and it is said why', async () => {
    const desk = folder({ 'a.jsonl': Uint8Array.of(0x7b, 0xff, 0x7d), 'b.jsonl/c': '' });
    expect(await updateFile(join(desk, 'a.jsonl'), add('one'))).toEqual({ failed: 'is not a text in UTF-8' });
    expect([...readFileSync(join(desk, 'a.jsonl'))]).toEqual([0x7b, 0xff, 0x7d]);
    expect(await updateFile(join(desk, 'b.jsonl'), add('one'))).toEqual({ failed: 'is a folder' });
    expect(await updateFile(join(desk, 'none', 'd.jsonl'), add('one'))).toEqual({ failed: 'does not exist' });
    expect(readdirSync(desk).sort()).toEqual(['a.jsonl', 'b.jsonl']);
  });

  test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('in a folder that may not be written says so', async () => {
    const desk = folder({ 'a.jsonl': 'one\n' });
    chmodSync(desk, 0o500);
    expect(await updateFile(join(desk, 'a.jsonl'), add('two'))).toEqual({ failed: 'permission denied' });
    chmodSync(desk, 0o700);
    expect(readFileSync(join(desk, 'a.jsonl'), 'utf8')).toBe('one\n');
  });

  test('gives the lock back where the change itself goes wrong', async () => {
    const desk = folder({ 'a.jsonl': 'one\n' });
    const broken = () => {
      throw new Error('no');
    };
    expect(await updateFile(join(desk, 'a.jsonl'), broken)).toHaveProperty('failed');
    expect(readdirSync(desk)).toEqual(['a.jsonl']);
  });
});

describe('several programs', () => {
  /** A program that adds lines to a file, or that stops for good in the middle of adding one. */
  async function writer(): Promise<string> {
    const place = folder();
    const contents = `
      import { updateFile } from './server/hosts/update.ts';
      const [file, name, count] = process.argv.slice(2);
      if (count === 'stop') updateFile(file, () => { process.stdout.write('there'); for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0); });
      else (async () => {
        for (let at = 0; at < Number(count); at++) {
          const update = await updateFile(file, (text) => text + name + ' ' + at + '\\n');
          if ('failed' in update) throw new Error(update.failed);
        }
      })();
    `;
    await build({
      stdin: { contents, resolveDir: ROOT },
      absWorkingDir: ROOT,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      mainFields: ['module', 'main'],
      outfile: join(place, 'writer.js'),
      logLevel: 'silent',
    });
    return join(place, 'writer.js');
  }

  test('that write at once lose nothing', async () => {
    const program = await writer();
    const desk = folder();
    const file = join(desk, 'ledger.jsonl');
    const writers = ['a', 'b', 'c', 'd'];
    const ends = writers.map(async (name) => {
      const child = spawn(process.execPath, [program, file, name, '40'], { stdio: ['ignore', 'ignore', 'pipe'] });
      const [code, said] = await Promise.all([exitOf(child), textOf(child.stderr!)]);
      expect({ code, said }).toEqual({ code: 0, said: '' });
    });
    await Promise.all(ends);
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(160);
    for (const name of writers) {
      expect(lines.filter((line) => line.startsWith(name))).toEqual(Array.from({ length: 40 }, (_, at) => `${name} ${at}`));
    }
    expect(readdirSync(desk)).toEqual(['ledger.jsonl']);
  });

  test('of which one dies while it writes do not wait for it for ever', async () => {
    const program = await writer();
    const desk = folder({ 'ledger.jsonl': 'one\n' });
    const file = join(desk, 'ledger.jsonl');
    const child = spawn(process.execPath, [program, file, 'x', 'stop'], { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise((resolve) => child.stdout!.once('data', resolve));
    expect(existsSync(`${file}.lock`)).toBe(true);
    const exited = exitOf(child);
    child.kill('SIGKILL');
    await exited;
    const updates = await Promise.all([updateFile(file, add('two')), updateFile(file, add('three'))]);
    expect(updates.every((update) => 'text' in update)).toBe(true);
    expect(readFileSync(file, 'utf8').split('\n').sort()).toEqual(['', 'one', 'three', 'two']);
    expect(readdirSync(desk)).toEqual(['ledger.jsonl']);
  });

  test('of which one was taken for dead do not undo each other', async () => {
    const desk = folder({ 'ledger.jsonl': 'one\n' });
    const file = join(desk, 'ledger.jsonl');
    let asked = 0;
    const update = await updateFile(file, (text) => {
      if (asked++ === 0) {
        // Somebody else takes our lock away and is about to write by its own.
        unlinkSync(`${file}.lock`);
        writeFileSync(`${file}.lock`, '');
        setTimeout(() => unlinkSync(`${file}.lock`), 20);
      }
      return add('ours')(text);
    });
    expect(update).toEqual({ text: 'one\nours\n' });
    expect(asked).toBe(2);
    expect(readdirSync(desk)).toEqual(['ledger.jsonl']);
  });
});
