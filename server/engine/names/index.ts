/** The library's names: exact maps from keys to spellings and their sources. Articles come and go one at a time. */
import type { Lexicon } from '../lexicon/types.ts';
import type { NameMention, Uri } from '../model.ts';
import type { NameCandidate } from './judge.ts';

export class NameIndex {
  constructor(private readonly lexicon: Lexicon) {}

  /** Adds an article's mentions. An article is added once; delete it first to change it. */
  add(_uri: Uri, _mentions: readonly NameMention[]): void {
    void this.lexicon;
  }

  /** Takes an article's mentions out again. Unknown articles are ignored. */
  delete(_uri: Uri): void {}

  /** What stands under any of the keys, each name once. */
  candidates(_keys: readonly string[]): NameCandidate[] {
    return [];
  }
}
