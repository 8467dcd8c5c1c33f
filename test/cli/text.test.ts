/** Reports for the terminal, and conflicts in both forms. */
import pico from 'picocolors';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../server/engine/check.ts';
import { noMarks } from '../../server/engine/ledger/marks.ts';
import type { NameVariant, NameVerdict } from '../../server/engine/names/judge.ts';
import { conflictsReport } from '../../server/hosts/cli/json.ts';
import { clean, linePart, width } from '../../server/hosts/cli/terminal.ts';
import { checkText, conflictsText, extractText } from '../../server/hosts/cli/text.ts';
import { analysed, deskOf, draftOf, harbour, part, people, plain, refuted, source } from './reported.ts';

describe('conflicts', () => {
  const groups = [
    { measures: 'sailors rescued', severity: 'warning' as const, evidence: [{ source: harbour, claim: harbour.analysis.claims[0]! }] },
  ];

  test('as JSON', () => {
    const report = conflictsReport(groups, deskOf([harbour]));
    expect(report).toMatchObject({
      version: 1,
      groups: [
        { measures: 'sailors rescued', severity: 'warning', claims: [{ source: 'harbour.md', text: '14', stance: null, reason: null }] },
      ],
      sources: { articles: 1, skipped: [] },
    });
  });

  test('as text', () => {
    expect(conflictsText(groups, deskOf([harbour]), plain)).toBe(
      [
        'warning  sailors rescued',
        '    Harbour News, 2021-03: \u201cThe coastguard said 14 sailors were rescued.\u201d',
        '',
        '1 disagreement: 1 warning; 1 source',
        '',
      ].join('\n'),
    );
    expect(conflictsText([], deskOf([]), plain)).toBe('No disagreements; 0 sources\n');
  });
});

describe('the text of check', () => {
  test('shows the finding, its line, the sources and a summary', () => {
    const checked = refuted('Title\n\nIn all 12 sailors were saved.\nMore.', '12', [harbour], {
      skipped: [{ uri: 'file:///desk/x.pdf', path: 'x.pdf', reason: 'not text' }],
    });
    expect(checkText([checked], plain)).toBe(
      [
        'draft.md:3:8 warning  No source has it.  [refuted-figure]',
        '    In all 12 sailors were saved.',
        '           ^^',
        '    differs Harbour News, 2021-03: \u201cThe coastguard said 14 sailors were rescued.\u201d',
        '',
        'skipped x.pdf: not text',
        '1 warning in 1 draft; 1 source, 1 skipped',
        '',
      ].join('\n'),
    );
  });

  test('says when there is nothing to say', () => {
    const { draft, desk } = refuted('12', '12', [harbour]);
    expect(
      checkText(
        [
          {
            draft,
            desk,
            judgement: { figures: [], names: [], quotations: [], cited: [], inconsistencies: [], findings: [] },
            letStand: [],
            marks: noMarks,
          },
        ],
        plain,
      ),
    ).toBe('No findings in 1 draft; 1 source\n');
  });

  test('counts findings by severity, the gravest first', () => {
    const checked = (['hint', 'information', 'information', 'error'] as const).map((severity) =>
      refuted('12', '12', [harbour], { severity }),
    );
    expect(checkText(checked, plain)).toContain('1 error, 2 notes, 1 hint in 4 drafts; 1 source\n');
  });

  test('shows five sources and counts the rest', () => {
    const many = Array.from({ length: 8 }, (_, index) => source(`${index}.md`, 'Then 14 sailors.', '14'));
    const text = checkText([refuted('12', '12', many)], plain);
    expect(text.split('\n').filter((line) => line.includes('differs'))).toHaveLength(5);
    expect(text).toContain('    and 3 more\n');
  });

  test('keeps the underline below the figure', () => {
    for (const lead of ['\tTab ', '\u4e2d\u6587 ', 'e\u0301te\u0301 ', '\ud83d\ude80 ', '\ud800 ', '\u200d\ufeff', 'x '.repeat(400)]) {
      const [, line, underline] = checkText([refuted(`${lead}12 sailors`, '12', [harbour])], plain).split('\n');
      const at = underline!.indexOf('^');
      expect(underline!.slice(at)).toBe('^^');
      expect(width(line!.slice(0, line!.lastIndexOf('12')))).toBe(at);
    }
  });

  test('underlines a figure that goes on in the next line as far as its line goes', () => {
    const [, line, underline] = checkText([refuted('about 12\nsailors were', '12\nsailors', [harbour])], plain).split('\n');
    expect(line).toBe('    about 12\u2026');
    expect(underline).toBe('          ^^^');
  });

  test('obeys no text, file name or message', () => {
    const evil = '\u001b[2J\u009b1m\u0007\u202e\u2066\r';
    const checked = refuted(`${evil}12 sailors`, '12', [source(`${evil}.md`, `Then 14${evil} sailors.`, '14', { publisher: `P${evil}` })], {
      skipped: [{ uri: 'file:///desk/y', path: `y${evil}`, reason: evil }],
    });
    const named = { ...checked, draft: { ...checked.draft, path: `d${evil}.md` } };
    for (const text of [checkText([named], plain), extractText([named.draft], plain)])
      expect(text).not.toMatch(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
  });

  test('has colours only where they are wanted', () => {
    const checked = refuted('12', '12', [harbour]);
    expect(checkText([checked], pico.createColors(true))).toContain('\u001b[33mwarning\u001b[39m');
    expect(checkText([checked], plain)).not.toContain('\u001b');
  });

  test('lists the spellings of a name with their sources', () => {
    const checked = refuted('12', '12', [harbour]);
    const mention = { text: '12', start: 0, end: 2, kind: 'person' as const, full: '12', passage: 0 };
    const subject: NameVerdict = {
      mention,
      verdict: 'variant',
      canonical: null,
      variants: [part<NameVariant>({ text: 'Ann Smith', sources: [harbour.article.uri] })],
      introduces: null,
    };
    const finding: Finding = { rule: 'name-variant', severity: 'hint', message: 'Two spellings.', subject, start: 0, end: 2 };
    const text = checkText(
      [{ ...checked, judgement: { figures: [], names: [subject], quotations: [], cited: [], inconsistencies: [], findings: [finding] } }],
      plain,
    );
    expect(text).toContain('draft.md:1:1 hint  Two spellings.  [name-variant]\n');
    expect(text).toContain('    Ann Smith: Harbour News\n');
  });
});

describe('the text of extract', () => {
  test('lists figures and names with their places', () => {
    const analysis = analysed('Ann saw\n12 sailors', { '12': people });
    const names = [{ text: 'Ann', start: 0, end: 3, kind: 'person' as const, full: 'Ann Smith', passage: 0 }];
    expect(extractText([draftOf('a.txt', { ...analysis, names })], plain)).toBe(
      'a.txt:1:1  Ann  person \u00b7 Ann Smith\na.txt:2:1  12  count 12 person \u00b7 sailors rescued\na.txt: 1 figure, 1 name\n',
    );
  });
});

describe('the terminal', () => {
  test('widths follow the script', () => {
    expect(width('abc')).toBe(3);
    expect(width('\u4e2d\u6587')).toBe(4);
    expect(width('\uff21\uff71')).toBe(3);
    expect(width('e\u0301')).toBe(1);
    expect(width('\ud55c\u3042\u30a2')).toBe(6);
  });

  test('cleaning leaves ordinary text alone', () => {
    const text = '\u00a360 \u2013 \u201cna\u00efve\u201d \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 \ud83d\ude80';
    expect(clean(text)).toBe(text);
    expect(clean('a\r\nb\tc')).toBe('a  b c');
    expect(clean('\ud800x')).toBe('\ufffdx');
  });

  test('a part of a line is short however long its text is', () => {
    const text = `${'word '.repeat(100_000)}12${' word'.repeat(100_000)}`;
    const start = text.indexOf('12');
    const cut = linePart(text, { start, end: start + 2 });
    expect(cut.before).toMatch(/^\u2026(word )+$/);
    expect(cut.after).toMatch(/^( word)+\u2026$/);
    expect(cut.before.length + cut.after.length).toBeLessThan(130);
  });

  test('a line that fits is shown whole, wherever the mark is in it', () => {
    const line = `${'word '.repeat(18)}12 ${'word '.repeat(4)}`;
    const text = `Before.\n${line}\nAfter.`;
    const start = text.indexOf('12');
    const { before, marked, after } = linePart(text, { start, end: start + 2 });
    expect(before + marked + after).toBe(line.trim());
  });

  test('a part of a line is cut at a figure that has no end', () => {
    const text = '9'.repeat(1000);
    const cut = linePart(text, { start: 0, end: 1000 });
    expect(cut.marked.length).toBeLessThan(100);
  });
});
