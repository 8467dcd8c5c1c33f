/** `conflicts` as a process: what it prints, in what order, and with which exit code. */
import { describe, expect, test } from 'vitest';
import { folder } from '../temporary.ts';
import { commandLine } from './run.ts';

const { run } = commandLine();

const dated = (date: string, text: string) => `---\npublisher: Paper of ${date}\ndate: ${date}\n---\n${text}\n`;
const sources = {
  'sources/a.md': dated(
    '2021-05-03',
    'In Ostmark 14 weavers were killed by the blast, police said. In 1998 soldiers killed 31 miners in Ostmark.',
  ),
  'sources/b.md': dated(
    '2021-05-06',
    'In Ostmark 19 weavers were killed by the blast, police said. In 1998 soldiers killed 36 miners in Ostmark.',
  ),
};

describe('conflicts', () => {
  test('prints the plain ones first, the earliest report first in each', async () => {
    const { code, stdout, stderr } = await run(['conflicts', '--sources', 'sources', '--config', 'none'], folder(sources));
    expect(stderr).toBe('');
    expect(code).toBe(1);
    expect(stdout.split('\n').filter(Boolean)).toEqual([
      'warning  miners killed',
      '    Paper of 2021-05-03, 2021-05-03: “In 1998 soldiers killed 31 miners in Ostmark.”',
      '    Paper of 2021-05-06, 2021-05-06: “In 1998 soldiers killed 36 miners in Ostmark.”',
      'note  weavers killed',
      '    Paper of 2021-05-03, 2021-05-03, police: “In Ostmark 14 weavers were killed by the blast, police said.”',
      '    Paper of 2021-05-06, 2021-05-06, police: “In Ostmark 19 weavers were killed by the blast, police said.”',
      '2 disagreements: 1 warning, 1 note; 2 sources',
    ]);
  });

  test('prints JSON, and fails on what it is told to fail on', async () => {
    const cwd = folder(sources);
    const arguments_ = ['conflicts', '--sources', 'sources', '--config', 'none', '--format', 'json'];
    const { code, stdout } = await run([...arguments_, '--fail-on', 'error'], cwd);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      groups: [
        {
          measures: 'miners killed',
          severity: 'warning',
          claims: [
            { source: 'a.md', text: '31' },
            { source: 'b.md', text: '36' },
          ],
        },
        {
          measures: 'weavers killed',
          severity: 'information',
          claims: [
            { source: 'a.md', text: '14', speaker: 'police' },
            { source: 'b.md', text: '19' },
          ],
        },
      ],
      sources: { articles: 2, skipped: [] },
    });
  });

  test('has nothing to say where the sources agree', async () => {
    const agreeing = {
      'sources/a.md': sources['sources/a.md'],
      'sources/b.md': sources['sources/a.md'].replaceAll('2021-05-03', '2021-05-04'),
    };
    const { code, stdout } = await run(['conflicts', '--sources', 'sources', '--config', 'none'], folder(agreeing));
    expect(stdout).toBe('No disagreements; 2 sources\n');
    expect(code).toBe(0);
  });
});
