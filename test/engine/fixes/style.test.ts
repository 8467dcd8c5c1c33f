/** How a draft's own figure would be written with a source's value: `draft | source | what the draft then says`. */
import { describe, expect, test } from 'vitest';
import { analyse } from '../../../server/engine/analysis.ts';
import { type FigureFix, figureFixes } from '../../../server/engine/fixes/figure.ts';
import { english } from '../../../server/engine/lexicon/en.ts';
import type { MarkupLanguage, Quantity } from '../../../server/engine/model.ts';
import { finish } from '../check.ts';

/** The figure of a sentence that stands at `[...]`, or its only one. */
function quantityOf(
  marked: string,
  language: MarkupLanguage = 'plaintext',
): { text: string; start: number; end: number; quantity: Quantity } {
  const text = marked.replace(/[⟦⟧]/g, '');
  const start = marked.indexOf('⟦');
  const { claims } = finish(analyse({ text, language, date: null, omitted: [] }, english));
  const claim = start < 0 ? claims[0] : claims.find(({ figure }) => figure.start === start && figure.end === marked.indexOf('⟧') - 1);
  if (!claim) throw new Error(`no such figure in ${marked}, only ${claims.map(({ figure }) => figure.text).join(', ')}`);
  return { ...claim.figure, text };
}

function fixOf(draft: string, source: string, language: MarkupLanguage): { text: string; fix: FigureFix | null } {
  const theirs = quantityOf(source);
  const { text, start, end, quantity } = quantityOf(draft, language);
  const wanted = { text: theirs.text.slice(theirs.start, theirs.end), quantity: theirs.quantity };
  return { text, fix: figureFixes({ text, language, span: { start, end }, quantity }, [wanted], english)[0] ?? null };
}

function rewritten(draft: string, source: string, language: MarkupLanguage = 'plaintext'): string {
  const { text, fix } = fixOf(draft, source, language);
  return fix ? text.slice(0, fix.start) + fix.newText + text.slice(fix.end) : 'no fix';
}

const check = (table: string, language?: MarkupLanguage) => {
  const rows = table.split('\n').flatMap((line) => (line.trim() ? [line.split(' | ').map((cell) => cell.trim())] : []));
  const found = rows.map(([draft, source]) => [draft, source, rewritten(draft!, source!, language)].join(' | '));
  expect(found).toEqual(rows.map((row) => row.join(' | ')));
};

describe('numbers', () => {
  test('in words, in digits, with a scale word or a suffix', () =>
    check(`
      ⟦Twelve⟧ officers died. | They lost eighteen officers. | Eighteen officers died.
      They lost ⟦12⟧ officers. | They lost eighteen officers. | They lost 18 officers.
      They lost ⟦nine⟧ officers. | They lost 31 officers. | They lost thirty-one officers.
      They lost ⟦nine⟧ officers. | They lost 1,312 officers. | They lost 1,312 officers.
      It cost ⟦three million⟧ in all. | It cost 5 million. | It cost five million in all.
      It cost ⟦three million⟧ in all. | It cost 5.2 million. | It cost 5.2 million in all.
      They fed ⟦3 million⟧ people. | They fed five million people. | They fed 5 million people.
      They fed ⟦3 million⟧ people. | They fed 1,312,450 people. | They fed 1,312,450 people.
      They fed ⟦3 million⟧ people. | They fed 2.5 billion people. | They fed 2.5 billion people.
      They fed ⟦3,000,000⟧ people. | They fed 5.2 million people. | They fed 5,200,000 people.
      They fed ⟦3\u202f000\u202f000⟧ people. | They fed 5.2 million people. | They fed 5\u202f200\u202f000 people.
      They fed ⟦3000⟧ people. | They fed 4,500 people. | They fed 4500 people.
      They fed ⟦3000⟧ people. | They fed 45,000 people. | They fed 45,000 people.
      They fed ⟦a hundred⟧ people. | They fed 300 people. | They fed three hundred people.
      It cost ⟦$3m⟧ in all. | It cost $5.5 million. | It cost $5.5m in all.
      It cost ⟦$3m⟧ in all. | It cost $2 billion. | It cost $2bn in all.
      It cost ⟦$3bn⟧ in all. | It cost $200 million. | It cost $200m in all.
      It cost ⟦$3M⟧ in all. | It cost $2 billion. | It cost $2B in all.
      It cost ⟦$3m⟧ in all. | It cost $800,000. | It cost $800,000 in all.
      It cost ⟦€3 million⟧ in all. | It cost €5m. | It cost €5 million in all.
      It cost ⟦21 cents⟧ a litre. | It cost $0.28 a litre. | It cost 28 cents a litre.
      It cost ⟦$.14⟧ a litre. | It cost 28 cents a litre. | It cost $.28 a litre.
      It cost ⟦EUR 300⟧ in all. | It cost about 7 million euros. | It cost about EUR 7,000,000 in all.
      TIDE KILLS ⟦TWELVE⟧ SAILORS | They lost eighteen sailors. | TIDE KILLS EIGHTEEN SAILORS
    `));

  test('separate thousands as the rest of the draft does', () =>
    check(`
      Of 40\u00a0000 people they fed ⟦300⟧ guests. | They fed 4,500 people. | Of 40\u00a0000 people they fed 4\u00a0500 guests.
    `));

  test('of years, ordinals, ranges and multiples', () =>
    check(`
      It was built in ⟦1997⟧ there. | It was built in 1999. | It was built in 1999 there.
      The famine of ⟦1930-33⟧ was bad. | The famine of 1931-34 was bad. | The famine of 1931-34 was bad.
      The famine of ⟦1930-33⟧ was bad. | The famine of 1898-1901 was bad. | The famine of 1898-1901 was bad.
      It was the ⟦27th⟧ day there. | It was the 31st day. | It was the 31st day there.
      It was the ⟦third⟧ day there. | It was the fourth day there. | It was the fourth day there.
      It took ⟦58-60 days⟧ there. | It took 60 to 63 days. | It took 60-63 days there.
      It took ⟦58 to 60 days⟧ there. | It took 63 days. | It took 63 days there.
      The price ⟦doubled⟧ in May. | The price tripled. | The price tripled in May.
    `));
});

test('hedges are the source’s, and no other', () =>
  check(`
    ⟦More than 3,000⟧ people left. | We saw almost 10,000 people. | Almost 10,000 people left.
    ⟦More than 3,000⟧ people left. | Over 5,000 people left. | Over 5,000 people left.
    We saw ⟦more than 3,000⟧ people. | Almost 10,000 people left. | We saw almost 10,000 people.
    We saw ⟦more than 3,000⟧ people. | We saw 4,000 people. | We saw 4,000 people.
    We saw ⟦20⟧ people. | We saw 30 or so people. | We saw 30 or so people.
    We saw ⟦20 or so⟧ people. | We saw 30 people. | We saw 30 people.
    We saw ⟦20⟧ people. | We saw 40+ people. | We saw 40+ people.
    We saw ⟦16⟧ people. | We saw at least 14 people. | We saw at least 14 people.
    We saw ⟦20⟧ people. | We saw between 30 and 40 people. | We saw between 30 and 40 people.
  `));

test('what cannot be said more exactly stays in the source’s words, joined to what follows', () =>
  check(`
    We saw ⟦26⟧ protesters there. | We saw hundreds of protesters. | We saw hundreds of protesters there.
    We saw ⟦26⟧ of the protesters. | We saw dozens of protesters. | We saw dozens of the protesters.
    ⟦26⟧ died there. | We saw hundreds of protesters. | Hundreds died there.
    We saw ⟦dozens⟧ of people. | We saw 26 people. | We saw 26 people.
    We saw ⟦dozens⟧ of the people. | We saw 26 people. | We saw 26 of the people.
    We saw ⟦31⟧ people. | We saw two dozen people. | We saw two dozen people.
    We fed ⟦40 percent⟧ of the town. | We fed a quarter of the town. | We fed a quarter of the town.
    We fed ⟦half⟧ the town. | We fed 40 percent of the town. | We fed 40 percent of the town.
  `));

test('units stay where the source has the same, and are the source’s where it has others', () =>
  check(`
    It rose ⟦3%⟧ in May. | It rose 5 per cent. | It rose 5% in May.
    It rose ⟦3 per cent⟧ in May. | It rose 5.25%. | It rose 5.25 per cent in May.
    It is ⟦12 miles⟧ long. | It is 20 kilometres long. | It is 20 kilometres long.
    It is a ⟦12-mile⟧ road. | It is 32 kilometres long. | It is a 32-kilometre road.
    They waited ⟦1 hour⟧ there. | They waited 3 hours. | They waited 3 hours there.
    They waited ⟦three hours⟧ there. | They waited 1 hour. | They waited one hour there.
    They waited ⟦12 days⟧ there. | They waited three weeks. | They waited three weeks there.
    He was a ⟦12-year-old⟧ boy. | He was 14 years old. | He was a 14-year-old boy.
    It pumps ⟦1.6 million barrels⟧ a day. | It pumps about 1.1 million barrels a day. | It pumps about 1.1 million barrels a day.
  `));

test('an article before the figure fits it', () =>
  check(`
    It was an ⟦18 percent⟧ rise. | It rose 20 percent. | It was a 20 percent rise.
    It was a ⟦20 percent⟧ rise. | It rose 18 percent. | It was an 18 percent rise.
    It was a ⟦$20⟧ fee. | They paid $8. | It was an $8 fee.
    It was a ⟦20 percent⟧ rise. | It rose almost 30 percent. | It was an almost 30 percent rise.
    It was a ⟦20 percent⟧ rise. | It rose 110 percent. | It was a 110 percent rise.
  `));

test('dates keep the draft’s order, its short months, and what it leaves out', () =>
  check(`
    They met on ⟦January 5⟧. | They met on 6 January 2022. | They met on January 6.
    They met on ⟦5 January⟧ there. | They met on January 6, 2022. | They met on 6 January there.
    They met on ⟦Jan. 5⟧ there. | They met on February 6. | They met on Feb. 6 there.
    They met on ⟦Jan. 5⟧ there. | They met on March 7. | They met on March 7 there.
    They met on ⟦Jan. 5⟧ there. | They met on September 7. | They met on Sept. 7 there.
    They met on ⟦March 5⟧ there. | They met on Jan. 7. | They met on January 7 there.
    They met on ⟦January 5, 2022⟧. | They met on 6 January. | They met on January 6, 2022.
    They met on ⟦2022-01-05⟧ there. | They met on Jan. 7, 2022. | They met on 2022-01-07 there.
    They met on the ⟦5th of January⟧. | They met on January 22. | They met on the 22nd of January.
    They met on ⟦January 5, 2021⟧. | They met in January 2022. | They met in January 2022.
  `));

describe('markup', () => {
  test('around and inside a figure stays, of Markdown', () =>
    check(
      `
      It cost **⟦$3 million⟧** in all. | It cost almost $5 million. | It cost **almost $5 million** in all.
      They fed **⟦3** million⟧ people. | They fed 5 million people. | They fed **5** million people.
      **⟦More than** 3,000⟧ people left. | Almost 4,000 people left. | **Almost** 4,000 people left.
      **⟦More than** 3,000⟧ people left. | We saw 4,000 people. | **4,000** people left.
      We saw ⟦more than **3,000⟧** people. | We saw 4,000 people. | We saw **4,000** people.
      We saw *⟦dozens⟧* of people. | We saw 26 people. | We saw *26* people.
      It cost \\⟦$3 million⟧ in all. | It cost $5 million. | It cost \\$5 million in all.
      It cost \\⟦$3 million⟧ in all. | It cost almost $5 million. | It cost almost \\$5 million in all.
      It cost ⟦US\\$3 million⟧ in all. | It cost almost US$5 million. | It cost almost US\\$5 million in all.
    `,
      'markdown',
    ));

  test('of LaTeX', () =>
    check(
      `
      It rose ⟦3\\,\\%⟧ in May. | It rose 5 per cent. | It rose 5\\,\\% in May.
      It cost \\⟦$3~million⟧ in all. | It cost $5 million. | It cost \\$5~million in all.
      It rose \\textbf{⟦3\\%⟧} in May. | It rose almost 5%. | It rose \\textbf{almost 5\\%} in May.
      It rose ⟦3\\,\\%⟧ in May. | It rose between 5% and 6%. | It rose between 5\\% and 6\\% in May.
    `,
      'latex',
    ));

  test('is left out of a title', () => {
    expect(fixOf('It cost ⟦US\\$3 million⟧ in all.', 'It cost almost US$5 million.', 'markdown').fix?.shown).toBe('almost US$5 million');
    expect(fixOf('They fed **⟦3** million⟧ people.', 'They fed 5 million people.', 'markdown').fix?.shown).toBe('5 million');
  });
});

test('offsets are the draft’s, across paragraphs, CRLF and astral characters', () => {
  const before = 'A \u{1f6a2} came.\r\n\r\n# Two\r\n\r\nThe \u{1f6a2} cost a lot.\r\n';
  const after = ' were lost.\r\n\r\nNext 5.\r\n';
  const { text, fix } = fixOf(`${before}⟦Twelve⟧ sailors${after}`, 'They lost eighteen sailors.', 'markdown');
  expect(fix).toMatchObject({ start: before.length, end: before.length + 'Twelve'.length, newText: 'Eighteen' });
  expect(text.slice(0, fix!.start)).toBe(before);
});

test('a figure in a list, a quotation, a table or a footnote is found in its place', () => {
  for (const frame of [
    '- One.\n\n    #\n',
    '1. One.\n\n   - Two.\n\n     #\n',
    '> Said he:\n>\n> #\n',
    '[^1]: #\n',
    '| a | b |\n|---|---|\n| # | c |\n',
    '## #\n',
  ]) {
    const draft = frame.replace('#', 'They lost ⟦12⟧ officers');
    expect(rewritten(draft, 'They lost eighteen officers.', 'markdown')).toBe(draft.replace('⟦12⟧', '18'));
  }
});

test('there is no fix where the words would not be read as the source’s figure, or change another', () =>
  check(`
    In ⟦2011⟧ it fell. | It fell ten years ago. | no fix
    They saw a ⟦26 percent⟧ rise. | They saw dozens of people. | no fix
    The price ⟦doubled⟧ in May. | It is three times as high. | no fix
  `));
