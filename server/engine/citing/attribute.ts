/** Says whose a figure is, in the draft's own sentence: `, according to Socialist Worker`, `, the interior ministry said`. */
import type { Analysis } from '../analysis.ts';
import { voicesOf } from '../claims/speaker.ts';
import { withoutPossessive } from '../claims/terms.ts';
import type { Evidence, FigureVerdict } from '../compare/evidence.ts';
import { escaped } from '../fixes/marks.ts';
import { plainTextOf } from '../fixes/plain.ts';
import type { Lexicon } from '../lexicon/types.ts';
import type { Article, Dimension, Span, Token } from '../model.ts';
import { quote } from '../rules/wording.ts';
import { byAuthority, isBorneOut } from './authority.ts';
import { type Clause, clauseOf } from './clause.ts';
import type { PrimeSources } from './prime.ts';

/** Words that may be put into a draft, for they are true of its sentence. */
export interface Attribution {
  /** The words without the comma before them, as they read: `according to Socialist Worker`. */
  readonly words: string;
  /** What puts them into the draft, as its markup has them, with their comma. */
  readonly edit: Span & { readonly newText: string };
  /** The evidence that they rest on. */
  readonly evidence: Evidence;
  readonly names: 'source' | 'speaker';
}

/** How many sources, and how many speakers, are offered at most: a menu is read from the top. */
const MOST = { source: 3, speaker: 2 } as const;

/** What a source answers for; dates, ages and ordinals beside a figure are facts whoever tells them. */
const TELLING: ReadonlySet<Dimension> = new Set<Dimension>(['count', 'money', 'share', 'points', 'measure', 'ratio', 'duration', 'other']);

/** What a draft's words are attributed by. */
export interface Attributing {
  readonly analysis: Analysis;
  /** The verdicts on all figures of the draft. */
  readonly figures: readonly FigureVerdict[];
  readonly prime: PrimeSources;
  readonly lexicon: Lexicon;
}

/**
 * The attributions that a draft's figure may be given, that of the greatest authority first, speakers behind sources. None where the
 * sentence says already whose it is, where no words can go, and from sources that do not have the clause's other figures.
 */
export function attributionsOf(verdict: FigureVerdict, draft: Attributing): Attribution[] {
  const bearing = byAuthority(verdict, draft.prime, draft.lexicon).filter((item) => isBorneOut(verdict.claim, item));
  const all = bearing.flatMap((item) => [attributed(verdict, item, 'source', draft), attributed(verdict, item, 'speaker', draft)]);
  const seen = new Set<string>();
  const found = all.filter((each) => each !== null && !seen.has(each.words) && seen.add(each.words)) as Attribution[];
  const first = (names: Attribution['names']) => found.filter((each) => each.names === names).slice(0, MOST[names]);
  return [...first('source'), ...first('speaker')];
}

/** The attribution of a figure to one piece of evidence, which need not agree: of a figure that is to be changed to the source's. */
export function attributed(verdict: FigureVerdict, item: Evidence, names: Attribution['names'], draft: Attributing): Attribution | null {
  const { analysis, lexicon } = draft;
  const clause = openClause(verdict, draft);
  const who = names === 'source' ? sourceInProse(item.source.article) : speakerInProse(item, lexicon);
  if (clause === null || who === null) return null;
  const passage = analysis.passages[verdict.claim.figure.passage]!;
  const sentence = quote(analysis.prose.text.slice(passage.start, passage.end)).toLowerCase();
  if (sentence.includes(who.toLowerCase()) || !hasOthers(verdict, item, clause, draft)) return null;
  const { accordingTo, said } = lexicon.citing;
  const words = names === 'source' ? `${accordingTo} ${who}` : `${who} ${said}`;
  return { words, edit: asClause(words, clause, draft), evidence: item, names };
}

/** Puts words behind their clause, with the comma that parts them from it, as the draft's markup has them. */
export function asClause(words: string, { at, stop, inside }: OpenClause, { analysis: { prose } }: Attributing): Attribution['edit'] {
  const said = escaped(words, prose.language);
  if (!inside) return { start: at, end: at, newText: `, ${said}${stop}` };
  return { ...inside, newText: `,${prose.text.slice(inside.start + 1, inside.end)} ${said}.` };
}

/** A clause that words may go behind, and where they begin. */
type OpenClause = Clause & { readonly at: number };

/** The clause of a figure where words may go behind it; null where they may not, or its sentence says already who says so. */
export function openClause({ claim }: FigureVerdict, { analysis, lexicon }: Attributing): OpenClause | null {
  const passage = analysis.passages[claim.figure.passage]!;
  // Quotation marks by themselves (`the “siege”`) attribute nothing; whatever else does has said enough.
  const unquoted = passage.tokens.filter(({ text }) => text !== '"');
  if (passage.kind === 'quote' || claim.speaker !== null || voicesOf(unquoted, lexicon).attributes) return null;
  const clause = clauseOf(passage, claim.figure.tokens, lexicon);
  const at = clause.end ?? clause.inside?.start;
  return at === undefined ? null : { ...clause, at };
}

/** Whether a source has the other figures of a clause too, which the words would speak of as well. */
function hasOthers({ claim }: FigureVerdict, { source }: Evidence, { tokens }: Clause, { figures }: Attributing): boolean {
  return figures
    .filter(({ claim: { figure } }) => {
      const isInside = figure.passage === claim.figure.passage && figure.tokens.start >= tokens.start && figure.tokens.end <= tokens.end;
      return isInside && figure.start !== claim.figure.start && TELLING.has(figure.quantity.dimension);
    })
    .every((other) => other.evidence.some((item) => item.source === source && isBorneOut(other.claim, item)));
}

/** What a source goes by in a sentence: its publication, else its title in quotation marks; null where it has neither. */
export function sourceInProse({ publisher, title }: Pick<Article, 'publisher' | 'title'>): string | null {
  const [name, words] = [quote(publisher ?? ''), quote(title ?? '')];
  return name || (words ? `\u201c${words}\u201d` : null);
}

/** A speaker as the source names them, with the article: `the interior ministry`. Null where its words mean nobody elsewhere (`his lawyer`). */
function speakerInProse({ source, claim }: Evidence, lexicon: Lexicon): string | null {
  const { speaker, figure } = claim;
  if (speaker === null || claim.denied) return null;
  const tokens = source.analysis.passages[figure.passage]?.tokens ?? [];
  const found = mentionOf(speaker, tokens, figure.tokens.start);
  // A speaker whom only an adverb tells (`officially`) has no words there.
  if (!found) return lexicon.claims.saidBy.get(tokens[figure.tokens.start - 1]?.lower ?? '') === speaker ? speaker : null;
  const before = tokens[found.start - 1]?.lower ?? '';
  if (lexicon.citing.possessives.has(before) || before.endsWith("'s") || before.endsWith("'")) return null;
  const words = withoutPossessive(quote(plainTextOf(tokens.slice(found.start, found.end), source.article.text)));
  const { start } = tokens[found.start]!;
  const isName = source.analysis.names.some((name) => name.start <= start && name.end > start);
  const opens = tokens.slice(0, found.start).every(({ kind }) => kind === 'symbol');
  // A title stays a name's (`Mayor Tomas Wendelin`).
  const isCommon = opens && !isName && /^\p{Lu}\p{Ll}+(?: [^\p{Lu}]*)?$/u.test(words);
  const plain = isCommon ? words.charAt(0).toLowerCase() + words.slice(1) : words;
  return lexicon.citing.articles.has(before) ? `${before} ${plain}` : plain;
}

/** Where a speaker's words stand in a sentence: the nearest place to a position. */
function mentionOf(speaker: string, tokens: readonly Token[], near: number): { readonly start: number; readonly end: number } | null {
  const words = speaker.split(' ');
  let best: { readonly start: number; readonly end: number } | null = null;
  for (let start = 0; start < tokens.length; start++) {
    let at = start;
    let said = 0;
    for (; at < tokens.length && said < words.length; at++) {
      if (tokens[at]!.text === '-' && said > 0) continue;
      if (withoutPossessive(tokens[at]!.text) !== words[said]) break;
      said++;
    }
    if (said === words.length && (best === null || Math.abs(start - near) < Math.abs(best.start - near))) best = { start, end: at };
  }
  return best;
}
