/** LaTeX as bibliographies write it, to plain text and back: accents, special letters, signs. */

/** Accent commands and the combining characters they put on the letter that follows (The LaTeX Companion, `Accents`). */
const ACCENTS: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030a',
  H: '\u030b',
  v: '\u030c',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
  b: '\u0331',
};

/** Commands that stand for themselves. */
const LETTERS: Readonly<Record<string, string>> = {
  ss: '\u00df',
  ae: '\u00e6',
  AE: '\u00c6',
  oe: '\u0153',
  OE: '\u0152',
  o: '\u00f8',
  O: '\u00d8',
  l: '\u0142',
  L: '\u0141',
  aa: '\u00e5',
  AA: '\u00c5',
  dh: '\u00f0',
  DH: '\u00d0',
  th: '\u00fe',
  TH: '\u00de',
  dj: '\u0111',
  DJ: '\u0110',
  i: 'i',
  j: 'j',
  textbraceleft: '{',
  textbraceright: '}',
  textbackslash: '\\',
  textasciitilde: '~',
  textasciigrave: '`',
  textasciicircum: '^',
  textquotedbl: '"',
  textendash: '\u2013',
  textemdash: '\u2014',
  textquoteleft: '\u2018',
  textquoteright: '\u2019',
  textquotedblleft: '\u201c',
  textquotedblright: '\u201d',
  textellipsis: '\u2026',
  ldots: '\u2026',
  dots: '\u2026',
  euro: '\u20ac',
  pounds: '\u00a3',
  S: '\u00a7',
  copyright: '\u00a9',
};

const LETTER = /[A-Za-z]/;

/** Plain text of LaTeX: commands it does not know are dropped, and what they are applied to stays. Linear. */
export function fromLatex(latex: string): string {
  let plain = '';
  let accent = '';
  const put = (text: string) => {
    plain += accent ? text.charAt(0) + accent + text.slice(1) : text;
    accent = '';
  };
  for (let at = 0; at < latex.length; at++) {
    const char = latex.charAt(at);
    const next = latex.charAt(at + 1);
    if (char === '\\') {
      let end = at + 1;
      while (end < latex.length && LETTER.test(latex.charAt(end))) end++;
      const name = latex.slice(at + 1, Math.max(end, at + 2));
      const isWord = end > at + 1;
      // White space after a command's name only ends it.
      while (isWord && latex.charAt(end) === ' ') end++;
      at = (isWord ? end : at + 2) - 1;
      if (Object.hasOwn(ACCENTS, name)) accent = ACCENTS[name]!;
      else if (Object.hasOwn(LETTERS, name)) {
        put(LETTERS[name]!);
        // The braces that keep a space: `\ss{} `.
        if (latex.startsWith('{}', at + 1)) at += 2;
      } else if (!isWord) put(name);
    } else if (char === '{' || char === '}') continue;
    else if (char === '-' && next === '-') {
      const isEm = latex.charAt(at + 2) === '-';
      put(isEm ? '\u2014' : '\u2013');
      at += isEm ? 2 : 1;
    } else if ((char === '`' || char === "'") && next === char) {
      put(char === '`' ? '\u201c' : '\u201d');
      at++;
    } else put(char === '~' ? ' ' : char);
  }
  return plain.normalize('NFC').split(/\s+/u).filter(Boolean).join(' ');
}

const ESCAPED: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '"': '\\textquotedbl{}',
  '`': '\\textasciigrave{}',
};

/** LaTeX of plain text: signs are escaped; letters of all scripts stay, for every program of today reads UTF-8. */
export function toLatex(text: string): string {
  const signs = text.replace(/[\\{}~^"`]/g, (sign) => ESCAPED[sign]!).replace(/[&%$#_]/g, '\\$&');
  // Two of these in a row would be another sign.
  return signs.replace(/'(?=')|-(?=-)/g, '$&{}');
}
