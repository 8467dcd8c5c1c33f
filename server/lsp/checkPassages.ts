/** The passages of the sources that a figure, a name or a quotation may be checked against. */
import type { FigureVerdict } from '../engine/check.ts';
import { recorded } from '../engine/ledger/passages.ts';
import type { ReliedOn } from '../engine/ledger/record.ts';
import type { Source } from '../engine/library.ts';
import type { Stance } from '../engine/model.ts';
import type { NameVerdict } from '../engine/names/judge.ts';
import type { QuoteVerdict } from '../engine/quotes/judge.ts';
import { quote, sourceName } from '../engine/rules/wording.ts';
import { isName, isQuotation } from '../engine/subjects.ts';
import type { CheckPassage } from '../protocol/decisions.ts';
import { byStance, formatDate, type Placed, placeInWords, sightings } from './cite.ts';
import type { Client } from './client.ts';
import { shelfPath } from './decided.ts';
import { excerpt } from './excerpt.ts';
import type { Judged } from './judged.ts';
import type { Folder } from './workspace.ts';

export interface Passage {
  readonly source: Source;
  readonly placed: Placed;
  readonly stance: Stance;
  /** As a record of the folder's ledger tells it. */
  readonly passage: ReliedOn;
}

/** How much is told around a figure or name, in UTF-16 units: a line of a list. */
const ROOM = { before: 50, after: 90 };

/** One a source and stance, those that agree first, the best of each before the others. */
export function checkPassages(subject: FigureVerdict | NameVerdict | QuoteVerdict, judged: Judged, folder: Folder): Passage[] {
  const passage = (source: Source, placed: Placed & { readonly text: string }, stance: Stance): Passage => {
    const says = quote(placed.text);
    return {
      source,
      placed,
      stance,
      passage: { source: shelfPath(folder, source.article.uri), says, ...recorded(source.analysis, placed.passage) },
    };
  };
  if (isQuotation(subject)) {
    const stance = subject.verdict === 'exact' ? 'agrees' : 'differs';
    return subject.places.map(({ source, ...placed }) =>
      passage(source, { ...placed, text: source.article.text.slice(placed.start, placed.end) }, stance),
    );
  }
  if (!isName(subject)) {
    const { agreeing, differing } = byStance(subject.evidence);
    return [...agreeing, ...differing].map(({ source, claim, stance }) => passage(source, claim.figure, stance));
  }
  const { mention, variants } = subject;
  const isSo = (text: string) => text === mention.text || text === mention.full;
  const seen = (wanted: boolean, stance: Stance) =>
    [
      ...sightings(
        variants.filter(({ text }) => isSo(text) === wanted),
        judged.sourceOf,
      ),
    ].map(({ source, mention: found }) => passage(source, found, stance));
  return [...seen(true, 'agrees'), ...seen(false, 'differs')];
}

/** A passage for whoever chooses one, in words that are safe in no markup. */
export function passageAsRecorded({ source, placed, stance, passage }: Passage, { translate, locale }: Client): CheckPassage {
  const { article } = source;
  const { before, text, after } = excerpt(source, placed.passage, placed, ROOM);
  return {
    passage,
    source: sourceName(article),
    date: article.date ? formatDate(article.date, locale) : '',
    place: placeInWords(source, placed, translate),
    text: passage.says,
    wording: before + text + after,
    stance,
  };
}
