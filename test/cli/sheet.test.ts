/** `report`: fact sheets in each format, and the draft with its notes; whatever the texts hold, they say no more than it. */
import { describe, expect, test } from 'vitest';
import { folder } from '../temporary.ts';
import { commandLine } from './run.ts';

const { run } = commandLine();

const files = {
  'draft.md': 'In Tarvik 44 weavers were killed.[^1] He saw 7 cats. Tomas Wendelinn leads the union.\n\n[^1]: A note.\n',
  'sources/herald.md':
    '---\ntitle: =HYPERLINK("http://evil.example")\npublisher: <b>Tarvik</b> | Herald\ndate: 2021-03-04\n---\n\nIn Tarvik 31 weavers were killed, police said. Tomas Wendelin leads them.\n',
  'sources/echo.md': '---\npublisher: Coast Echo\n---\n\nIn Tarvik 31 weavers were killed, said Tomas Wendelin, who leads the union.\n',
};

const report = (format: string, more: Readonly<Record<string, string>> = {}) =>
  run(['report', 'draft.md', '--sources', 'sources', '--config', 'none', '--format', format], folder({ ...files, ...more }));

describe('a fact sheet', () => {
  test('in Markdown names every claim with its verdict and each source’s words, and names to look at; it is not checked itself', async () => {
    const { code, stdout } = await report('md');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^# Fact sheet of `draft\.md`\n\n<!-- second-source: off -->\n\n2 figures, 1 of them found in 2 sources\.\n/);
    expect(stdout).toMatch(
      /^\| 1 \| In Tarvik \*\*44\*\* weavers were killed\..*\(line 1\) \| No source agrees \| .*\*\*Coast Echo\*\*.*\|$/m,
    );
    expect(stdout).toMatch(/^\| 2 \| He saw \*\*7\*\* cats\. \(line 1\) \| Cannot confirm: in no source \| {2}\| {2}\| ☐ \|$/m);
    expect(stdout).toMatch(/^\| Tomas Wendelinn \(1\) \| No source spells it so \| Tomas Wendelin \(.*Coast Echo.*\) \| ☐ \|$/m);
  });

  test('in Markdown has nothing that is checked, whatever the draft is called', async () => {
    const named = { '44-weavers-killed-in-Tarvik.md': files['draft.md'], 'sources/herald.md': files['sources/herald.md'] };
    const sheet = await run(['report', '44-weavers-killed-in-Tarvik.md', '--sources', 'sources', '--config', 'none'], folder(named));
    const where = folder({ ...named, 'sheet.md': sheet.stdout });
    const { stdout } = await run(['check', 'sheet.md', '--sources', 'sources', '--config', 'none', '--format', 'json'], where);
    expect(JSON.parse(stdout).drafts[0].findings).toEqual([]);
  });

  test('in Markdown takes no markup from a source', async () => {
    const { stdout } = await report('md');
    expect(stdout).toContain('\\<b\\>Tarvik\\</b\\> \\| Herald');
  });

  test('in HTML is a whole page that holds no markup of a source, and needs nothing from elsewhere', async () => {
    const { stdout } = await report('html');
    expect(stdout).toMatch(/^<!DOCTYPE html>/);
    expect(stdout).toContain('&lt;b&gt;Tarvik&lt;/b&gt; | Herald');
    expect(stdout).not.toContain('<b>Tarvik');
    expect(stdout).not.toMatch(/<script|<link|<img|src=/);
    expect(stdout).toContain('<td>Cannot confirm: in no source</td>');
  });

  test('in CSV has a line for each source, and one where nothing was found; nothing in it is a formula', async () => {
    const { stdout } = await report('csv');
    const lines = stdout.split('\r\n');
    expect(lines[0]).toBe(
      'No.,Line,Figure,Claim,Verdict,Source,Title,Date,Place,Speaker,Stance,Wording,Origins,Decision,Check,Checked by,Checked on,Relied on,Note',
    );
    expect(lines.filter((line) => line.startsWith('1,1,44,'))).toHaveLength(2);
    expect(lines.find((line) => line.startsWith('2,1,7,'))).toMatch(/Cannot confirm: in no source,,,,,,,,,,,,,,$/);
    expect(stdout).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
  });

  test('has the quotations with their verdicts, the words of the sources, and who checked them', async () => {
    const ledger =
      '{"draft":"draft.md","quotation":"Nobody here will ever sell the mill,","decision":"tick","when":"2024-11-24","who":"ab",' +
      '"passage":{"source":"sources/post.md","says":"Nobody here will ever sell the mill","text":"x"}}\n';
    const more = {
      'draft.md':
        '“Nobody here will ever sell the mill,” he said. “It is old and it leaks badly,” she said. “No word of this was ever said.”\n',
      'sources/post.md':
        '---\npublisher: Evening Post\n---\n“Nobody here will ever sell the mill,” he said. “It is old and it leaks,” she said.\n',
      'second-source.ledger.jsonl': ledger,
    };
    const { stdout } = await report('md', more);
    expect(stdout).toContain('## Quotations');
    expect(stdout).toMatch(
      /^\| “Nobody here will ever sell the mill,” \(1\) \| Quoted as in the source \| \*\*Evening Post\*\*: .*\(agrees\) \| {2}\| ☑ Checked by ab/m,
    );
    expect(stdout).toMatch(
      /^\| “It is old and it leaks badly,” \(1\) \| Quoted otherwise than in the source \| .*\*\*It is old and it leaks\*\*.*\(differs\) \|/m,
    );
    expect(stdout).toMatch(/^\| “No word of this was ever said\.” \(1\) \| Cannot confirm: in no source \| {2}\| {2}\| ☐ \|$/m);
    expect((await report('html', more)).stdout).toContain('<h2>Quotations</h2>');
    const lines = (await report('csv', more)).stdout.split('\r\n');
    expect(lines[1]).toMatch(
      /^1,1,,“?"?“Nobody here will ever sell the mill,”"?,Quoted as in the source,Evening Post,.*,checked,ab,24 November 2024,Evening Post,$/,
    );
    expect(lines[3]).toMatch(/^3,1,,“No word of this was ever said\.”,Cannot confirm: in no source,/);
  });

  test('tells what was let stand', async () => {
    const stet =
      '{"draft":"draft.md","quantity":"count 44","measures":"weavers killed","subject":["Tarvik"],"ordinal":1,"decision":"stet","when":"2024-11-24","who":"ab","note":"By phone."}\n';
    const { stdout } = await report('md', { 'second-source.ledger.jsonl': stet });
    expect(stdout).toMatch(/^\| 1 \|.*\| Let stand by ab on 24 November 2024\. By phone\. \| ☐ \|$/m);
  });
});

describe('a fact sheet of a draft that is being checked', () => {
  const claim = '"draft":"draft.md","quantity":"count 44","measures":"weavers killed","subject":["Tarvik"],"ordinal":1';
  const passage = (says: string) =>
    `"passage":{"source":"sources/echo.md","says":"${says}","text":"In Tarvik ${says} weavers were killed, said Tomas Wendelin, who leads the union."}`;
  const tick = (says: string) =>
    `{${claim},"decision":"tick","when":"2024-11-24","who":"A. <b>","note":"By phone.","figure":"44","said":"In Tarvik 44 weavers were killed.",${passage(says)}}\n`;
  const ledger = (line: string) => ({ 'second-source.ledger.jsonl': line });

  test('tells who ticked what, when, against which words, and why', async () => {
    const { stdout } = await report('md', ledger(tick('31')));
    expect(stdout).toContain('2 figures, 1 of them found in 2 sources. 1 of 2 are checked.');
    expect(stdout).toMatch(
      /^\| 1 \|.*\| ☑ Checked by A\. \\<b\\> on 24 November 2024 against Coast Echo: “In Tarvik 31 weavers.* the union\.” By phone\. \|$/m,
    );
    const csv = (await report('csv', ledger(tick('31')))).stdout;
    expect(csv).toMatch(/^1,1,44,.*,checked,A\. <b>,24 November 2024,Coast Echo,By phone\.\r$/m);
    const html = (await report('html', ledger(tick('31')))).stdout;
    expect(html).toContain('<td>☑ Checked by A. &lt;b&gt; on 24 November 2024 against Coast Echo');
    expect(html).toContain('<td>☐</td>');
    expect((await report('annotated', ledger(tick('31')))).stdout).toMatch(/^\[\^c1\]: .*Checked by A\. \\<b\\> on 24 November 2024/m);
  });

  test('tells what has changed under a tick, and counts it no more', async () => {
    const { stdout } = await report('md', ledger(tick('30')));
    expect(stdout).toContain('0 of 2 are checked.');
    expect(stdout).toMatch(/^\| 1 \|.*\| ☐ Coast Echo now says 31, not 30\. Checked by A\. /m);
  });

  test('has the names that were checked, though nothing is said against them', async () => {
    const tick = '{"draft":"draft.md","name":"Tomas Wendelinn","decision":"tick","when":"2024-11-24"}\n';
    const text = files['draft.md'].replaceAll('Wendelinn', 'Wendelin');
    const { stdout } = await report('md', { ...ledger(tick.replace('Wendelinn', 'Wendelin')), 'draft.md': text });
    expect(stdout).toMatch(/^\| Tomas Wendelin \(1\) \| Spelt so in the sources \| .* \| ☑ Checked on 24 November 2024\. \|$/m);
    expect((await report('md', { 'draft.md': text })).stdout).not.toContain('| Tomas Wendelin');
  });

  test('tells what is asked', async () => {
    const query = `{${claim},"decision":"query","when":"2024-11-24","note":"Who counted?","figure":"44","said":"In Tarvik 44 weavers were killed."}\n`;
    const { stdout } = await report('md', ledger(query));
    expect(stdout).toMatch(/^\| 1 \|.*\| \? Queried on 24 November 2024\. Who counted\? \|$/m);
  });
});

describe('an annotated draft', () => {
  test('is the draft with a footnote for each figure, whose labels no other footnote has', async () => {
    const { stdout } = await report('annotated', { 'draft.md': files['draft.md'].replaceAll('[^1]', '[^c1]') });
    expect(stdout).toMatch(/^In Tarvik 44\[\^cc1\] weavers were killed\.\[\^c1\] He saw 7\[\^cc2\] cats\./);
    expect(stdout).toMatch(/\n\n<!-- second-source: off -->\n\n\[\^cc1\]: No source agrees\. /);
    expect(stdout).toMatch(/\n\n\[\^cc2\]: Cannot confirm: in no source\.\n$/);
    const [body] = stdout.split('\n\n<!-- second-source: off -->');
    expect(body!.replaceAll(/\[\^cc\d+\]/g, '')).toBe(files['draft.md'].replaceAll('[^1]', '[^c1]').trimEnd());
  });

  test('keeps the draft’s line ends', async () => {
    const { stdout } = await report('annotated', { 'draft.md': 'In Tarvik 44 weavers were killed.\r\nHe left.\r\n' });
    expect(stdout).toMatch(/^In Tarvik 44\[\^c1\] weavers were killed\.\r\nHe left\.\r\n\r\n/);
  });
});

describe('wrong usage', () => {
  test.each([
    [['report', '--sources', 'sources'], 'report takes one draft'],
    [['report', 'draft.md', 'draft.md', '--sources', 'sources'], 'report takes one draft'],
    [['report', 'draft.md', '--sources', 'sources', '--format', 'docx'], '--format is one of md, html, csv, annotated; not docx'],
  ])('%j is said to be so', async (args, message) => {
    const { code, stderr } = await run(args, folder(files));
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  test('a draft that cannot be read is no report', async () => {
    const { code, stdout, stderr } = await run(['report', 'gone.md', '--sources', 'sources'], folder(files));
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('gone.md');
  });
});
