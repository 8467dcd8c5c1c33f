/** Passages: kinds and texts of blocks and sentences in every markup language, with exact offsets. */
import { describe, expect, it } from 'vitest';
import { english } from '../../../server/engine/lexicon/en.ts';
import type { MarkupLanguage, Passage, Span } from '../../../server/engine/model.ts';
import { passagesOf } from '../../../server/engine/text/passages.ts';
import { finish } from '../check.ts';

function passages(text: string, language: MarkupLanguage = 'plaintext', omitted: readonly Span[] = []): Passage[] {
  return finish(passagesOf({ text, language, date: null, omitted }, english));
}

/** Each passage as written, with its kind where it is no paragraph. */
function texts(text: string, language: MarkupLanguage = 'plaintext', omitted: readonly Span[] = []): string[] {
  return passages(text, language, omitted).map(({ kind, start, end }) => {
    const written = text.slice(start, end);
    return kind === 'paragraph' ? written : `${kind}: ${written}`;
  });
}

/** Each passage's tokens, with a space between them. */
function words(text: string, language: MarkupLanguage = 'plaintext', omitted: readonly Span[] = []): string[] {
  return passages(text, language, omitted).map(({ tokens }) => tokens.map((token) => token.text).join(' '));
}

describe('sentences', () => {
  it('go on after abbreviations and initials', () => {
    expect(texts('The ferry sank on Jan. 6 off Cape Town. Dr. Amy Lund and J. R. Smith saw it, vs. no one else. Nobody died.')).toEqual([
      'The ferry sank on Jan. 6 off Cape Town.',
      'Dr. Amy Lund and J. R. Smith saw it, vs. no one else.',
      'Nobody died.',
    ]);
  });

  it('go on after U.S. before a name and end before a function word', () => {
    expect(texts('He left the U.S. The flight took nine hours. The U.S. Navy and G.K. Hall said so.')).toEqual([
      'He left the U.S.',
      'The flight took nine hours.',
      'The U.S. Navy and G.K. Hall said so.',
    ]);
  });

  it('go on after a time of day before a day', () => {
    expect(texts('It closed at 5 p.m. Tuesday. It opened at 9 a.m. Nobody came.')).toEqual([
      'It closed at 5 p.m. Tuesday.',
      'It opened at 9 a.m.',
      'Nobody came.',
    ]);
  });

  it('end after words that look like abbreviations', () => {
    expect(texts('The children sat. Twelve were hurt. The answer was no. Nobody spoke. It is No. 10 on the list.')).toEqual([
      'The children sat.',
      'Twelve were hurt.',
      'The answer was no.',
      'Nobody spoke.',
      'It is No. 10 on the list.',
    ]);
  });

  it('may begin with a figure', () => {
    expect(
      texts(
        'It fell by 3 percent. 26 people left in 2011. $40 million was lost. 15 stayed; vol. 3 says so, at approx. 4 p.m. and Rs. 500 each.',
      ),
    ).toEqual([
      'It fell by 3 percent.',
      '26 people left in 2011.',
      '$40 million was lost.',
      '15 stayed; vol. 3 says so, at approx. 4 p.m. and Rs. 500 each.',
    ]);
  });

  it('keep decimals and sums whole', () => {
    expect(texts('It rose from $.14 to $.28 a litre. Then it fell by 3.5 percent.')).toEqual([
      'It rose from $.14 to $.28 a litre.',
      'Then it fell by 3.5 percent.',
    ]);
  });

  it('go on after a quotation that ends inside them', () => {
    expect(texts('\u201cWhere are the boats?\u201d he asked. \u201cGone!\u201d')).toEqual([
      '\u201cWhere are the boats?\u201d he asked.',
      '\u201cGone!\u201d',
    ]);
  });

  it('are cut where a window ends if they are longer, and nothing is lost', () => {
    const long = `Then ${'the boat and '.repeat(5000)}the end.`;
    const found = passages(`${long} Next one.`);
    expect(found.length).toBeGreaterThan(2);
    expect(
      found
        .flatMap(({ tokens }) => tokens)
        .map(({ text }) => text)
        .join(' '),
    ).toBe(`${long.slice(0, -1)} . Next one .`);
  });

  it('are the same whether or not a window ends in one of them', () => {
    const sentence = 'Some 1,250 people crossed the river at Low Ford on Monday. ';
    const found = texts(sentence.repeat(900));
    expect(new Set(found)).toEqual(new Set([sentence.trim()]));
    expect(found).toHaveLength(900);
  });
});

describe('plain text', () => {
  it('takes a short line by itself for a heading, and no sentence', () => {
    expect(texts('What the river took\n\nIt took four houses.\n\nFour houses fell.\n\nand so on')).toEqual([
      'heading: What the river took',
      'It took four houses.',
      'Four houses fell.',
      'and so on',
    ]);
  });

  it('joins hard-wrapped lines, and not lines that are paragraphs', () => {
    const wrapped = 'The council of the old harbour town voted on\nMonday to rebuild the pier. It will cost about\n12 million pounds.';
    expect(texts(wrapped)).toEqual([
      'The council of the old harbour town voted on\nMonday to rebuild the pier.',
      'It will cost about\n12 million pounds.',
    ]);
    expect(
      texts('A short line of its own\nThe second line is very much longer than the first one, and has more to say.\nShort too'),
    ).toHaveLength(3);
  });

  it('reads list items without their marks', () => {
    expect(texts('Demands:\n- 12 new boats\n- lower rents\n\n1. First of all\n2) Second')).toEqual([
      'Demands:',
      'item: 12 new boats',
      'item: lower rents',
      'item: First of all',
      'item: Second',
    ]);
  });

  it('takes no number in the middle of a paragraph for a list number', () => {
    expect(texts('The vote was lost, and the pier was closed in\n12. of the ports nobody spoke')).toHaveLength(1);
  });

  it('tells captions by their credits', () => {
    expect(texts('Crowds at the gate, 4 May (Photo: J. Roe/CC)\n\nReuters/Jane Doe')).toEqual([
      'caption: Crowds at the gate, 4 May (Photo: J. Roe/CC)',
      'caption: Reuters/Jane Doe',
    ]);
    expect(texts('Crowds at the gate on Monday. Photograph: Jane Roe/AP')[0]).toBe('caption: Crowds at the gate on Monday.');
    expect(texts('He got the picture: nobody came.')).toEqual(['He got the picture: nobody came.']);
  });

  it('masks addresses, paths, links, escapes and emphasis', () => {
    expect(
      words(
        'See https://example.org/2021/05?n=3, or www.example.org, write to press12@example.org; open ./data/2020.csv. The *Daily Post* says [12 boats](#) cost \\$40 each.[3]',
      ),
    ).toEqual(['See , or , write to ; open .', 'The Daily Post says 12 boats cost $ 40 each .']);
  });

  it('leaves slashes of prose alone', () => {
    expect(words('It runs 24/7 at 90 km/h for $30/month and/or more.')).toEqual([
      'It runs 24 / 7 at 90 km / h for $ 30 / month and / or more .',
    ]);
  });

  it('masks the numbering of headings, and no figure', () => {
    expect(words('# 3.1 Results\n\n# 2. Method\n\n# 1.5 million displaced\n\n# 10 killed in blast')).toEqual([
      'Results',
      'Method',
      '1.5 million displaced',
      '10 killed in blast',
    ]);
  });
});

describe('page breaks', () => {
  it('do not cut a sentence: its tokens leave the gap out', () => {
    const text = 'The ministry wants to lower the price and raise\n\nthe wages of 4,000 miners by 12 percent. They agreed.';
    const [first, second] = passages(text);
    expect(text.slice(first!.start, first!.end)).toBe(
      'The ministry wants to lower the price and raise\n\nthe wages of 4,000 miners by 12 percent.',
    );
    expect(first!.tokens.map(({ text }) => text).join(' ')).toBe(
      'The ministry wants to lower the price and raise the wages of 4,000 miners by 12 percent .',
    );
    expect(second!.block).toBe(first!.block);
  });

  it('are passed over with the page header that stands in them', () => {
    const header = 'The Harbour News, page 7';
    const text = `The night shift began at\n\n${header}\n\nthe old docks at 11.`;
    const start = text.indexOf(header);
    const omitted = [{ start, end: start + header.length }];
    expect(words(text, 'plaintext', omitted)).toEqual(['The night shift began at the old docks at 11 .']);
    expect(words(text, 'markdown', omitted)).toEqual(['The night shift began at the old docks at 11 .']);
  });

  it('join a capital after a word that ends no sentence', () => {
    expect(texts('They sailed past the capital of\n\nNorway in May.')).toHaveLength(1);
  });

  it('join no heading, no list item and no sentence that is ended', () => {
    expect(texts('What came next\n\niPhones were sold.')).toHaveLength(2);
    expect(texts('They want:\n\nlower rents')).toHaveLength(2);
    expect(texts('# What came\n\nand went', 'markdown')).toHaveLength(2);
    expect(texts('They want\n\n- more', 'markdown')).toHaveLength(2);
  });
});

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
