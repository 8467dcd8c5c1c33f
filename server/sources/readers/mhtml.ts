/** The reader of web pages saved as one file (MHTML): the page is the first part that is one; frames and pictures are left. */
import { declaredCharset } from '../decoding.ts';
import { decode } from '../encoding.ts';
import type { Reading, SourceFile } from '../file.ts';
import { reasons } from '../reasons.ts';
import { readPage } from './html.ts';

export async function readMhtml({ uri, bytes }: SourceFile): Promise<Reading> {
  const raw = latin1(bytes);
  for (let at = nextHtml(raw, 0); at >= 0; at = nextHtml(raw, at + 1)) {
    const headerEnd = /\r?\n\r?\n/.exec(raw.slice(at, at + 8192));
    if (!headerEnd) continue;
    const start = Math.max(raw.lastIndexOf('\n\n', at), raw.lastIndexOf('\n--', at), 0);
    const header = raw.slice(start, at + headerEnd.index).replace(/\r?\n[ \t]+/g, ' ');
    const bodyAt = at + headerEnd.index + headerEnd[0].length;
    const boundary = /^--[^\r\n]{1,200}/m.exec(header)?.[0];
    const end = boundary ? raw.indexOf(`\n${boundary}`, bodyAt) : -1;
    const content = contentOf(
      raw.slice(bodyAt, end < 0 ? raw.length : end),
      /^content-transfer-encoding:\s*(\S+)/im.exec(header)?.[1]?.toLowerCase(),
    );
    const charset = /charset\s*=\s*"?([\w-]{2,40})/i.exec(header)?.[1] ?? declaredCharset(content);
    const decoded = decode(content, charset);
    if ('skipped' in decoded) return decoded;
    const reading = readPage(uri, decoded.text);
    const url =
      /^(?:snapshot-)?content-location:\s*(https?:\S+)/im.exec(header)?.[1] ??
      /^snapshot-content-location:\s*(https?:\S+)/im.exec(raw.slice(0, 8192))?.[1];
    return 'article' in reading ? { article: { ...reading.article, url: reading.article.url ?? url ?? null } } : reading;
  }
  return { skipped: reasons.damaged };
}

function nextHtml(raw: string, from: number): number {
  const pattern = /^content-type:\s*(?:text\/html|application\/xhtml\+xml)/gim;
  pattern.lastIndex = from;
  return pattern.exec(raw)?.index ?? -1;
}

/** Bytes as characters of the same numbers, in pieces that a call can take. */
function latin1(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return parts.join('');
}

function contentOf(body: string, encoding: string | undefined): Uint8Array {
  let plain = body;
  if (encoding === 'quoted-printable')
    plain = body
      .replace(/=[ \t]*\r?\n/g, '')
      .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  else if (encoding === 'base64') plain = atob(body.replace(/[^A-Za-z0-9+/]/g, ''));
  return Uint8Array.from(plain, (char) => char.charCodeAt(0) & 0xff);
}
