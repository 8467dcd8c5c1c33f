/** Markup inside a figure: what must stay when the words that it stood between go. */
import type { MarkupLanguage } from '../model.ts';

export interface Marks {
  /** What opens before the next word: ` **`, an escape. */
  readonly open: string;
  /** What closes behind the last one: `** `. */
  readonly close: string;
}

/** The marks between two words of a text. Spaces, LaTeX's among them (`~`, `\,`), are none. */
export function marksOf(between: string): Marks {
  const gap = between.replace(/\\[,; ]|~(?!~)|&nbsp;/g, ' ');
  const marks = gap.trim();
  if (marks === '') return { open: '', close: '' };
  const [first = '', ...rest] = gap.split(/\s+/u);
  return { close: /\s/u.test(gap) ? first : '', open: /\s/u.test(gap) ? rest.join('') : marks };
}

/** Characters that a source's words may hold and a draft's markup would take for its own. */
const SPECIAL: Readonly<Record<MarkupLanguage, RegExp | null>> = {
  plaintext: null,
  markdown: /[\\`*_[\]<>]/g,
  latex: /[$%&#_{}]/g,
  restructuredtext: /[\\`*|]/g,
  asciidoc: null,
};

/** Text of a source as a draft in `language` writes it. */
export function escaped(text: string, language: MarkupLanguage): string {
  const special = SPECIAL[language];
  return special ? text.replace(special, '\\$&') : text;
}
