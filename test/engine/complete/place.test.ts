/** Where nothing is offered, and that a draft is not laid out anew at each keystroke. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Laid, type Place, placeOf } from '../../../server/engine/complete/place.ts';
import { english } from '../../../server/engine/lexicon/en.ts';
import type { MarkupLanguage } from '../../../server/engine/model.ts';
import { finish, libraryOf } from '../check.ts';
import { completionsAt, offered } from './check.ts';

const library = libraryOf({ Post: 'The flood in Brenzell killed 26 people, said Tomas Hadrian of Brenzell.' });

describe('nothing is offered', () => {
  test.each<[string, string, MarkupLanguage?]>([
    ['in a code span', 'The flood `killed in Brenzell killed 2|6` there'],
    ['in a fence', 'Text.\n\n```js\nThe flood in Brenzell killed |\n```\n'],
    ['in a fence that is being written', 'Text.\n\n```js\nTomas Had|'],
    ['in indented code', 'Text.\n\n    Tomas Had|\n'],
    ['in front matter', '---\ntitle: Tomas Had|\n---\n\nText.'],
    ['in a comment', 'Text <!-- Tomas Had| --> here.'],
    ['in a comment of its own', 'Text.\n\n<!--\nThe flood in Brenzell killed |\n-->\n'],
    ["in a link's target", 'See [this](sources/Had|).'],
    ["in a link's target that is being written", 'See [this](Had|'],
    ['in a code span that is being written', 'See `a Had|'],
    ['in a comment that is being written', 'See <!-- The flood in Brenzell killed |'],
    ['in an address', 'See https://example.org/Had| there.'],
    ['in a link definition', '[one]: https://example.org/Had|'],
    ['in an HTML tag', 'Text <img alt="Had|"> here.'],
    ['in LaTeX verbatim', '\\begin{verbatim}\nTomas Had|\n\\end{verbatim}\n', 'latex'],
    ['in a LaTeX comment', 'Text here.\n% Tomas Had|', 'latex'],
    ['in an AsciiDoc listing', 'Text.\n\n----\nTomas Had|\n----\n', 'asciidoc'],
    ['in reStructuredText literals', 'Text::\n\n    Tomas Had|\n', 'restructuredtext'],
  ])('%s', (_, marked, language) => {
    expect(offered(library, marked, language)).toEqual([]);
  });

  test('where there are no sources', () => {
    const empty = libraryOf({});
    expect(offered(empty, 'It was Tomas Had|')).toEqual([]);
    expect(offered(empty, 'The flood in Brenzell killed |')).toEqual([]);
  });
});

describe('in prose of every kind names and figures are offered', () => {
  test.each<[string, string, string, MarkupLanguage?]>([
    ['a list', '- one\n- In Brenzell the flood killed |', '26 people · Post'],
    ['a quotation', '> The flood in\n> Brenzell killed |', '26 people · Post'],
    ['emphasis', 'It was **Tomas Had|** who', 'Tomas Hadrian · Post'],
    ["a link's text", 'It was [Tomas Had|](a.md) who', 'Tomas Hadrian · Post'],
    ['text behind all of these', 'See `a` and [b](c) <!-- d --> of Tomas Had|', 'Tomas Hadrian · Post'],
    ['a heading', '# Tomas Had|', 'Tomas Hadrian · Post'],
    ['a table', '| a | b |\n| - | - |\n| Tomas Had§ | c |', 'Tomas Hadrian · Post'],
    ['wrapped lines', 'The flood in Brenzell was long and\nkilled |', '26 people · Post'],
    ['plain text', 'The flood in Brenzell killed |', '26 people · Post', 'plaintext'],
    ['LaTeX', '\\section{One}\nThe flood in Brenzell killed |', '26 people · Post', 'latex'],
    ['AsciiDoc', '== One\n\nThe flood in Brenzell killed |', '26 people · Post', 'asciidoc'],
    ['reStructuredText', 'One\n===\n\nThe flood in Brenzell killed |', '26 people · Post', 'restructuredtext'],
  ])('in %s', (_, marked, label, language) => {
    // The bars of a table are its own.
    const bar = marked.includes('§') ? marked.replaceAll('|', '¦').replace('§', '|') : marked;
    const text = marked.includes('§') ? bar.replaceAll('¦', '│') : bar;
    expect(offered(library, text, language)).toContain(label);
  });
});

describe('the place of the cursor', () => {
  const draft = [
    '---',
    'title: One',
    '---',
    '',
    '# One',
    '',
    'Some words here.',
    '',
    '- first',
    '- second',
    '',
    '```',
    'code',
    '```',
    '',
    'Last words.',
  ].join('\n');

  test('is the same whether the draft was laid out before the edit or is now', () => {
    const edits = fc.record({
      at: fc.nat(draft.length),
      removed: fc.nat(4),
      inserted: fc.constantFrom('', 'a', ' ', 'Ab', '1', 'x y', '\n', '\n\nNew', '`', '# '),
      from: fc.nat(draft.length),
    });
    fc.assert(
      fc.property(fc.array(edits, { minLength: 1, maxLength: 6 }), (all) => {
        let text = draft;
        let known: Laid | null = null;
        for (const { at, removed, inserted } of all) {
          const start = Math.min(at, text.length);
          text = text.slice(0, start) + inserted + text.slice(start + removed);
          const offset = start + inserted.length;
          const place: Place = finish(placeOf(text, 'markdown', offset, known, english));
          // A cheap answer must not take for prose what is none; what markup a block holds itself is read later.
          const fresh = finish(placeOf(text, 'markdown', offset, null, english));
          if (place.laid !== known) expect(place.block).toEqual(fresh.block);
          known = place.laid;
        }
      }),
    );
  });

  test('is told from what is known as long as one line of one block changes', () => {
    const before = completionsAt(library, `${draft}\n\nIt was T|`);
    expect(before.laid).not.toBeNull();
    const after = completionsAt(library, `${draft}\n\nIt was Tomas Had|`, 'markdown', before.laid);
    expect(after.laid).toBe(before.laid);
    expect(after.offers.map(({ text }) => text)).toEqual(['Tomas Hadrian']);
    const elsewhere = completionsAt(
      library,
      `${draft.replace('Some words', '```\n\nTomas Had|')}\n\nIt was Tomas Had`,
      'markdown',
      after.laid,
    );
    expect(elsewhere.laid).not.toBe(before.laid);
    expect(elsewhere.offers).toEqual([]);
  });
});
