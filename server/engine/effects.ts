/** What new, changed and vanished sources do to a draft: its verdicts before and after, claim by claim. */
import type { Analysis } from './analysis.ts';
import type { FigureVerdict, Judgement } from './check.ts';
import { claimsIn } from './ledger/identity.ts';
import type { Lexicon } from './lexicon/types.ts';
import type { Stance, Uri, Work } from './model.ts';
import type { NameVerdict } from './names/judge.ts';
import { quote, sourceName } from './rules/wording.ts';
import { isName } from './subjects.ts';

/** What one source had or has to say of a figure or a name. */
export interface Piece {
  readonly source: Uri;
  /** What the source goes by. */
  readonly name: string;
  /** The figure or the name as it writes it, on one line. */
  readonly text: string;
  readonly stance: Stance;
}

/** What the sources said of a figure or a name at some time: plain words, for the sources themselves may be gone. */
export interface Standing {
  readonly verdict: FigureVerdict['verdict'] | NameVerdict['verdict'];
  /** By source, the best of each. */
  readonly pieces: ReadonlyMap<Uri, Piece>;
}

/** By what stays the same of a figure or a name while the draft is edited: its claim, or its spelling. */
export type Standings = ReadonlyMap<string, Standing>;

/** Standings as plain data, for whoever keeps them from one session to the next. */
export type PackedStandings = readonly (readonly [
  key: string,
  verdict: Standing['verdict'],
  pieces: readonly (readonly [source: Uri, name: string, text: string, stance: Stance])[],
])[];

export function packStandings(standings: Standings): PackedStandings {
  return [...standings].map(([key, { verdict, pieces }]) => [
    key,
    verdict,
    [...pieces.values()].map(({ source, name, text, stance }) => [source, name, text, stance] as const),
  ]);
}

const VERDICTS: ReadonlySet<unknown> = new Set<Standing['verdict']>([
  ...(['supported', 'refuted', 'conflicting', 'unsourced'] as const),
  ...(['known', 'variant', 'misspelt', 'unknown'] as const),
]);

/** The standings that plain data holds, whoever kept it; what is none is left out. */
export function readStandings(value: unknown): Standings {
  const standings = new Map<string, Standing>();
  for (const entry of Array.isArray(value) ? value : []) {
    const [key, verdict, packed] = Array.isArray(entry) ? entry : [];
    if (typeof key !== 'string' || !VERDICTS.has(verdict) || !Array.isArray(packed)) continue;
    const pieces = new Map<Uri, Piece>();
    for (const piece of packed) {
      const [source, name, text, stance] = Array.isArray(piece) ? piece : [];
      const isPiece = [source, name, text].every((each) => typeof each === 'string') && (stance === 'agrees' || stance === 'differs');
      if (isPiece) pieces.set(source, { source, name, text, stance });
    }
    standings.set(key, { verdict, pieces });
  }
  return standings;
}

/** A figure or a name that the sources have something else to say of than before. */
export interface Effect {
  readonly subject: FigureVerdict | NameVerdict;
  readonly before: Standing;
  readonly after: Standing;
}

interface Draft {
  readonly analysis: Analysis;
  readonly judgement: Pick<Judgement, 'figures' | 'names'>;
}

/** What the sources say of each figure and each name of a draft. Of names that are written alike the first counts. Yields once a claim. */
export function* standingsOf(draft: Draft, lexicon: Lexicon): Work<Standings> {
  const standings = new Map<string, Standing>();
  for (const [key, subject] of subjectsOf(draft, lexicon)) {
    if (!standings.has(key)) standings.set(key, standingOf(subject));
    yield;
  }
  return standings;
}

/**
 * The figures and names of a draft that the sources have something else to say of than they had: those with another verdict first, else
 * in order of the text. What was not there before is left out. A name counts where its verdict is another: it stands in many sources.
 * Yields once a claim.
 */
export function* effectsOn(draft: Draft, before: Standings, lexicon: Lexicon): Work<Effect[]> {
  const effects: Effect[] = [];
  if (before.size === 0) return effects;
  const seen = new Set<string>();
  for (const [key, subject] of subjectsOf(draft, lexicon)) {
    yield;
    const then = before.get(key);
    if (!then || seen.has(key)) continue;
    seen.add(key);
    const now = standingOf(subject);
    if (then.verdict !== now.verdict || (!isName(subject) && !isSame(then.pieces, now.pieces)))
      effects.push({ subject, before: then, after: now });
  }
  const isOther = (effect: Effect) => Number(effect.before.verdict !== effect.after.verdict);
  return effects.sort((a, b) => isOther(b) - isOther(a));
}

function* subjectsOf(
  { analysis, judgement: { figures, names } }: Draft,
  lexicon: Lexicon,
): Generator<[key: string, subject: FigureVerdict | NameVerdict]> {
  const claims = claimsIn(analysis, lexicon);
  for (const figure of figures) yield [JSON.stringify(claims.targetOf(figure.claim)), figure];
  for (const name of names) yield [name.mention.text, name];
}

function standingOf(subject: FigureVerdict | NameVerdict): Standing {
  const pieces = new Map<Uri, Piece>();
  const { verdict } = subject;
  if (isName(subject)) {
    for (const { text, sources } of subject.variants) {
      const stance = text === subject.mention.text || text === subject.mention.full ? 'agrees' : 'differs';
      for (const source of sources) if (!pieces.has(source)) pieces.set(source, { source, name: '', text: quote(text), stance });
    }
    return { verdict, pieces };
  }
  // The best comes first.
  for (const { source, claim, stance } of subject.evidence) {
    const { article } = source;
    if (pieces.has(article.uri)) continue;
    pieces.set(article.uri, { source: article.uri, name: sourceName(article), text: quote(claim.figure.text), stance });
  }
  return { verdict, pieces };
}

function isSame(before: ReadonlyMap<Uri, Piece>, after: ReadonlyMap<Uri, Piece>): boolean {
  if (before.size !== after.size) return false;
  for (const [uri, { text, stance }] of before) {
    const now = after.get(uri);
    if (now?.text !== text || now.stance !== stance) return false;
  }
  return true;
}
