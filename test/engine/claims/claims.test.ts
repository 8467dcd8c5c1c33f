/** What figures measure: head noun, event, role, time, subject and speaker, each told from the sentence around the figure. */
import { describe, expect, test } from 'vitest';
import type { Claim } from '../../../server/engine/claims/claim.ts';
import { analysed } from '../check.ts';

/** The claim of the figure that a text marks with guillemets, which are taken out first. */
function claimIn(marked: string, date?: string): Claim {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  const text = marked.replace('«', '').replace('»', '');
  const claim = analysed(text, date).claims.find(({ figure }) => figure.start < end && figure.end > start);
  if (!claim) throw new Error(`no figure at «» in ${marked}`);
  return claim;
}

describe('head nouns', () => {
  test.each([
    ['Police shot «16» striking dock workers.', 'striking dock workers', 'crowd'],
    ['«Eighteen» law enforcement officers were killed.', 'law enforcement officers', 'force'],
    ['The crackdown killed at least «14» of the workers.', 'workers', 'crowd'],
    ['«Hundreds» of demonstrators stayed.', 'demonstrators', 'crowd'],
    ['They flew in on «75» planes.', 'planes', null],
    ['«Five» aircraft had been stolen.', 'aircraft', null],
    ['«Nine» children died.', 'children', 'child'],
    ['The owners need only «5 million» Poles.', 'Poles', 'nation'],
    ['The wreck held «four» French citizens.', 'French citizens', 'nation'],
    ['They had flown in «six» people from Poland.', 'people', 'nation'],
    ['He served with «nine» soldiers from Chad.', 'soldiers', 'force'],
    // Whoever lives in a place is nobody whom its news befell.
    ['The jail of Brod, a city of «100,000» people, was stormed.', 'people', 'crowd'],
    ['All were held in Brod, a city of «100,000».', 'city', null],
    // What a figure only makes an adjective with counts nobody.
    ['The council named a «seven»-member panel.', 'member', null],
    ['The toll of the fire in the «twelve»-storey hotel rose.', 'storey', null],
  ])('%s', (marked, text, people) => {
    expect(claimIn(marked).head).toMatchObject({ text, people });
  });

  test('a list of nations goes on with the first', () => {
    const { claims } = analysed('The dead were four people from France, three from Chile and two from Albania.');
    expect(claims.map(({ head }) => head?.term)).toEqual(['franc', 'chile', 'albania']);
  });

  test.each(['«26» were killed.', 'Almost «10,000» had been detained.'])('none: %s', (marked) => {
    expect(claimIn(marked).head).toBeNull();
  });
});

describe('an event', () => {
  test.each([
    ['The blockade held up «1,400» people for hours.', null],
    ['Only the other «nine» are charged for.', null],
    ['They are holding «nine» suspects.', 'detain'],
    ['The toll of the flood held at «41» people.', 'kill'],
    ['«62» people were taken to hospital.', 'hospitalise'],
    // A clause with a verb of its own says what befell its figure.
    ['Marlow counted 12 deaths, and «40» people had been flown out.', null],
    ['The flood had cost 12 lives and had left «3,000» people without a roof.', null],
    ['Fire tore through the «twelve»-storey hotel, killing nine.', null],
    // What a total comes to is what it sums up.
    ['Another nine bodies were found in the silt, bringing the total number to «41».', 'kill'],
    ['«300» people are dead or missing.', 'kill or miss'],
    ['«Four» Americans were wounded.', 'injure'],
  ])('%s', (marked, event) => {
    expect(claimIn(marked).event).toBe(event);
  });
});

describe('what is no change', () => {
  test.each([
    'The gala raised «$9 million» for the school.',
    '«$9 million» raised at the gala went to the school.',
    'Cheap models make up «a third» of sales.',
    'She won with 58 percent, against «42 percent» for Edda Brandt.',
    'The ferry was held up by «36 minutes».',
  ])('%s', (marked) => {
    expect(claimIn(marked).role).toBeNull();
  });
});

describe('what comes on top of others', () => {
  test.each(['Another «nine» people were found dead.', 'Three died, and another «nine» people died later.'])('%s', (marked) => {
    expect(claimIn(marked).role).toBe('change');
  });

  test('is all there is of an event of its own', () => {
    expect(claimIn('Three died, and another «nine» people were hurt.').role).toBeNull();
  });
});

describe('what is expected', () => {
  test.each([
    ['The toll could rise to «70».', true],
    ['Sales are expected to grow «5 percent».', true],
    ['The toll of the flood, which killed «41» people, is expected to rise.', false],
    ['The toll could rise sharply, with «70» people missing.', false],
  ])('%s', (marked, expected) => {
    expect(claimIn(marked).expected).toBe(expected);
  });
});

test('what a thing has whenever it is told of is dated to no day', () => {
  expect(claimIn('On 24 April divers went down to the «nine»-deck ferry.').time).toBeNull();
});

describe('bodies', () => {
  test.each([
    ['«Nine» bodies were pulled from the silt.', false],
    ['«Nine» bodies, most of them of farmhands, had been taken from the silt.', false],
    ['Divers recovered «nine» bodies.', false],
    ['«Nine» bodies were handed over to their families.', true],
    ['«Nine» unclaimed bodies were found in the morgue.', true],
  ])('are some of the dead, but for those found: %s', (marked, member) => {
    expect(claimIn(marked).head?.member).toBe(member);
  });
});

describe('places', () => {
  test.each([
    ['Police killed «26» people in Marlow.', ['marlow']],
    ['«160» people were killed in the northern city of Lund.', ['lund']],
    ['The toll has reached «30» people, including eight people in Lund.', []],
    ['There were «30» deaths in the rest of Lund.', ['rest lund']],
    ['There were «30» deaths in the Swedish capital.', []],
    // The place told nearest is not named, and that of a part is not the whole's.
    ['«160» people were killed in the country, most of them in Lund.', []],
    ['«160» people were killed, most of them in Lund.', []],
    ['«160» people were killed, a majority in Lund.', []],
    // Of two clauses each has its own.
    ['At least 3,549 miners died in Lund, while «1,602» people have died in Marlow.', ['marlow']],
    ['At least «3,549» miners died in Lund, while 1,602 people have died in Marlow.', ['lund']],
    ['Nine people were killed in Lund, where «12» houses fell, officials in Marlow said.', ['lund']],
  ])('%s', (marked, place) => {
    expect(claimIn(marked).place).toEqual(place);
  });
});

describe('events', () => {
  test.each([
    ['«Dozens» of people were killed, hundreds injured and over 2,000 arrested.', 'kill'],
    ['Dozens of people were killed, «hundreds» injured and over 2,000 arrested.', 'injure'],
    ['Dozens of people were killed, hundreds injured and «over 2,000» arrested.', 'detain'],
    ['In 2011 police shot dead «16» dock workers.', 'kill'],
    ['The quake killed 40 people, including «3» children.', 'kill'],
    ['There were «457» deaths in 21 countries.', 'kill'],
    ['There were 457 deaths in «21» countries.', null],
    ['«50,000» people live there.', null],
    // A comma before `and` begins another clause, and an active verb has its figure behind it.
    ['Eleven people died, «two» of them police officers, and 488 were arrested.', 'kill'],
    ['The blast killed 14 people, «nine» of them contractors, and injured 63.', 'kill'],
    ['«26» people were killed 5 km from Lund.', 'kill'],
    ['The group has the names of the dead in Lund (23), Marlow («7») and Tarn (1).', 'kill'],
    ['«Twelve» children under five are among the dead.', 'kill'],
    ['The ministry spoke of five dead, then nine, and on 25 September of 22, «three» officers among them.', 'kill'],
  ])('%s', (marked, event) => {
    expect(claimIn(marked).event).toBe(event);
  });

  test('what did not happen is negated', () => {
    expect(claimIn('«Twelve» officers were not charged.').negated).toBe(true);
    expect(claimIn('«Twelve» officers were charged.').negated).toBe(false);
  });
});

describe('whose age it is', () => {
  test.each([
    ['Marlow gave Edda Brandt a prize, and the «62-year-old» Booker novelist wept.', ['edda', 'brandt']],
    ['In Lund the «62-year-old» Edda Brandt said nothing.', ['edda', 'brandt']],
  ])('%s', (marked, subject) => {
    expect(claimIn(marked).subjects).toContainEqual(subject);
  });
});

describe('gapping', () => {
  test.each([
    ['Nine people were killed in Lund, «four» in Marlow and two in Tarn.', { event: 'kill', head: { term: 'person' } }],
    ['Nine people were killed in Lund, four in Marlow and «two» in Tarn.', { event: 'kill', place: ['tarn'] }],
    ['Two had been killed in Lund, «one» in Marlow and one in the capital.', { event: 'kill' }],
    ['Marlow mourns 27 of its men, Tarn «12» and Lund Moor 19.', { head: { term: 'man' }, subjects: [['tarn']] }],
    ['Marlow mourns 27 of its men, Tarn 12 and Lund Moor «19».', { head: { term: 'man' } }],
  ])('%s', (marked, claim) => {
    expect(claimIn(marked)).toMatchObject(claim);
  });

  test.each([
    ['Lund said yes with 94 percent, Marlow with «86» and Tarn with 57.', 'share', 86],
    ['It belongs to her by 40 percent, to the workers by «45» and to a fund by 15.', 'share', 45],
    ['A dollar cost 3,412 yen in May, «3,890» four days later and 4,180 on 14 June.', 'money', 3890],
    ['A dollar cost 3,412 yen in May, 3,890 four days later and «4,180» on 14 June.', 'money', 4180],
    ['It earned $5 million in 2019, «7» in 2020 and 9 in 2021.', 'money', 7e6],
  ])('%s', (marked, dimension, value) => {
    expect(claimIn(marked).figure.quantity).toMatchObject({ dimension, value });
  });

  test.each([
    'The offer is limited to 80 homes, of which «33» have signed.',
    'They divorced after 24 years, and Carol Whit, now «55», moved.',
    'In March at least 30 people were shot, and in Lund «60,000» were driven out.',
  ])('not: %s', (marked) => {
    expect(claimIn(marked)).toMatchObject({ head: null, figure: { quantity: { dimension: 'count', unit: null } } });
  });

  test.each(['They flew with Boeing 737 and Airbus 320 three times.', 'She owns an iPhone 12 and a Galaxy 9.'])(
    'a product stays one: %s',
    (text) => {
      expect(
        analysed(text)
          .claims.map(({ figure }) => figure.text)
          .filter((each) => /^\d/.test(each)),
      ).toEqual([]);
    },
  );
});

describe('roles', () => {
  test.each([
    ['The price rose from «$6» to $7.50.', 'before'],
    ['The price rose from $6 to «$7.50».', 'after'],
    ['Sales rose by «5%» to $12 million.', 'change'],
    ['Sales were up «5%».', 'change'],
    ['The storm killed 40 people, including «3» children.', 'part'],
    ['The storm killed 40 people, among them «3» children.', 'part'],
    ['A family of three were among the «39» people killed.', null],
    ['A family of three were among at least «39» people killed.', null],
    ['The storm killed «40» people.', null],
    ['Profit was $52 million, compared with «$47 million» in March.', 'before'],
    ['Load factor was 79%, versus «74%».', 'before'],
    ['Margins came to 12% against «9%» in the year before.', 'before'],
    ['Exports were $9 million in the previous quarter and «$10 million» now.', null],
    ['It lost 1.0% of sales, after a loss of «0.1%» in the second quarter of the prior year.', 'before'],
    ['Norvex sold 40 boats, against a loss of «$3 million» in the same period a year earlier.', 'before'],
    ['Norvex earned «$3 million» in the second quarter of 2031.', null],
    ['A year earlier it had earned «$2.4 million», or 9 cents a share.', 'before'],
    ['A year ago it was worth $5 million, and now it is worth «$17 million».', null],
  ])('%s', (marked, role) => {
    expect(claimIn(marked).role).toBe(role);
  });
});

describe('times', () => {
  test.each([
    ['In 2011 police shot dead «16» dock workers.', undefined, { year: 2011 }],
    ['On January 2 some «400» people marched.', '2022-01-06', { year: 2022, month: 1, day: 2 }],
    ['On Tuesday «400» people marched.', '2022-01-06', { year: 2022, month: 1, day: 4 }],
    ['Ten years ago «15» strikers were killed.', '2022-01-07', { year: 2011 }],
  ])('%s', (marked, date, from) => {
    expect(claimIn(marked, date).time?.from).toMatchObject(from);
  });

  test('a weekday in an undated text is no date', () => {
    expect(claimIn('On Tuesday «400» people marched.').time).toBeNull();
  });
});

describe('speakers', () => {
  test.each([
    ['The interior ministry said «26» protesters had been killed.', 'interior ministry'],
    ['According to Ana Silva, «26» people were killed.', 'Ana Silva'],
    ['Up to 100 (officially «14») strikers were killed.', 'officials'],
    ['The storm killed «40» people.', null],
    ['«870» infections have been reported worldwide.', null],
    ['Thousands fled after a state clampdown that killed «40» people.', null],
    ['At least «40» people died, said Ana Silva.', 'Ana Silva'],
  ])('%s', (marked, speaker) => {
    expect(claimIn(marked).speaker).toBe(speaker);
  });

  test('a claim that its own text denies', () => {
    expect(claimIn('The minister denied that «20,000» people had marched.').denied).toBe(true);
    expect(claimIn('The minister said that «20,000» people had marched.').denied).toBe(false);
  });
});

test('a figure set against the right one is denied', () => {
  expect(claimIn('The choir had 64 singers, not «46».').denied).toBe(true);
  expect(claimIn('The choir did not have «46» singers.').denied).toBe(false);
});

describe('expectations', () => {
  test.each([
    ['The bank expects inflation of «7 percent».', true],
    ['They will open «30» shops.', true],
    ['A target of «3 percent» was set.', true],
    ['They opened «30» shops.', false],
  ])('%s', (marked, expected) => {
    expect(claimIn(marked).expected).toBe(expected);
  });
});

describe('bare numbers', () => {
  test.each([
    ['Prices rose 13.7 percent, after «12.9» in January.', 'share', '%'],
    ['Debt fell from «95» to 40 million euros.', 'money', 'EUR'],
    ['She is «34», a teacher.', 'age', 'year'],
    ['His driver was «28».', 'age', 'year'],
    ['A girl of «eleven» from Lund fell ill.', 'age', 'year'],
    ['The answer is «34» of them.', 'count', null],
  ])('%s', (marked, dimension, unit) => {
    expect(claimIn(marked).figure.quantity).toMatchObject({ dimension, unit });
  });

  test('may be what the sentence before counts in', () => {
    expect(claimIn('Every run took 17 hours. Now it takes «four».').readings).toContainEqual(
      expect.objectContaining({ dimension: 'duration', unit: 'hour', value: 4 }),
    );
    expect(claimIn('Every run took 17 hours. Now «four» runners take part.').readings).toEqual([]);
  });
});

test('a pronoun goes on about the sentence before', () => {
  expect(claimIn('The study followed nurses. It lasted «12 weeks».').context.has('nurs')).toBe(true);
  expect(claimIn('The study followed nurses. Trains ran for «12 weeks».').context.size).toBe(0);
});

describe('subjects of ages', () => {
  test.each([
    ['They met the «81-year-old» Ivo Marten in Graz.', [['ivo', 'marten']]],
    ['In Graz they met Ivo Marten, «81», who lives there.', [['ivo', 'marten']]],
    ['Ivo Marten of Graz said that his driver was «28».', []],
    ['In Graz lives Ivo Marten. The «81-year-old» wrote two books.', [['graz'], ['ivo', 'marten']]],
    ['A «58-year-old» former pilot was jailed for the murder of Ivo Marten.', []],
    ['The doctor at the Lund hospital was a «52-year-old» man.', []],
  ])('%s', (marked, subjects) => {
    expect(claimIn(marked).subjects).toEqual(subjects);
  });
});

test('a bare sum takes the currency of the one before it', () => {
  expect(claimIn('He paid 15 million pounds, some «3 million» more than the asking price.').figure.quantity).toMatchObject({
    dimension: 'money',
    unit: 'GBP',
  });
});

test.each([
  ['Police in Lund held 7,500 people, of which 100 were officers, «6,000» soldiers from many ranks and 75 judges.', 'detain', 'part'],
  ['Police in Lund held 7,500 people, of whom 100 were officers, 6,000 soldiers and «75» nurses.', 'detain', 'part'],
  ['Police in Lund held 12 people, of whom two were officers, and «600 soldiers» guarded the town.', null, null],
  ['The police released some «40» detainees.', 'release', null],
  ['In Lund «40» people were released at dawn.', 'release', null],
  ['A report released on Monday said «40» people were hurt.', 'injure', null],
  ['Hospitals admitted «five» of them.', 'hospitalise', 'part'],
  ['The ministry spoke of 28 hurt, «nine» of whom needed hospital treatment.', 'hospitalise', 'part'],
])('%s is told of an event', (marked, event, role) => {
  expect(claimIn(marked)).toMatchObject({ event, role });
});
