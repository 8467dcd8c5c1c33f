/** Lists of names that sources give of one body (`the alliance of Velmont, Ostmark and Brod`), and where two lists exclude each other. */
import type { Lexicon } from '../lexicon/types.ts';
import type { Source } from '../library.ts';
import type { NameMention, Passage, Work } from '../model.ts';
import { houseStyle } from '../names/slips.ts';
import { type Spelling, spellings } from '../names/spelling.ts';
import { isAbbreviation } from '../names/units.ts';

/** A list of names as a source writes it. */
export interface Roster {
  readonly source: Source;
  /** Where it stands: from its first name to its last. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly passage: number;
  /** Its names, in a form that their spellings share. */
  readonly members: ReadonlySet<string>;
}

/** Lists of one body, one a source, of which some exclude each other. */
export interface RosterConflict {
  /** The body, as most of its sources write it. */
  readonly body: string;
  readonly rosters: readonly Roster[];
}

/** A list has so many names at least, and two tell of the same things where they share as many. */
const FEWEST = 3;

/**
 * Where sources list the members of one body and each of two lists has a name that the other leaves out. A list that only goes on is no
 * other: lists are seldom complete. Yields once a source, and once a list that differs from a body's others.
 */
export function* rosterConflicts(sources: readonly Source[], lexicon: Lexicon): Work<RosterConflict[]> {
  const spell = spellings(lexicon);
  const aliases = new Map<string, string>();
  const bodies = new Map<string, { names: Map<string, number>; rosters: Roster[] }>();
  const found: { roster: Roster; owners: ReadonlyMap<string, string> }[] = [];
  for (const source of sources) {
    for (const { text, full } of source.analysis.names) {
      if (text !== full && isAbbreviation(text)) aliases.set(keyOf(spell(text)), keyOf(spell(full)));
    }
    found.push(...rostersIn(source, lexicon, spell));
    yield;
  }
  for (const { roster, owners } of found) {
    for (const [key, name] of owners) {
      const owner = aliases.get(key) ?? key;
      const body = bodies.get(owner) ?? { names: new Map<string, number>(), rosters: [] };
      body.names.set(name, (body.names.get(name) ?? 0) + 1);
      body.rosters.push(roster);
      bodies.set(owner, body);
    }
  }
  const conflicts: RosterConflict[] = [];
  const told = new Set<Roster>();
  for (const { names, rosters } of bodies.values()) {
    yield;
    const chosen = (yield* differing(rosters)).filter((roster) => !told.has(roster));
    if (chosen.length < 2) continue;
    for (const roster of chosen) told.add(roster);
    const [body] = [...names].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length)[0]!;
    conflicts.push({ body, rosters: chosen });
  }
  return conflicts;
}

/** The lists that share enough with one that another excludes, one a source; none where no two exclude each other. */
function* differing(rosters: readonly Roster[]): Work<Roster[]> {
  // Of the many sources of a large library few write other lists.
  const kinds = new Map<string, Roster[]>();
  for (const roster of rosters) {
    const key = [...roster.members].sort().join('\n');
    const same = kinds.get(key);
    if (same) same.push(roster);
    else kinds.set(key, [roster]);
  }
  const lists = [...kinds.values()];
  const excluded = new Set<readonly Roster[]>();
  for (const [at, a] of lists.entries()) {
    yield;
    for (let next = at + 1; next < lists.length; next++) {
      const b = lists[next]!;
      const left = a[0]!.members;
      const right = b[0]!.members;
      if (!sharesEnough(left, right) || !lacks(left, right) || !lacks(right, left)) continue;
      if (a.every(({ source }) => b.every((other) => other.source === source))) continue;
      excluded.add(a).add(b);
    }
  }
  if (excluded.size === 0) return [];
  const shown = lists.filter((list) => [...excluded].some((other) => sharesEnough(list[0]!.members, other[0]!.members)));
  const bySource = new Map<Source, Roster>();
  const ranked = shown.sort((a, b) => Number(excluded.has(b)) - Number(excluded.has(a)));
  for (const roster of ranked.flat()) if (!bySource.has(roster.source)) bySource.set(roster.source, roster);
  return [...bySource.values()];
}

/** Whether two lists have three names in common at least, and more than half of the shorter. */
function sharesEnough(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = [...a].filter((name) => b.has(name)).length;
  return shared >= FEWEST && 2 * shared > Math.min(a.size, b.size);
}

function lacks(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...b].some((name) => !a.has(name));
}

/** The lists of a source, each with the bodies that its sentence names outside it, or else the sentence before, by their keys. */
function* rostersIn(
  source: Source,
  lexicon: Lexicon,
  spell: (name: string) => Spelling,
): Generator<{ roster: Roster; owners: ReadonlyMap<string, string> }> {
  const { names, passages } = source.analysis;
  let before = new Map<string, string>();
  let block = -1;
  for (let at = 0; at < names.length; ) {
    const passage = passages[names[at]!.passage]!;
    let next = at;
    while (next < names.length && names[next]!.passage === passage.index) next++;
    const mentions = names.slice(at, next);
    at = next;
    const lists = listsOf(mentions, passage, lexicon);
    const listed = new Set(lists.flat());
    const owners = new Map(
      mentions.filter((mention) => isBody(mention) && !listed.has(mention)).map(({ full }) => [keyOf(spell(full)), full] as const),
    );
    const named = owners.size > 0 ? owners : block === passage.block ? before : new Map<string, string>();
    for (const list of lists) {
      const { start } = list[0]!;
      const { end } = list.at(-1)!;
      const members = new Set(list.map(({ full }) => keyOf(spell(full))));
      const text = source.article.text.slice(start, end);
      if (members.size >= FEWEST && named.size > 0)
        yield { roster: { source, start, end, text, passage: passage.index, members }, owners: named };
    }
    before = owners.size > 0 ? owners : new Map();
    block = passage.block;
  }
}

/** The runs of three names or more of a passage that only commas and small words join. */
function listsOf(mentions: readonly NameMention[], { tokens }: Passage, { names }: Lexicon): NameMention[][] {
  const lists: NameMention[][] = [];
  let run: NameMention[] = [];
  let at = 0;
  for (const mention of mentions) {
    const last = run.at(-1);
    let joined = last !== undefined;
    while (at < tokens.length && tokens[at]!.end <= mention.start) {
      const token = tokens[at++]!;
      if (last && token.start >= last.end && token.text !== ',' && !names.listWords.has(token.lower)) joined = false;
    }
    if (!joined) {
      if (run.length >= FEWEST) lists.push(run);
      run = [];
    }
    run.push(mention);
  }
  if (run.length >= FEWEST) lists.push(run);
  return lists;
}

function isBody({ text, kind }: NameMention): boolean {
  return kind === 'organisation' || (kind === 'unknown' && isAbbreviation(text));
}

function keyOf({ parts }: Spelling): string {
  return parts.map(({ folded }) => houseStyle(folded)).join(' ');
}
