/** Passages in every markup language: kinds and texts of blocks and sentences, with exact offsets. */
import { describe, expect, it } from 'vitest';
import { passages, texts, words } from './check.ts';

describe('Markdown', () => {
  it('has blocks of every kind, without their marks', () => {
    const text = [
      '# The *old* pier',
      '',
      'It is 120 years old.',
      'Nobody knows why.',
      '',
      '> It must go,',
      '> he said.',
      '',
      '1. Ten boats',
      '   and more',
      '- [x] 3 cars',
      '',
      '| Year | Boats |',
      '|------|------:|',
      '| 2020 | 14 |',
      '',
      'Another title',
      '---',
    ].join('\n');
    expect(texts(text, 'markdown')).toEqual([
      'heading: The *old* pier',
      'It is 120 years old.',
      'Nobody knows why.',
      'quote: It must go,\n> he said.',
      'item: Ten boats\n   and more',
      'item: 3 cars',
      'cell: Year',
      'cell: Boats',
      'cell: 2020',
      'cell: 14',
      'heading: Another title',
    ]);
    expect(words(text, 'markdown').slice(0, 6)).toEqual([
      'The old pier',
      'It is 120 years old .',
      'Nobody knows why .',
      'It must go , he said .',
      'Ten boats and more',
      '3 cars',
    ]);
  });

  it('masks whatever is not prose', () => {
    expect(
      words(
        [
          '---',
          'title: 12 boats',
          '---',
          'Run `x 12` [for 3](https://a.org/4 "5") ![of six](7.png) <b>now</b>[^8] at https://b.org/9 \\$10.',
          '',
          '```js',
          'let a = 11;',
          '```',
          '',
          '    indented 12',
          '',
          '<!-- 13 -->',
          '',
          '[ref]: https://c.org/14',
          '',
          '[^8]: Note of 15 words.',
          '',
          '<div class="x16">',
          'Block of 17',
          '</div>',
          '',
          '<script>',
          '18',
          '</script>',
        ].join('\n'),
        'markdown',
      ),
    ).toEqual(['Run for 3 of six now at $ 10 .', 'Note of 15 words .', 'Block of 17']);
  });

  it('keeps offsets exact with CRLF, a lone CR and a byte order mark', () => {
    const text = '\ufeff# Boats\r\n\r\nThey had 12\r\nboats. And 3 cars.\r\rThe end.';
    expect(texts(text, 'markdown')).toEqual(['heading: Boats', 'They had 12\r\nboats.', 'And 3 cars.', 'The end.']);
  });

  it('reads front matter as none of the text, with CRLF too', () => {
    expect(texts('---\r\ndate: 2022-01-06\r\n---\r\n\r\nThe text.', 'markdown')).toEqual(['The text.']);
    expect(texts('---\n\nThe text.', 'markdown')).toEqual(['The text.']);
    expect(texts('---\n\nThe pier, at 10: closed.\n\n---\n\nThe end.', 'markdown')).toEqual(['The pier, at 10: closed.', 'The end.']);
    expect(texts('+++\ntitle = "12 boats"\n+++\nThe text.', 'markdown')).toEqual(['The text.']);
  });

  it('joins the paragraphs that a page break cuts, in one block', () => {
    expect(words('Prices rose and\n\nthe *wages* fell by 3.', 'markdown')).toEqual(['Prices rose and the wages fell by 3 .']);
  });
});

describe('reStructuredText', () => {
  it('has sections, lists, prose directives and quotes, and skips code', () => {
    const text = [
      '=====',
      'Boats',
      '=====',
      ':date: 2022-01-06',
      '',
      'The *old* pier has ``12`` :ref:`great boats <b-13>` and `a site <https://x.org/14>`_ [15]_.',
      'It is here::',
      '',
      '    code 16',
      '',
      'Ports',
      '-----',
      '',
      '- 17 boats',
      '  in all',
      '',
      '.. note:: Only 18 left.',
      '',
      '.. code-block:: python',
      '   :linenos:',
      '',
      '   x = 19',
      '',
      '.. comment 20',
      '.. [15] A footnote of 21.',
      '',
      '+----+----+',
      '| 22 | 23 |',
      '+----+----+',
    ].join('\n');
    expect(passages(text, 'restructuredtext').map(({ kind }) => kind)).toEqual([
      ...['heading', 'paragraph', 'paragraph', 'heading', 'item', 'paragraph', 'paragraph', 'cell', 'cell'],
    ]);
    expect(words(text, 'restructuredtext')).toEqual([
      'Boats',
      'The old pier has great boats and a site .',
      'It is here :',
      'Ports',
      '17 boats in all',
      'Only 18 left .',
      'A footnote of 21 .',
      '22',
      '23',
    ]);
  });
});

describe('AsciiDoc', () => {
  it('has sections, lists, tables and admonitions, and skips listings', () => {
    const text = [
      '= The pier',
      'Ann Lee <ann@example.org>',
      ':revdate: 2022-01-06',
      '',
      'It had `12` *great* https://x.org/13[boats] and {n14} <<r15,more>>.',
      '// 16 comments',
      '',
      '[source,ruby]',
      '----',
      'x = 17',
      '----',
      '',
      '== Ports',
      '* 18 boats',
      '** 19 cars',
      '',
      'NOTE: Only 20 left.',
      '',
      '|===',
      '|21 |22',
      '|===',
      '',
      'image::pier-23.png[]',
    ].join('\n');
    expect(passages(text, 'asciidoc').map(({ kind }) => kind)).toEqual([
      'heading',
      'paragraph',
      'heading',
      'item',
      'item',
      'paragraph',
      'cell',
      'cell',
    ]);
    expect(words(text, 'asciidoc')).toEqual([
      'The pier',
      'It had great boats and .',
      'Ports',
      '18 boats',
      '19 cars',
      'Only 20 left .',
      '21',
      '22',
    ]);
  });
});

describe('LaTeX', () => {
  it('has sections, items, cells and captions, and skips math, comments and the preamble', () => {
    const text = [
      '\\documentclass[11pt]{article}',
      '\\setlength{\\parskip}{12pt}',
      '\\begin{document}',
      '\\section{The \\emph{old} pier}\\label{sec:13}',
      'It cost \\$14 or 15\\% more~\\cite[p.~16]{lee17}, as $n = 18$ shows. % 19',
      'See \\href{https://x.org/20}{the site}.',
      '\\begin{equation}',
      'x = 21',
      '\\end{equation}',
      '',
      '\\begin{itemize}',
      '\\item 22 boats',
      '\\item[23] cars',
      '\\end{itemize}',
      '\\begin{tabular}{ll}',
      '24 & 25 \\\\',
      '\\end{tabular}',
      '\\verb|26| and \\[ 27 \\] more.',
      '\\end{document}',
    ].join('\n');
    expect(passages(text, 'latex').map(({ kind }) => kind)).toEqual([
      'heading',
      'paragraph',
      'paragraph',
      'item',
      'item',
      'cell',
      'cell',
      'paragraph',
    ]);
    expect(words(text, 'latex')).toEqual([
      'The old pier',
      'It cost $ 14 or 15 % more , as shows .',
      'See the site .',
      '22 boats',
      'cars',
      '24',
      '25',
      'and more .',
    ]);
  });
});

describe('what cites', () => {
  it('is no text: Pandoc’s keys with their pages', () => {
    expect(words('Crews saved 14 [@lund22, p. 4]. More [see @a, pp. 33-35; @b, chap. 3] left [a] or [b](c).', 'markdown')).toEqual([
      'Crews saved 14 .',
      'More left a or b .',
    ]);
  });

  it('is no text in AsciiDoc, nor are its brackets, and the word before a macro is', () => {
    expect(words('Crews saved 14 cite:[lund22(4)].footnote:[Post: “It saved 14.”] More <<lund,p. 9>>.', 'asciidoc')).toEqual([
      'Crews saved 14 .',
      'Post : " It saved 14 . "',
      'More .',
    ]);
    expect(words('It sank.footnote:x[Post.] See.footnote:[pass:c[A [b\\] c.]] End.', 'asciidoc').join(' ')).not.toMatch(/footnote/);
  });
});
