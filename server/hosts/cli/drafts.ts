/** Reads the texts named on the command line. */
import { extname } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, analyse } from '../../engine/analysis.ts';
import { finish } from '../../engine/finish.ts';
import { english } from '../../engine/lexicon/en.ts';
import type { MarkupLanguage, Uri } from '../../engine/model.ts';
import { decode } from '../../sources/encoding.ts';
import { readSource } from '../files.ts';
import { uriOf } from './desk.ts';

/** A text under check, with what the engine found in it. */
export interface Draft {
  /** As given. */
  readonly path: string;
  readonly uri: Uri;
  readonly analysis: Analysis;
  /** For lines and columns. */
  readonly document: TextDocument;
}

const LANGUAGES: Readonly<Record<string, MarkupLanguage>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.txt': 'plaintext',
  '.rst': 'restructuredtext',
  '.adoc': 'asciidoc',
  '.asciidoc': 'asciidoc',
  '.tex': 'latex',
};

/** Reads and analyses a draft; or says why it cannot be read. */
export async function readDraft(path: string): Promise<Draft | { readonly unreadable: string }> {
  const file = await readSource(path);
  if (file === null) return { unreadable: 'does not exist' };
  if ('skipped' in file) return { unreadable: file.skipped };
  const decoded = decode(file.bytes);
  if ('skipped' in decoded) return { unreadable: decoded.skipped };
  const { text } = decoded;
  const language = LANGUAGES[extname(path).toLowerCase()] ?? 'plaintext';
  const analysis = finish(analyse({ text, language, date: null, omitted: [] }, english));
  return { path, uri: await uriOf(path), analysis, document: TextDocument.create(path, language, 0, text) };
}
