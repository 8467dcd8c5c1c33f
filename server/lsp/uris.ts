/** URIs of files in one spelling, so that what a client sends and what a host lists can be compared. */
import type { Uri } from '../engine/model.ts';

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
