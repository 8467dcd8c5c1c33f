/** How a source is named to the writer, and where its passages are. */
import type { Location, Range } from 'vscode-languageserver';
import type { Evidence, SeeAlso, Translate } from '../engine/check.ts';
import type { Claim } from '../engine/claims/claim.ts';
import type { Decision } from '../engine/ledger/record.ts';
import type { LetStand } from '../engine/ledger/stets.ts';
import type { Source } from '../engine/library.ts';
import { locatorInWords } from '../engine/locator.ts';
import { type CalendarDate, locatorAt, type NameMention, type Reason, type Span, type Uri } from '../engine/model.ts';
import type { NameVariant } from '../engine/names/judge.ts';
import { byOrigin } from '../engine/origins/count.ts';
import { showPassageCommand } from '../protocol/sourceTexts.ts';
import type { Client } from './client.ts';
import { rangeInArticle } from './positions.ts';
import { nameOf, textUri } from './uris.ts';

/** A date as far as it is known, in the writer's language, with the month's name in full or short; empty where not even the year is. */
export function formatDate(date: CalendarDate, locale: string, month: 'long' | 'short' = 'long'): string {
  if (date.year === null) return '';
  const time = new Date(0);
  time.setUTCFullYear(date.year, (date.month ?? 1) - 1, date.day ?? 1);
  const known = date.month === null ? 'year' : date.day === null ? month : (`${month} day` as const);
  return formatOf(locale, known).format(time);
}

/** How a date is written, by what is known of it. */
const FORMATS = {
  year: {},
  long: { month: 'long' },
  short: { month: 'short' },
  'long day': { month: 'long', day: 'numeric' },
  'short day': { month: 'short', day: 'numeric' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Made once: to make one takes a hundred times as long as to use it. */
function formatOf(locale: string, known: keyof typeof FORMATS): Intl.DateTimeFormat {
  const key = `${locale} ${known}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, { year: 'numeric', timeZone: 'UTC', ...FORMATS[known] });
    formats.set(key, format);
  }
  return format;
}

/** Why a stance is not plain, in words; empty where it is. */
export function reasonInWords(reason: Reason | null, translate: Translate): string {
  switch (reason) {
    case 'later':
      return translate('later', {});
    case 'earlier':
      return translate('earlier', {});
    case 'attribution':
      return translate('another speaker', {});
    case 'scope':
      return translate('a part or a whole of it', {});
    case null:
      return '';
  }
}

/** Why a claim could not be compared, in words. */
export function whyInWords({ why, claim }: SeeAlso, translate: Translate): string {
  switch (why) {
    case 'unit':
      return claim.figure.quantity.dimension === 'money' ? translate('another currency', {}) : translate('another unit', {});
    case 'role':
      return translate('a change or a part of it', {});
    case 'time':
      return translate('another time', {});
  }
}

/** What keeps a finding away, in words: when the writer let it stand, who did, and why. */
export function decisionInWords({ finding, decision }: LetStand, translate: Translate, locale: string): string {
  const said =
    'rule' in decision.target
      ? translate('“{rule}” is turned off in this draft.', { rule: finding.rule })
      : stood(decision, translate, locale);
  return [said, decision.note].filter(Boolean).join(' ');
}

/** A day of ISO 8601, as the ledger has it, in the writer's language; empty for what is none. */
export function dayInWords(iso: string | null, locale: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso ?? '')?.map(Number) ?? [];
  return year && month && day ? formatDate({ year, month, day }, locale) : '';
}

function stood({ who, when }: Decision, translate: Translate, locale: string): string {
  const date = dayInWords(when, locale);
  if (who && date) return translate('Let stand by {who} on {date}.', { who, date });
  return date ? translate('Let stand on {date}.', { date }) : translate('Let stand.', {});
}

/** What a figure measures, in its text's words; empty where neither a noun nor a verb tells, for it is only the words around then. */
export function measuredBy({ head, event, measures }: Claim): string {
  return head || event ? measures : '';
}

/** A figure or name of a source, which knows its passage. */
export interface Placed extends Span {
  /** Index of its passage. */
  readonly passage: number;
}

/** The page, paragraph, cell or time of a figure or name in words; empty where lines say it. */
export function placeInWords({ article }: Source, { start }: Span, translate: Translate): string {
  const locator = locatorAt(article, start);
  return locator ? locatorInWords(locator, translate) : '';
}

/**
 * Where a span of a source is for a client. In what a text was taken out of (a PDF), that is a place in the document that shows the text;
 * for clients that show none, the file's beginning: the text's lines are not the file's.
 */
export function locationOf({ article }: Source, span: Span, { sourceTexts }: Pick<Client, 'sourceTexts'>): Location {
  const range = rangeInArticle(article, span);
  if (!article.isExtracted) return { uri: article.uri, range };
  const shown = sourceTexts ? textUri(article.uri) : null;
  return shown === null ? { uri: article.uri, range: BEGINNING } : { uri: shown, range };
}

const BEGINNING: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Where the whole passage is that a figure or name stands in: what there is to read. */
export function passageLocation(source: Source, placed: Placed, client: Pick<Client, 'sourceTexts'>): Location {
  const around = source.analysis.passages[placed.passage] ?? placed;
  return locationOf(source, { start: Math.min(around.start, placed.start), end: Math.max(around.end, placed.end) }, client);
}

/** Where a link leads, and what is told of that before it is followed: nothing where its address tells. */
export interface Link {
  readonly target: Uri;
  readonly title: string;
}

/**
 * The link to a passage. Text files are addressed with the fragment that VS Code selects by, `#L5,3-5,12`, lines and columns from 1; other
 * editors know `#L5` and read no further. To the text of another file a command leads; without that, the link leads to the page of a PDF,
 * as browsers and PDF readers know it (RFC 8118), and to what else a text was taken out of, to the file.
 */
export function passageLink(source: Source, placed: Placed, client: Pick<Client, 'sourceTexts'>): Link {
  const { article } = source;
  const { uri, range } = passageLocation(source, placed, client);
  if (uri !== article.uri) return { target: commandLink(showPassageCommand, uri, range), title: nameOf(article.uri) };
  if (article.isExtracted) {
    const locator = locatorAt(article, placed.start);
    return { target: locator && 'page' in locator ? `${uri}#page=${locator.physicalPage}` : uri, title: '' };
  }
  const { start, end } = range;
  return { target: `${uri}#L${start.line + 1},${start.character + 1}-${end.line + 1},${end.character + 1}`, title: '' };
}

/** A link that runs a command of the client's. VS Code decodes the arguments twice: as part of a URI, and before it parses them. */
export function commandLink(command: string, ...args: readonly unknown[]): Uri {
  return `command:${command}?${encodeURIComponent(encodeURIComponent(JSON.stringify(args)))}`;
}

/** The first of each source's pieces, which are the best aligned, in the order given. */
export function onePerSource<T extends { readonly source: Source }>(pieces: readonly T[]): T[] {
  const seen = new Set<Source>();
  return pieces.filter(({ source }) => !seen.has(source) && seen.add(source));
}

/** A source's evidence of each stance, agreeing first. */
export function byStance(evidence: readonly Evidence[]): { agreeing: Evidence[]; differing: Evidence[] } {
  return {
    agreeing: onePerSource(evidence.filter(({ stance }) => stance === 'agrees')),
    differing: onePerSource(evidence.filter(({ stance }) => stance === 'differs')),
  };
}

/** `3 sources, 1 origin (Reuters)`; empty where every source stands for itself. */
export function originsInWords(pieces: readonly { readonly source: Source }[], translate: Translate): string {
  const origins = byOrigin(pieces);
  const sources = origins.reduce((sum, copies) => sum + onePerSource(copies).length, 0);
  if (origins.length === sources) return '';
  const counted =
    origins.length === 1
      ? translate('{sources} sources, 1 origin', { sources })
      : translate('{sources} sources, {origins} origins', { sources, origins: origins.length });
  const names = new Set(origins.map(([first]) => first?.source.origin?.name).filter((name) => name));
  return names.size > 0 ? `${counted} (${[...names].join(', ')})` : counted;
}

/** A name where a source has it. */
export interface Sighting {
  readonly source: Source;
  readonly mention: NameMention;
}

/** Where each source that spells a name in one of these ways first does so: variant by variant, one sighting a source. */
export function* sightings(
  variants: readonly NameVariant[],
  sourceOf: (uri: string) => Source | undefined,
): Generator<Sighting, void, void> {
  const seen = new Set<Source>();
  for (const variant of variants) {
    for (const uri of variant.sources) {
      const source = sourceOf(uri);
      if (!source || seen.has(source)) continue;
      const mention = firstMention(source, variant.text);
      if (!mention) continue;
      seen.add(source);
      yield { source, mention };
    }
  }
}

/** Names that more sources have are counted by who is said to have them: to look into thousands of sources takes longer than anybody rests. */
const MOST_COUNTED = 32;

/** The first `most` sightings, and how many there are. */
export function firstSightings(
  variants: readonly NameVariant[],
  sourceOf: (uri: string) => Source | undefined,
  most: number,
): { readonly first: readonly Sighting[]; readonly count: number } {
  const listed = new Set(variants.flatMap(({ sources }) => sources));
  const first: Sighting[] = [];
  let count = 0;
  for (const sighting of sightings(variants, sourceOf)) {
    count++;
    if (first.length < most) first.push(sighting);
    else if (listed.size > MOST_COUNTED) return { first, count: listed.size };
  }
  return { first, count };
}

/** The first mention that is a spelling, or else has it as a part: a source that writes `Ana Silva` also uses `Silva`. */
function firstMention({ analysis: { names } }: Source, spelling: string): NameMention | undefined {
  const parts = spelling.split(' ');
  const exact = names.find(({ text, full }) => text === spelling || full === spelling);
  return exact ?? names.find(({ full }) => isPart(parts, full.split(' ')));
}

function isPart(parts: readonly string[], words: readonly string[]): boolean {
  return parts.every((part) => words.includes(part));
}
