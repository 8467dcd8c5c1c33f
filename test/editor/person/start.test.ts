/** `npm start` as the reader of the README meets it, where VS Code is shown in a browser. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { ROOT } from '../../run/process.mjs';
import { startBrowser } from '../harness/browser.mjs';

const inBrowser = process.env.SECOND_SOURCE_EDITOR === 'server' || (process.platform === 'linux' && !process.env.DISPLAY);

test.skipIf(!inBrowser)(
  'npm start shows the sample desk with its findings, and ends when asked',
  async () => {
    const env = { ...process.env, SECOND_SOURCE_EDITOR: 'server' };
    const program = spawn(process.execPath, [join('test', 'run', 'start.mjs')], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(program, 'exit');
    try {
      const lines: string[] = [];
      let url: string | undefined;
      for await (const line of createInterface(program.stdout)) {
        lines.push(line);
        url = /^Ready: (http\S+)$/.exec(line)?.[1];
        if (url) break;
      }
      expect(lines.join('\n')).toContain('misspelt-name');
      if (!url) throw new Error(`It printed no address:\n${lines.join('\n')}`);
      expect(new URL(url).hostname).toBe('127.0.0.1');
      expect((await fetch(new URL('/', url))).status).toBe(403);

      const browser = await startBrowser();
      try {
        const page = await browser.newPage();
        await page.goto(url);
        await page.locator('.tab.active[data-resource-name="draft.md"]').waitFor();
        await page.locator('.statusbar-item:has-text("5 sources")').waitFor();
        await page.locator('.editor-instance .squiggly-warning').first().waitFor();
      } finally {
        await browser.close();
      }
      program.kill('SIGTERM');
      expect(await ended).toEqual([0, null]);
      await expect(fetch(url)).rejects.toThrow();
    } finally {
      program.kill('SIGKILL');
    }
  },
  180_000,
);
