/** The ledger's text: what is read, what is written, and that nobody's record is lost on the way. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  brokenLines,
  type Change,
  changeLedger,
  decisionsOf,
  emptyLedger,
  ledgerText,
  parseLedger,
} from '../../../server/engine/ledger/ledger.ts';
import { type Decision, keyOf, plainDecision, type ReliedOn, STET, type Target, TICK } from '../../../server/engine/ledger/record.ts';

const stet = (target: Target, more: Partial<Decision> = {}): Decision => ({
  ...plainDecision('draft.md', target, STET, '2024-03-01'),
  ...more,
});
const twelve = stet({ quantity: 'count 12', measures: 'sailors rescued', subject: ['Brixham'], ordinal: 1 });
const name = stet({ name: 'Ivar Lindgrenn' });
const rule = stet({ rule: 'name-variant' }, { draft: 'b/other.md', when: null });

/** A ledger with some changes made, as text. */
function written(changes: readonly Change[], text = ''): string {
  return ledgerText(changeLedger(parseLedger(text), changes));
}

describe('a record', () => {
  test('is one line, the lines are sorted, and there is a line break at the end', () => {
    expect(written([{ put: twelve }, { put: rule }, { put: name }])).toBe(
      '{"draft":"b/other.md","rule":"name-variant","decision":"stet"}\n' +
        '{"draft":"draft.md","name":"Ivar Lindgrenn","decision":"stet","when":"2024-03-01"}\n' +
        '{"draft":"draft.md","quantity":"count 12","measures":"sailors rescued","subject":["Brixham"],"ordinal":1,"decision":"stet","when":"2024-03-01"}\n',
    );
  });

  test('reads as it was written', () => {
    const all = [
      twelve,
      name,
      rule,
      stet({ quantity: 'year 1999', measures: '', subject: [], ordinal: 2 }, { who: 'A. Writer', note: 'Asked\ntwice' }),
    ];
    const text = written(all.map((put) => ({ put })));
    expect(decisionsOf(parseLedger(text))).toEqual(expect.arrayContaining(all));
    expect(decisionsOf(parseLedger(text))).toHaveLength(all.length);
  });

  test('of a tick tells who relied on what, for what claim', () => {
    const passage: ReliedOn = { source: 'sources/wire.md', says: 'twelve', text: 'Twelve sailors were rescued.', hash: null };
    const tick: Decision = {
      ...twelve,
      decision: TICK,
      who: 'A. Checker',
      note: null,
      figure: '12',
      said: 'There 12 were rescued.',
      passage,
    };
    const text = written([{ put: tick }, { put: twelve }]);
    expect(text.split('\n')[1]).toBe(
      '{"draft":"draft.md","quantity":"count 12","measures":"sailors rescued","subject":["Brixham"],"ordinal":1,"decision":"tick","when":"2024-03-01","who":"A. Checker","figure":"12","said":"There 12 were rescued.","passage":{"source":"sources/wire.md","says":"twelve","text":"Twelve sailors were rescued."}}',
    );
    // The same claim may be let stand and ticked: these are two records.
    expect(decisionsOf(parseLedger(text))).toEqual(expect.arrayContaining([tick, twelve]));
  });

  test('put a second time changes nothing; taken out it is gone, and others are not', () => {
    const text = written([{ put: twelve }, { put: name }]);
    expect(written([{ put: { ...twelve } }], text)).toBe(text);
    expect(written([{ remove: keyOf(name) }, { remove: keyOf(rule) }], text)).toBe(written([{ put: twelve }]));
    expect(written([{ remove: keyOf(name) }], written([{ put: name }]))).toBe('');
  });

  test('of a later version keeps its fields, and its kind if nobody here knows it', () => {
    const later = [
      '{"decision":"tick","draft":"draft.md","quantity":"count 12","measures":"sailors rescued","subject":["Brixham"],"ordinal":1,"passage":{"source":"a.md"}}',
      '{"draft":"draft.md","sentence":"x","decision":"doubt"}',
      '{"draft":"draft.md","name":"Ivar Lindgrenn","decision":"stet","when":"2024-03-01","until":"2030"}',
      '{"schema":3}',
    ].sort();
    const text = `${later.join('\n')}\n`;
    expect(written([], text)).toBe(text);
    const more = written([{ put: twelve }, { put: name }], text);
    expect(more.split('\n')).toEqual(expect.arrayContaining(later));
    expect(more.split('\n')).toHaveLength(later.length + 2);
    expect(brokenLines(text)).toEqual([]);
  });
});

describe('a line that is broken', () => {
  const conflict = [
    '{"draft":"a.md","name":"Ana Silvva","decision":"stet"}',
    '<<<<<<< HEAD',
    '{"draft":"b.md","name":"Ana Silvva","decision":"stet"}',
    '=======',
    '{"draft":"c.md","name":"Ana Silvva","decision":"stet"}',
    '>>>>>>> other',
    '{"draft":"d.md","na',
    '["a list"]',
  ];

  test('is told of, kept where it stands, and the records around it count', () => {
    const text = `${conflict.join('\n')}\n`;
    const ledger = parseLedger(text);
    expect(brokenLines(text).map(({ number }) => number)).toEqual([2, 4, 6, 7, 8]);
    expect(brokenLines(text).map(({ start, end }) => text.slice(start, end))).toEqual(
      conflict.filter((line) => !line.startsWith('{"draft":"') || line.endsWith('na')),
    );
    expect(brokenLines(text).filter(({ conflict }) => conflict)).toHaveLength(3);
    expect(decisionsOf(ledger).map(({ draft }) => draft)).toEqual(['a.md', 'b.md', 'c.md']);
    expect(ledgerText(ledger)).toBe(text);
    // A new record goes where no side of the conflict is, and is not thrown away with it.
    const lines = written([{ put: name }], text).split('\n');
    expect(lines.slice(0, conflict.length)).toEqual(conflict);
    expect(lines.slice(conflict.length)).toEqual([
      '{"draft":"draft.md","name":"Ivar Lindgrenn","decision":"stet","when":"2024-03-01"}',
      '',
    ]);
  });
});

describe('a ledger that others wrote', () => {
  test('keeps its line breaks, and its byte order mark is nothing', () => {
    const text = written([{ put: twelve }, { put: name }]).replaceAll('\n', '\r\n');
    expect(written([], `\ufeff${text}`)).toBe(text);
    expect(written([{ put: rule }], text).match(/\r\n/g)).toHaveLength(3);
  });

  test('with one record twice, as a merge of both sides leaves it, has the newer one', () => {
    const older = written([{ put: name }]);
    const newer = written([{ put: { ...name, when: '2024-05-01' } }]);
    expect(decisionsOf(parseLedger(newer + older))).toEqual([{ ...name, when: '2024-05-01' }]);
    expect(written([], newer + older)).toBe(newer);
    expect(written([], older + newer)).toBe(newer);
  });

  test('follows a draft that is moved, and a folder of drafts, with all their fields', () => {
    const text =
      '{"draft":"a/one.md","name":"Ana","decision":"stet","until":1}\n{"draft":"a/two.md","x":1}\n{"draft":"ab.md","name":"Ana","decision":"stet"}\n';
    expect(written([{ move: { from: 'a', to: 'z/b' } }], text)).toBe(
      '{"draft":"ab.md","name":"Ana","decision":"stet"}\n{"draft":"z/b/one.md","name":"Ana","decision":"stet","until":1}\n{"draft":"z/b/two.md","x":1}\n',
    );
    expect(written([{ move: { from: 'ab.md', to: 'c.md' } }], text)).toContain('{"draft":"c.md","name":"Ana","decision":"stet"}');
  });
});

const word = fc.constantFrom('a', 'b.md', 'Ana', 'x "quoted"', 'line\nbreak', '\u2028', 'é', '{}', '<<<<<<<', '');
const target: fc.Arbitrary<Target> = fc.oneof(
  fc.record({
    quantity: word.filter(Boolean),
    measures: word,
    subject: fc.array(word, { maxLength: 2 }),
    ordinal: fc.integer({ min: 1, max: 3 }),
  }),
  word.filter(Boolean).map((each) => ({ name: each })),
  word.filter(Boolean).map((each) => ({ rule: each })),
);
const optional = fc.option(fc.constantFrom('2024-01-01', '2024-01-02', 'é'));
const decision: fc.Arbitrary<Decision> = fc.record({
  draft: word,
  target,
  decision: fc.constantFrom('stet', 'tick'),
  when: optional,
  who: optional,
  note: optional,
  figure: optional,
  said: optional,
  passage: fc.option(fc.record({ source: word.filter(Boolean), says: word, text: word, hash: optional })),
});
const change: fc.Arbitrary<Change> = decision.map((put) => ({ put }));
const text = fc
  .array(
    fc.oneof(
      decision.map((put) => written([{ put }]).trimEnd()),
      fc.constantFrom('<<<<<<< a', '{"x":1}', '{"draft":1}', 'null', '7', '', '{"'),
    ),
    { maxLength: 6 },
  )
  .map((lines) => lines.join('\n'));
const brokenText = (of: string) => brokenLines(of).map(({ start, end }) => of.slice(start, end));
const records = (of: string) =>
  decisionsOf(parseLedger(of))
    .map((each) => JSON.stringify(each))
    .sort();

describe('for any text and any records', () => {
  test('writing what was read, twice, is writing it once; and no record or broken line is lost', () => {
    fc.assert(
      fc.property(text, (before) => {
        const once = written([], before);
        expect(written([], once)).toBe(once);
        expect(records(once)).toEqual(records(before));
        expect(brokenText(once)).toEqual(brokenText(before));
      }),
    );
  });

  test('it does not matter who wrote first, nor whether somebody wrote twice', () => {
    fc.assert(
      fc.property(text, fc.array(change, { maxLength: 4 }), fc.array(change, { maxLength: 4 }), (before, ours, theirs) => {
        const oneWay = written(theirs, written(ours, before));
        expect(records(written(ours, written(theirs, before)))).toEqual(records(oneWay));
        expect(written(ours, oneWay)).toBe(oneWay);
        if (brokenLines(before).length === 0) expect(written(ours, written(theirs, before))).toBe(oneWay);
      }),
    );
  });

  test('a record put is there, or a newer one with its key', () => {
    fc.assert(
      fc.property(text, decision, (before, put) => {
        const [there] = decisionsOf(parseLedger(written([{ put }], before))).filter((each) => keyOf(each) === keyOf(put));
        expect((there?.when ?? '') >= (put.when ?? '')).toBe(true);
      }),
    );
  });
});

test('an empty ledger has no text', () => {
  expect(ledgerText(emptyLedger)).toBe('');
  expect(ledgerText(parseLedger('\n \r\n'))).toBe('');
});
