/** Quotations and the draft against itself on the command line: what is printed, and the exit codes. */
import { expect, test } from 'vitest';
import { folder } from '../temporary.ts';
import { commandLine } from './run.ts';

const { run } = commandLine();

const FILES = {
  'sources/herald.md': '---\npublisher: Tarvik Herald\n---\n\n“We will not leave this harbour before they pay,” said Tomas Wendelin.\n',
  'quoted.md': 'Wendelin said: “We will leave this harbour before they pay.”\n',
  'reckoned.md': 'The crew doubled from 60 to 150.\n',
  'right.md': 'Wendelin said: “We will not leave this harbour before they pay.” The crew doubled from 60 to 120.\n',
};

test('an altered quotation is printed with the passage that has the words', async () => {
  const { stdout, code } = await run(['check', 'quoted.md', '--sources', 'sources'], folder(FILES));
  expect(code).toBe(1);
  expect(stdout).toContain('quoted.md:1:20 warning  Quoted otherwise than in the source: “will not” (Tarvik Herald)  [altered-quote]');
  expect(stdout).toContain('    Tarvik Herald: ““We will not leave this harbour before they pay,” said Tomas Wendelin.”');
});

test('figures that do not go together are findings like others, in JSON too', async () => {
  const { stdout, code } = await run(['check', 'reckoned.md', '--sources', 'sources', '--format', 'json'], folder(FILES));
  expect(code).toBe(1);
  expect(JSON.parse(stdout).drafts[0].findings).toEqual([
    { rule: 'inconsistent-draft', severity: 'warning', start: 9, end: 16, message: '60 to 150 is 2.5 times, not double' },
  ]);
});

test('what is quoted and reckoned rightly is no finding', async () => {
  const { stdout, code } = await run(['check', 'right.md', '--sources', 'sources'], folder(FILES));
  expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('No ') });
});

test('settings turn both off', async () => {
  const rules = { 'altered-quote': 'off', 'inconsistent-draft': 'hint' };
  const place = folder({ ...FILES, 'second-source.json': JSON.stringify({ rules }) });
  const { stdout, code } = await run(['check', 'quoted.md', 'reckoned.md', '--format', 'json'], place);
  expect(code).toBe(0);
  expect(
    JSON.parse(stdout).drafts.map(({ findings }: { findings: { severity: string }[] }) => findings.map(({ severity }) => severity)),
  ).toEqual([[], ['hint']]);
});
