/** Looking passages up in the sources, and putting one into a draft as a quotation: requests of the protocol's own. */
import type { CancellationToken } from 'vscode-languageserver';
import type { Source } from '../../engine/library.ts';
import { lookUp } from '../../engine/lookup.ts';
import { isoDate } from '../../engine/rules/wording.ts';
import {
  type Quotation,
  type QuotationParams,
  quotationMethod,
  type SearchHit,
  type SearchHits,
  type SearchParams,
  searchMethod,
} from '../../protocol/search.ts';
import { locationOf, placeInWords } from '../cite.ts';
import type { Client } from '../client.ts';
import { wholePassage } from '../excerpt.ts';
import { quotationOf } from '../quotation.ts';
import type { Session } from '../session.ts';
import { normalUri } from '../uris.ts';
import type { Feature } from './feature.ts';

export const search: Feature = {
  register(answers) {
    answers.connection.onRequest(searchMethod, (params: SearchParams, token: CancellationToken) =>
      answers.answer((session) => hitsOf(params, session, token)),
    );
    answers.connection.onRequest(quotationMethod, ({ file, start, language }: QuotationParams): Quotation | null => {
      const { session } = answers;
      const uri = normalUri(String(file));
      const source = session?.workspace.folderWithSource(uri)?.library.get(uri);
      const passage = source?.analysis.passages.find((each) => each.start === start);
      return session && source && passage ? { text: quotationOf(source, passage.index, String(language), session.client) } : null;
    });
  },
};

/** More hits than a list is read to. */
const MOST = 200;

async function hitsOf({ query, most }: SearchParams, session: Session, token: CancellationToken): Promise<SearchHits> {
  const sources = new Map<string, Source>();
  // A file may be a source of two folders.
  for (const { library } of session.workspace.folders) for (const source of library.values()) sources.set(source.article.uri, source);
  const articles = [...sources].map(([uri, { analysis }]) => ({ uri, analysis }));
  const found = await session.work(lookUp(String(query), articles, Math.min(Number(most) || MOST, MOST)), token);
  return {
    hits: found.map(({ uri, passage, words }) =>
      hitOf(sources.get(uri)!, passage.index, new Set(words.map(({ start }) => start)), session.client),
    ),
  };
}

function hitOf(source: Source, index: number, words: ReadonlySet<number>, client: Client): SearchHit {
  const { article, analysis } = source;
  const passage = analysis.passages[index]!;
  const { text, marks } = wholePassage(source, index, words);
  return {
    ...locationOf(source, passage, client),
    file: article.uri,
    start: passage.start,
    text,
    matches: marks,
    place: placeInWords(source, passage, client.translate) || null,
    title: article.title,
    publisher: article.publisher,
    date: article.date && isoDate(article.date),
  };
}
