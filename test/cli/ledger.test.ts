/** What the writer decided counts on the command line too: it drops findings, never verdicts. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder } from '../temporary.ts';
import { commandLine } from './run.ts';

const { run } = commandLine();

const DESK = {
  'sources/harbour.md': 'The trawler Merlin sank off Brixham on 4 March 2021. The coastguard said 14 sailors were rescued.\n',
  'draft.md': 'The trawler Merlin sank off Brixham on 4 March 2021. In all, 19 sailors were rescued.\n',
};
const STET = '{"draft":"draft.md","quantity":"count 19","measures":"sailors rescued","ordinal":1,"decision":"stet"}\n';

interface Report {
  drafts: { figures: { text: string; verdict: string }[]; findings: { rule: string; start: number }[] }[];
}

async function check(desk: string, args: readonly string[], cwd = desk): Promise<{ code: number | null; report: Report; stderr: string }> {
  const { code, stdout, stderr } = await run(['check', ...args, '--format', 'json'], cwd);
  return { code, report: JSON.parse(stdout), stderr };
}

function verdictOf({ drafts }: Report, text: string): string | undefined {
  return drafts[0]!.figures.find((figure) => figure.text === text)?.verdict;
}

describe('a finding that was let stand', () => {
  test('is dropped and counted, and its verdict stays', async () => {
    const desk = folder({ ...DESK, 'second-source.ledger.jsonl': STET });
    const { code, report, stderr } = await check(desk, ['draft.md', '--sources', 'sources']);
    expect({ code, stderr, findings: report.drafts[0]!.findings }).toEqual({ code: 0, stderr: '', findings: [] });
    expect(verdictOf(report, '19')).toBe('refuted');
    const { stdout } = await run(['check', 'draft.md', '--sources', 'sources'], desk);
    expect(stdout).toBe('No findings in 1 draft, 1 let stand; 1 source\n');
  });

  test('is so from any folder, in folders below, and for its own draft only', async () => {
    const desk = folder({
      ...DESK,
      'stories/one/draft.md': DESK['draft.md'],
      'second-source.ledger.jsonl': STET.replace('draft.md', 'stories/one/draft.md'),
    });
    const sources = ['--sources', join(desk, 'sources')];
    const elsewhere = folder();
    expect(await check(desk, [join(desk, 'stories', 'one', 'draft.md'), ...sources], elsewhere)).toMatchObject({ code: 0 });
    expect(await check(desk, [join(desk, 'draft.md'), ...sources], elsewhere)).toMatchObject({ code: 1 });
  });

  test('is flagged again once its figure changes', async () => {
    const desk = folder({ ...DESK, 'draft.md': DESK['draft.md'].replace('19', '20'), 'second-source.ledger.jsonl': STET });
    expect(await check(desk, ['draft.md', '--sources', 'sources'])).toMatchObject({ code: 1 });
  });
});

test('a ledger with broken lines is told of, and the others count', async () => {
  const desk = folder({ ...DESK, 'second-source.ledger.jsonl': `<<<<<<< HEAD\n${STET}=======\n{"draft":\n>>>>>>> other\n` });
  const { code, stderr } = await check(desk, ['draft.md', '--sources', 'sources']);
  expect(code).toBe(0);
  expect(stderr).toContain('second-source.ledger.jsonl:1: a merge left both sides here');
  expect(stderr).toContain('second-source.ledger.jsonl:4: is no decision');
});

describe('a comment that turns findings off', () => {
  test.each([
    ['draft.md', '<!-- second-source: off -->'],
    ['draft.rst', '.. second-source: off'],
    ['draft.adoc', '// second-source: off'],
    ['draft.tex', '% second-source: off'],
    ['draft.txt', 'second-source: off'],
  ])('in %s: %s', async (name, comment) => {
    const text = `${comment}\n\n${DESK['draft.md']}`;
    const desk = folder({ 'sources/harbour.md': DESK['sources/harbour.md'], [name]: text });
    const { code, report } = await check(desk, [name, '--sources', 'sources']);
    expect({ code, findings: report.drafts[0]!.findings }).toEqual({ code: 0, findings: [] });
    expect(verdictOf(report, '19')).toBe('refuted');
  });
});
