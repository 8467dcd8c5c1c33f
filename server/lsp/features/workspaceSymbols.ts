/** The names of all libraries, found by any letters of theirs: from a name to the sources that have it. */
import type { SymbolInformation } from 'vscode-languageserver';
import type { Source } from '../../engine/library.ts';
import type { NameMention, Work } from '../../engine/model.ts';
import { quote, sourceName } from '../../engine/rules/wording.ts';
import { locationOf } from '../cite.ts';
import type { Client } from '../client.ts';
import { nameKinds } from './documentSymbols.ts';
import type { Feature } from './feature.ts';

export const workspaceSymbols: Feature = {
  capabilities: () => ({ workspaceSymbolProvider: true }),
  register(answers) {
    answers.connection.onWorkspaceSymbol(({ query }, token) =>
      answers.answer((session) => {
        const libraries = session.workspace.folders.map(({ library }) => library.values());
        return session.work(symbolsFor(query, libraries, session.client), token);
      }),
    );
  },
};

/** Most symbols in an answer: a list beyond that is not read, and another letter typed asks anew. */
const MOST = 200;
/** How many sources are looked through before a host may look at its clock. */
const STEP = 16;

/** A name of a source, in its fullest form, where the source first has it. */
interface Named {
  readonly name: string;
  readonly lower: string;
  readonly mention: NameMention;
}

/** A name with the sources that have it. */
interface Found {
  readonly name: string;
  readonly rank: number;
  readonly places: { readonly source: Source; readonly mention: NameMention }[];
}

/** The names that a query may mean, the likeliest first and of those the names of most sources; each source's by itself. */
export function* symbolsFor(
  query: string,
  libraries: readonly Iterable<Source>[],
  client: Pick<Client, 'sourceTexts'>,
): Work<SymbolInformation[]> {
  const wanted = query.trim().toLowerCase();
  const found = new Map<string, Found>();
  const seen = new Set<string>();
  for (const library of libraries) {
    for (const source of library) {
      // Folders inside one another share sources.
      if (seen.has(source.article.uri)) continue;
      if (seen.add(source.article.uri).size % STEP === 0) yield;
      for (const { name, lower, mention } of namesOf(source)) {
        const known = found.get(name);
        const rank = known?.rank ?? rankOf(lower, wanted);
        if (rank === null) continue;
        if (known) known.places.push({ source, mention });
        else found.set(name, { name, rank, places: [{ source, mention }] });
      }
    }
  }
  yield;
  const ranked = [...found.values()].sort(
    (a, b) => a.rank - b.rank || isVague(a) - isVague(b) || b.places.length - a.places.length || (a.name < b.name ? -1 : 1),
  );
  const symbols: SymbolInformation[] = [];
  for (const { name, places } of ranked) {
    for (const { source, mention } of places) {
      if (symbols.length === MOST) return symbols;
      const location = locationOf(source, mention, client);
      symbols.push({ name, kind: nameKinds[mention.kind], location, containerName: sourceName(source.article) });
    }
    yield;
  }
  return symbols;
}

/** What is not known to be a person, a place or an organisation may be no name at all: it comes after the others. */
function isVague({ places }: Found): number {
  return Number(places.every(({ mention }) => mention.kind === 'unknown'));
}

/** They go with the source. */
const named = new WeakMap<Source, readonly Named[]>();

function namesOf(source: Source): readonly Named[] {
  const known = named.get(source);
  if (known) return known;
  const names = new Map<string, Named>();
  for (const mention of source.analysis.names) {
    const name = quote(mention.full);
    if (!names.has(name)) names.set(name, { name, lower: name.toLowerCase(), mention });
  }
  const list = [...names.values()];
  named.set(source, list);
  return list;
}

/**
 * How near a name is to what was typed: it begins so, a word of it does, it holds it, or it has its letters in that order, which is the
 * least that the protocol asks for. Null where it is none of these.
 */
function rankOf(name: string, wanted: string): number | null {
  const at = name.indexOf(wanted);
  if (at === 0) return 0;
  if (name.includes(` ${wanted}`) || name.includes(`-${wanted}`)) return 1;
  if (at > 0) return 2;
  let next = 0;
  for (const letter of wanted) {
    if (letter === ' ') continue;
    next = name.indexOf(letter, next) + 1;
    if (next === 0) return null;
  }
  return 3;
}
