/** The world's currencies by sign, ISO 4217 code and English name. */
import type { CurrencyName, NumberWords } from '../numbers.ts';
import { type PhraseTable, phraseTable } from '../phrases.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** The active codes of ISO 4217, without funds, metals, testing codes, and those that are English words too (`ALL`, `TRY`). */
const CODES =
  'AED AFN AMD ANG AOA ARS AUD AWG AZN BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY CRC CVE ' +
  'CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS ' +
  'KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MDL MGA MKD MMK MNT MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR ' +
  'PAB PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SRD SSP STN SVC SYP SZL THB TJS TMT TND TTD TWD ' +
  'TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL';

/** Names that one currency has, or that mean one where no nation is named: code, then its names. */
const NAMES: Readonly<Record<string, string>> = {
  $: 'dollar dollars buck bucks',
  GBP: 'pound pounds sterling quid',
  EUR: 'euro euros',
  JPY: 'yen',
  CNY: 'yuan renminbi',
  RUB: 'ruble rubles rouble roubles',
  KZT: 'tenge tenges',
  UAH: 'hryvnia hryvnias hryvnya',
  PLN: 'zloty zlotys zloties',
  HUF: 'forint forints',
  CZK: 'koruna korunas',
  TRY: 'lira liras',
  ILS: 'shekel shekels',
  KRW: 'won',
  THB: 'baht',
  VND: 'dong',
  IDR: 'rupiah rupiahs',
  MYR: 'ringgit ringgits',
  BDT: 'taka',
  NGN: 'naira',
  ZAR: 'rand',
  GHS: 'cedi cedis',
  ETB: 'birr',
  BRL: 'real reais reals',
  PEN: 'soles',
  PYG: 'guarani guaranis',
  GTQ: 'quetzal quetzals quetzales',
  HNL: 'lempira lempiras',
  VES: 'bolivar bolivars bolivares',
  CRC: 'colones',
  NIO: 'cordoba cordobas',
  GEL: 'lari',
  AMD: 'dram drams',
  MNT: 'tugrik tugriks togrog',
  LAK: 'kip',
  KHR: 'riel riels',
  MMK: 'kyat kyats',
  BTN: 'ngultrum',
  MVR: 'rufiyaa',
  AFN: 'afghani afghanis',
  BGN: 'lev leva',
  ALL: 'lek leks',
  MKD: 'denar denars',
  AOA: 'kwanza kwanzas',
  BWP: 'pula',
  GMD: 'dalasi dalasis',
  MGA: 'ariary',
  HTG: 'gourde gourdes',
  PAB: 'balboa balboas',
  PGK: 'kina',
  BOB: 'boliviano bolivianos',
  MZN: 'metical meticais meticals',
  LSL: 'loti maloti',
  SZL: 'lilangeni emalangeni',
  TJS: 'somoni somonis',
  MRU: 'ouguiya ouguiyas',
  ERN: 'nakfa',
  SLE: 'leone leones',
  CVE: 'escudo escudos',
  STN: 'dobra dobras',
  VUV: 'vatu',
};

/** Names that several currencies share, with the codes by nation. */
const SHARED: Readonly<Record<string, { readonly names: string; readonly of: Readonly<Record<string, string>> }>> = {
  $: {
    names: 'dollar dollars',
    of: {
      USD: 'us|u.s|u . s .|american|u.s .',
      AUD: 'australian|aussie',
      CAD: 'canadian',
      NZD: 'new zealand|zealand',
      HKD: 'hong kong|kong',
      SGD: 'singapore|singaporean',
      TWD: 'taiwan|taiwanese',
      JMD: 'jamaican',
      FJD: 'fijian|fiji',
      BBD: 'barbadian|barbados',
      ZWL: 'zimbabwean|zimbabwe',
      NAD: 'namibian',
      LRD: 'liberian',
      TTD: 'trinidad',
      BSD: 'bahamian',
      BND: 'brunei',
      XCD: 'caribbean',
    },
  },
  GBP: {
    names: 'pound pounds',
    of: { EGP: 'egyptian', LBP: 'lebanese', SYP: 'syrian', SDG: 'sudanese', GIP: 'gibraltar', FKP: 'falkland', GBP: 'british|sterling' },
  },
  peso: {
    names: 'peso pesos',
    of: {
      MXN: 'mexican',
      ARS: 'argentine|argentinian',
      CLP: 'chilean',
      COP: 'colombian',
      PHP: 'philippine',
      CUP: 'cuban',
      UYU: 'uruguayan',
      DOP: 'dominican',
    },
  },
  krona: { names: 'krona kronor', of: { SEK: 'swedish', ISK: 'icelandic' } },
  krone: { names: 'krone kroner', of: { NOK: 'norwegian', DKK: 'danish' } },
  franc: {
    names: 'franc francs',
    of: { CHF: 'swiss', XAF: 'cfa', CDF: 'congolese', RWF: 'rwandan', BIF: 'burundian', GNF: 'guinean', DJF: 'djiboutian' },
  },
  rupee: {
    names: 'rupee rupees',
    of: { INR: 'indian', PKR: 'pakistani', LKR: 'lankan', NPR: 'nepalese|nepali', MUR: 'mauritian', SCR: 'seychelles' },
  },
  dinar: {
    names: 'dinar dinars',
    of: {
      KWD: 'kuwaiti',
      IQD: 'iraqi',
      RSD: 'serbian',
      JOD: 'jordanian',
      DZD: 'algerian',
      TND: 'tunisian',
      LYD: 'libyan',
      BHD: 'bahraini',
    },
  },
  rial: { names: 'rial rials', of: { IRR: 'iranian', OMR: 'omani', YER: 'yemeni' } },
  riyal: { names: 'riyal riyals', of: { SAR: 'saudi', QAR: 'qatari' } },
  dirham: { names: 'dirham dirhams', of: { AED: 'uae|emirati', MAD: 'moroccan' } },
  shilling: { names: 'shilling shillings', of: { KES: 'kenyan', UGX: 'ugandan', TZS: 'tanzanian', SOS: 'somali' } },
  manat: { names: 'manat manats', of: { AZN: 'azerbaijani|azeri', TMT: 'turkmen' } },
  leu: { names: 'leu lei', of: { RON: 'romanian', MDL: 'moldovan' } },
  som: { names: 'som soms', of: { KGS: 'kyrgyz', UZS: 'uzbek' } },
  kwacha: { names: 'kwacha', of: { ZMW: 'zambian', MWK: 'malawian' } },
  RUB: { names: 'ruble rubles rouble roubles', of: { RUB: 'russian', BYN: 'belarusian|belarussian' } },
};

/** Hundredths of a main unit. A bare cent is one of the dollar. */
const MINOR: Readonly<Record<string, string>> = {
  $: 'cent cents ¢',
  GBP: 'pence penny p',
  RUB: 'kopeck kopecks kopek kopeks copeck copecks',
  INR: 'paise paisa',
  EUR: 'eurocent eurocents',
  NGN: 'kobo',
  GHS: 'pesewa pesewas',
  ILS: 'agora agorot',
  KZT: 'tiyn',
  THB: 'satang',
  BGN: 'stotinka stotinki',
  TRY: 'kurus kuruş',
  krona: 'öre',
  krone: 'øre',
  PLN: 'groszy grosz',
  centavo: 'centavo centavos',
};

const SIGNS: Readonly<Record<string, string>> = {
  $: '$',
  '£': 'GBP',
  '€': 'EUR',
  '¥': 'JPY',
  '￥': 'JPY',
  '₹': 'INR',
  '₸': 'KZT',
  '₽': 'RUB',
  '₴': 'UAH',
  '₺': 'TRY',
  '₩': 'KRW',
  '₪': 'ILS',
  '₫': 'VND',
  '₦': 'NGN',
  '₱': 'PHP',
  '฿': 'THB',
  '₡': 'CRC',
  '₲': 'PYG',
  '₵': 'GHS',
  '₼': 'AZN',
  '₾': 'GEL',
  '₭': 'LAK',
  '₮': 'MNT',
  '៛': 'KHR',
  '؋': 'AFN',
  '﷼': 'rial',
  '₨': 'rupee',
};

function currencyNames(): ReadonlyMap<string, CurrencyName> {
  const names = new Map<string, CurrencyName>();
  for (const [unit, words] of Object.entries(NAMES)) for (const word of words.split(' ')) if (word) names.set(word, { unit, factor: 1 });
  for (const [unit, { names: words }] of Object.entries(SHARED)) for (const word of words.split(' ')) names.set(word, { unit, factor: 1 });
  for (const [unit, words] of Object.entries(MINOR)) {
    const main = unit === 'centavo' ? 'peso' : unit;
    for (const word of words.split(' ')) names.set(word, { unit: main, factor: 0.01 });
  }
  return names;
}

function nationalCurrencies(): ReadonlyMap<string, PhraseTable<string>> {
  return new Map(
    Object.entries(SHARED).map(([unit, { of }]) => [
      unit,
      phraseTable(Object.entries(of).map(([code, words]) => [code, words.split('|')] as const)),
    ]),
  );
}

type Money = Pick<
  NumberWords,
  | 'currencySigns'
  | 'dollarLetters'
  | 'currencyCodes'
  | 'currencyLetters'
  | 'currencyNames'
  | 'currencyFrom'
  | 'nationalCurrencies'
  | 'weightOrMoney'
  | 'moneyContext'
>;

export const money: Money = {
  currencySigns: new Map(Object.entries(SIGNS).map(([sign, unit]) => [sign, { unit, factor: 1 }])),
  dollarLetters: new Map(
    Object.entries({
      us: 'USD',
      a: 'AUD',
      au: 'AUD',
      aus: 'AUD',
      c: 'CAD',
      ca: 'CAD',
      can: 'CAD',
      nz: 'NZD',
      hk: 'HKD',
      s: 'SGD',
      sg: 'SGD',
    }).concat(Object.entries({ r: 'BRL', nt: 'TWD', mx: 'MXN', j: 'JMD', bz: 'BZD', fj: 'FJD', tt: 'TTD', ec: 'XCD', z: 'ZWL', n: 'NAD' })),
  ),
  currencyCodes: set(CODES),
  currencyLetters: new Map([
    ['Rs', 'rupee'],
    ['Rp', 'IDR'],
    ['RM', 'MYR'],
    ['kr', 'kr'],
    ['RMB', 'CNY'],
    ['CFA', 'franc'],
    ['KSh', 'KES'],
    ['Ksh', 'KES'],
    ['Tk', 'BDT'],
    ['Fr', 'franc'],
    ['zł', 'PLN'],
    ['Kč', 'CZK'],
    ['Ft', 'HUF'],
  ]),
  currencyNames: currencyNames(),
  currencyFrom: new Map([
    ['won', 100],
    ['real', 100],
    ['reals', 100],
    ['kip', 100],
    ['dong', 100],
    ['som', 10],
    ['p', 1],
  ]),
  nationalCurrencies: nationalCurrencies(),
  weightOrMoney: set('pound pounds'),
  moneyContext: set(
    '£ sterling worth paid pay pays cost costs costing price priced prices salary wage wages spent spend sold sell bought buy fee fees fine ' +
      'fined tax taxes budget bill bills fund funds grant loan debt profit profits revenue income earn earned earns savings sum owed note coin ' +
      'bribe donated donation raised invested investment property value valued estate rent',
  ),
};
