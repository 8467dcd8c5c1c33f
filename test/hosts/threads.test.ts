/** Threads that answer questions: each gets one answer, or the reason why there is none, whatever becomes of the others. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver';
import { type Outcome, type ThreadOptions, Threads } from '../../server/hosts/threads.ts';
import { cleaningUp, folder } from '../temporary.ts';

cleaningUp();

/** Threads whose program says a text back, with how many it has heard, unless the text says otherwise. */
function threads(options: Partial<ThreadOptions> = {}): Threads<string, string> {
  const program = `
    import { parentPort } from 'node:worker_threads';
    let heard = 0;
    parentPort.on('message', (text) => {
      heard++;
      if (text === 'hangs') for (;;);
      if (text === 'ends') process.exit(1);
      parentPort.postMessage(text + heard);
    });`;
  const memory = { maxOldGenerationSizeMb: 64 };
  return new Threads({ program: join(folder({ 'echo.mjs': program }), 'echo.mjs'), most: 1, handed: 2, memory, ...options });
}

function told(outcome: Outcome<string>): string {
  return 'answer' in outcome ? outcome.answer : outcome.failure;
}

describe('a question', () => {
  test('that is not wanted any more is given up wherever it waits, and the others are answered', async () => {
    const asked = threads();
    const tokens = ['hangs', 'b', 'c', 'd'].map((text) => ({ text, source: new CancellationTokenSource() }));
    const outcomes = tokens.map(({ text, source }) => asked.ask(text, source.token));
    // The second is with the thread that hangs at the first, and the third waits for its turn.
    for (const at of [1, 2]) {
      tokens[at]!.source.cancel();
      expect(await outcomes[at]).toEqual({ failure: 'unwanted' });
    }
    tokens[0]!.source.cancel();
    expect((await Promise.all(outcomes)).map(told)).toEqual(['unwanted', 'unwanted', 'unwanted', 'd1']);
    expect(await asked.ask('e', tokens[0]!.source.token)).toEqual({ failure: 'unwanted' });
  });

  test('is asked of no more threads where too many ended without an answer', async () => {
    const asked = threads({ mostFailures: 2 });
    const outcomes = await Promise.all(['ends', 'ends', 'c'].map((text) => asked.ask(text)));
    expect(outcomes.map(told)).toEqual(['end', 'end', 'end']);
    expect(asked.size).toBe(0);
    expect(told(await asked.ask('d'))).toBe('end');
  });
});
