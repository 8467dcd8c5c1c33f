/** Where sources disagree among themselves: what is grouped, what heads a group, how grave it is, and what is no disagreement. */
import { describe, expect, test } from 'vitest';
import { conflicts } from '../../../server/engine/conflicts/index.ts';
import { english } from '../../../server/engine/lexicon/en.ts';
import { finish, libraryOf, type SourceText } from '../check.ts';

/** The groups in one line each: severity, what is measured, and the figures with their sources. */
function listed(sources: Readonly<Record<string, string | SourceText>>): string[] {
  return finish(conflicts(libraryOf(sources), english)).map(
    ({ severity, measures, evidence }) =>
      `${severity}: ${measures}: ${evidence.map(({ source, claim }) => `${claim.figure.text} (${source.article.uri})`).join(', ')}`,
  );
}

describe('a disagreement', () => {
  test('is plain where reports of one day exclude each other', () => {
    expect(
      listed({
        bell: { text: 'In Ostmark 14 weavers were killed by the blast, police said.', date: '2021-05-03' },
        post: { text: 'In Ostmark 19 weavers were killed by the blast, police said.', date: '2021-05-03' },
      }),
    ).toEqual(['warning: weavers killed: 14 (bell), 19 (post)']);
  });

  test('may be explained by the days of the reports, which come in their order', () => {
    expect(
      listed({
        post: { text: 'In Ostmark 19 weavers were killed by the blast, police said.', date: '2021-05-06' },
        bell: { text: 'In Ostmark 14 weavers were killed by the blast, police said.', date: '2021-05-03' },
        star: 'In Ostmark 21 weavers were killed by the blast, police said.',
      }),
    ).toEqual(['information: weavers killed: 14 (bell), 19 (post), 21 (star)']);
  });

  test('about a past event is plain, whenever it is reported', () => {
    expect(
      listed({
        bell: { text: 'In 1998 soldiers killed 14 weavers in Ostmark.', date: '2021-05-03' },
        post: { text: 'In 1998 soldiers killed 19 weavers in Ostmark.', date: '2022-05-06' },
      }),
    ).toEqual(['warning: weavers killed: 14 (bell), 19 (post)']);
  });

  test('of a sum is headed by the words that its claims share', () => {
    const [first, ...rest] = listed({
      bell: { text: 'The average household in Ostmark will pay $3,377 for water.', date: '2021-05-03' },
      post: { text: 'In Ostmark the average household will pay $3,420 for water.', date: '2021-05-03' },
    });
    expect(rest).toEqual([]);
    expect(first).toMatch(/^warning: .*average household.*: \$3,377 \(bell\), \$3,420 \(post\)$/);
  });

  test('is one of dates only where all else is the same', () => {
    const [first] = listed({
      bell: { text: 'On 4 May 1998 soldiers killed 14 weavers in Ostmark.', date: '2021-05-03' },
      post: { text: 'On 6 May 1998 soldiers killed 14 weavers in Ostmark.', date: '2021-05-03' },
    });
    expect(first).toMatch(/4 May 1998 \(bell\), 6 May 1998 \(post\)$/);
  });

  test('is headed by whom an event befell, however each source tells it', () => {
    const [first] = listed({
      bell: { text: 'Police in Ostmark said that 14 weavers lost their lives in the blast.', date: '2021-05-03' },
      post: { text: 'In Ostmark the blast left 19 weavers dead.', date: '2021-05-03' },
    });
    expect(first).toMatch(/: weavers killed: /);
  });

  test('has of each source what it tells of all', () => {
    const town = 'In Kostel 9 weavers were killed by the blast.';
    expect(
      listed({
        bell: { text: `${town} In all, the blast in Ostmark killed 31 weavers, police said.`, date: '2021-05-03' },
        post: { text: 'The blast in Ostmark killed 36 weavers, police said.', date: '2021-05-03' },
        star: { text: 'The blast in Ostmark killed 38 weavers, police said.', date: '2021-05-04' },
      }),
    ).toEqual(['warning: weavers killed: 31 (bell), 36 (post), 38 (star)']);
  });

  test('on all that a blast killed is one, whoever else is named', () => {
    const bell =
      'The flour blast in Ostmark shook the harbour. The mayor, Ilse Brandt, said so far 14 people had been killed by the blast.';
    const post =
      'Ilse Brandt, mayor of Ostmark, visited the harbour. Rescuers of the Danti brigade said 19 people had been killed by the blast.';
    expect(listed({ bell, post })).toEqual(['information: people killed: 14 (bell), 19 (post)']);
  });

  test('has of a source what it counts rather than what it only guesses at', () => {
    expect(
      listed({
        bell: 'The blast in Ostmark killed dozens of weavers, police said. Of the blast in Ostmark 21 people have died.',
        post: 'The blast in Ostmark killed 14 weavers, police said.',
      }),
    ).toEqual(['information: people killed: 21 (bell), 14 (post)']);
  });

  test('leaves out who tells of one town less than was known of all', () => {
    const sources = {
      bell: { text: 'The blast at Ostmark Mills killed 31 weavers, police said.', date: '2021-05-03' },
      post: { text: 'The blast at Ostmark Mills killed 36 weavers, police said.', date: '2021-05-03' },
    };
    const told = (star: string) => listed({ ...sources, star: { text: star, date: '2021-05-04' } });
    expect(told('In Kostel 9 weavers were killed by the blast at Ostmark Mills, police said.')).toEqual([
      'warning: weavers killed: 31 (bell), 36 (post)',
    ]);
    // A toll only grows, and nobody tells of two towns by turns.
    expect(told('In Kostel 40 weavers were killed by the blast at Ostmark Mills, police said.')).toEqual([
      'warning: weavers killed: 31 (bell), 36 (post), 40 (star)',
    ]);
  });

  test('has one claim a source, and comes after the plain ones', () => {
    const groups = listed({
      bell: { text: 'In Ostmark 14 weavers were killed by the blast. In 1998 soldiers killed 31 miners in Ostmark.', date: '2021-05-03' },
      post: { text: 'In Ostmark 19 weavers were killed by the blast. In 1998 soldiers killed 36 miners in Ostmark.', date: '2021-05-06' },
    });
    expect(groups).toEqual(['warning: miners killed: 31 (bell), 36 (post)', 'information: weavers killed: 14 (bell), 19 (post)']);
  });
});

describe('no disagreement', () => {
  const none = (bell: string, post: string) =>
    expect(listed({ bell: { text: bell, date: '2021-05-03' }, post: { text: post, date: '2021-05-03' } })).toEqual([]);

  test('is what only rounds the other', () => {
    none('In Ostmark the blast cost $1.32 million.', 'In Ostmark the blast cost $1.3 million.');
  });

  test('is dozens in one headline and hundreds in the next', () => {
    none('In Ostmark dozens of weavers were killed by the blast.', 'In Ostmark hundreds of weavers were killed by the blast.');
  });

  test('is what one source itself says was denied', () => {
    none('In Ostmark 14 weavers were killed by the blast.', 'The mayor denied that 19 weavers were killed by the blast in Ostmark.');
  });

  test('is a rise beside a fall', () => {
    none('The gross margin at Ostmark Mills rose to 18.9 percent.', 'The gross margin at Ostmark Mills fell to 11.4 percent.');
  });

  test('is the whole beside a part of another', () => {
    none('Unity won 63 of the 96 seats in Ostmark.', 'Unity won 63 seats in Ostmark.');
  });

  test('is what was left out beside what was told', () => {
    none('In Ostmark 14 weavers were killed by the blast.', 'In Ostmark all but three were killed by the blast.');
  });

  test('is an event of one year beside that of another', () => {
    none('In 1998 soldiers killed 14 weavers in Ostmark.', 'In 2003 soldiers killed 19 weavers in Ostmark.');
  });

  test('is the date of one thing beside that of another', () => {
    none('In Ostmark the statue was put up in 2016.', 'A monument was put up in Ostmark in 2017.');
  });

  test('is a part of the dead beside all of them', () => {
    none('In Ostmark 14 weavers were killed by the blast.', 'In Ostmark the blast killed weavers. Nine of the dead were children.');
    none('In Ostmark 14 weavers were killed by the blast.', 'In Ostmark, of fourteen dead, ten were killed by the blast.');
  });

  test('is the sum of two places beside one of them', () => {
    none('Some 800 soldiers were sent to Ostmark and another 350 to Brod.', 'The army sent 1,150 soldiers to Ostmark and Brod.');
  });

  test('is a town beside another, where a text tells one after the other', () => {
    none('The fires killed four people in Ostmark and about 50 in Brod.', 'The fires killed 90 people.');
  });

  test('is what the text says is half of the other', () => {
    none(
      'The dividend of Ostmark Mills for 2020 was 48 million euros, half of the profit.',
      'Ostmark Mills made a profit of 96 million euros in 2020.',
    );
  });

  test('is a rate of other bases', () => {
    none('Ilse Marten scored 19 goals in 27 league matches for Ostmark.', 'Ilse Marten scored 24 goals in 33 league matches for Ostmark.');
  });

  test('is a figure beside one many times as great', () => {
    none('A barge with 8,400 tonnes of flour came to Ostmark.', 'Barges with 47,500 tonnes of flour came to Ostmark.');
  });

  test('is those who got away beside a few who were arrested', () =>
    none('Nearly 80 detainees escape from Ostmark, police say.', 'In Ostmark eight individuals were arrested, police say.'));

  test('is some of one number beside some of another', () => {
    none('Of the 72 weavers at Ostmark, 22 are women.', 'Out of some 75 weavers at Ostmark, 31 are women.');
    none('Six of the fastest weavers at Ostmark are women.', 'At Ostmark the four fastest weavers are women.');
  });

  test('is an age beside a count', () => {
    none(
      'In Ostmark 14 weavers were killed by the blast.',
      'Among those killed by the blast in Ostmark was a weaver, 44, who had children.',
    );
    none('In Ostmark 14 weavers were killed by the blast.', 'Those killed by the blast in Ostmark were under 30.');
  });

  test('is what a hedge leaves room for', () => {
    none('In 1998 some 258,000 people died in Ostmark.', 'In 1998 a quarter of a million people died in Ostmark.');
  });

  test('is what comes on top', () => {
    none('Four ships with flour have come to Ostmark.', 'Two more ships with flour have come to Ostmark.');
  });
});

describe('lists of names', () => {
  const bell = 'The Northern Fisheries Council (NFC), which includes Velmont, Ostmark, Brod and Kostel, met on Monday.';
  const none = (post: string) => expect(listed({ bell, post })).toEqual([]);

  test('of one body differ where each has a name that the other leaves out', () => {
    expect(
      listed({
        bell: { text: bell, date: '2021-05-03' },
        post: { text: 'The NFC nations are Brod, Velmont and Ostmark as well as Sarnik.', date: '2021-05-06' },
        star: 'The Northern Fisheries Council sent boats. They came from Brod, Ostmark, and Velmont.',
      }),
    ).toEqual([
      'information: Northern Fisheries Council: Velmont, Ostmark, Brod and Kostel (bell), Brod, Velmont and Ostmark as well as Sarnik (post), Brod, Ostmark, and Velmont (star)',
    ]);
  });

  test('do not where one only goes on', () => none('The Northern Fisheries Council of Velmont, Ostmark, Brod, Kostel and Sarnik met.'));

  test('do not where they are of two bodies', () => none('The Southern Fisheries Council of Velmont, Ostmark, Brod and Sarnik met.'));

  test('do not where they share little', () => none('The Northern Fisheries Council wrote to Ostmark, Brod, Sarnik, Tarvik and Lund.'));

  test('do not where no body is told', () => none('Ferries go from Velmont, Ostmark, Brod and Sarnik.'));

  test('do not within one source', () => {
    expect(listed({ bell: `${bell} The NFC nations are Brod, Velmont, Ostmark and Sarnik.` })).toEqual([]);
  });
});

describe('a list of disagreements', () => {
  test('has those of one toll together, whoever dates it', () => {
    const groups = listed({
      bell: { text: 'On 3 May 2021 at least 14 weavers were killed by the blast in Ostmark.', date: '2021-05-03' },
      post: { text: '19 weavers were killed by the blast in Ostmark.', date: '2021-05-05' },
      star: { text: 'The blast in Ostmark killed 21 weavers.', date: '2021-05-09' },
    });
    expect(groups).toHaveLength(1);
    expect(groups[0]).toContain('at least 14 (bell), 19 (post), 21 (star)');
  });

  test('warns of nothing that undated reports tell, unless they say when it was', () => {
    const tell = (bell: string, post: string) => listed({ bell, post }).map((line) => line.split(':')[0]);
    expect(tell('Overtime at Ostmark Mills is limited to 30 hours.', 'Overtime at Ostmark Mills is limited to 20 hours.')).toEqual([
      'information',
    ]);
    expect(tell('In 1998 soldiers killed 14 weavers in Ostmark.', 'In 1998 soldiers killed 19 weavers in Ostmark.')).toEqual(['warning']);
  });
});
