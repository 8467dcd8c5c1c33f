/** English words that tell what is never a figure: labels before numbers, words of grammar, things that are counted. */
import type { NumberWords } from '../numbers.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

type Labels = Pick<
  NumberWords,
  | 'labels'
  | 'weakLabels'
  | 'clubs'
  | 'labelAbbreviations'
  | 'streets'
  | 'races'
  | 'states'
  | 'pluralVerbs'
  | 'phoneWords'
  | 'emergencyNumbers'
  | 'emergencyAfter'
  | 'digitWords'
  | 'functionWords'
  | 'plurals'
  | 'persons'
  | 'scoreWords'
  | 'oddsWords'
  | 'turned'
  | 'lawful'
  | 'aged'
>;

export const labels: Labels = {
  labels: set(
    'section sections chapter chapters article articles page pages pp p no nos route highway interstate motorway ' +
      'channel formula slide slides paragraph paragraphs para paras appendix annex exhibit footnote version versions ' +
      'android ios windows iphone ipad xbox playstation boeing airbus apollo psalm sonnet opus isbn issn doi ' +
      'regulation verse catch fortune nasdaq ftse nikkei russell stoxx dax cac s&p junction eq eqn ' +
      'equation theorem lemma § nokia mazda peugeot mig',
  ),
  weakLabels: set(
    'figure fig table item step stage phase level grade class unit block building apartment suite rule act scene part volume vol episode season ' +
      'issue issues number numbers flight release room gate exit directive resolution amendment clause clauses runway week day round match game lap heat category type tier zone district ward precinct sector division line size box lot bus train ' +
      'platform proposition prop bill title schedule question answer problem exercise case note book series model mark group area pier model ' +
      'appendix plan reactor line terminal track chapter station camp school lane',
  ),
  labelAbbreviations: set('fig figs eq eqs sec secs ch art arts vol vols no nos para col ed apt app ex ref op'),
  streets: set('street avenue road lane boulevard drive square terrace crescent way court place gardens st ave rd blvd'),
  races: set('hurdles heats finals final race races runners sprinters champions sprints swimmers'),
  clubs: set('group'),
  states: set('us uk usa uae eu un nato drc'),
  pluralVerbs: set('were are have died killed injured wounded'),
  phoneWords: set('phone telephone tel call fax dial whatsapp mobile text hotline'),
  emergencyNumbers: set('911 999 112 111 101 988'),
  emergencyAfter: set('call calls caller callers operator operators dispatcher dispatchers hotline'),
  digitWords: set('digit digits figure figures something somethings'),
  functionWords: set(
    'a an the this that these those and or but nor so yet if then than as at by for from in into of off on onto out over to up down with without ' +
      'within under above below after before since until till during between among through against about around across along i you he she it we ' +
      'they me him her us them my your his its our their who whom whose which what when where why how is am are was were be been being has have ' +
      'had having do does did done will would shall should can could may might must not no yes all any both each few more most other some such ' +
      'only just also too very now here there said says according however while because although though once again almost nearly roughly per via ' +
      'including like plus minus meanwhile today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday than later ago ' +
      'earlier ahead apart away back still already even ever never always together alone each total',
  ),
  plurals: set(
    'people men women children police troops staff personnel youth cattle sheep fish deer media data crew aircraft dead wounded injured',
  ),
  persons: set(
    'people protesters protestors demonstrators workers troops soldiers police policemen officers civilians men women children residents ' +
      'victims passengers students migrants refugees prisoners employees members supporters militants fighters rioters hostages patients ' +
      'families homes houses jobs copies cars vehicles units tickets shares votes seats stores flights barrels tons tonnes miles',
  ),
  oddsWords: set(
    'odds outsider outsiders favourite favourites favorite favorites shot shots longshot longshots bookmakers bookmaker bookies underdog underdogs',
  ),
  scoreWords: set(
    'won win wins winning lost lose loses losing beat beats beaten beating draw drew drawn victory defeat defeated score scored scores led lead ' +
      'leads leading game match vote voted votes tied tie ruling ruled majority final series set goal goals',
  ),
  aged: set(
    'wife husband father mother son daughter brother sister sons daughters boy girl man woman partner boyfriend girlfriend fiance widow widower ' +
      'grandmother grandfather grandson granddaughter cousin nephew niece uncle aunt teenager baby twin child victim suspect driver',
  ),
  lawful: set(
    'retirement pension pensionable voting drinking minimum maximum legal school leaving marriage driving consent working average median mean',
  ),
  turned: set('turned turns turning'),
};
