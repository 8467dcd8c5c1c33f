/** Where a draft says that nothing is to be flagged, in the comments of every markup. */
import { describe, expect, test } from 'vitest';
import { analyse } from '../../../server/engine/analysis.ts';
import { judge, wants } from '../../../server/engine/check.ts';
import { english } from '../../../server/engine/lexicon/en.ts';
import type { MarkupLanguage } from '../../../server/engine/model.ts';
import { defaultSeverities } from '../../../server/engine/rules/rules.ts';
import { isOff, offIn } from '../../../server/engine/text/off.ts';
import { inEnglish } from '../../../server/engine/translate.ts';
import { finish, libraryOf } from '../check.ts';

/** The words of a text that are not flagged by a rule. */
function silent(text: string, language: MarkupLanguage, rule = 'refuted-figure'): string {
  const off = offIn(text, language);
  return [...text.matchAll(/\b[A-Z]\b/g)].flatMap(({ 0: word, index }) => (isOff(off, index, rule) ? [word] : [])).join('');
}

describe('a comment turns findings off, and on again', () => {
  test.each<[MarkupLanguage, string]>([
    ['markdown', 'A\n\n<!-- second-source: off -->\nB C\n\n<!-- second-source: on -->\nD'],
    ['markdown', 'A <!--second-source:off--> B, C <!-- second-source: on --> D'],
    ['markdown', '- A\n  - <!-- second-source: off -->\n    B\n\n      C\n    <!-- second-source: on -->\n- D'],
    ['markdown', '> A\n> <!-- second-source: off -->\n> B C\n>\n> <!-- second-source: on -->\n> D'],
    ['markdown', 'A\r\n\r\n    <!-- second-source: off -->\r\nB\r\nC\r\n<!-- second-source: on -->\r\nD'],
    [
      'markdown',
      'A\n```md\n<!-- second-source: off -->\n```\n~~~\n```\n<!-- second-source: off -->\n~~~\nA `<!-- second-source: off -->` A\n<!-- second-source: off -->\nB C <!-- second-source: on --> D',
    ],
    ['markdown', '> ```\n> code\n\nA <!-- second-source: off --> B C <!-- second-source: on --> D'],
    ['restructuredtext', 'A\n\n.. second-source: off\n\nB C\n\n.. second-source: on\n\nD'],
    ['restructuredtext', '* A\n\n  .. second-source: off\n\n  B\n\n      C\n\n  .. second-source: on\n\nD'],
    [
      'restructuredtext',
      'A::\n\n   .. second-source: off\n\nA\n\n.. code-block:: rst\n\n   .. second-source: off\n\n.. second-source: off\n\nB C\n\n.. second-source: on\n\nD',
    ],
    ['asciidoc', 'A\n\n// second-source: off\nB C\n// second-source: on\nD'],
    ['asciidoc', '* A\n  // second-source: off\n* B C\n//second-source: on\n* D'],
    ['asciidoc', 'A\n----\n// second-source: off\n----\nA\n// second-source: off\nB C\n// second-source: on\nD'],
    ['latex', 'A\n% second-source: off\nB C\n%% second-source: on\nD'],
    ['latex', '\\item A % second-source: off\n  B C\n  % second-source: on\nD'],
    [
      'latex',
      'A 5\\% second-source: off A\n\\begin{verbatim}\n% second-source: off\n\\end{verbatim}\n% second-source: off\nB C % second-source: on\nD',
    ],
    ['plaintext', 'A\n\nsecond-source: off\n\nB C\n\nsecond-source: on\n\nD'],
    ['plaintext', 'A\n  [second-source: off]\nB C\n  # second-source: on\nD'],
    ['plaintext', 'A\n<!-- second-source: off -->\nB C\n<!-- second-source: on -->\nD'],
  ])('in %s: %j', (language, text) => {
    expect(silent(text, language)).toBe('BC');
  });

  test('without an end is good to the end of the text; a second one changes nothing, nor does an end without a start', () => {
    expect(silent('A <!-- second-source: on --> A <!-- second-source: off --> B <!-- second-source: off --> C', 'markdown')).toBe('BC');
  });

  test('for one rule, or several', () => {
    const text =
      'A <!-- second-source: off misspelt-name --> B <!-- second-source: off refuted-figure, name-variant --> C <!-- second-source: on misspelt-name --> D <!-- second-source: on --> E';
    expect(silent(text, 'markdown', 'misspelt-name')).toBe('BC');
    expect(silent(text, 'markdown', 'refuted-figure')).toBe('CD');
    expect(silent(text, 'markdown', 'name-variant')).toBe('CD');
    expect(silent(text, 'markdown', 'unsourced-figure')).toBe('');
  });

  test('with a reason after it', () => {
    expect(silent('<!-- second-source: off: because the court sealed it --> B <!-- second-source: on --> D', 'markdown')).toBe('B');
    expect(silent('<!-- second-source: off misspelt-name (she spells it so) --> B', 'markdown', 'misspelt-name')).toBe('B');
    expect(silent('<!-- second-source: off misspelt-name (she spells it so) --> B', 'markdown')).toBe('');
  });

  test('with words that mean nothing does nothing', () => {
    for (const words of ['of', 'offline', '', 'OFF', 'stop']) expect(offIn(`<!-- second-source: ${words} --> B`, 'markdown')).toEqual([]);
    expect(offIn('A line on second-source: off it goes. // second-source: off', 'asciidoc')).toEqual([]);
    expect(offIn('Our second-source: off the record. <!-- A second-source: off --> <!-- second-source: off', 'markdown')).toEqual([]);
    expect(offIn('We said second-source: off', 'plaintext')).toEqual([]);
  });

  test('work grows with the text, whatever stands in it', () => {
    const steps = (text: string) => {
      let count = 0;
      const counted = new Proxy(new String(text), {
        get(target, key) {
          const value = Reflect.get(target, key);
          if (typeof value !== 'function') return value;
          return (...args: number[]) => {
            const given = value.apply(text, args);
            if (key === 'slice') count += String(given).length;
            return given;
          };
        },
      });
      offIn(counted as unknown as string, 'markdown');
      return count;
    };
    const once = '<!-- second-source: off ` <!-- ``` > - second-source: second-source: on -->\n';
    expect(steps(once.repeat(400))).toBeLessThan(steps(once.repeat(100)) * 5);
    const line = '<!-- second-source: off ` <!-- second-source: on --> ';
    expect(steps(line.repeat(400))).toBeLessThan(steps(line.repeat(100)) * 5);
  });
});

test('what is off is not flagged, and its verdicts stay', () => {
  const library = libraryOf({ wire: 'The coastguard rescued 14 sailors off Brixham on 4 March 2021.' });
  const sentence = 'The coastguard rescued 19 sailors off Brixham on 4 March 2021.';
  const text = `${sentence}\n\n<!-- second-source: off -->\n\n${sentence}\n\n<!-- second-source: on -->\n\n${sentence}\n`;
  const analysis = finish(analyse({ text, language: 'markdown', date: null, omitted: [] }, english));
  const options = { lexicon: english, severities: defaultSeverities, translate: inEnglish };
  const { figures, findings } = finish(judge(analysis, library.fetch(wants(analysis, english)), options));
  const at = (start: number) => text.slice(0, start).split('19').length;
  expect(figures.filter(({ verdict }) => verdict === 'refuted').map(({ claim }) => at(claim.figure.start))).toEqual([1, 2, 3]);
  expect(findings.map(({ rule, start }) => [rule, at(start)])).toEqual([
    ['refuted-figure', 1],
    ['refuted-figure', 3],
  ]);
});
