/** Tells what of a folder's library is not as its files and bibliographies have it any more. */
import type { Article, Work } from '../../engine/model.ts';
import type { Folder } from '../workspace.ts';

/** Whether all that is known of two articles is the same. */
export function sameArticle(one: Article, other: Article): boolean {
  return one.text === other.text && JSON.stringify({ ...one, text: '' }) === JSON.stringify({ ...other, text: '' });
}

/** The sources, as their files gave them, of which the bibliographies say something else than the library has. */
export function* outdatedIn({ read, library, bibliographies }: Folder): Work<Article[]> {
  const outdated: Article[] = [];
  for (const [uri, article] of read) {
    const known = library.get(uri)?.article;
    if (known && metadataOf(known) !== metadataOf(yield* bibliographies.completed(article))) outdated.push(article);
    yield;
  }
  return outdated;
}

/** All that a bibliography may say of an article. */
function metadataOf({ title, author, publisher, date, url, key }: Article): string {
  return JSON.stringify([title, author, publisher, date, url, key]);
}

/** Whether there is the same to be found in both: what else is known of an article plays no part in that. */
export function sameProse(one: Article, other: Article): boolean {
  const proseOf = ({ language, date, omitted }: Article) => JSON.stringify([language, date, omitted]);
  return one.text === other.text && proseOf(one) === proseOf(other);
}
