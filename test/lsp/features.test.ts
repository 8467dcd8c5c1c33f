import { describe, expect, test } from 'vitest';
import { inEnglish } from '../../server/engine/translate.ts';
import { diagnosticsOf } from '../../server/lsp/diagnostics.ts';
import { definitionAt } from '../../server/lsp/features/definition.ts';
import { evidence, judgedFigure, judgedName, seeAlso, source } from './judgements.ts';

const client = { relatedInformation: true, sourceTexts: false, translate: inEnglish };
const draft = 'One.\r\nFire took 26 houses.';
const post = source('The fire spread.\r\nIn the end 26 houses had burnt down in the valley below the old dam.', {
  uri: 'file:///desk/sources/post.txt',
  publisher: 'Valley Post',
  date: { year: 2022, month: 1, day: 7 },
});
const bell = source('About 30 houses burnt down.', { uri: 'file:///desk/sources/bell.txt' });
const span = (line: number, from: number, to: number) => ({ start: { line, character: from }, end: { line, character: to } });

describe('diagnostics', () => {
  const pieces = [evidence(bell, '30', 'differs', { reason: 'later' }), evidence(post, '26', 'agrees')];
  const judged = judgedFigure(draft, '26', 'conflicting', pieces, [], ['conflicting-sources', 'information', 'Sources differ.']);

  test('lead to the passage of each source, agreeing first, and hold what fixes need', () => {
    expect(diagnosticsOf(judged, client)).toEqual([
      {
        range: span(1, 10, 12),
        severity: 3,
        code: 'conflicting-sources',
        source: 'Second Source',
        message: 'Sources differ.',
        relatedInformation: [
          {
            location: { uri: 'file:///desk/sources/post.txt', range: span(1, 0, 68) },
            message: '26 (Valley Post)',
          },
          {
            location: { uri: 'file:///desk/sources/bell.txt', range: span(0, 0, 27) },
            message: '30 (bell.txt, later)',
          },
        ],
        data: { rule: 'conflicting-sources', text: '26', figure: { quantity: expect.anything(), choices: [] }, name: null },
      },
    ]);
  });

  test('name the sources in the message where the client shows no related information', () => {
    const [diagnostic] = diagnosticsOf(judged, { ...client, relatedInformation: false });
    expect(diagnostic).not.toHaveProperty('relatedInformation');
    expect(String(diagnostic!.message).split('\n')).toEqual(['Sources differ.', '- 26 (Valley Post)', '- 30 (bell.txt, later)']);
  });

  test('of a name hold the spelling to use', () => {
    const one = source('So said Ana Silva.', { publisher: 'One' }, ['Ana Silva']);
    const spelt = judgedName(
      'Then Silvva left.',
      { name: 'Silvva', verdict: 'misspelt', canonical: 'Ana Silva' },
      [['Ana Silva', [one]]],
      ['misspelt-name', 'warning', 'No source spells it so.'],
    );
    expect(diagnosticsOf(spelt, client)).toMatchObject([
      {
        severity: 2,
        relatedInformation: [{ message: 'Ana Silva (One)' }],
        data: {
          rule: 'misspelt-name',
          text: 'Silvva',
          figure: null,
          name: { text: 'Silvva', choices: [{ text: 'Ana Silva', sources: 'One', best: true }] },
        },
      },
    ]);
  });
});

describe('definition', () => {
  const offset = draft.indexOf('26');

  test('of a figure: the agreeing passage, and no other for an editor to put before it', () => {
    const judged = judgedFigure(draft, '26', 'conflicting', [evidence(bell, '30', 'differs'), evidence(post, '26', 'agrees')]);
    expect(definitionAt(judged, offset, { definitionLinks: true, sourceTexts: false })).toEqual([
      {
        originSelectionRange: span(1, 10, 12),
        targetUri: 'file:///desk/sources/post.txt',
        targetRange: span(1, 0, 68),
        targetSelectionRange: span(1, 11, 13),
      },
    ]);
    expect(definitionAt(judged, offset, { definitionLinks: false, sourceTexts: false })).toEqual({
      uri: 'file:///desk/sources/post.txt',
      range: span(1, 11, 13),
    });
  });

  test('of a figure that no source agrees with, or that nothing compares with: what bears on it', () => {
    const inBell = { uri: 'file:///desk/sources/bell.txt', range: span(0, 6, 8) };
    const refuted = judgedFigure(draft, '26', 'refuted', [evidence(bell, '30', 'differs')], [seeAlso(post, '26', 'role')]);
    expect(definitionAt(refuted, offset, { definitionLinks: false, sourceTexts: false })).toEqual(inBell);
    const unsourced = judgedFigure(draft, '26', 'unsourced', [], [seeAlso(bell, '30', 'role')]);
    expect(definitionAt(unsourced, offset, { definitionLinks: false, sourceTexts: false })).toEqual(inBell);
  });

  test('of a name: where it is spelt as in the draft, else as it should be', () => {
    const one = source('So said Ana Silva.', { uri: 'file:///desk/sources/1.txt' }, ['Ana Silva']);
    const two = source('Then Ana Sylva left.', { uri: 'file:///desk/sources/2.txt' }, ['Ana Sylva']);
    const spellings: Parameters<typeof judgedName>[2] = [
      ['Ana Silva', [one]],
      ['Ana Sylva', [two]],
    ];
    const variant = judgedName('Ana Sylva left.', { name: 'Ana Sylva', verdict: 'variant', canonical: null }, spellings);
    expect(definitionAt(variant, 0, { definitionLinks: false, sourceTexts: false })).toEqual({
      uri: 'file:///desk/sources/2.txt',
      range: span(0, 5, 14),
    });
    const misspelt = judgedName('Ana Silvva left.', { name: 'Ana Silvva', verdict: 'misspelt', canonical: 'Ana Sylva' }, spellings);
    expect(definitionAt(misspelt, 0, { definitionLinks: false, sourceTexts: false })).toMatchObject({ uri: 'file:///desk/sources/2.txt' });
  });

  test('of anything else: none', () => {
    expect(definitionAt(judgedFigure(draft, '26', 'unsourced', []), offset, { definitionLinks: true, sourceTexts: false })).toBeNull();
    expect(definitionAt(judgedFigure(draft, '26', 'unsourced', []), 0, { definitionLinks: true, sourceTexts: false })).toBeNull();
  });
});
