/** What a tick is bound to: what of the draft and of the sources may change under it, what reopens it, and what is said then. */
import { describe, expect, test } from 'vitest';
import { analyse } from '../../../server/engine/analysis.ts';
import { asSaid, marksOf, targetOfClaim } from '../../../server/engine/ledger/marks.ts';
import { recorded, type Shelf } from '../../../server/engine/ledger/passages.ts';
import { type Decision, plainDecision, QUERY, TICK } from '../../../server/engine/ledger/record.ts';
import { english } from '../../../server/engine/lexicon/en.ts';
import type { Library } from '../../../server/engine/library.ts';
import { finish, libraryOf } from '../check.ts';

const wire = 'In the storm, 14 sailors were rescued off Brixham, the coastguard said. Ana Silva, the mayor, thanked the crews.';
const draft = 'In the storm, 14 sailors were rescued off Brixham by the coastguard.';

function analysed(text: string) {
  return finish(analyse({ text, language: 'markdown', date: null, omitted: [] }, english));
}

function shelfOf(library: Library, isComplete = true): Shelf {
  return { at: (path) => library.get(path), all: () => library.values(), isComplete };
}

/** A tick, or a query, on the n-th figure of a text as it is written there, relying on the same figure in a source. */
function decided(text: string, figure: string, { of = TICK, source = null as string | null, from = wire, nth = 1 } = {}): Decision {
  const analysis = analysed(text);
  const claim = analysis.claims.filter((each) => each.figure.text === figure)[nth - 1] ?? expect.fail(`no figure ${figure}`);
  const there = analysed(from);
  const relied = there.claims.find((each) => each.figure.text === figure);
  return {
    ...plainDecision('draft.md', targetOfClaim(claim, analysis, english), of, '2024-03-01'),
    ...asSaid(analysis, claim),
    passage: source === null ? null : { source, says: figure, ...recorded(there, relied!.figure.passage) },
  };
}

/** The marks of a text, as `figure: state what-changed before > now`. */
function marks(text: string, decisions: readonly Decision[], shelf = shelfOf(libraryOf({ wire }))): string[] {
  const analysis = analysed(text);
  const { figures, names } = marksOf(analysis, [], decisions, shelf, english);
  const all = [
    ...[...figures].map(([start, mark]) => [analysis.claims.find(({ figure }) => figure.start === start)!.figure.text, mark] as const),
    ...names,
  ];
  return all.map(([at, { state, change }]) => {
    const told = change && ('before' in change ? `${change.what} ${change.before} > ${change.now}` : change.what);
    return [`${at}:`, state, told].filter(Boolean).join(' ');
  });
}

describe('a tick holds', () => {
  const tick = decided(draft, '14', { source: 'wire' });
  test.each([
    ['as it was made', draft],
    [
      'while the sentence is edited around its claim',
      'That night 14 sailors were rescued off Brixham, to cheers, by the brave coastguard.',
    ],
    ['while other figures come before it', `Nobody slept. Two ferries and 9 goats waited. ${draft}`],
    ['while the figure is written in another way', draft.replace('14', 'fourteen')],
    ['in emphasis', draft.replace('14 sailors', '**14 sailors**')],
  ])('%s', (_, text) => {
    expect(marks(text, [tick])).toEqual([`${text.includes('fourteen') ? 'fourteen' : '14'}: ticked`]);
  });

  test('while its source is edited elsewhere, and when the file is renamed', () => {
    const edited = `It was a long night. ${wire} Nobody slept.`;
    expect(marks(draft, [tick], shelfOf(libraryOf({ wire: edited })))).toEqual(['14: ticked']);
    expect(marks(draft, [tick], shelfOf(libraryOf({ other: edited })))).toEqual(['14: ticked']);
  });

  test('while sources are still to be read', () => {
    expect(marks(draft, [tick], shelfOf(libraryOf({}), false))).toEqual(['14: ticked']);
  });

  test('without a passage, whatever the sources say', () => {
    expect(marks(draft, [decided(draft, '14')], shelfOf(libraryOf({})))).toEqual(['14: ticked']);
  });

  test('on the one of two equal claims that it was made on', () => {
    const twice = `${draft}\n\nIt was dark.\n\n${draft}\n`;
    const analysis = analysed(twice);
    const { figures } = marksOf(analysis, [], [decided(twice, '14', { nth: 2 })], shelfOf(libraryOf({})), english);
    expect([...figures.keys()]).toEqual([twice.lastIndexOf('14')]);
  });
});

describe('a tick reopens, and says what changed, when the draft', () => {
  test.each([
    ['gives another figure', draft.replace('14', '18'), '18: reopened figure 14 > 18'],
    ['hedges it', draft.replace('14', 'more than 14'), 'more than 14: reopened figure 14 > more than 14'],
    ['counts somebody else', draft.replace('sailors', 'children'), '14: reopened claim 14 sailors rescued > 14 children rescued'],
    [
      'narrows whom it counts',
      draft.replace('sailors', 'Danish sailors'),
      '14: reopened claim 14 sailors rescued > 14 Danish sailors rescued',
    ],
    ['tells of another event', draft.replace('rescued', 'killed'), '14: reopened claim 14 sailors rescued > 14 sailors killed'],
    ['says it of another place', draft.replace('Brixham', 'Corvo'), `14: reopened claim ${draft} > ${draft.replace('Brixham', 'Corvo')}`],
  ])('%s', (_, text, expected) => {
    expect(marks(text, [decided(draft, '14', { source: 'wire' })])).toEqual([expected]);
  });

  test('gives another of two figures of a sentence: the other one stays ticked', () => {
    const text = 'In the storm, 14 sailors were rescued and 3 dogs were lost off Brixham.';
    const ticks = [decided(text, '14'), decided(text, '3')];
    expect(marks(text.replace('14', '15'), ticks).sort()).toEqual(['15: reopened figure 14 > 15', '3: ticked']);
    expect(marks(text.replace('14', '15').replace('3', '4'), ticks).sort()).toEqual([
      '15: reopened figure 14 > 15',
      '4: reopened figure 3 > 4',
    ]);
  });

  test('and is there no more where the sentence is gone', () => {
    expect(marks('The harbour has 14 berths and a mole.', [decided(draft, '14')])).toEqual([]);
  });
});

describe('a tick reopens, and says what changed, when its source', () => {
  const tick = decided(draft, '14', { source: 'wire' });
  test.each([
    ['gives another figure', wire.replace('14', '18'), '14: reopened says 14 > 18'],
    ['gives it with a hedge', wire.replace('14', 'about 14'), '14: reopened says 14 > about 14'],
    ['tells it otherwise', wire.replace('rescued', 'pulled from the sea'), '14: reopened words'],
    ['has the sentence no more', 'Ana Silva, the mayor, thanked the crews for 14 hours of work.', '14: reopened passage'],
  ])('%s', (_, text, expected) => {
    expect(marks(draft, [tick], shelfOf(libraryOf({ wire: text })))).toEqual([expected]);
  });

  test('is gone', () => {
    expect(marks(draft, [tick], shelfOf(libraryOf({ other: 'Nothing of 14 in it.' })))).toEqual(['14: reopened source']);
  });

  test('says another thing in a sentence of several figures', () => {
    const from = 'In the storm, 14 sailors and 2 cooks were rescued off Brixham.';
    const tick = decided(draft, '14', { source: 'wire', from });
    expect(marks(draft, [tick], shelfOf(libraryOf({ wire: from.replace('14', '16') })))).toEqual(['14: reopened says 14 > 16']);
  });

  test('is a long passage whose end changes', () => {
    const from = `In the storm, 14 sailors were rescued off Brixham, ${'and the wind blew over the roofs of the town, '.repeat(12)}and it rained.`;
    const tick = decided(draft, '14', { source: 'wire', from });
    expect(tick.passage!.text.length).toBeLessThanOrEqual(301);
    expect(marks(draft, [tick], shelfOf(libraryOf({ wire: from })))).toEqual(['14: ticked']);
    expect(marks(draft, [tick], shelfOf(libraryOf({ wire: from.replace('rained', 'snowed') })))).toEqual(['14: reopened words']);
  });
});

describe('a name', () => {
  const text = 'The mayor, Ana Silva, thanked the crews.';
  const there = analysed(wire);
  const silva = there.names.find((name) => name.text === 'Ana Silva')!;
  const tick: Decision = {
    ...plainDecision('draft.md', { name: 'Ana Silva' }, TICK, '2024-03-01'),
    passage: { source: 'wire', says: 'Ana Silva', ...recorded(there, silva.passage) },
  };

  test('is ticked as it is spelt, while the source spells it so', () => {
    expect(marks(text, [tick])).toEqual(['Ana Silva: ticked']);
    expect(marks(text, [tick], shelfOf(libraryOf({ wire: 'So said Ana Silva, who rules the town.' })))).toEqual(['Ana Silva: ticked']);
  });

  test('is reopened where the source spells it otherwise', () => {
    expect(marks(text, [tick], shelfOf(libraryOf({ wire: wire.replace('Silva', 'Silveira') })))).toEqual([
      'Ana Silva: reopened says Ana Silva > Ana Silveira',
    ]);
  });
});

describe('a query', () => {
  const query = decided(draft, '14', { of: QUERY });

  test('is open, and goes with its claim though that changes', () => {
    expect(marks(draft, [query])).toEqual(['14: queried']);
    expect(marks(draft.replace('14', '15'), [query])).toEqual(['15: queried figure 14 > 15']);
  });

  test('comes before a tick that somebody else made, and a new decision takes the place of both', () => {
    const both = [decided(draft, '14'), query];
    expect(marks(draft, both)).toEqual(['14: queried']);
    const { figures } = marksOf(analysed(draft), [], both, shelfOf(libraryOf({})), english);
    expect([...figures.values()][0]!.decisions).toEqual(both);
  });
});
