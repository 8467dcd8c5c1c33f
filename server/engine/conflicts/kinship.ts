/** Which sources of a library tell one story, asked of two at a time. */

import type { TopicIndex } from '../compare/topics.ts';
import type { Source } from '../library.ts';

/** In a library of so few, what two sources tell that a third goes with is one story. */
const FEW = 8;

/** The sources of a library by story. What was told of two is remembered. */
export class Kinship {
  private readonly known = new Map<Source, Map<Source, boolean>>();

  constructor(
    private readonly sources: readonly Source[],
    private readonly topics: TopicIndex,
  ) {}

  /** Whether two sources tell one story: by what they share, or in a small library by what each shares with a third. */
  isOne(a: Source, b: Source): boolean {
    if (this.tellOne(a, b)) return true;
    return (
      this.sources.length <= FEW &&
      this.sources.some((third) => third !== a && third !== b && this.tellOne(a, third) && this.tellOne(third, b))
    );
  }

  /** Whether more than half of the pairs of two groups' sources tell one story: one that seems to is no bridge from a story to another. */
  areOne(some: readonly Source[], others: readonly Source[]): boolean {
    let one = 0;
    for (const a of some) for (const b of others) if (a === b || this.isOne(a, b)) one++;
    return 2 * one > some.length * others.length;
  }

  private tellOne(a: Source, b: Source): boolean {
    const [first, second] = a.article.uri < b.article.uri ? [a, b] : [b, a];
    let kin = this.known.get(first);
    if (!kin) {
      kin = new Map();
      this.known.set(first, kin);
    }
    let one = kin.get(second);
    if (one === undefined) {
      one = this.topics.tellOneStory(first, second);
      kin.set(second, one);
    }
    return one;
  }
}
