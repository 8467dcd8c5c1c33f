/** What made-up stories are put together from: names, things that are counted, and the frames of sentences. */

const words = (list: string): readonly string[] => list.split(' ');

export const GIVEN = words(
  'Anna Peter Maria David Laura James Helen Robert Ingrid Tomas Sofia Daniel Nadia Marcus Elena Victor Ruth Samuel',
);
export const LAST_NAMES = words(
  'Aldren Barlowe Castane Dorvik Ellison Farrow Gantry Hollis Imber Jessop Kestrel Lindqvist Marlow Norrell Ostrom Penhale Quill Rask ' +
    'Selwyn Tavener Ulmer Varga Wendel Yardley Zeller Brandt Corrigan Duval Eskola Fenwick Grieve Harrow Istvan Jarrold Keogh Lasker ' +
    'Mendel Novik Orlane Prewitt Rennick Sorley Thorne Urban Vasko Whitlock',
);
/** Put together by two, these make four hundred surnames more. */
export const FIRST_SYLLABLES = words('Abra Bel Cavan Dom Ekel Fol Gor Hanse Ivar Jur Kolb Lem Morav Nyst Ossi Pall Rov Sten Tol Wern');
export const LAST_SYLLABLES = words('bach dal eth fors gaard heim iano kamp lund mar nik onte rand sson tov ulis vik wen yer zani');
/** Put together by two, these make four hundred names of towns. */
export const FIRST_HALVES = words('Ash Black Carl Dun East Farn Glen Hart Kings Lang Mar Nor Oak Pen Red Stone Thorn Up West Wych');
export const SECOND_HALVES = words(
  'bury combe dale field ford gate ham ley mere stead ton well wick worth haven bridge mouth minster port cliff',
);
export const OUTLETS = [
  'The Morning Ledger',
  'Harbour Times',
  'The Inland Post',
  'Northern Wire',
  'Civic Record',
  'The Evening Dispatch',
  'Radio Coast',
  'The Plain Examiner',
  'Weekly Observer',
  'Capital Business',
  'The Union Voice',
  'Valley Star',
  'The Southern Gazette',
];
/** Who and what every story may name: the whole country's. */
export const SHARED: Readonly<Record<string, string>> = {
  president: 'Edmund Karsavin',
  minister: 'Lucia Brandreth',
  ministry: 'the Interior Ministry',
  capital: 'Velden',
  country: 'Norrland',
  agency: 'the National Statistics Office',
};

/** Whom news counts, the commonest first, and what happens to them. */
export const CROWDS = words(
  'people workers residents families protesters police officers patients children passengers students soldiers voters farmers nurses drivers miners ' +
    'tenants sailors teachers refugees prisoners customers pilgrims climbers volunteers clerks athletes fishermen surgeons musicians',
);
export const HAPPENED = words(
  'killed injured arrested detained evacuated dismissed rescued hired infected charged questioned fined treated displaced released trained paid ' +
    'photographed insured vaccinated invited registered promoted interviewed compensated',
);
/** What else news counts, and what is done to it. */
export const THINGS = words(
  'homes shops cars schools bridges wells trees tickets ships cattle houses trains complaints letters machines lamps paintings farms rifles boats ' +
    'barrels chairs windows orchards turbines lorries garages chapels cables hotels kitchens pumps beds vineyards tractors',
);
export const DONE = words(
  'destroyed damaged built sold closed repaired inspected seized bought stolen counted moved cleaned painted flooded rented ordered shipped ' +
    'replaced burned cancelled delivered planted drained auctioned',
);
/** What costs or earns money, and what has a share. */
export const SUMS = words(
  'repairs wages profits rents taxes sales works debts losses grants pensions fees exports budgets damages tolls bonuses dividends cleaning ' +
    'advertising schooling storage insurance fodder',
);
export const SHARES = words(
  'turnout unemployment vaccination electricity attendance inflation rainfall harvest ownership membership literacy recycling housing ridership ' +
    'absence tariffs breakage occupancy',
);
/** What tells one story's scene from another's. */
export const SCENES = words(
  'river harbour plant factory market stadium clinic quarry railway forest airport mine dam castle warehouse theatre refinery library prison ' +
    'vineyard reservoir monastery tannery observatory ferry bakery shipyard cannery brewery sawmill lighthouse',
);
export const MANNERS = words(
  'sudden costly secret late hasty disputed peaceful unusual careless public foreign wooden winter coastal military private northern empty ' +
    'crowded ancient broken illegal temporary rusty federal',
);
/** What a story may be of; its title. */
export const EVENTS = words(
  'flood strike fire election merger trial outbreak storm explosion auction blockade collapse festival inquiry drought siege',
);

/** Frames for what a story counts: `{n}` is the figure (`{sum}` in dollars), `{what}` whom or what, `{done}` what happened, `{aside}` an aside, the rest names. */
export const COUNTED = [
  '{n} {what} were {done} in {town} on {day}{aside}.',
  'At the {scene} in {town}, {n} {what} have been {done} since the {event} began.',
  '{minister} told reporters that {n} {what} had been {done}{aside}.',
  'The {manner} {event} left {n} {what} {done}, according to {chief}.',
  '“We saw {n} {what} being {done} near the {scene},” said {witness}.',
  '{aside}, {n} {what} were {done} after the {event}.',
  'A list on the door of {body} has {n} {what} on it, all {done} that week.',
  'By evening {n} {what} had been {done}{aside}.',
  '{n} {what}, most of them from {near}, were {done}{aside}.',
  'Nobody disputes that {n} {what} were {done} on {street}.',
  '{ministry} confirmed the {event} but not that {n} {what} were {done}.',
  'Of those named in the papers, {n} {what} had never been {done} before{aside}.',
];
export const PRICED = [
  'The {what} will cost {town} {sum} million{aside}.',
  '{chief} put the {what} at {sum} million.',
  'For the {manner} {what} at the {scene}, {body} has {sum} million to spend.',
  'The {event} has brought {what} of {sum} million so far.',
  '{sum} million for {what} is more than {near} can bear, {mayor} wrote{aside}.',
];
export const SHARED_OUT = [
  'In {town}, {what} stood at {n} percent{aside}.',
  '{what} around the {scene} fell to {n}% after the {event}.',
  '{mayor} spoke of {what} of {n} percent.',
  'A survey found {what} of {n} percent{aside}.',
  '{n} percent is what {chief} would call normal {what}{aside}.',
  'The books of {body} show {n}% for {what}, less than those of {near}.',
  'Since the {manner} {event}, {what} has never been above {n} percent.',
  'Whoever believes in {what} of {n}% has not seen {street}, said {witness}.',
  '{what}: {n} percent{aside}.',
];
export const DATED = [
  'The {scene} in {town} was built in {n}.',
  'There has been no {event} like it in {town} since {n}.',
  '{witness} has lived beside the {scene} since {n}{aside}.',
  'It was in {n} that {body} last spoke of a {manner} {event}.',
  'Photographs of {n} show {town} as {chief} remembers it{aside}.',
  'The {manner} years before {n} are forgotten in {near}.',
];
export const AGED = ['{person}, {n}, has been asked about the {event}.', 'The {n}-year-old {person} was at the {scene} that day.'];

/** Asides, which share few words with one another. */
export const ASIDES = [
  '',
  '',
  ' while the choir went on singing',
  ' despite the promises made at midsummer',
  ' under a law that few remember',
  ' within sight of the frontier',
  ' before anyone had thought to ring the bell',
  ' because the keys could not be found',
  ' as the price of grain doubled abroad',
  ' without a word from the owners',
  ' in full view of the ambassadors',
  ' although engineers had advised against it',
  ' behind fences put up overnight',
  ' and the snow made everything slower',
  ' thanks to a clerk who kept copies',
  ' during the longest night in memory',
  ' against the wishes of the bishop',
  ' with borrowed tools and a single lamp',
  ' until the generator gave out',
  ' when the telephone lines were cut',
  ' on orders that were later withdrawn',
  ' far from the cameras',
  ' as rumours ran through the bazaar',
  ' before the ink of the treaty was dry',
  ' once the auditors had left',
  ' in the lull of a thunderstorm',
  ' for reasons that the archive does not give',
  ' amid songs and broken glass',
  ' like every autumn, people joked',
  ' after a quarrel about parking',
  ' in spite of the curfew',
  ' at the request of a foreign lender',
];

/** What texts of every kind say besides. */
export const PASSING = [
  'The council will meet again in the spring to hear about the {scene}.',
  'Nobody who was there had expected the {event} to come so quickly.',
  'Shops along {street} stayed closed for most of the day.',
  'President {president} wrote from {capital} and promised {manner} help.',
  '“There is no one to blame but those who looked away,” said {witness}.',
  'In {capital}, the government of {country} declined to comment before the inquiry ends.',
  'Reporters were kept away from the {scene}, and several said that they had been followed.',
  'Much of what was said of the {event} in the early hours turned out to be wrong.',
  'People in {near} brought blankets, tea and bread, and stayed until the buses came.',
  'A {manner} road leads from {town} to {near}, past the {scene}.',
  'A similar {event} in {near} ended without a verdict.',
  'It is not clear who will pay, or when.',
  'A spokesman for {body} did not answer questions that were sent in writing.',
  'Some had been there since the morning, others came when they heard it on the radio.',
  'The lawyer of the family said that they would wait for the court.',
  '{mayor} called the {scene} a {manner} place, and the people of {town} agreed.',
  '{agency} keeps no list of such cases in {country}.',
  '{minister}, who had just taken office, called the rules outdated.',
];
