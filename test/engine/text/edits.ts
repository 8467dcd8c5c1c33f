/** Random texts of each markup language, and random edits of them: what a writer types, pastes, deletes and moves. */
import fc from 'fast-check';
import type { MarkupLanguage } from '../../../server/engine/model.ts';

export const languages: readonly MarkupLanguage[] = ['plaintext', 'markdown', 'restructuredtext', 'asciidoc', 'latex'];

/** What any text is made of: sentences with names, figures, dates and short forms that later sentences go back to. */
const SENTENCES = [
  'In Norwick 26 people were killed by the flood.',
  'Mayor Ilse Marten said 140 homes were lost on 3 May 2019.',
  'Marten, 54, blamed the dam.',
  'It had held for 35 years.',
  'The Norwick Water Board (NWB) spent $1.3 million on it.',
  'The NWB denies that 12 workers were dismissed.',
  'About 40% of the town had no power, and 300 of its 900 shops were closed',
  'flood waters reached the second floor of the hospital.',
  'Marten will resign in 2031.',
  'Will nobody say who is to blame?',
  'A picture shows the mill (Photo: A. Smith)',
  'see https://example.org/flood and mail@example.org',
  'the board',
  'Flood',
  'Price rises of 3.5 percent, from 6 to 7.50 crowns, hit Eastham.',
];
const COMMON = [
  '\n',
  '\n\n',
  ' ',
  '  ',
  '- ',
  '* ',
  '1. ',
  '    ',
  '"',
  '“',
  '(',
  ')',
  '---\n',
  '***',
  '===\n',
  '\r\n',
  '\t',
  'a',
  'X',
  '7',
  '.',
  ',',
];
const MARKS: Readonly<Record<MarkupLanguage, readonly string[]>> = {
  plaintext: ['# ', '> ', '[1]', '[a](b.md)', '_x_', '----\n', '\u00a0'],
  markdown: [
    '# ',
    '## 3.1 ',
    '```\n',
    '~~~\n',
    '> ',
    '    code\n',
    '<div>\n',
    '</div>\n',
    '<!-- ',
    ' -->',
    '<script>\n',
    '</script>\n',
    '[^1]: ',
    '[note]: /url\n',
    '[note]: ',
    '| a | 26 |\n',
    '|---|---|\n',
    '`',
    '**',
    '[link](',
    '\\',
    '---\ntitle: x\n---\n',
    'title: x\n',
    '- [ ] ',
  ],
  restructuredtext: [
    '.. ',
    '.. note:: ',
    '.. code::\n\n',
    '::\n\n',
    '====\n',
    '----\n',
    '+---+\n',
    '| a | b |\n',
    '>>> ',
    ':field: x\n',
    '``',
    '`',
    ':ref:`x`',
    '   ',
  ],
  asciidoc: [
    '= ',
    '== ',
    '----\n',
    '....\n',
    '====\n',
    '____\n',
    '--\n',
    '|===\n',
    '|a |26\n',
    '.Title\n',
    '// ',
    ':name: x\n',
    'NOTE: ',
    'image::x[]',
    '[quote]\n',
    '+\n',
    '`',
    '{x}',
    '---\nkey: x\n---\n',
  ],
  latex: [
    '\\section{',
    '}',
    '{',
    '\\begin{document}\n',
    '\\begin{verbatim}\n',
    '\\end{verbatim}\n',
    '\\begin{quote}\n',
    '\\end{quote}\n',
    '\\begin{tabular}{ll}\n',
    '\\end{tabular}\n',
    '\\begin{itemize}\n\\item ',
    '\\end{itemize}\n',
    '& ',
    '\\\\\n',
    '$',
    '$$',
    '\\(',
    '\\)',
    '% ',
    '\\cite{x}',
    '\\$',
    '~',
    '--',
  ],
};

/** A change of a text: at a place, told as a part of its length, some units go and others come. */
interface Edit {
  readonly at: number;
  readonly gone: number;
  readonly come: string;
}

export interface Edits {
  readonly text: string;
  readonly edits: readonly Edit[];
}

/** A text and what happens to it. Most texts have plain paragraphs enough that only a part of them must be read again. */
export function edits(language: MarkupLanguage): fc.Arbitrary<Edits> {
  const sentence = fc.constantFrom(...SENTENCES);
  const paragraph = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((list) => `${list.join(' ')}\n\n`);
  const piece = fc.oneof(
    { weight: 6, arbitrary: paragraph },
    { weight: 2, arbitrary: sentence },
    { weight: 2, arbitrary: fc.constantFrom(...MARKS[language]) },
    { weight: 1, arbitrary: fc.constantFrom(...COMMON) },
  );
  const text = fc.array(piece, { minLength: 1, maxLength: 40 }).map((list) => list.join(''));
  const come = fc.oneof(
    fc.constantFrom(...COMMON, ...MARKS[language]),
    fc.constantFrom(...MARKS[language]),
    sentence,
    paragraph,
    fc.constant(''),
    fc.string({ maxLength: 3 }),
  );
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    gone: fc.oneof(fc.constant(0), fc.constant(0), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 400 })),
    come,
  });
  // Only a long text is read in part; the edits fall into the middle, or anywhere.
  const around = fc.array(paragraph, { minLength: 1, maxLength: 40 }).map((list) => list.join(''));
  const near = edit.map((each) => ({ ...each, at: 0.4 + each.at * 0.2 }));
  return fc.record({
    text: fc.tuple(fc.oneof(around, fc.constant('')), text, around).map((parts) => parts.join('')),
    edits: fc.array(fc.oneof(edit, near), { minLength: 1, maxLength: 5 }),
  });
}

/** The text, and what it is after each edit. */
export function versionsOf({ text, edits: list }: Edits): string[] {
  const versions = [text];
  for (const { at, gone, come } of list) {
    const last = versions.at(-1)!;
    const start = Math.round(at * last.length);
    versions.push(last.slice(0, start) + come + last.slice(start + gone));
  }
  return versions;
}
