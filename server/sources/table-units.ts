/** Units and scales that a table's headers and notes state: `in millions of dollars`, `Revenue (US$ m)`, `Turnout, %`, `Area (km)`. */

/** What is to be read with a table's numbers. */
export interface TableUnit {
  /** A scale word (`million`); null for none. */
  readonly scale: string | null;
  /** A currency's sign or ISO code, to stand before the number; null for none. */
  readonly money: string | null;
  /** A unit to stand after the number: `percent`, `km`; null for none. */
  readonly after: string | null;
  /** Whether the note leaves out figures per share or per head. */
  readonly exceptPer: boolean;
}

export const NO_UNIT: TableUnit = { scale: null, money: null, after: null, exceptPer: false };

const SCALES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:thousands?|thsd|000s)\b|['\u2019]000s?\b|\b000\b/i, 'thousand'],
  [/\b(?:millions?|mln|mio|mn)\b|[$\u20ac\u00a3\u00a5]\s?m\b/i, 'million'],
  [/\b(?:billions?|bln|bn)\b|[$\u20ac\u00a3\u00a5]\s?b\b/i, 'billion'],
  [/\b(?:trillions?|trn|tn)\b/i, 'trillion'],
];
/** As they are written before a number. Codes are read there as well as signs. */
const MONEY: readonly (readonly [RegExp, string])[] = [
  [/\bUSD\b|US\s?\$|\bU\.?S\.? dollars?\b/i, 'US$'],
  [/\bEUR\b|\u20ac|\beuros?\b/i, '\u20ac'],
  [/\bGBP\b|\u00a3|\bpounds? sterling\b/i, '\u00a3'],
  [/\bA\$|\bAUD\b/, 'A$'],
  [/\bC\$|\bCAD\b/, 'C$'],
  [/\$|\bdollars?\b/i, '$'],
];
/** Currencies whose name or code stands after the number. */
const MONEY_AFTER = /\b(?:CHF|JPY|CNY|RUB|KZT|UAH|INR|SEK|NOK|DKK|PLN|tenge|roubles?|rubles?|yen|yuan|rupees?|francs?|zloty|pounds)\b/i;
const PERCENT = /%|\bper ?cent\b|\bpercentages?\b|\bpct\b/i;
/** Words that tell a note about the numbers: without them `a million visitors` in a title is no scale. */
const NOTE =
  /^\(?\s*(?:all |the )?(?:(?:figures?|amounts?|numbers?|values?|data|units?|expressed|shown|stated|reported)\b.{0,40}\b)?(?:in|unit:|units:)\s/i;
const NOTE_INSIDE =
  /\((?:[^()]{0,40}\b)?in\s[^()]{1,60}\)|,\s?in\s(?:thousands|millions|billions|trillions|[$\u20ac\u00a3'\u2019])[^,;()]{0,40}/i;

/** What notes around a table (title, subtitle, footnotes) say of all its numbers. */
export function unitOfNote(notes: readonly string[]): TableUnit {
  for (const note of notes) {
    if (note.length > 300) continue;
    const said = NOTE.test(note) ? note : NOTE_INSIDE.exec(note)?.[0];
    const unit = said ? unitIn(said) : bare(note);
    if (unit && (unit.scale || unit.money || unit.after === 'percent')) return { ...unit, exceptPer: /\bexcept\b.*\bper\b/i.test(note) };
  }
  return NO_UNIT;
}

/** `US$ million`, `USD bn`, `$'000`: a note of nothing else. */
function bare(note: string): TableUnit | null {
  const unit = note.length <= 24 ? unitIn(note) : NO_UNIT;
  return unit.scale && unit.money ? unit : null;
}

/** A header without the unit it states, and that unit. */
export function unitOfHeader(header: string): { label: string; unit: TableUnit } {
  const label = header.trim();
  if (/^in\s/i.test(label) && label.length < 60) {
    const unit = unitIn(label);
    if (unit.scale || unit.money || unit.after) return { label: '', unit };
  }
  const bracket = /\s?[([]([^()[\]]{1,60})[)\]]\s?$/.exec(label) ?? /\s?[([]([^()[\]]{1,60})[)\]](?=,)/.exec(label);
  if (bracket) {
    const unit = unitIn(bracket[1]!);
    const rest = label.replace(bracket[0], '');
    if (unit.scale || unit.money || unit.after) return { label: rest, unit };
    // A short word in brackets is what the numbers count or are measured in.
    if (/^[\p{Ll}\u00b0\u00b5][\p{L}\u00b2\u00b3/]{0,14}$/u.test(bracket[1]!.trim()))
      return { label: rest, unit: { ...NO_UNIT, after: bracket[1]!.trim() } };
    return { label, unit: NO_UNIT };
  }
  const tail =
    /(?:,\s?|\s)(?:in\s)?((?:US\s?)?[%$\u20ac\u00a3](?:\s?(?:m|mn|bn|million|billion|thousand)\b)?|in (?:thousands|millions|billions|trillions)(?: of [\p{L} .]{1,24})?|(?:thousands|millions|billions|USD|EUR|GBP|KZT)(?: (?:m|mn|bn|million|billion))?)\s*$/iu.exec(
      label,
    );
  if (tail && tail.index > 0) return { label: label.slice(0, tail.index), unit: unitIn(tail[1]!) };
  if (PERCENT.test(label) && label.length < 60)
    return { label: label.replace(/\s?%\s?/, ' ').trim(), unit: { ...NO_UNIT, after: 'percent' } };
  return { label, unit: NO_UNIT };
}

function unitIn(text: string): TableUnit {
  const scale = SCALES.find(([pattern]) => pattern.test(text))?.[1] ?? null;
  const after = MONEY_AFTER.exec(text)?.[0] ?? null;
  const money = after && !/pounds/i.test(after) ? null : (MONEY.find(([pattern]) => pattern.test(text))?.[1] ?? (after ? '\u00a3' : null));
  if (money) return { scale, money, after: null, exceptPer: false };
  if (after) return { scale, money: null, after, exceptPer: false };
  // `thousands of tonnes`: what is counted stands after the scale.
  const counted = /\b(?:thousands|millions|billions) of ([\p{Ll}][\p{L} ]{1,24})/u.exec(text)?.[1]?.trim() ?? null;
  return { scale, money: null, after: PERCENT.test(text) ? 'percent' : counted, exceptPer: false };
}

/** A number with its unit and scale, as prose writes it: `$38.4 million`. What the number states itself wins. */
export function inUnit(number: string, { scale, money, after }: TableUnit): string {
  // Accountants write what is negative in brackets.
  const negative = /^\(.*\)$/.test(number) ? `-${number.slice(1, -1).trim()}` : number;
  const bare = /[*\u2020]$/.test(negative) ? negative.slice(0, -1) : negative;
  if (/%$/.test(bare)) return bare;
  const hasSign = /[$\u20ac\u00a3\u00a5\u20b8\u20bd\u20b4]|[A-Z]{3}/.test(bare);
  if (/\p{Ll}/u.test(bare)) return hasSign || !money ? bare : `${money}${bare}`;
  const minus = /^[-\u2212]/.test(bare) && money && !hasSign ? '-' : '';
  const signed = money && !hasSign ? `${minus}${money}${minus ? bare.slice(1).trim() : bare}` : bare;
  return [signed, scale, hasSign ? null : after].filter(Boolean).join(' ');
}
