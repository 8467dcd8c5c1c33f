/** What the name tests share: texts analysed as the engine does it, a library of them, and a draft judged against it. */
import { english } from '../../../server/engine/lexicon/en.ts';
import type { MarkupLanguage, NameMention, Passage, Work } from '../../../server/engine/model.ts';
import { findNames } from '../../../server/engine/names/find.ts';
import { NameIndex } from '../../../server/engine/names/index.ts';
import { judgeName, type NameJudgement, nameKeys } from '../../../server/engine/names/judge.ts';
import { nameUses } from '../../../server/engine/names/uses.ts';
import { ordinaryWords } from '../../../server/engine/postings.ts';
import { passagesOf } from '../../../server/engine/text/passages.ts';

export interface Names {
  readonly passages: readonly Passage[];
  readonly mentions: readonly NameMention[];
  /** How often the work yielded. */
  readonly steps: number;
}

export function finish<T>(work: Work<T>): { result: T; steps: number } {
  for (let steps = 0; ; steps++) {
    const next = work.next();
    if (next.done) return { result: next.value, steps };
  }
}

export function namesOf(text: string, language: MarkupLanguage = 'plaintext'): Names {
  const prose = { text, language, date: null, omitted: [] };
  const passages = finish(passagesOf(prose, english)).result;
  const { result, steps } = finish(findNames(passages, prose, english));
  return { passages, mentions: result, steps };
}

/** Adds a text's names, and its ordinary words, to an index. */
export function addTo(index: NameIndex, uri: string, text: string): void {
  const { mentions, passages } = namesOf(text);
  index.add(uri, nameUses(mentions, english), ordinaryWords(passages));
}

/** A library of texts, whose URIs are their positions. */
export function libraryOf(texts: readonly string[]): NameIndex {
  const index = new NameIndex(english);
  for (const [at, text] of texts.entries()) {
    addTo(index, String(at), text);
  }
  return index;
}

/** The verdicts on a draft's names. */
export function judged(draft: string, index: NameIndex): NameJudgement[] {
  const { mentions } = namesOf(draft);
  const candidates = index.candidates([...new Set(mentions.flatMap((mention) => nameKeys(mention, english)))]);
  return mentions.map((mention) => judgeName(mention, candidates, english));
}

/** The verdict on the draft's name that is written so; undefined where the draft has no such name. */
export function verdictOn(name: string, draft: string, sources: readonly string[]): NameJudgement | undefined {
  return judged(draft, libraryOf(sources)).find(({ mention }) => mention.text === name);
}
