/** The sources of each folder, for whoever lists them: a request of the protocol's own, off the path of a keystroke. */
import type { Source } from '../../engine/library.ts';
import { isoDate } from '../../engine/rules/wording.ts';
import { type LibraryListing, type ListedSource, libraryMethod } from '../../protocol.ts';
import type { Folder } from '../workspace.ts';
import type { Feature } from './feature.ts';

export const listLibrary: Feature = {
  capabilities: () => ({}),
  register(answers) {
    answers.connection.onRequest(libraryMethod, (): LibraryListing | null => {
      const { session } = answers;
      return session ? { folders: session.workspace.folders.map(listingOf) } : null;
    });
  },
};

function listingOf({ uri, name, library }: Folder): LibraryListing['folders'][number] {
  return { uri, name, sources: [...library.values()].map(listed) };
}

function listed({ article, analysis, origin }: Source): ListedSource {
  const { uri, title, author, publisher, date } = article;
  return {
    uri,
    title,
    author,
    publisher,
    date: date && isoDate(date),
    figures: analysis.claims.length,
    names: new Set(analysis.names.map(({ full }) => full)).size,
    copies: origin ? origin.articles.length - 1 : 0,
    agency: origin?.name ?? null,
  };
}
