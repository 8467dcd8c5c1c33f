/** `check --explain`: what a process prints of one figure or name, and what it says of a place that holds neither. */
import { describe, expect, test } from 'vitest';
import { folder } from '../temporary.ts';
import { commandLine } from './run.ts';

const { run } = commandLine();

const draft = 'In Marlow 31 dockers were injured, police said.\n\nMayor Ewa Lindqvst called for calm.\n';
const sources = {
  'sources/evening.txt': 'In Marlow 26 dockers were injured, police said. Mayor Ewa Lindqvist spoke. Ewa Lindqvist left early.',
  'sources/morning.txt': 'In Marlow 26 dockers were injured on Monday. In Marlow 31 shops were shut. Ewa Lindqvist was there.',
};
const desk = () => folder({ 'draft.md': draft, ...sources });
const explain = (cwd: string, place: string, ...more: string[]) =>
  run(['check', 'draft.md', '--sources', 'sources', '--explain', place, ...more], cwd);

describe('a figure', () => {
  test('is told with how it was read, its keys, its candidates and the verdict', async () => {
    const { code, stdout, stderr } = await explain(desk(), '1:11');
    expect(stderr).toBe('');
    expect(code).toBe(1);
    expect(stdout).toContain('draft.md:1:11  refuted');
    expect(stdout).toContain('[refuted-figure]');
    expect(stdout).toContain('    event: injure');
    expect(stdout).toMatch(/count:docker \(2\)/);
    expect(stdout).toMatch(/kept \d\.\d\d differs {2}.*26 dockers/);
    expect(stdout).toMatch(/score = likeness \d\.\d\d \+ head 0\.18 .*\+ event 0\.18/);
    expect(stdout).toMatch(/dropped .*31 shops were shut/);
    expect(stdout).toMatch(/does not agree: .*\([a-z]+(, needs \d\.\d\d)?\)/);
  });

  test('is told alike wherever in it the place is', async () => {
    const cwd = desk();
    expect((await explain(cwd, '1:12')).stdout).toBe((await explain(cwd, '1:11')).stdout);
  });

  test('comes as JSON with all that was read and why each candidate counts or does not', async () => {
    const { code, stdout } = await explain(desk(), '1:11', '--format', 'json', '--fail-on', 'never');
    expect(code).toBe(0);
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({
      version: 1,
      path: 'draft.md',
      kind: 'figure',
      figure: { text: '31', line: 1, column: 11, quantity: { value: 31 } },
      read: { head: { text: 'dockers' }, event: 'injure', speaker: 'police' },
      verdict: 'refuted',
      finding: { rule: 'refuted-figure', severity: 'warning' },
    });
    expect(report.read.terms.docker).toBeGreaterThan(0);
    const [evening, morning] = report.sources;
    expect(evening).toMatchObject({
      source: 'evening.txt',
      candidates: [{ kept: true, stance: 'differs', agreement: 'differs', bar: null }],
    });
    const shops = morning.candidates.find(({ text }: { text: string }) => text === '31');
    expect(shops).toMatchObject({ kept: false, stance: null, agreement: 'same' });
    expect(shops.drops.map(({ as }: { as: string | null }) => as)).toContain('agrees');
    for (const { candidates } of report.sources) {
      for (const { kept, drops, features, score } of candidates) {
        expect(kept || drops.length > 0).toBe(true);
        const sum = Object.values<number>(features).reduce((total, each) => total + each, 0);
        expect(score).toBeCloseTo(Math.min(1, sum), 9);
      }
    }
  });
});

test('a name is told with its keys and the spellings beside it', async () => {
  const { code, stdout } = await explain(desk(), '3:7');
  expect(code).toBe(1);
  expect(stdout).toContain('misspelt');
  expect(stdout).toContain('to be spelt: Ewa Lindqvist');
  expect(stdout).toMatch(/counts {2}Ewa Lindqvist: the same name \(close\); 2 source\(s\)/);
  const report = JSON.parse((await explain(desk(), '3:7', '--format', 'json')).stdout);
  expect(report).toMatchObject({ kind: 'name', name: { text: 'Ewa Lindqvst' }, verdict: 'misspelt', canonical: 'Ewa Lindqvist' });
  expect(report.spellings).toContainEqual(
    expect.objectContaining({ text: 'Ewa Lindqvist', relation: 'close', counted: true, sources: ['evening.txt', 'morning.txt'] }),
  );
});

describe('a place that holds nothing', () => {
  test.each([
    ['right after a figure', '1:13', 'the nearest on that line is "31" at 1:11'],
    ['past the end of a line', '1:900', 'no figure and no name stands there; the nearest'],
    ['on an empty line', '2:1', 'no figure and no name stands there, nor on that line'],
    ['past the last line', '40:1', 'the draft has 4 lines'],
  ])('%s', async (_, place, says) => {
    const { code, stdout, stderr } = await explain(desk(), place);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(`draft.md:${place}: `);
    expect(stderr).toContain(says);
  });

  test.each(['12', '0:1', '1:0', 'one:two', '1:2:3', '-1:4', ''])('is no place: %j', async (place) => {
    const { code, stderr } = await run(['check', 'draft.md', '--sources', 'sources', `--explain=${place}`], desk());
    expect(code).toBe(2);
    expect(stderr).toContain('LINE:COLUMN');
  });

  test('two drafts have no one place', async () => {
    const { code, stderr } = await run(['check', 'draft.md', 'draft.md', '--sources', 'sources', '--explain', '1:11'], desk());
    expect(code).toBe(2);
    expect(stderr).toContain('one draft');
  });
});

test('a draft among its sources is no evidence for itself', async () => {
  const cwd = folder({ 'sources/draft.md': draft, ...sources });
  const { stdout } = await run(['check', 'sources/draft.md', '--sources', 'sources', '--explain', '1:11', '--format', 'json'], cwd);
  const report = JSON.parse(stdout);
  expect(report.verdict).toBe('refuted');
  expect(report.sources.map(({ source }: { source: string }) => source)).toEqual(['evening.txt', 'morning.txt']);
});

test('a text cannot speak to the terminal', async () => {
  const cwd = folder({ 'draft.md': draft, 'sources/a.txt': 'In Marlow 26 \u001b[31mdockers were injured, police said.' });
  const { stdout } = await explain(cwd, '1:11');
  expect(stdout).not.toContain('\u001b');
});
