/** How messages list the figures of sources. */
import { describe, expect, test } from 'vitest';
import type { Evidence } from '../../../server/engine/check.ts';
import { listFigures } from '../../../server/engine/rules/wording.ts';
import { inEnglish } from '../../../server/engine/translate.ts';
import { evidence, source } from '../../lsp/judgements.ts';

const post = source('Then 26 houses burnt.', { publisher: 'Valley Post' });
const bell = source('Dozens of houses burnt.', { publisher: 'The Bell' });
const echo = source('They say that dozens\nburnt.', { publisher: 'Echo' });
const list = (...pieces: Evidence[]) => listFigures(pieces, inEnglish);

describe('the figures of sources', () => {
  test('one is told with who gives it, and when that matters', () => {
    expect(list(evidence(post, '26', 'differs'))).toBe('26 (Valley Post)');
    expect(list(evidence(post, '26', 'differs', { speaker: 'the mayor', reason: 'later' }))).toBe('26 (Valley Post, the mayor, later)');
  });

  test('one of many sources names two of them', () => {
    const many = ['A', 'B', 'C', 'D'].map((publisher) => source('All 26 burnt.', { publisher }));
    expect(list(...many.map((each) => evidence(each, '26', 'agrees')))).toBe('26 (A, B, 2 more)');
  });

  test('several are told each once, in the middle of a sentence and with who gives it', () => {
    expect(list(evidence(post, '26', 'agrees'), evidence(bell, 'Dozens', 'differs'), evidence(echo, 'dozens', 'differs'))).toBe(
      '26 (Valley Post), dozens (The Bell, Echo)',
    );
  });

  test('four are told, and the rest counted', () => {
    const text = 'It was 1, 2, 3, 4, 5 or 6.';
    const counts = ['1', '2', '3', '4', '5', '6'].map((count) => evidence(source(text), count, 'differs'));
    expect(list(...counts)).toBe('1 (a.txt), 2 (a.txt), 3 (a.txt), 4 (a.txt), 2 more');
  });
});
