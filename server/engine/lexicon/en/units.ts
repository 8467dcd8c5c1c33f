/** English names of units of measure and time, and of what figures are per. Conversions are in `figures/convert.ts`. */
import type { NumberWords, UnitName } from '../numbers.ts';
import { type PhraseTable, phraseTable } from '../phrases.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const DURATIONS: Readonly<Record<string, string>> = {
  second: 'second|seconds|sec|secs',
  minute: 'minute|minutes|min|mins',
  hour: 'hour|hours|hr|hrs',
  day: 'day|days',
  week: 'week|weeks|wk|wks',
  fortnight: 'fortnight|fortnights',
  month: 'month|months|mth|mths',
  year: 'year|years|yr|yrs',
  decade: 'decade|decades',
  century: 'century|centuries',
};

const METRE = ['metre', 'meter'];
const PREFIXES = ['kilo', 'centi', 'milli'];
const plural = (words: readonly string[]) => words.flatMap((word) => [word, `${word}s`]);
const metres = (before = '', after = '') => plural(METRE.map((word) => before + word)).map((word) => word + after);

const MEASURES: Readonly<Record<string, readonly string[]>> = {
  metre: metres(),
  ...Object.fromEntries(PREFIXES.map((prefix) => [`${prefix}metre`, metres(prefix)])),
  mile: ['mile', 'miles'],
  'nautical mile': ['nautical mile', 'nautical miles'],
  'light year': ['light year', 'light years', 'light - year', 'light - years'],
  foot: ['foot', 'feet', 'ft'],
  inch: ['inch', 'inches', 'in .'],
  yard: ['yard', 'yards'],
  gram: ['gram', 'grams', 'gramme', 'grammes'],
  kilogram: ['kilogram', 'kilograms', 'kilo', 'kilos', 'kilogramme', 'kilogrammes', 'kg', 'kgs'],
  milligram: ['milligram', 'milligrams', 'mg'],
  microgram: ['microgram', 'micrograms', 'mcg', 'μg', 'µg'],
  tonne: ['tonne', 'tonnes', 'metric ton', 'metric tons', 'metric tonnes', '- metric - ton'],
  ton: ['ton', 'tons', 'short ton', 'short tons'],
  ounce: ['ounce', 'ounces', 'oz'],
  pound: ['lb', 'lbs'],
  carat: ['carat', 'carats'],
  litre: ['litre', 'litres', 'liter', 'liters'],
  millilitre: ['millilitre', 'millilitres', 'milliliter', 'milliliters', 'ml'],
  gallon: ['gallon', 'gallons'],
  quart: ['quart', 'quarts'],
  pint: ['pint', 'pints'],
  'fluid ounce': ['fluid ounce', 'fluid ounces', 'fl oz', 'fl . oz'],
  tablespoon: ['tablespoon', 'tablespoons', 'tbsp', 'tbsps'],
  teaspoon: ['teaspoon', 'teaspoons', 'tsp', 'tsps'],
  barrel: ['barrel', 'barrels', 'bbl', 'bbls'],
  bushel: ['bushel', 'bushels'],
  'cubic metre': [...metres('cubic '), 'm ³'],
  'cubic foot': ['cubic foot', 'cubic feet'],
  'cubic kilometre': metres('cubic kilo'),
  'square metre': ['m ²', ...metres('square '), 'sq m', 'sqm', 'sq . m'],
  'square kilometre': ['km ²', ...metres('square kilo'), 'sq km', 'sq . km'],
  'square mile': ['square mile', 'square miles', 'sq miles', 'sq . miles'],
  'square foot': ['square foot', 'square feet', 'sq ft', 'sq . ft', '- square - foot'],
  hectare: ['hectare', 'hectares'],
  acre: ['acre', 'acres'],
  joule: ['joule', 'joules'],
  'kilowatt hour': ['kilowatt hour', 'kilowatt hours', 'kilowatt - hour', 'kilowatt - hours', 'kwh'],
  'megawatt hour': ['megawatt hour', 'megawatt hours', 'megawatt - hours', 'mwh'],
  'gigawatt hour': ['gigawatt hours', 'gigawatt - hours', 'gwh'],
  'terawatt hour': ['terawatt hours', 'terawatt - hours', 'twh'],
  calorie: ['calorie', 'calories'],
  watt: ['watt', 'watts'],
  kilowatt: ['kilowatt', 'kilowatts', 'kw'],
  megawatt: ['megawatt', 'megawatts'],
  gigawatt: ['gigawatt', 'gigawatts', 'gw'],
  horsepower: ['horsepower', 'hp', 'bhp'],
  'kilometre per hour': ['kph', 'kmh', 'km / h', ...metres('kilo', ' per hour'), ...metres('kilo', ' an hour'), 'km per hour'],
  'mile per hour': ['mph', 'miles per hour', 'miles an hour', 'mile per hour', 'mile an hour', '- mile - an - hour', '- mile - per - hour'],
  'metre per second': [...metres('', ' per second'), ...metres('', ' a second'), 'm / s'],
  knot: ['knot', 'knots'],
  celsius: ['degrees celsius', 'degree celsius', 'degrees centigrade', 'degrees c', '° c', '°c', 'celsius', '℃'],
  fahrenheit: ['degrees fahrenheit', 'degree fahrenheit', 'degrees f', '° f', '°f', 'fahrenheit', '℉'],
  magnitude: ['magnitude'],
  'part per million': ['ppm', 'parts per million'],
  'part per billion': ['ppb', 'parts per billion'],
  byte: ['byte', 'bytes'],
  kilobyte: ['kilobyte', 'kilobytes', 'kb'],
  megabyte: ['megabyte', 'megabytes', 'mb'],
  gigabyte: ['gigabyte', 'gigabytes', 'gb'],
  terabyte: ['terabyte', 'terabytes', 'tb'],
  petabyte: ['petabyte', 'petabytes'],
  hertz: ['hertz', 'hz'],
  kilohertz: ['kilohertz', 'khz'],
  megahertz: ['megahertz', 'mhz'],
  gigahertz: ['gigahertz', 'ghz'],
};

function names(): PhraseTable<UnitName> {
  const lists: [UnitName, string[]][] = [];
  const add = (value: UnitName, phrases: readonly string[]) => {
    // A compound before a noun has hyphens: `a 20-kilometre road`.
    lists.push([value, [...phrases, ...phrases.filter((phrase) => !phrase.startsWith('- ')).map((phrase) => `- ${phrase}`)]]);
  };
  for (const [unit, forms] of Object.entries(DURATIONS)) add({ unit, dimension: 'duration' }, forms.split('|'));
  for (const [unit, forms] of Object.entries(MEASURES)) add({ unit, dimension: 'measure' }, forms);
  return phraseTable(lists);
}

const RATES =
  'second minute hour day week month quarter year decade night share barrel litre liter gallon ton tonne kilogram kilo pound ounce';
const MORE_RATES =
  'person student pupil worker employee household family patient user customer passenger vehicle car unit mile kilometre kilometer metre meter ' +
  'acre hectare shift seat ticket game match child head hectare square visitor woman day';

export const units: Pick<
  NumberWords,
  | 'units'
  | 'unitSigns'
  | 'unitAdjectives'
  | 'rates'
  | 'rateAdjectives'
  | 'ratesAlone'
  | 'notAfterRate'
  | 'longUnits'
  | 'longWords'
  | 'sizes'
> = {
  units: names(),
  unitSigns: new Map<string, UnitName>(
    [
      ...Object.entries({
        m: 'metre',
        km: 'kilometre',
        cm: 'centimetre',
        mm: 'millimetre',
        g: 'gram',
        t: 'tonne',
        l: 'litre',
        ha: 'hectare',
      }),
      ...Object.entries({
        kW: 'kilowatt',
        MW: 'megawatt',
        W: 'watt',
        J: 'joule',
        C: 'celsius',
        F: 'fahrenheit',
        L: 'litre',
        nm: 'nanometre',
      }),
      ...Object.entries({ m2: 'square metre', m3: 'cubic metre', km2: 'square kilometre', km3: 'cubic kilometre' }),
      ...Object.entries({ 'km²': 'square kilometre', 'm²': 'square metre', 'm³': 'cubic metre' }),
    ].map(([sign, unit]) => [sign, { unit, dimension: 'measure' as const }]),
  ),
  unitAdjectives: set(
    'full whole straight consecutive successive working business calendar trading more further additional long solid entire extra',
  ),
  rates: new Map([
    ...[...RATES.split(' '), ...MORE_RATES.split(' ')].map((word) => [word, word] as const),
    ['liter', 'litre'],
    ['kilometer', 'kilometre'],
    ['meter', 'metre'],
    ['kg', 'kilogram'],
    ['kilo', 'kilogram'],
    ['capita', 'person'],
    ['head', 'person'],
    ['annum', 'year'],
    ['diem', 'day'],
    ['people', 'person'],
    ['mo', 'month'],
    ['pint', 'pint'],
    ['wk', 'week'],
    ['hr', 'hour'],
    ['yr', 'year'],
  ]),
  rateAdjectives: set('diluted basic common ordinary average calendar fiscal single working new metric troy adult square'),
  ratesAlone: phraseTable([
    ['month', ['pcm']],
    ['week', ['pw']],
    ['year', ['pa', 'p . a .', 'p . a', 'p.a']],
  ]),
  longUnits: set('fortnight decade century'),
  longWords: new Map(['day', 'week', 'month', 'year', 'decade', 'century'].map((unit) => [`${unit}long`, unit])),
  sizes: set('tall high long wide deep'),
  notAfterRate: set('after before later earlier ago since when that if old ahead'),
};
