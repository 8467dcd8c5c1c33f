/** URIs of files in one spelling, so that what a client sends and what a host lists can be compared; and those of texts taken out of files. */
import type { Uri } from '../engine/model.ts';
import { sourceTextScheme } from '../protocol/sourceTexts.ts';

/**
 * The spelling that VS Code uses: everything but unreserved characters and slashes percent-encoded, drive letters in lower case, no
 * slashes at the end. What is no `scheme:path` comes back as it is.
 */
export function normalUri(uri: string): Uri {
  const colon = uri.indexOf(':');
  if (colon < 1) return uri;
  const scheme = uri.slice(0, colon).toLowerCase();
  const rest = uri.slice(colon + 1);
  const from = rest.startsWith('//') ? Math.max(rest.indexOf('/', 2), 0) || rest.length : 0;
  let path = encodePath(decodePath(rest.slice(from)));
  if (/^\/[A-Za-z]%3A(\/|$)/.test(path)) path = path[0]! + path[1]!.toLowerCase() + path.slice(2);
  while (path.length > 1 && path.endsWith('/')) path = path.slice(0, -1);
  return `${scheme}:${rest.slice(0, from)}${path}`;
}

/** The URI of an absolute path as the system writes it: `/a/b`, or `C:\\a` on Windows. */
export function fileUri(path: string): Uri {
  const slashed = /^[A-Za-z]:/.test(path) ? `/${path.replaceAll('\\', '/')}` : path;
  return normalUri(`file://${encodePath(slashed)}`);
}

/** The URI of what stands at a relative path, written with `/`, below a folder. */
export function joinUri(folder: Uri, path: string): Uri {
  return `${folder === `${schemeOf(folder)}:///` ? folder.slice(0, -1) : folder}/${encodePath(path)}`;
}

/** The path of a URI relative to a folder, decoded and with `/`; null where it is not below it. Both in normal spelling. */
export function relativePath(folder: Uri, uri: Uri): string | null {
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  return uri.startsWith(prefix) && uri.length > prefix.length ? decodePath(uri.slice(prefix.length)) : null;
}

/** Whether a URI is another, or that of something below it. Both in normal spelling. */
export function isBelow(folder: Uri, uri: Uri): boolean {
  return uri === folder || relativePath(folder, uri) !== null;
}

/** A URI and those of the folders that it is in. */
export function ancestorsOf(uri: Uri): Uri[] {
  const found = [uri];
  for (let slash = uri.lastIndexOf('/'); slash > 0; slash = uri.lastIndexOf('/', slash - 1)) found.push(uri.slice(0, slash));
  return found;
}

/** The last segment of a URI's path, decoded. */
export function nameOf(uri: Uri): string {
  return decodePath(uri.slice(uri.lastIndexOf('/') + 1));
}

export function schemeOf(uri: Uri): string {
  return uri.slice(0, Math.max(uri.indexOf(':'), 0));
}

/** What follows a file's name in the URI of its text: ` (text)`. Editors show both as a title, and take the text for none of the file's own format. */
const TEXT_MARK = '%20%28text%29';

/** The URI of the document that shows a file's text; null for what is no file. In normal spelling, as VS Code writes it. */
export function textUri(file: Uri): Uri | null {
  if (schemeOf(file) !== 'file') return null;
  const rest = file.slice('file:'.length);
  // VS Code writes an empty authority for files only.
  return `${sourceTextScheme}:${rest.startsWith('///') ? rest.slice(2) : rest}${TEXT_MARK}`;
}

/** The URI of the file that a document stands for: its own, or where it shows a file's text, that of the file. In normal spelling. */
export function fileOf(document: string): Uri {
  const uri = normalUri(document);
  if (schemeOf(uri) !== sourceTextScheme || !uri.endsWith(TEXT_MARK)) return uri;
  const rest = uri.slice(sourceTextScheme.length + 1, -TEXT_MARK.length);
  return `file:${rest.startsWith('//') ? '' : '//'}${rest}`;
}

function decodePath(path: string): string {
  return path.split('/').map(decodeSegment).join('/');
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function encodePath(path: string): string {
  return path.split('/').map(encodeSegment).join('/');
}

const LONE_SURROGATE = /\p{Surrogate}/gu;
/** `encodeURIComponent` leaves these alone and VS Code does not; a bracket would also end a Markdown link. */
const ALSO_ENCODED = /[!'()*]/g;

function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replace(LONE_SURROGATE, '\ufffd')).replace(
    ALSO_ENCODED,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
