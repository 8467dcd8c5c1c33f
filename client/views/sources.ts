/** The sources of the workspace: what each is, how much was found in it, and which could not be read. */
import { l10n, Uri, workspace } from 'vscode';
import { type LibraryListing, type ListedSource, libraryMethod } from '../../server/protocol/library.ts';
import type { SkippedSource } from '../../server/protocol/status.ts';
import type { Server } from '../server.ts';
import type { Node } from './tree.ts';
import { beside, counted, dateInWords, nameOf } from './words.ts';

/** The rows: trouble first, then the sources by their names; below their folders where there are several. */
export async function sourceNodes(server: Server): Promise<Node[]> {
  const listing = await server.ask<LibraryListing>(libraryMethod);
  if (!listing) return [];
  const { state } = server;
  const skippedIn = (uri: string) => (typeof state === 'string' ? [] : (state.folders.find((folder) => folder.uri === uri)?.skipped ?? []));
  const folders = listing.folders.map(({ uri, name, sources }) => ({
    id: uri,
    label: name,
    icon: 'root-folder',
    open: true,
    children: [...skippedIn(uri).map(troubleNode), ...sources.map(sourceNode).sort((a, b) => a.label.localeCompare(b.label))],
  }));
  const filled = folders.filter(({ children }) => children.length > 0);
  return filled.length === 1 ? [...filled[0]!.children] : filled;
}

function sourceNode(source: ListedSource): Node {
  const { uri, shown, title, author, publisher, date, figures, names, copies, agency } = source;
  const path = workspace.asRelativePath(Uri.parse(uri));
  const counts = [
    counted(figures, l10n.t('1 figure'), l10n.t('{0} figures', figures)),
    counted(names, l10n.t('1 name'), l10n.t('{0} names', names)),
  ].join(', ');
  const shared = copies > 0 && (agency ? l10n.t('one of {0} copies ({1})', copies + 1, agency) : l10n.t('one of {0} copies', copies + 1));
  return {
    id: uri,
    label: nameOf(source),
    description: beside(dateInWords(date), counts, shared),
    tooltip: [title ?? path, beside(author, publisher, dateInWords(date)), path].filter(Boolean),
    icon: iconOf(uri),
    place: { uri: shown },
    file: uri,
    context: 'source',
  };
}

function troubleNode({ uri, reason }: SkippedSource): Node {
  const path = workspace.asRelativePath(Uri.parse(uri));
  return {
    id: uri,
    label: path.slice(path.lastIndexOf('/') + 1),
    description: reason,
    tooltip: [l10n.t('This file is not read: {0}', reason), path],
    icon: 'warning',
    colour: 'list.warningForeground',
    spoken: l10n.t('{0} is not read: {1}', path, reason),
    place: { uri },
    file: uri,
    context: 'unreadable',
  };
}

/** Icons of VS Code's by what a file holds. */
const ICONS: readonly (readonly [RegExp, string])[] = [
  [/\.pdf$/i, 'file-pdf'],
  [/\.(?:x?html?|mht|mhtml)$/i, 'globe'],
  [/\.(?:docx|docm|epub)$/i, 'book'],
  [/\.eml$/i, 'mail'],
  [/\.(?:vtt|srt)$/i, 'comment-discussion'],
  [/\.(?:csv|tsv|xlsx|xlsm)$/i, 'table'],
];

function iconOf(uri: string): string {
  return ICONS.find(([pattern]) => pattern.test(uri))?.[1] ?? 'file';
}
