/** What a stet is bound to: which edits of the draft it outlives, and which end it. */
import { describe, expect, test } from 'vitest';
import { analyse } from '../../../server/engine/analysis.ts';
import { judge, wants } from '../../../server/engine/check.ts';
import { quantityKey } from '../../../server/engine/ledger/identity.ts';
import { type Decision, plainDecision, STET, type Target } from '../../../server/engine/ledger/record.ts';
import { applyStets, targetOf } from '../../../server/engine/ledger/stets.ts';
import { english } from '../../../server/engine/lexicon/en.ts';
import { defaultSeverities } from '../../../server/engine/rules/rules.ts';
import { inEnglish } from '../../../server/engine/translate.ts';
import { finish, libraryOf } from '../check.ts';

/** Nothing here is in a source: with every figure flagged, what a stet silences is all that matters. */
const library = libraryOf({ wire: 'The mayor of Corvo, Ana Silva, thanked the crews.' });

function checked(text: string) {
  const analysis = finish(analyse({ text, language: 'markdown', date: null, omitted: [] }, english));
  const severities = { ...defaultSeverities, 'unsourced-figure': 'hint' as const };
  const judgement = finish(
    judge(analysis, library.fetch(wants(analysis, english)), { lexicon: english, severities, translate: inEnglish }),
  );
  return { analysis, judgement };
}

function decide(target: Target): Decision {
  return plainDecision('draft.md', target, STET, null);
}

/** What a stet on the n-th finding on a text is bound to. */
function targetOn(text: string, flagged: string, nth = 1): Target {
  const { analysis, judgement } = checked(text);
  const found = judgement.findings
    .map((finding, index) => ({ finding, index }))
    .filter(({ finding }) => text.slice(finding.start, finding.end) === flagged);
  const { index } = found[nth - 1] ?? expect.fail(`no finding on ${flagged}`);
  return targetOf(judgement.findings[index]!, analysis, english);
}

/** The findings that are not shown after a stet, each with what stands before it. */
function silent(text: string, ...targets: readonly Target[]): string[] {
  const { analysis, judgement } = checked(text);
  const { findings, letStand } = applyStets(judgement, analysis, targets.map(decide), english);
  expect(findings.length + letStand.length).toBe(judgement.findings.length);
  return letStand.map(({ finding }) => text.slice(Math.max(0, finding.start - 12), finding.end));
}

/** Lets a figure of one text stand and says what that silences in another. */
function silentIn(before: string, flagged: string, edited: string): string[] {
  return silent(edited, targetOn(before, flagged)).map((each) => each.trim());
}

describe('a stet outlives', () => {
  const before = 'In the storm, 14 sailors were rescued off Brixham by the coastguard.';
  test.each([
    [
      'an edit elsewhere in the sentence',
      'In the great storm of that night, 14 sailors were rescued off Brixham, to cheers, by the brave coastguard.',
    ],
    [
      'a sentence put before it',
      'Nobody slept. Two ferries, 300 cars and 9 goats waited. In the storm, 14 sailors were rescued off Brixham by the coastguard.',
    ],
    ['another way to write the figure', 'In the storm, fourteen sailors were rescued off Brixham by the coastguard.'],
    ['a word that narrows the noun', 'In the storm, 14 young sailors were rescued off Brixham by the coastguard.'],
    ['emphasis', 'In the storm, **14 sailors** were rescued off *Brixham* by the coastguard.'],
    ['a heading above and a list around it', '# The night\n\n- In the storm, 14 sailors were rescued off Brixham by the coastguard.\n'],
  ])('%s', (_, edited) => {
    expect(silentIn(before, '14', edited)).toHaveLength(1);
  });

  test('a paragraph that moves, though the names before it change', () => {
    const one = 'Ana Silva spoke first.\n\nIts repair cost $14 million in all.\n\nIvar Lindgren was silent. He had 3 reasons.\n';
    const other = 'Ivar Lindgren was silent. He had 3 reasons.\n\nIts repair cost $14 million in all.\n\nAna Silva spoke first.\n';
    expect(silentIn(one, '$14 million', other)).toEqual(['repair cost $14 million']);
  });

  test('words put among those that tell what a bare figure measures', () => {
    const one = 'Annual inflation had reached 8.7 percent before the first march.';
    const other = 'Annual inflation, which hurts the poor, had by then officially reached 8.7 percent before the first march.';
    expect(silentIn(one, '8.7 percent', other)).toEqual(['lly reached 8.7 percent']);
  });
});

describe('a stet ends', () => {
  const before = 'In the storm, 14 sailors were rescued off Brixham by the coastguard.';
  test.each([
    ['another figure', before.replace('14', '15')],
    ['a hedge', before.replace('14', 'more than 14')],
    ['another noun', before.replace('sailors', 'children')],
    ['another event', before.replace('rescued', 'killed')],
    ['the event denied', before.replace('were rescued', 'were not rescued')],
    ['another place or person it is said of', before.replace('Brixham', 'Corvo')],
    ['another word that narrows the noun', before],
  ])('with %s', (what, edited) => {
    if (what.startsWith('another word'))
      expect(silentIn(before.replace('sailors', 'Danish sailors'), '14', before.replace('sailors', 'navy sailors'))).toEqual([]);
    else expect(silentIn(before, '14', edited)).toEqual([]);
  });

  test('with another thing measured, where no noun follows the figure', () => {
    const one = 'Annual inflation had reached 8.7 percent before the first march.';
    expect(silentIn(one, '8.7 percent', one.replace('inflation', 'growth'))).toEqual([]);
  });

  test('with another currency, unit or person', () => {
    expect(silentIn('The bridge cost $14 million to mend.', '$14 million', 'The bridge cost €14 million to mend.')).toEqual([]);
    expect(silentIn('Ana Silva, 57, was there.', '57', 'Ivar Lindgren, 57, was there.')).toEqual([]);
    expect(silentIn('Ana Silva, 57, was there.', '57', 'There was Ana Silva, 57, with a torch.')).toHaveLength(1);
  });
});

describe('equal claims', () => {
  const twice = 'Off Brixham 14 sailors were rescued.\n\nIt was dark. So it went.\n\nAgain: 14 sailors were rescued off Brixham.\n';

  test('are told apart by their order', () => {
    expect(silent(twice, targetOn(twice, '14', 1))).toEqual(['Off Brixham 14']);
    expect(silent(twice, targetOn(twice, '14', 2))).toEqual([expect.stringContaining('Again: 14')]);
    expect(silent(twice, targetOn(twice, '14', 1), targetOn(twice, '14', 2))).toHaveLength(2);
  });

  test('of which one is deleted leave the other one to the stet', () => {
    expect(silent('Again: 14 sailors were rescued off Brixham.\n', targetOn(twice, '14', 2))).toHaveLength(1);
  });

  test('in one sentence are not mistaken for each other', () => {
    const text = 'Exports rose 5 percent and imports fell 5 percent.';
    expect(silent(text, targetOn(text, '5 percent', 1))).toEqual(['xports rose 5 percent']);
    expect(silent(text, targetOn(text, '5 percent', 2))).toEqual(['mports fell 5 percent']);
  });
});

test('a name that is let stand is so wherever it is spelt so, in full or short', () => {
  const text = 'Mayor Ana Silvva spoke. Later Ana Silvva left. Silvva was tired.';
  const names = silent(text, targetOn(text, 'Ana Silvva'));
  expect(names.filter((each) => each.endsWith('Ana Silvva'))).toHaveLength(2);
  expect(silent(text.replaceAll('Silvva', 'Sylva'), targetOn(text, 'Ana Silvva'))).toEqual([]);
});

test('a rule that is let stand says nothing more, and the others go on', () => {
  const text = 'Mayor Ana Silvva rescued 14 sailors and 3 dogs off Brixham.';
  expect(silent(text, { rule: 'unsourced-figure' })).toHaveLength(2);
  expect(silent(text, { rule: 'misspelt-name' })).toEqual([expect.stringContaining('Silvva')]);
});

test('other decisions than a stet silence nothing', () => {
  const text = 'Off Brixham 14 sailors were rescued.';
  const { analysis, judgement } = checked(text);
  const tick = { ...decide(targetOn(text, '14')), decision: 'tick' };
  expect(applyStets(judgement, analysis, [tick], english)).toEqual({ findings: judgement.findings, letStand: [] });
});

test('every finding is found again by its own target, and each by no other', () => {
  const text = [
    'In 2011 police shot dead 16 miners in Brixham; 16 miners were shot dead in Corvo. About 16 miners were hurt.',
    'The price rose from 60 crowns to 120 crowns a litre, or doubled. It was 120 crowns a litre, between 3 and 4 dollars.',
    'Of 2,000 troops, 500 left on Jan. 6, 2022, dozens more within a week. Half stayed for 10 days. Ana Silvva, 81, saw 81 of them.',
    '457 deaths were counted. A third of the 457 were children. The 457 deaths were counted again, 457 in all. Turned 23, he had 23 cows.',
  ].join('\n\n');
  const { analysis, judgement } = checked(text);
  const targets = judgement.findings.map((finding) => targetOf(finding, analysis, english));
  expect(judgement.findings.length).toBeGreaterThan(15);
  for (const [index, target] of targets.entries()) {
    const { letStand } = applyStets(judgement, analysis, [decide(target)], english);
    expect(letStand.map(({ finding }) => finding.start)).toEqual([judgement.findings[index]!.start]);
  }
});

test('a quantity is written alike however its figure is', () => {
  const key = (text: string) => {
    const { claims } = finish(analyse({ text, language: 'plaintext', date: null, omitted: [] }, english));
    return claims.map(({ figure }) => quantityKey(figure.quantity))[0];
  };
  expect(key('There were 12 sailors.')).toBe('count 12');
  expect(key('There were twelve sailors.')).toBe('count 12');
  expect(key('Over 1.3 million people left.')).toBe(key('More than 1,300,000 people left.'));
  expect(key('It cost $0.14 a litre.')).toBe('money 0.14 $ per litre');
  expect(key('They met on 4 March 2021.')).toBe('date 2021-03-04');
  expect(key('Dozens of people left.')).toBe('count vague 24..99');
});
