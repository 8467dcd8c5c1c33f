/** English number words, hedges and the small words of grammar between figures. */
import type { NumberWords } from '../numbers.ts';
import { phraseTable } from '../phrases.ts';
import { calendar } from './calendar.ts';
import { labels } from './labels.ts';
import { money } from './money.ts';
import { units } from './units.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const table = (pairs: Readonly<Record<string, number>>): ReadonlyMap<string, number> => new Map(Object.entries(pairs));

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const ORDINALS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth ' +
  'seventeenth eighteenth nineteenth twentieth';
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const DENOMINATORS = { third: 3, quarter: 4, fourth: 4, fifth: 5, sixth: 6, seventh: 7, eighth: 8, ninth: 9, tenth: 10, hundredth: 100 };
const FOLDS = 'two three four five six seven eight nine ten twenty hundred'.split(' ');
const FOLD_VALUES = [2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 100];

const MORE_THAN =
  'more than|over|at least|upwards of|upward of|in excess of|above|exceeding|no fewer than|no less than|not less than|not fewer than|' +
  'a minimum of|minimum of|just over|just above|well over|well above|slightly more than|slightly over|a little over|a little more than|' +
  'little more than|far more than|much more than|significantly more than|north of|as few as|as little as|as low as|greater than|' +
  'better than|a bit more than|a bit over|just more than|>|≥|> =';
const LESS_THAN =
  'almost|nearly|close to|just under|just below|fewer than|less than|under|below|just short of|just shy of|shy of|nearing|approaching|' +
  'slightly less than|slightly under|a little under|a little less than|a bit less than|a bit under|well under|well below|far fewer than|' +
  'far less than|not quite|virtually|lower than|just less than|just fewer than|<';
const UP_TO =
  'up to|as many as|as much as|at most|no more than|not more than|a maximum of|maximum of|as high as|as long as|as large as|' +
  'not exceeding|at the most|≤|< =';
const ABOUT =
  'about|around|roughly|approximately|approx|approx .|some|circa|ca .|c .|an estimated|estimated|est .|in the region of|in the order of|' +
  'on the order of|something like|in the neighborhood of|in the neighbourhood of|near|~|≈';

/** Hedges as in the table of the design; their wordings are those that English dictionaries give as synonyms. */
const hedges: Pick<NumberWords, 'hedgesBefore' | 'hedgesAfter' | 'beforeOver' | 'over' | 'onlyWords' | 'goesUp' | 'changes' | 'moves'> = {
  hedgesBefore: phraseTable([
    ['more-than', MORE_THAN.split('|')],
    ['less-than', LESS_THAN.split('|')],
    ['up-to', UP_TO.split('|')],
    ['about', ABOUT.split('|')],
  ]),
  hedgesAfter: phraseTable([
    ['more-than', ['+', 'or more', 'or over', 'and over', 'or above', 'and above', '- plus', 'plus', 'and counting']],
    ['up-to', ['or less', 'or fewer', 'or under', 'and under', 'at most']],
    ['about', ['or so', 'or thereabouts', '- odd', 'odd']],
  ]),
  beforeOver: set(
    'for in after of with lasted last lasting within at since by just well served spent to spanning takes took taking waited',
  ),
  over: set('over'),
  onlyWords: set('only just merely barely'),
  goesUp: set(
    'add adds added amount amounts amounted went go goes going gone moved moves moving pushed drove driven climbed ticked edged crept',
  ),
  changes: set(
    'rise rises rose risen rising raise raises raised raising increase increases increased increasing grow grows grew grown growing growth ' +
      'climb climbs climbed climbing jump jumps jumped jumping soar soars soared soaring surge surges surged surging gain gained gains ' +
      'up down fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease decreases decreased ' +
      'decreasing cut cuts cutting lower lowers lowered lowering reduce reduces reduced reducing reduction slump slumped slid slide sliding ' +
      'plunge plunged plunging sank sink sinking shrink shrank shrunk shrinking dip dipped dipping tumble tumbled double doubled doubles ' +
      'doubling triple tripled tripling quadrupled halve halved halving change changes changed changing move moved moves moving went go ' +
      'goes going gone improve improved improves improvement improving worsened revise revised revision upgrade upgraded downgrade ' +
      'downgraded expand expanded expands expanding widen widened narrow narrowed extend extended shorten shortened lift lifted lifts ' +
      'lifting boost boosted hike hiked slash slashed trim trimmed swell swelled ease eased accelerate accelerated slow slowed ' +
      'advance advanced retreat retreated swing swung shift shifted adjust adjusted bring brought push pushed compared rebounded recovered slip slips slipped slipping ' +
      'edge edged creep crept inch inched nudge nudged drift drifted rocket rocketed spike spiked plummet plummeted nosedived skyrocketed',
  ),
  moves: set('lose loses lost losing add adds added adding shed sheds shedding'),
};

export const numbers: NumberWords = {
  ...hedges,
  ...money,
  ...units,
  ...calendar,
  ...labels,
  links: {
    and: set('and &'),
    or: set('or'),
    to: set('to through till until'),
    from: set('from'),
    between: set('between'),
    of: set('of'),
    in: set('in'),
    out: set('out'),
    every: set('every each'),
    per: set('per'),
    article: set('a an'),
    the: set('the'),
    them: set('them those these'),
    more: set('more'),
    others: set('others'),
    on: set('on until by since from before after till'),
    by: set('by'),
    ago: set('ago'),
    apart: set('earlier before'),
    old: set('old olds'),
    age: set('aged age ages'),
    minus: set('minus'),
    except: set('but except save'),
  },
  ones: new Map(ONES.split(' ').map((word, value) => [word, value])),
  // As they are misspelt most (`fourty-four`).
  tens: new Map([...TENS.map((word, index) => [word, (index + 2) * 10] as const), ['fourty', 40], ['ninty', 90]]),
  hundred: set('hundred'),
  scales: table({
    thousand: 1e3,
    million: 1e6,
    billion: 1e9,
    trillion: 1e12,
    quadrillion: 1e15,
    lakh: 1e5,
    lakhs: 1e5,
    crore: 1e7,
    crores: 1e7,
    mln: 1e6,
    mn: 1e6,
    bn: 1e9,
    bln: 1e9,
    tn: 1e12,
    trn: 1e12,
  }),
  suffixes: table({ k: 1e3, bn: 1e9, bln: 1e9, mn: 1e6, mln: 1e6, mm: 1e6, tn: 1e12, trn: 1e12 }),
  moneySuffixes: table({ m: 1e6, b: 1e9, t: 1e12 }),
  suffixStyles: ['k m bn tn', 'K M B T', 'k mn bn tn', 'k m b t', 'k mln bln trn'].map((style) => style.split(' ')),
  dozen: set('dozen'),
  vague: new Map([
    ['dozens', { low: 24, high: 99 }],
    ['scores', { low: 40, high: 99 }],
    ['hundreds', { low: 200, high: 999 }],
    ['thousands', { low: 2000, high: 9999 }],
    ['millions', { low: 2e6, high: 9.99e6 }],
    ['billions', { low: 2e9, high: 9.99e9 }],
    ['trillions', { low: 2e12, high: 9.99e12 }],
  ]),
  amounting: set('in into'),
  vagueBefore: new Map([['scores', set('of more were are have had')]]),
  vagueOf: new Map([
    ['tens', { low: 20, high: 100 }],
    ['dozens', { low: 24, high: 100 }],
    ['hundreds', { low: 200, high: 1000 }],
    ['thousands', { low: 2000, high: 10_000 }],
  ]),
  passedSince: phraseTable([[true, ['has passed since', 'have passed since', 'has gone by since', 'have gone by since']]]),
  inTurn: phraseTable([[true, ['to the next', 'to another', 'after another', 'after the other', 'or another', 'or the other']]]),
  several: phraseTable([[true, ['several', 'a few', 'many', 'a couple of', 'a couple', 'the few']]]),
  pluralScales: table({ hundreds: 100, thousands: 1e3, millions: 1e6, billions: 1e9, trillions: 1e12, lakhs: 1e5, crores: 1e7 }),
  ordinals: new Map([
    ...ORDINALS.split(' ').map((word, value) => [word, value] as const),
    ...TENS.map((word, index) => [`${word.slice(0, -1)}ieth`, (index + 2) * 10] as const),
    ['hundredth', 100],
    ['thousandth', 1000],
  ]),
  ranks: set(
    'largest biggest highest lowest smallest longest tallest richest poorest oldest youngest best worst fastest most least deadliest ' +
      'busiest strongest weakest greatest heaviest deepest straight consecutive successive',
  ),
  placings: set('rank ranks ranked ranking finish finishes finished finishing placed'),
  afterPlace: set('in among of out behind on by for at with and but'),
  ordinalSuffixes: set('st nd rd th'),
  notOrdinalBefore: new Map([
    [
      'first',
      set(
        'of lady ladies name names aid responder responders minister ministers class hand person degree thing things time half gentleman ' +
          'and foremost ever rate step place glance sight things line',
      ),
    ],
    ['second', set('hand hands half thought thoughts nature class rate guess guesses of in after before later and')],
    ['third', set('party parties world half of and')],
    ['fourth', set('estate of and')],
    ['fifth', set('column of and')],
  ]),
  determiners: set('the a an its their his her our my your this that another every each whose only very'),
  possessives: set('his her their my your our'),
  half: set('half'),
  halfBefore: set('the its their his her our my your a an as all those these this that again'),
  halfAfter: set('in by only just is was almost about nearly than over'),
  fractionBefore: set('less more higher lower fewer bigger smaller larger cheaper'),
  beforePeriod: set('in during within for every once per each last past next previous first consecutive straight recent'),
  fractions: new Map([
    ...Object.entries(DENOMINATORS).flatMap(([word, by]) => [[word, 1 / by] as const, [`${word}s`, 1 / by] as const]),
    ['half', 0.5],
    ['halves', 0.5],
  ]),
  fractionSigns: table({
    '½': 0.5,
    '¼': 0.25,
    '¾': 0.75,
    '⅓': 1 / 3,
    '⅔': 2 / 3,
    '⅕': 0.2,
    '⅛': 0.125,
    '⅜': 0.375,
    '⅝': 0.625,
    '⅞': 0.875,
  }),
  superscripts: new Map([...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((sign, at) => [sign, String(at)] as const).concat([['⁻', '-']])),
  ratios: new Map([
    ...FOLDS.map((word, index) => [`${word}fold`, FOLD_VALUES[index]!] as const),
    ...Object.entries({ doubled: 2, doubling: 2, tripled: 3, tripling: 3, trebled: 3, trebling: 3 }),
    ...Object.entries({ quadrupled: 4, quadrupling: 4, quintupled: 5, halved: 0.5, halving: 0.5 }),
  ]),
  multiples: table({ double: 2, twice: 2, triple: 3, treble: 3, quadruple: 4, thrice: 3 }),
  multipleBefore: set('the that those its their his her as what this last'),
  twice: set('twice thrice'),
  times: set('times'),
  timesBefore: set(
    'more less as the that those its their his her what higher lower bigger larger greater smaller faster slower longer likelier cheaper ' +
      'stronger worse better over',
  ),
  fold: set('fold'),
  percent: phraseTable([
    [{ dimension: 'points', unit: 'basis point' }, ['basis point', 'basis points', '- basis - point', '- basis point', 'bps', 'bp']],
    [
      { dimension: 'points', unit: 'percentage point' },
      [
        'percentage point',
        'percentage points',
        '- percentage - point',
        '- percentage point',
        '% points',
        '% point',
        'percent points',
        'pp',
      ],
    ],
    [{ dimension: 'share', unit: '%' }, ['%', 'percent', 'per cent', '- percent', '- per - cent', '- per cent', 'pct', 'pc', '\uff05']],
  ]),
  dayParts: set('morning afternoon evening night'),
  point: set('point'),
  one: set('one'),
  oneBefore: set('only just including killed killing injured injuring wounded wounding leaving left arrested missing'),
  oneAfter: set(
    'dead person protester protestor officer soldier policeman civilian death victim child woman man worker bystander demonstrator',
  ),
  zero: set('zero'),
};
