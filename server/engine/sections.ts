/**
 * A text by its passages: what each holds, apart from where it stands. An edit moves all that comes after it and changes next to nothing of
 * it; what is found out of a passage's contents holds for as long as they are the same object.
 */
import type { Analysis } from './analysis.ts';
import type { Claim } from './claims/claim.ts';
import { placedClaim } from './claims/moved.ts';
import type { NameMention } from './model.ts';

/**
 * What one passage holds. Places count from the passage's start, and passages from the passage itself. The same object means the same words,
 * claims and names.
 */
export interface Contents {
  readonly claims: readonly Claim[];
  readonly names: readonly NameMention[];
}

/** A passage's contents where they stand in one version of the text. One that stands where it stood is the same object. */
export class Section {
  private placedClaims: readonly Claim[] | null = null;
  private placedNames: readonly NameMention[] | null = null;

  /** The contents' places count from `start`, and their passages from `passage`. */
  constructor(
    readonly contents: Contents,
    readonly start: number,
    readonly passage: number,
  ) {}

  /** The claims in their places: the same objects whenever asked. */
  get claims(): readonly Claim[] {
    const { contents, start, passage } = this;
    this.placedClaims ??= this.isPlaced ? contents.claims : contents.claims.map((claim) => placedClaim(claim, start, passage));
    return this.placedClaims;
  }

  /** The names in their places: the same objects whenever asked. */
  get names(): readonly NameMention[] {
    const { contents, start, passage } = this;
    this.placedNames ??= this.isPlaced
      ? contents.names
      : contents.names.map((name) => ({ ...name, start: name.start + start, end: name.end + start, passage: name.passage + passage }));
    return this.placedNames;
  }

  private get isPlaced(): boolean {
    return this.start === 0 && this.passage === 0;
  }
}

/** Of texts that nobody is writing. */
const grouped = new WeakMap<Analysis, readonly Section[]>();

/** A text by its passages, one section each. Of a text that nobody is writing places count from the text's start. */
export function sectionsOf(analysis: Analysis): readonly Section[] {
  if (analysis.sections) return analysis.sections;
  let sections = grouped.get(analysis);
  if (!sections) {
    const { passages } = analysis;
    const claims = byPassage(analysis.claims, passages.length, ({ figure }) => figure.passage);
    const names = byPassage(analysis.names, passages.length, ({ passage }) => passage);
    sections = passages.map((_, index) => new Section({ claims: claims[index]!, names: names[index]! }, 0, 0));
    grouped.set(analysis, sections);
  }
  return sections;
}

/** Items in the order of their passages, by passage. */
function byPassage<T>(items: readonly T[], length: number, passageOf: (item: T) => number): (readonly T[])[] {
  let at = 0;
  return Array.from({ length }, (_, index) => {
    const first = at;
    while (at < items.length && passageOf(items[at]!) === index) at++;
    return items.slice(first, at);
  });
}
