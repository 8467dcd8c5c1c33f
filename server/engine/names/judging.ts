/** Judges the names of one draft again and again: those of a passage that has not changed, and whose library has not, are not judged again. */
import type { Analysis } from '../analysis.ts';
import type { Lexicon } from '../lexicon/types.ts';
import type { Candidates } from '../library.ts';
import type { NameMention, Passage, Work } from '../model.ts';
import type { QuotedBlock } from '../quotes/quoting.ts';
import { type Contents, type Section, sectionsOf } from '../sections.ts';
import { fullNameOf, Introductions, introduces, LONGEST_ARTICLE, type Naming, namingOf } from './introduce.ts';
import { judgeName, type NameJudgement, type NameVerdict, nameKeys } from './judge.ts';
import { partKeys } from './spelling.ts';

/** A name's verdict, and the keys of the library's names that it rests on. */
interface NameNote {
  readonly verdict: NameJudgement;
  /** The full name of a surname, where it is known. */
  readonly full: string | null;
  readonly keys: readonly string[];
}

/** Notes by what they are of: names of one kind, text and full form. */
class NameNotes {
  private readonly byText = new Map<string, { readonly mention: NameMention; readonly note: NameNote }[]>();

  get size(): number {
    return this.byText.size;
  }

  get({ kind, text, full }: NameMention): NameNote | undefined {
    return this.byText.get(text)?.find(({ mention }) => mention.kind === kind && mention.full === full)?.note;
  }

  set(mention: NameMention, note: NameNote): void {
    const known = this.byText.get(mention.text);
    if (known) known.push({ mention, note });
    else this.byText.set(mention.text, [{ mention, note }]);
  }
}

/** The names of a passage with what is known of each. */
interface Known {
  readonly notes: readonly NameNote[];
  readonly namings: readonly Naming[];
  /** What stands right before the passage, if an article there may be the first name's; else empty. */
  readonly lead: string;
  /** One a name; the same list until one of them changes. */
  verdicts: readonly NameVerdict[];
}

/** The verdicts on a passage's names, their places as those of its contents. */
export interface NamedSection {
  readonly section: Section;
  readonly verdicts: readonly NameVerdict[];
}

/** A passage that names somebody. */
interface Named {
  readonly section: Section;
  readonly known: Known;
  readonly mayIntroduce: boolean;
}

/** So many names are held that may not be in the draft any more before all are let go. */
const MOST_NOTES = 8192;

export class NameJudging {
  private notes = new NameNotes();
  private asOf: number | null = null;
  private known = new WeakMap<Contents, Known>();
  private last: { readonly named: readonly Named[]; readonly quoted: readonly QuotedBlock[] } | null = null;

  /** The verdicts on a draft's names, by the passages that have any. `quoted` are its quotations. Yields once a name that is judged anew. */
  *judge(draft: Analysis, candidates: Candidates, quoted: readonly QuotedBlock[], lexicon: Lexicon): Work<NamedSection[]> {
    const { passages } = draft;
    const before = this.keepUp(candidates);
    const named: Named[] = [];
    const sections = sectionsOf(draft);
    for (let index = 0; index < sections.length; index++) {
      const section = sections[index]!;
      if (section.contents.names.length === 0) continue;
      const passage = passages[index]!;
      const lead = leadOf(section, passage, draft.prose.text);
      let known = this.known.get(section.contents);
      if (known?.lead !== lead) known = yield* this.look(section, lead, draft.prose.text, before, candidates, lexicon);
      named.push({ section, known, mayIntroduce: introduces(passage) });
    }
    if (!this.areAsBefore(named, quoted)) introduceAll(named, quoted);
    this.last = { named, quoted };
    return named.map(({ section, known }) => ({ section, verdicts: known.verdicts }));
  }

  /** Whether whoever is named first was so the last time: the same names in the same order, and the same ones of them in quotations. */
  private areAsBefore(named: readonly Named[], quoted: readonly QuotedBlock[]): boolean {
    const { last } = this;
    if (last?.named.length !== named.length || last.quoted.length !== quoted.length) return false;
    // A block with the same list of quotations has the same words, and so names that stand where they stood beside these.
    if (!quoted.every(({ verdicts }, at) => verdicts === last.quoted[at]!.verdicts)) return false;
    return named.every(({ known, mayIntroduce }, at) => {
      const other = last.named[at]!;
      return known === other.known && mayIntroduce === other.mayIntroduce;
    });
  }

  /** Finds out what is to be known of the names of a passage. */
  private *look(
    { contents, start }: Section,
    lead: string,
    text: string,
    before: (mention: NameMention) => NameNote | undefined,
    candidates: Candidates,
    lexicon: Lexicon,
  ): Work<Known> {
    const { names } = contents;
    const notes: NameNote[] = [];
    for (const mention of names) notes.push(yield* this.noteOf(mention, before, candidates, lexicon));
    const namings = names.map((name) => namingOf(name, name.start + start, text, lexicon));
    const known = { notes, namings, lead, verdicts: [] };
    this.known.set(contents, known);
    return known;
  }

  /** Lets go what rests on names of the library that have changed; gives what of that may still hold. */
  private keepUp(candidates: Candidates): (mention: NameMention) => NameNote | undefined {
    const changes = this.asOf === null ? null : candidates.changedSince(this.asOf);
    const isUnchanged = changes?.names.size === 0;
    this.asOf = candidates.revision;
    if (isUnchanged && this.notes.size <= MOST_NOTES) return () => undefined;
    const { notes } = this;
    this.notes = new NameNotes();
    this.known = new WeakMap();
    return (mention) => {
      const note = changes ? notes.get(mention) : undefined;
      return note && !note.keys.some((key) => changes!.names.has(key)) ? note : undefined;
    };
  }

  private *noteOf(
    mention: NameMention,
    before: (mention: NameMention) => NameNote | undefined,
    candidates: Candidates,
    lexicon: Lexicon,
  ): Work<NameNote> {
    let note = this.notes.get(mention);
    if (note) return note;
    note = before(mention);
    if (!note) {
      note = noteOf(mention, candidates, lexicon);
      yield;
    }
    this.notes.set(mention, note);
    return note;
  }
}

/** What stands right before a passage, if an article there may be its first name's; else empty. */
function leadOf({ contents, start }: Section, passage: Passage, text: string): string {
  const isNear = contents.names[0]!.start + start - passage.start < LONGEST_ARTICLE;
  return isNear ? text.slice(Math.max(0, passage.start - LONGEST_ARTICLE), passage.start) : '';
}

/** Finds out which names of a draft are the first to name somebody, and keeps it with their verdicts. */
function introduceAll(named: readonly Named[], quoted: readonly QuotedBlock[]): void {
  const introductions = new Introductions();
  const quotations = quoted.flatMap(({ verdicts, start }) =>
    verdicts.map(({ quotation }) => ({ start: quotation.start + start, end: quotation.end + start })),
  );
  let next = 0;
  for (const { section, known, mayIntroduce } of named) {
    const { names } = section.contents;
    const { namings, notes, verdicts } = known;
    let introduced: (string | null)[] | null = null;
    for (let at = 0; at < names.length; at++) {
      const start = names[at]!.start + section.start;
      while ((quotations[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
      // What somebody says is in their words.
      const isQuoted = (quotations[next]?.start ?? Number.POSITIVE_INFINITY) <= start;
      const isFirst = mayIntroduce && !isQuoted && introductions.isFirst(namings[at]!);
      const full = isFirst ? notes[at]!.full : null;
      // Mostly it is what it was, and nothing need be made.
      if (introduced === null && full !== verdicts[at]?.introduces) introduced = verdicts.slice(0, at).map(({ introduces }) => introduces);
      introduced?.push(full);
    }
    if (introduced !== null) known.verdicts = names.map((mention, at) => ({ ...notes[at]!.verdict, mention, introduces: introduced[at]! }));
  }
}

function noteOf(mention: NameMention, candidates: Candidates, lexicon: Lexicon): NameNote {
  const own = nameKeys(mention, lexicon);
  const under = candidates.namesUnder(own);
  const keys = new Set(own);
  // Whether sources use a part of a spelling as an ordinary word counts too.
  for (const { variants } of under) for (const { text } of variants) for (const key of partKeys(text, lexicon)) keys.add(key);
  const full = fullNameOf(mention, under, (name) => {
    const others = nameKeys({ ...mention, text: name, full: name }, lexicon);
    for (const key of others) keys.add(key);
    return candidates.namesUnder(others);
  });
  return { verdict: judgeName(mention, under, lexicon), full, keys: [...keys] };
}
