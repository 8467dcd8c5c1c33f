/** Forms of a name's part that different romanisations, accents and doubled letters share. Linear in the part. */

/** Letters that Unicode does not decompose, as German, Nordic, Polish, Turkish and Icelandic names are written in English. */
const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd', ı: 'i', þ: 'th', ð: 'd' };

const MARK = /\p{M}/u;
const LETTER = /\p{L}/u;

/** Lower case without accents, apostrophes, hyphens and spaces; `ß` is `ss`. */
export function fold(part: string): string {
  let folded = '';
  for (const char of part.toLowerCase().normalize('NFD')) {
    if (MARK.test(char) || !LETTER.test(char)) continue;
    folded += LETTERS[char] ?? char;
  }
  return folded;
}

/**
 * Digraphs that stand for one sound in the BGN/PCGN, ISO 9, German, French and Turkish ways of writing Cyrillic and Arabic names,
 * longest first. `ç` stands for ts, `č` for ch, `š` for sh; folding took the accents of the input, so they cannot clash.
 */
const SOUNDS: readonly (readonly [string, string])[] = [
  ['tsch', 'č'],
  ['tch', 'č'],
  // Greek names: `Christina` and `Kristina`.
  ['chr', 'kr'],
  ['sch', 'š'],
  ['dzh', 'j'],
  ['dj', 'j'],
  ['zh', 'j'],
  ['kh', 'h'],
  ['gh', 'g'],
  ['ph', 'f'],
  ['th', 't'],
  ['dh', 'd'],
  ['bh', 'b'],
  ['ch', 'č'],
  ['cz', 'č'],
  ['sh', 'š'],
  ['ck', 'k'],
  // French for the u of others: `Amadou` and `Amadu`.
  ['ou', 'u'],
  ['ts', 'ç'],
  ['tz', 'ç'],
  ['q', 'k'],
  ['w', 'v'],
  ['x', 'ks'],
  ['y', 'i'],
];

const VOWEL = new Set('aeiou');
/** The Arabic `servant of the`, which many names begin with: its vowel is written in any way. */
const SERVANT = new Set(['abdal', 'abdel', 'abdil', 'abdol', 'abdul']);

/**
 * What romanisations of one name share: `Zhomart` and `Jomart`, `Massimov` and `Masimov`, `Nogayev` and `Nogaev`, `Zelensky` and
 * `Zelenskyy`, `Müller` and `Mueller`. Takes a folded part.
 */
export function romanise(folded: string): string {
  let sound = SERVANT.has(folded.slice(0, 5)) ? `abdal${folded.slice(5)}` : folded;
  for (const [from, to] of SOUNDS) sound = sound.replaceAll(from, to);
  let plain = '';
  for (let at = 0; at < sound.length; at++) {
    const char = sound[at]!;
    const before = plain.at(-1) ?? '';
    const after = sound[at + 1] ?? '';
    if (char === 'c' && !'eiy'.includes(after || 'x')) plain = append(plain, 'k');
    // A `j` that closes a syllable is the glide that English writes y: `Sergej`, `Mihajlo`.
    else if (char === 'j' && VOWEL.has(before) && !VOWEL.has(after)) plain = append(plain, 'i');
    // A final h after a vowel is silent: `Abdullah`, `Sarah`.
    else if (char === 'h' && after === '' && VOWEL.has(before)) continue;
    // The glide before e is written or not: `Nogayev`, `Yevgeny`, `Medvedyev`.
    else if (char === 'i' && after === 'e') continue;
    // After another vowel an e is what is left of a glide or of an umlaut: `Tokaev`, `Mueller`, `Goethe`.
    else if (char === 'e' && (before === 'a' || before === 'o' || before === 'u')) continue;
    else plain = append(plain, char);
  }
  return plain;
}

function append(plain: string, char: string): string {
  return plain.endsWith(char) ? plain : plain + char;
}

/** `romanised` with the vowels that Arabic, Persian and Turkic names exchange made one: `Mohammed` and `Muhammad`. */
export function soften(romanised: string): string {
  let soft = '';
  for (const char of romanised) soft = append(soft, char === 'e' ? 'a' : char === 'u' ? 'o' : char);
  return soft;
}

/**
 * The romanised form with an e or a u before a closing consonant written i, which Arabic names exchange: `Khaled` and `Khalid`, `Yousef`
 * and `Yusuf`. Not between c and s, where European names tell women from men so (`Frances`, `Francis`).
 */
export function closed(romanised: string): string {
  const end = romanised.length - 1;
  const last = romanised[end] ?? '';
  const vowel = romanised[end - 1] ?? '';
  const closes =
    (vowel === 'e' || vowel === 'u') && last !== '' && !VOWEL.has(last) && !(last === 's' && 'cç'.includes(romanised[end - 2] ?? 'c'));
  return closes ? `${romanised.slice(0, end - 1)}i${last}` : romanised;
}

/** The vowels of a part, neighbours taken for one. */
export function syllables(part: string): number {
  let count = 0;
  for (let at = 0; at < part.length; at++) if (isVocal(part[at]!) && !isVocal(part[at - 1] ?? '')) count++;
  return count;
}

function isVocal(char: string): boolean {
  return VOWEL.has(char) || char === 'y';
}

/** The consonants of a romanised part; a vowel that opens it is kept as `a`. */
export function consonants(romanised: string): string {
  let bones = '';
  for (const char of romanised) {
    if (!VOWEL.has(char)) bones += char;
    else if (bones === '') bones = 'a';
  }
  return bones;
}
