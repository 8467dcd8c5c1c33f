/** A place that is kept while its text is edited, against what a text document makes of the same edits. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { moved } from '../../client/picture/place.ts';

const lines = fc.array(fc.constantFrom('ab', 'c', '', 'def'), { minLength: 1, maxLength: 5 }).map((parts) => parts.join('\n'));

/** A text with a mark at the place, and edits of other parts of it, by their offsets. */
const cases = fc.record({ before: lines, after: lines, put: fc.array(fc.tuple(fc.nat(), fc.nat(), lines), { maxLength: 4 }) });

test('the place stays before the same character, whatever is edited before and after it', () => {
  fc.assert(
    fc.property(cases, ({ before, after, put }) => {
      const text = `${before}|${after}`;
      const place = before.length;
      const document = TextDocument.create('file:///a', 'markdown', 0, text);
      const edits: { start: number; end: number; text: string }[] = [];
      for (const [from, length, newText] of put) {
        const start = from % (text.length + 1);
        const end = Math.min(text.length, start + (length % 4));
        const touches = edits.some((other) => start <= other.end && other.start <= end);
        if (!touches && (end <= place || start > place)) edits.push({ start, end, text: newText });
      }
      const changes = edits.map((edit) => ({
        range: { start: document.positionAt(edit.start), end: document.positionAt(edit.end) },
        text: edit.text,
      }));
      const edited = TextDocument.applyEdits(
        document,
        changes.map(({ range, text: newText }) => ({ range, newText })),
      );
      const at = TextDocument.create('file:///a', 'markdown', 1, edited).offsetAt(moved(document.positionAt(place), changes));
      expect(edited[at]).toBe('|');
    }),
  );
});

test('what is replaced from the place on, or around it, leaves it where that begins', () => {
  const change = (from: number, to: number, text: string) => ({
    range: { start: { line: 2, character: from }, end: { line: 2, character: to } },
    text,
  });
  const place = { line: 2, character: 10 };
  expect(moved(place, [change(10, 12, '44')])).toEqual(place);
  expect(moved(place, [change(8, 14, '')])).toEqual({ line: 2, character: 8 });
  expect(moved(place, [change(10, 10, 'some ')])).toEqual({ line: 2, character: 15 });
  expect(moved(place, [change(0, 0, '\n')])).toEqual({ line: 3, character: 10 });
});
