/** Words in quotation marks held against the sources: exact ones and those of nobody are left alone, altered ones put right. */
import { describe, expect, test } from 'vitest';
import { type Judgement, Judging } from '../../../server/engine/check.ts';
import { plainDecision, STET } from '../../../server/engine/ledger/record.ts';
import { applyStets, targetOf } from '../../../server/engine/ledger/stets.ts';
import { english } from '../../../server/engine/lexicon/en.ts';
import { defaultSeverities } from '../../../server/engine/rules/rules.ts';
import { isQuotation } from '../../../server/engine/subjects.ts';
import { inEnglish } from '../../../server/engine/translate.ts';
import { analysed, finish, judged, libraryOf } from '../check.ts';

const library = libraryOf({
  Bell:
    'Ilse Marten, 54, spoke late. “We will rebuild every house on the river bank,” said Ilse Marten, “and nobody will pay for it twice.”\n\n' +
    'She called the dam “a promise of stone”. It was built to hold back forty days of rain without a single leak, engineers found.',
  Post: 'Jon Riis, a farmer, was bitter. "They told us on Monday that the water would never reach our yard, and then it did," he said.',
});

function quoteFindings({ findings }: Judgement) {
  return findings.filter(({ rule }) => rule === 'altered-quote');
}

/** A text with every altered quotation put right, and what was said of each. */
function fixed(text: string): { text: string; messages: string[] } {
  const findings = quoteFindings(judged(library, text));
  let result = text;
  const changes = findings.flatMap(({ subject }) => (isQuotation(subject) ? subject.changes : []));
  for (const { start, end, newText } of [...changes].reverse()) result = result.slice(0, start) + newText + result.slice(end);
  return { text: result, messages: findings.map(({ message }) => message) };
}

describe('an altered quotation', () => {
  test.each([
    // A word changed, left out, put in; at the beginning, and more than one.
    ['“We will restore every house on the river bank,” she said.', '“We will rebuild every house on the river bank,” she said.', 'rebuild'],
    ['“We will rebuild every house on the bank,” she said.', '“We will rebuild every house on the river bank,” she said.', 'the river'],
    [
      '“We will soon rebuild every house on the river bank,” she said.',
      '“We will rebuild every house on the river bank,” she said.',
      'will',
    ],
    ['“They will rebuild every house on the river bank,” she said.', '“We will rebuild every house on the river bank,” she said.', 'We'],
    ['"we can rebuild every house on a river bank", she said.', '"we will rebuild every house on the river bank", she said.', 'will … the'],
    // Over what stands between two pieces of it, and in single marks.
    [
      '‘We will rebuild every house on the river bank and nobody will pay for them twice’, she said.',
      '‘We will rebuild every house on the river bank and nobody will pay for it twice’, she said.',
      'it',
    ],
    // In German marks, of either kind, with a figure of speech in single ones.
    ['„We will restore every house on the river bank“, she said.', '„We will rebuild every house on the river bank“, she said.', 'rebuild'],
    ['»We will restore every house on the river bank«, she said.', '»We will rebuild every house on the river bank«, she said.', 'rebuild'],
    ['‚We will restore every house on the river bank‘, she said.', '‚We will rebuild every house on the river bank‘, she said.', 'rebuild'],
    [
      '„We will restore ‚every house‘ on the river bank,“ she said. “It is done.”',
      '„We will rebuild ‚every house‘ on the river bank,“ she said. “It is done.”',
      'rebuild',
    ],
    // In French marks, with their spaces or without, and in LaTeX's.
    [
      '« We will restore every house on the river bank », she said.',
      '« We will rebuild every house on the river bank », she said.',
      'rebuild',
    ],
    [
      '«\u202fWe will restore “every house” on the river bank\u202f», she said.',
      '«\u202fWe will rebuild “every house” on the river bank\u202f», she said.',
      'rebuild',
    ],
    ['«We will restore every house on the river bank», she said.', '«We will rebuild every house on the river bank», she said.', 'rebuild'],
    [
      "``We will restore every house on the river bank,'' she said.",
      "``We will rebuild every house on the river bank,'' she said.",
      'rebuild',
    ],
    [
      '``We will restore every house on the river bank", she said.',
      '``We will rebuild every house on the river bank", she said.',
      'rebuild',
    ],
    ["`We will restore every house on the river bank', she said.", "`We will rebuild every house on the river bank', she said.", 'rebuild'],
    [
      '“They told us the water would never reach our yard”',
      '“They told us on Monday that the water would never reach our yard”',
      'us on Monday that',
    ],
  ])('%s', (text, right, words) => {
    const source = text.includes('yard') ? 'Post' : 'Bell';
    expect(fixed(text)).toEqual({ text: right, messages: [`Quoted otherwise than in the source: “${words}” (${source})`] });
  });
});

describe('a quotation that is given to somebody else', () => {
  const quoted = '“We will rebuild every house on the river bank,”';
  test.each([
    `${quoted} said Jon Riis.`,
    `${quoted} Jon Riis said.`,
    `Jon Riis said: ${quoted} and left.`,
    `Jon Riis, a farmer of Norwick, said: ${quoted}`,
  ])('%s', (text) => {
    const [finding, ...others] = quoteFindings(judged(library, text));
    expect(others).toEqual([]);
    expect(text.slice(finding!.start, finding!.end)).toBe('Jon Riis');
    expect(finding!.message).toBe('These words are by Ilse Marten in the source (Bell)');
  });

  test.each([
    `${quoted} said Ilse Marten.`,
    `${quoted} Mayor Marten said.`,
    `${quoted} said Ilse Martin.`,
    `${quoted} she said. Jon Riis said nothing.`,
    `Jon Riis was not there. ${quoted} she said.`,
    `${quoted} the Water Board said.`,
    `Jon Riis said that he had heard the mayor. ${quoted} it went.`,
  ])('is left alone: %s', (text) => expect(quoteFindings(judged(library, text))).toEqual([]));
});

describe('is left alone', () => {
  test.each([
    '“We will rebuild every house on the river bank,” she said.',
    '"We will rebuild every house on the river bank", she said.',
    // Pieces of it, ellipses, brackets, and case at the ends.
    'She would “rebuild every house on the river bank”.',
    '“Every house on the river bank,” she said.',
    '“We will rebuild … on the river bank and nobody will pay”',
    '“We will rebuild every house ... and nobody will pay for it twice.”',
    '“[They] will rebuild every house on the river bank and [people] will not pay.”'.replace('people] will not', 'no one] will'),
    '“We will rebuild every [home] on the river bank and nobody will pay”',
    // Scare quotes, other words, and what is in no source.
    'The “stone promise” leaked, and the “promise of sand” too.',
    '“We will tear down the dam before the summer and plant trees,” she said.',
    'The word “will” was on the river bank, and every “house” too.',
    // What a source tells in its own words may be said otherwise by anybody.
    '“It was made to hold back forty days of snow,” he said.',
    // No quotation at all.
    "The farmers' union said in '19 that they will restore every house on the river bank, the workers' union too.",
    'She said: “We will restore every house on the river bank.',
  ])('%s', (text) => expect(fixed(text)).toEqual({ text, messages: [] }));
});

test('what a source tells in its own words is held to it where it is long and nearly the same', () => {
  const text = 'The report says “it was built to hold back fifty days of rain without a single leak”.';
  expect(fixed(text).text).toBe(text.replace('fifty', 'forty'));
});

test('a quotation is held against the library as it becomes, and is not looked at again where nothing changed', () => {
  const own = libraryOf({});
  const judging = new Judging();
  const options = { lexicon: english, severities: defaultSeverities, translate: inEnglish };
  const text = 'It rained.\n\n“We will restore every house on the river bank,” she said.';
  const run = (draft: string) => quoteFindings(finish(judging.judge(analysed(draft), own.all(), options)));
  expect(run(text)).toEqual([]);
  own.set(library.get('Bell')!);
  const [first] = run(text);
  expect(first).toMatchObject({ start: text.indexOf('restore'), end: text.indexOf('restore') + 'restore'.length });
  const [moved] = run(`It still rained. ${text}`);
  expect(moved).toMatchObject({ start: first!.start + 'It still rained. '.length });
  own.set({ ...library.get('Bell')!, article: { ...library.get('Bell')!.article, uri: 'Copy' } });
  own.delete('Bell');
  expect(run(text)).toHaveLength(1);
  own.delete('Copy');
  expect(run(text)).toEqual([]);
});

test('a stet lets the words stand wherever they are', () => {
  const text = '“We will restore every house on the river bank,” she said.';
  const target = targetOf(quoteFindings(judged(library, text))[0]!, analysed(text), english);
  expect(target).toEqual({ quotation: 'We will restore every house on the river bank,' });
  const later = `It rained. ${text}`;
  const decision = plainDecision('a.md', target, STET, null);
  expect(applyStets(judged(library, later), analysed(later), [decision], english).findings).toEqual([]);
});
