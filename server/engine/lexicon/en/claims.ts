/**
 * English word classes for claims. Function words after Quirk and others, A Comprehensive Grammar of the English Language (1985), ch. 2;
 * events and kinds of people after the classes that disaster and conflict registers count separately (EM-DAT: dead, injured, missing,
 * affected, homeless; ACLED: forces, protesters, civilians).
 */
import type { ClaimWords, PeopleKind } from '../claims.ts';
import { classes } from './classes.ts';
import { irregular } from './irregular.ts';
import { nations } from './nations.ts';
import { alike, down, synonyms, up } from './synonyms.ts';

const words = (...lists: string[]): Set<string> => new Set(lists.join(' ').split(/\s+/));

const determiners =
  'a an the this that these those its their his her our my your each every any some no another such both either neither all';
const prepositions =
  'of in on at by for with from to into onto over under about after before during between among against through across within without ' +
  'since until till around near off out up down behind beyond despite per via amid toward towards upon above below along as than like ' +
  'including excluding regarding following';
const conjunctions =
  'and or but nor so yet because while whereas although though if unless when where which who whom whose what that how why';
const pronouns = 'i you he she it we they me him us them himself herself itself themselves one ones there here';
const auxiliaries =
  'is are was were be been being am has have had having do does did will would can could shall should may might must ' +
  "isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't couldn't it's he's she's they're we're " +
  "i'm i've i'd i'll you're you've you'd you'll we've we'd we'll they've they'd they'll he'd he'll she'd she'll that's there's here's what's " +
  "let's";
const adverbs =
  'ago past not also just only still already now then very more most less least too even again ever never once almost nearly about some roughly ' +
  'approximately around least up down least other others own same much many few several';

const functionWords = words(determiners, prepositions, conjunctions, pronouns, auxiliaries, adverbs);

const events = classes({
  kill:
    'kill kills killed killing killings die dies died dying dead death deaths fatality fatalities slain slaughtered massacre massacred ' +
    'murder murdered murders executed perished lives drowned fatal fatally deadly toll bodies corpses',
  injure: 'injure injures injured injuring injury injuries wound wounds wounded wounding hurt',
  detain:
    'arrest arrests arrested arresting detain detains detained detaining detention detentions held holding custody jailed imprisoned apprehended captured ' +
    'detainees rounded',
  miss: 'missing unaccounted trapped',
  charge: 'charged charges indicted indictment prosecuted',
  convict: 'convicted convictions conviction sentenced guilty',
  rescue: 'rescue rescued rescues rescuing freed saved survive survives survived surviving survivor survivors',
  evacuate: 'evacuate evacuated evacuating evacuation evacuations evacuees displaced displacing homeless',
  infect: 'infected infections infection cases contracted positive',
  hospitalise: 'hospitalised hospitalized hospitalisation hospitalization hospitalisations hospitalizations',
  dismiss: 'fired dismissed sacked layoffs redundancies redundant',
  hire: 'hired hiring recruited',
  gather: 'protested demonstrated marched rallied gathered assembled attended turnout attendance',
  vote: 'voted',
});

/** After the captions of the IFRS taxonomy's statements, and the indicators of national statistics. */
const metrics = classes({
  revenue: 'revenue revenues turnover sales takings receipts',
  profit: 'profit profits eps earnings income loss losses ebitda',
  margin: 'margin margins',
  dividend: 'dividend dividends payout payouts',
  debt: 'debt debts borrowing borrowings',
  asset: 'assets deposits',
  capacity: 'capacity',
  export: 'export exports',
  import: 'import imports',
  deficit: 'deficit deficits shortfall',
  surplus: 'surplus surpluses',
  inflation: 'inflation',
  unemployment: 'unemployment joblessness',
  pay: 'wage wages salary salaries',
});

const people = classes<Exclude<PeopleKind, 'nation'>>({
  crowd:
    'person people protester demonstrator resident worker victim civilian citizen individual man woman striker marcher inhabitant employee ' +
    'patient passenger villager miner local human adult member activist supporter inmate convict traveller traveler participant rioter prisoner detainee casualty ' +
    'survivor voter pensioner family death fatality arrest injury life body corpse other student teacher doctor nurse sailor driver player fan athlete ' +
    'pilot captain boss spouse wife husband son daughter brother sister mother father parent friend colleague neighbour neighbor guest cook ' +
    'scientist journalist farmer crew staff workforce population audience crowd inhabitant deputy lawmaker legislator spectator fisherman hostage customer suspect defendant fugitive martyr bystander worshipper pilgrim commuter cyclist pedestrian motorist mourner hiker climber',
  force: 'force officer police policeman soldier troop guard serviceman paratrooper trooper marine guardsman personnel combatant',
  child: 'child minor boy girl baby infant teenager pupil schoolchild toddler',
  foreigner: 'foreigner tourist migrant immigrant refugee expatriate national',
  attacker:
    'attacker assailant gunman terrorist militant insurgent rebel bomber jihadist extremist kidnapper hijacker robber shooter fighter raider',
});

/** People who are only some of those whom an event befalls: their number is not that of all. */
const members =
  'woman man wife husband spouse son daughter brother sister mother father parent friend colleague neighbour neighbor guest cook boss student ' +
  'teacher doctor nurse sailor driver player fan athlete pilot captain scientist journalist farmer crew staff workforce passenger spectator ' +
  'deputy lawmaker legislator fisherman firefighter volunteer suspect defendant civilian diplomat priest monk patient visitor body corpse';

export const claims: ClaimWords = {
  functionWords,
  commonWords: words(
    'year years month months week weeks day days time times people person country government number part place made make makes take takes',
    'took taken get got new first last next old way good high low long own well include includes included recent recently according million',
    'gaap ebitda eps ceo cfo gdp vat roi inc ltd corp llc plc us uk eu',
    'billion thousand total back come came comes go went gone including use used using want world state company work set per percent',
  ),
  phraseEnds: words(determiners, prepositions, conjunctions, pronouns, auxiliaries, 'ago later earlier each also alone'),
  plurals: new Map([
    ['people', 'person'],
    ['children', 'child'],
    ['men', 'man'],
    ['women', 'woman'],
    // They are police, as police officers are.
    ['policemen', 'police'],
    ['policewomen', 'police'],
    // `58 were male`, `41 females`
    ['male', 'man'],
    ['males', 'man'],
    ['female', 'woman'],
    ['females', 'woman'],
    ['servicemen', 'serviceman'],
    ['guardsmen', 'guardsman'],
    ['police', 'police'],
    ['aircraft', 'aircraft'],
    ['personnel', 'personnel'],
    ['staff', 'staff'],
    ['crew', 'crew'],
    ['cattle', 'cattle'],
    ['sheep', 'sheep'],
    ['fish', 'fish'],
    ['feet', 'foot'],
    ['teeth', 'tooth'],
    ['mice', 'mouse'],
    ['lives', 'life'],
    ['bodies', 'body'],
    ['corpses', 'corpse'],
    ['wives', 'wife'],
    ['households', 'household'],
    ['troops', 'troop'],
    ['series', 'series'],
    ['species', 'species'],
    ['data', 'datum'],
    ['criteria', 'criterion'],
    ['crises', 'crisis'],
  ]),
  notPlurals: words(
    'was is has does this its his hers theirs ours yours across previous various serious thus plus bus gas less unless always perhaps',
    'business process progress success access loss boss mass class glass press stress across towards afterwards besides news politics',
    'economics mathematics physics status focus virus bonus campus census chaos basis analysis crisis religious nervous famous dangerous',
    'numerous enormous as us says goes depends comes gets becomes remains seems belongs consists equals contains happens exists includes lies',
    'follows represents applies appears begins makes takes gives keeps needs means brings leads lasts runs stays goes',
  ),
  people,
  members: words(members),
  agentEndings: ['er', 'or', 'ist', 'ian', 'ee', 'ant', 'man', 'woman'],
  irregular,
  events,
  finds: words(
    'recover recovers recovered recovering find finds found finding retrieve retrieved retrieving pull pulled pulling dig dug exhumed unearthed',
  ),
  courtWords: words('court courts criminal legal civil filed file files brought opened heard prosecuted tried litigated lodged'),
  territories: words(
    'area areas part parts territory territories land zone zones district districts town towns city cities region regions',
  ),
  tolls: new Map([
    ['kill', 'killed'],
    ['injure', 'injured'],
    ['detain', 'detained'],
    ['miss', 'missing'],
    ['infect', 'infected'],
    ['hospitalise', 'taken to hospital'],
    ['evacuate', 'displaced'],
    ['rescue', 'rescued'],
    ['charge', 'charged'],
  ]),
  synonyms,
  alike,
  metrics,
  nations,
  citizens: words('person citizen national'),
  serving: new Map([
    ['security', 'officer'],
    ['police', 'officer'],
    ['enforcement', 'officer'],
    ['military', 'soldier'],
    ['army', 'soldier'],
    ['navy', 'soldier'],
  ]),
  partitives: words(
    'types kinds sorts varieties brands models styles forms pieces items bits sets pairs units packs packets boxes cases crates barrels bottles',
    'cans cups glasses jars bags sacks rolls sheets slices loaves bars sticks bundles batches doses copies',
  ),
  groups: words('crew staff workforce population crowd audience fleet garrison'),
  beforeTimes: words('in to for by since until till during from through of last this early mid late next before after end'),
  since: words('since'),
  locatives: words('in at near outside across around throughout inside'),
  placeWords: words(
    'the of city town village province region state district capital county port island north south east west northern southern eastern western',
    'central downtown nearby neighbouring neighboring whole all entire rest country nation republic',
    'northwest northeast southwest southeast northwestern northeastern southwestern southeastern',
  ),
  directions: words(
    'north south east west northern southern eastern western central northwest northeast southwest southeast northwestern northeastern',
    'southwestern southeastern',
  ),
  occurrences: words(
    'earthquake quake tremor tsunami flood floods flooding landslide mudslide avalanche eruption storm hurricane cyclone typhoon tornado fire blaze',
    'wildfire inferno heatwave drought famine epidemic outbreak crash collision accident derailment disaster catastrophe tragedy sinking collapse',
    'explosion blast bombing attack assault shooting massacre siege raid stampede crush clash clashes fighting battle riot riots protest protests',
    'demonstration demonstrations unrest violence uprising revolt crackdown coup',
  ),
  placeNouns: words('city town village province region state district capital county port island country nation republic'),
  partPronouns: words('them us whom which those these'),
  partWords: words('majority mostly mainly chiefly largely especially particularly'),
  up: words(up),
  down: words(down),
  changeNouns: words(
    'growth increase increases rise decline declines decrease drop fall gain gains reduction expansion contraction shrinkage',
  ),
  sizeLinks: words('at of averaged reached hit'),
  reckoning: words(
    'save saves saved saving savings gap difference differential margin spread discount off cheaper dearer less fewer more extra additional over',
    'below above under short shy ahead behind between lead leads trails trailed lag lags exceed exceeds exceeded excess surplus shortfall rest',
    'remainder remaining remains left balance total totals totalled totaling totalling altogether combined together sum sums all both apart swing',
    'outstrip outstripped outnumber outnumbered surpass surpassed overshot undershot beat beats trim trims trimmed cut cuts knocks knocked',
  ),
  periodNouns: words('year quarter month week period half season'),
  withUp: words(
    'make makes made making set sets setting sign signs signed end ends ended take takes taken pick picks picked turn turns turned show',
    'showed line lined hold holds held holding',
  ),
  speech: words(
    'say says said stated told announces announced reported claimed claims added confirms confirmed estimates estimated alleges alleged',
    'insists insisted warns warned declares declared admitted acknowledged denies denied',
  ),
  hearsay: words(
    'reportedly allegedly apparently supposedly purportedly according officially official reports accounts figures data statistics survey poll',
    'counted recorded registered believes believed thought claim claiming saying telling reporting estimate estimating',
  ),
  speakers: words(
    'ministry minister police official officials authority authorities government spokesman spokeswoman spokesperson agency commission',
    'committee council department office court judge jury prosecutor prosecutors lawyer lawyers doctor doctors hospital witness witnesses',
    'researcher researchers scientist scientists study report statement company firm union army military navy president premier governor',
    'mayor ambassador organisation organization group charity activist activists resident residents survivor survivors coastguard',
    'rescuers firefighters analyst analysts economist economists bank manager director chief chairman chairwoman chair coach',
  ),
  offices: words(
    'president premier chancellor minister spokesman spokeswoman spokesperson governor mayor ambassador envoy director chief chairman',
    'chairwoman secretary commissioner commander general king queen prince ceo manager head leader prosecutor judge',
  ),
  possessives: words('his her their my our your'),
  anaphors: words(
    "it he she they its his her hers their theirs him them this these those there it's he's she's they're all both half most",
  ),
  outlook: words(
    'will would shall could may might expect expects expected expecting forecast forecasts forecasting predict predicts predicted project projects',
    'projected projection projections plan plans planned planning aim aims aimed aiming target targets targeted hope hopes hoped want wants wanted',
    'outlook guidance guides goal goals anticipate anticipates anticipated intend intends intended propose proposes proposed demand demands demanded',
    'offer offers offered ask asks asked seek seeks sought promise promises promised should',
  ),
  comparisons: words('compared compares versus vs'),
  priors: words('previous prior preceding linked year-ago year-earlier'),
  denial: words('deny denies denied denying rejected rejects dismissed disputed disputes refuted refutes'),
  untrue: words('false untrue fabricated baseless unfounded debunked'),
  part: words('including included include includes'),
  among: words('among amongst'),
  saidBy: new Map([['officially', 'officials']]),
  weekdays: new Map(
    ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'].map((day, index) => [day, index] as const),
  ),
  calendar: words(
    'sunday monday tuesday wednesday thursday friday saturday january february march april may june july august september october november',
    'december jan feb mar apr jun jul aug sep sept oct nov dec',
  ),
  scales: new Map([
    ['magnitude', 'magnitude'],
    ['category', 'category'],
    ['turned', 'age'],
    ['turns', 'age'],
  ]),
  scaleLinks: words('of at was is measured measuring over above'),
  scaleNames: new Map([
    ['richter', 'magnitude'],
    ['moment', 'magnitude'],
  ]),
  scaleThings: new Map(['quake', 'earthquake', 'tremor', 'temblor', 'aftershock'].map((thing) => [thing, 'magnitude'] as const)),
  negations: words("not never no without nobody none isn't wasn't weren't didn't doesn't hasn't haven't hadn't"),
};
