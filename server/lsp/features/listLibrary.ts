/** The sources of each folder, for whoever lists them: a request of the protocol's own, off the path of a keystroke. */
import type { Source } from '../../engine/library.ts';
import { isoDate } from '../../engine/rules/wording.ts';
import { type LibraryListing, type ListedSource, libraryMethod } from '../../protocol/library.ts';
import { locationOf } from '../cite.ts';
import type { Client } from '../client.ts';
import type { Folder } from '../workspace.ts';
import type { Feature } from './feature.ts';

export const listLibrary: Feature = {
  register(answers) {
    answers.connection.onRequest(libraryMethod, (): LibraryListing | null => {
      const { session } = answers;
      return session ? { folders: session.workspace.folders.map((folder) => listingOf(folder, session.client)) } : null;
    });
  },
};

function listingOf({ uri, name, library }: Folder, client: Client): LibraryListing['folders'][number] {
  return { uri, name, sources: [...library.values()].map((source) => listed(source, client)) };
}

function listed(source: Source, client: Client): ListedSource {
  const { article, analysis, nameCount, origin } = source;
  const { uri, title, author, publisher, date } = article;
  return {
    uri,
    shown: locationOf(source, { start: 0, end: 0 }, client).uri,
    title,
    author,
    publisher,
    date: date && isoDate(date),
    figures: analysis.claimCount,
    names: nameCount,
    copies: origin ? origin.articles.length - 1 : 0,
    agency: origin?.name ?? null,
  };
}
