/** The conversion of units: what kind of thing a unit measures, and how much of that kind's base unit it is. */

export type UnitKind =
  | 'length'
  | 'mass'
  | 'volume'
  | 'area'
  | 'energy'
  | 'power'
  | 'speed'
  | 'temperature'
  | 'data'
  | 'frequency'
  | 'duration'
  | 'points';

/** A value in the unit times `factor` plus `offset` is the value in the kind's base unit. */
export interface Conversion {
  readonly kind: UnitKind;
  readonly factor: number;
  /** 0 but for temperatures. */
  readonly offset: number;
}

/**
 * Base units: metre, kilogram, litre, square metre, joule, watt, metre per second, degree Celsius, byte, hertz, day, percentage point.
 * Factors are those of the SI brochure and of NIST Handbook 44, appendix C; a ton that is not called metric is the short ton, a gallon
 * the US one. Pints, spoons and the like are of so many sizes that they convert to nothing. A year is 365.25 days and a month a twelfth of it, so that 12 months are a year.
 */
const FACTORS: Readonly<Record<UnitKind, Readonly<Record<string, number>>>> = {
  length: {
    metre: 1,
    kilometre: 1000,
    centimetre: 0.01,
    millimetre: 0.001,
    nanometre: 1e-9,
    mile: 1609.344,
    'nautical mile': 1852,
    'light year': 9.4607304725808e15,
    foot: 0.3048,
    inch: 0.0254,
    yard: 0.9144,
  },
  mass: {
    kilogram: 1,
    gram: 0.001,
    milligram: 1e-6,
    tonne: 1000,
    ton: 907.18474,
    pound: 0.45359237,
    ounce: 0.028349523125,
    carat: 0.0002,
    microgram: 1e-9,
  },
  volume: {
    litre: 1,
    millilitre: 0.001,
    gallon: 3.785411784,
    barrel: 158.987294928,
    bushel: 35.23907016688,
    'cubic metre': 1000,
    'cubic foot': 28.316846592,
    'cubic kilometre': 1e12,
  },
  area: {
    'square metre': 1,
    'square kilometre': 1e6,
    'square mile': 2589988.110336,
    'square foot': 0.09290304,
    hectare: 1e4,
    acre: 4046.8564224,
  },
  energy: { joule: 1, calorie: 4.184, 'kilowatt hour': 3.6e6, 'megawatt hour': 3.6e9, 'gigawatt hour': 3.6e12, 'terawatt hour': 3.6e15 },
  power: { watt: 1, kilowatt: 1e3, megawatt: 1e6, gigawatt: 1e9, horsepower: 745.6998715822702 },
  speed: { 'metre per second': 1, 'kilometre per hour': 1 / 3.6, 'mile per hour': 0.44704, knot: 1852 / 3600 },
  temperature: { celsius: 1, fahrenheit: 5 / 9 },
  data: { byte: 1, kilobyte: 1e3, megabyte: 1e6, gigabyte: 1e9, terabyte: 1e12, petabyte: 1e15 },
  frequency: { hertz: 1, kilohertz: 1e3, megahertz: 1e6, gigahertz: 1e9 },
  duration: {
    day: 1,
    second: 1 / 86_400,
    minute: 1 / 1440,
    hour: 1 / 24,
    week: 7,
    fortnight: 14,
    month: 365.25 / 12,
    year: 365.25,
    decade: 3652.5,
    century: 36_525,
  },
  points: { 'percentage point': 1, 'basis point': 0.01 },
};

const OFFSETS: Readonly<Record<string, number>> = { fahrenheit: -160 / 9 };

const CONVERSIONS: ReadonlyMap<string, Conversion> = new Map(
  Object.entries(FACTORS).flatMap(([kind, units]) =>
    Object.entries(units).map(([unit, factor]) => [unit, { kind: kind as UnitKind, factor, offset: OFFSETS[unit] ?? 0 }] as const),
  ),
);

/** How to convert a unit as figures name it (`kilometre`, `decade`, `basis point`); null for one that does not convert, such as a currency. */
export function convert(unit: string): Conversion | null {
  return CONVERSIONS.get(unit) ?? null;
}

/** What several currencies are called alike, as figures name it, with the ISO 4217 codes that it may stand for. */
const GENERAL_CURRENCIES: Readonly<Record<string, string>> = {
  $: 'USD AUD CAD NZD HKD SGD TWD JMD FJD BBD ZWL NAD LRD TTD BSD BND XCD BZD GYD KYD SRD SBD BMD',
  peso: 'MXN ARS CLP COP PHP CUP UYU DOP',
  kr: 'SEK NOK DKK ISK',
  krona: 'SEK ISK',
  krone: 'NOK DKK',
  franc: 'CHF XAF XOF XPF CDF RWF BIF GNF DJF KMF',
  rupee: 'INR PKR LKR NPR MUR SCR',
  dinar: 'KWD IQD RSD JOD DZD TND LYD BHD',
  rial: 'IRR OMR YER',
  riyal: 'SAR QAR',
  dirham: 'AED MAD',
  shilling: 'KES UGX TZS SOS',
  manat: 'AZN TMT',
  leu: 'RON MDL',
  som: 'KGS UZS',
  kwacha: 'ZMW MWK',
};

const CURRENCIES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(GENERAL_CURRENCIES).map(([name, codes]) => [name, new Set(codes.split(' '))]),
);

/** Whether two units of money may be one currency: the same code, or general names (`$`, `peso`) that may stand for one. */
export function sameCurrency(a: string, b: string): boolean {
  if (a === b) return true;
  const [left, right] = [CURRENCIES.get(a), CURRENCIES.get(b)];
  if (left && right) return [...left].some((code) => right.has(code));
  return left?.has(b) === true || right?.has(a) === true;
}
