/** Names and figures as the sources give them, offered while they are typed. */
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type InsertReplaceEdit,
  type MarkupContent,
  type Position,
  type TextEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Completions, complete, type FigureOffer, type Laid, type NameOffer, type Offer } from '../../engine/complete/complete.ts';
import { english } from '../../engine/lexicon/en.ts';
import type { ClaimRef, Library } from '../../engine/library.ts';
import type { Article, Span, Uri } from '../../engine/model.ts';
import { sourceName } from '../../engine/rules/wording.ts';
import { formatDate, sightings } from '../cite.ts';
import type { Client } from '../client.ts';
import { proseOf } from '../drafts.ts';
import { markdown, plaintext } from '../markdown.ts';
import { Quoting } from '../quoting.ts';
import type { Feature } from './feature.ts';

/** The last letters of the alphabets that have capitals, and write names with them, in the first planes of Unicode: Armenian, Vietnamese. */
const ALPHABETS = [
  [0x41, 0x556],
  [0x1e00, 0x1eff],
] as const;

/** Editors that suggest nothing unasked in prose ask at these characters; VS Code, which takes no letters, is made to by its client side. */
const TRIGGERS = triggerCharacters();

export const completion: Feature = {
  capabilities: () => ({ completionProvider: { triggerCharacters: TRIGGERS, resolveProvider: true } }),
  register(answers) {
    // What was found out about a draft for one answer serves the next.
    const known = new WeakMap<TextDocument, Laid>();
    answers.connection.onCompletion(({ textDocument, position }, token) =>
      answers.answer(async (session): Promise<CompletionList | null> => {
        const document = answers.documents.get(textDocument.uri);
        const folder = document && session.consulting.draftFolder(document);
        if (!document || !folder) return null;
        const { text, language } = proseOf(document);
        const cursor = { position, offset: document.offsetAt(position) };
        const found = await session.work(
          complete(text, language, cursor.offset, folder.library, english, known.get(document) ?? null),
          token,
        );
        if (found.laid) known.set(document, found.laid);
        // Where more was typed meanwhile, the editor goes on from the place that it asked about.
        return found.offers.length > 0 ? listOf(found, cursor, folder.library, session.client) : null;
      }),
    );
    answers.connection.onCompletionResolve((item) => {
      const { session } = answers;
      if (!session) return item;
      try {
        const libraries = session.workspace.folders.map(({ library }) => library);
        const documentation = documentationOf(item.data, libraries, session.client);
        return documentation ? { ...item, documentation } : item;
      } catch (error) {
        return session.answerFailed(error, item);
      }
    });
  },
};

/** What a name or a figure begins with, and the space after the word that a figure follows. */
function triggerCharacters(): string[] {
  const characters = [' ', ...'0123456789', ...english.numbers.currencySigns.keys()].filter((each) => each.length === 1);
  for (const [first, last] of ALPHABETS) {
    for (let code = first; code <= last; code++) {
      const letter = String.fromCharCode(code);
      if (/\p{Lu}/u.test(letter)) characters.push(letter);
    }
  }
  return characters;
}

/** Where was asked, in both ways to say it. */
interface Cursor {
  readonly position: Position;
  readonly offset: number;
}

type CompletionClient = Pick<Client, 'completion' | 'translate' | 'locale' | 'sourceTexts'>;

/** What an item is resolved from: where its sources say so. */
type CompletionData = FigureData | NameData;

interface FigureData {
  readonly kind: 'figure';
  /** The figures, as the sources have them. */
  readonly figures: readonly (Span & { readonly uri: Uri; readonly text: string })[];
}

interface NameData {
  readonly kind: 'name';
  readonly name: string;
  readonly sources: readonly Uri[];
}

/** Most sources that an item leads to: what fits beside a list. */
const MOST_SOURCES = 5;
/** How many sources a label names before it counts the rest. */
const NAMED_SOURCES = 2;

function listOf({ offers, incomplete, end }: Completions, cursor: Cursor, library: Library, client: CompletionClient): CompletionList {
  const digits = String(offers.length).length;
  const items = offers.map((offer, index): CompletionItem => {
    const shown = offer.kind === 'name' ? nameLabel(offer, library, client) : figureLabel(offer, client);
    return {
      ...labelled(shown, client),
      kind: offer.kind === 'name' ? CompletionItemKind.Reference : CompletionItemKind.Value,
      filterText: offer.filter,
      sortText: String(index).padStart(digits, '0'),
      textEdit: editOf(offer, end, cursor, client),
      data: dataOf(offer),
    };
  });
  return { isIncomplete: incomplete, items };
}

/** What an item shows: what it is, whose, and what else there is to say of it. */
interface Label {
  readonly what: string;
  readonly sources: string;
  readonly remark: string;
}

function labelled({ what, sources, remark }: Label, client: CompletionClient): Pick<CompletionItem, 'label' | 'labelDetails' | 'detail'> {
  if (client.completion.labelDetails)
    return { label: what, labelDetails: { detail: ` · ${sources}`, ...(remark && { description: remark }) } };
  return { label: `${what} · ${sources}`, ...(remark && { detail: remark }) };
}

function nameLabel({ text, sources, articles: count }: NameOffer, library: Library, client: CompletionClient): Label {
  const articles = sources.flatMap((uri) => library.get(uri)?.article ?? []);
  return { what: text, sources: namesOf(articles, client, count - sources.length), remark: '' };
}

function figureLabel({ label, claims, latest }: FigureOffer, client: CompletionClient): Label {
  const articles = claims.map(({ source }) => source.article);
  // Where a list is narrow, what stands last is cut off: that a report is the latest comes before whose it is.
  const sources = [latest ? client.translate('latest', {}) : '', namesOf(articles, client)];
  return { what: label, sources: sources.filter(Boolean).join(' · '), remark: dateOf(claims, client) };
}

/** The day of the last of some reports, in words; empty where none tells. */
function dateOf(claims: readonly ClaimRef[], { locale }: CompletionClient): string {
  let last: Article['date'] = null;
  for (const { source } of claims) {
    const { date } = source.article;
    if (date && (!last || sortKey(date) > sortKey(last))) last = date;
  }
  return last ? formatDate(last, locale, 'short') : '';
}

function sortKey({ year, month, day }: NonNullable<Article['date']>): number {
  return ((year ?? 0) * 12 + (month ?? 0)) * 32 + (day ?? 0);
}

/** The first names of some articles, and how many more there are, `unlisted` articles that are not among these included. */
function namesOf(articles: readonly Article[], { translate }: CompletionClient, unlisted = 0): string {
  const names = [...new Set(articles.map((article) => sourceName(article)))];
  const shown = names.slice(0, NAMED_SOURCES);
  const more = names.length - shown.length + unlisted;
  if (more > 0) shown.push(translate('{count} more', { count: more }));
  return shown.join(', ');
}

function editOf(
  { kind, start, text: newText }: Offer,
  end: number,
  { position: { line, character }, offset }: Cursor,
  { completion: { insertReplace } }: CompletionClient,
): TextEdit | InsertReplaceEdit {
  // Both ends are on the cursor's line. The document may have changed since it was asked about.
  const at = (place: number): Position => ({ line, character: character + place - offset });
  const insert = { start: at(start), end: at(offset) };
  const replace = { start: at(start), end: at(Math.max(offset, end)) };
  // Digits that stayed would make another number.
  if (kind === 'figure') return { range: replace, newText };
  return insertReplace ? { newText, insert, replace } : { range: insert, newText };
}

function dataOf(offer: Offer): CompletionData {
  if (offer.kind === 'name') return { kind: 'name', name: offer.text, sources: offer.sources.slice(0, MOST_SOURCES) };
  const figures = offer.claims.slice(0, MOST_SOURCES).map(({ source, claim: { figure } }) => {
    const { start, end, text } = figure;
    return { uri: source.article.uri, start, end, text };
  });
  return { kind: 'figure', figures };
}

/** The passages that an item rests on; null where the sources have gone or say something else by now. */
function documentationOf(data: unknown, libraries: readonly Library[], client: CompletionClient): MarkupContent | null {
  const markup = client.completion.markdown ? markdown : plaintext;
  const quoting = new Quoting(markup, client);
  const sourceOf = (uri: Uri) => libraries.map((library) => library.get(uri)).find((source) => source !== undefined);
  const lines: string[] = [];
  if (isFigureData(data)) {
    for (const { uri, start, end, text } of data.figures) {
      const source = sourceOf(uri);
      const claim = source?.analysis.claims.find(({ figure }) => figure.start === start && figure.end === end && figure.text === text);
      if (source && claim) lines.push(`- ${quoting.claim(source, claim)}`);
    }
  } else if (isNameData(data)) {
    for (const { source, mention } of sightings([{ text: data.name, sources: data.sources }], sourceOf)) {
      lines.push(`- ${quoting.cited(source, mention)}: ${quoting.sentence(source, mention, mention.passage)}`);
    }
  }
  return lines.length > 0 ? { kind: markup.kind, value: lines.join('\n') } : null;
}

function isFigureData(data: unknown): data is FigureData {
  return isObject(data) && data.kind === 'figure' && Array.isArray(data.figures) && data.figures.every(isObject);
}

function isNameData(data: unknown): data is NameData {
  return isObject(data) && data.kind === 'name' && typeof data.name === 'string' && Array.isArray(data.sources);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
