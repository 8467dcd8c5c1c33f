/** From bytes to text where the bytes themselves, or the file, say how: byte order marks and strict UTF-8; and what is no text at all. */

/** The decoded text without its byte order mark, or why there is none, in words for the writer. */
export type Decoding = { readonly text: string } | { readonly skipped: string };

/** How much of a file is looked at to tell its encoding and whether it is text, in bytes. */
export const SAMPLE = 65_536;
/** A text has next to no control characters besides white space; a program or an image is full of them. */
const CONTROL_SHARE = 0.02;

/** First bytes of formats that are often given a text's extension, or none. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ['%PDF-', 'not text: it looks like a PDF document'],
  ['PK\u0003\u0004', 'not text: it looks like a ZIP archive or an office document'],
  ['\u0089PNG', 'not text: it looks like an image'],
  ['\u00ff\u00d8\u00ff', 'not text: it looks like an image'],
  ['GIF8', 'not text: it looks like an image'],
  ['\u001f\u008b', 'not text: it looks like a compressed file'],
  ['\u007fELF', 'not text: it looks like a program'],
  ['\u00d0\u00cf\u0011\u00e0', 'not text: it looks like an old office document'],
];

/**
 * Decodes a file; null where its encoding can only be guessed (`decode` in encoding.ts). Never throws. `declared` is the encoding that the
 * file itself names; it is believed after what the bytes prove.
 */
export function decodePlainly(bytes: Uint8Array, declared: string | null = null): Decoding | null {
  const marked = byteOrderMark(bytes);
  if (marked) return { text: new TextDecoder(marked).decode(bytes) };
  const sample = bytes.subarray(0, SAMPLE);
  const start = String.fromCharCode(...sample.subarray(0, 8));
  const signature = SIGNATURES.find(([mark]) => start.startsWith(mark));
  if (signature) return { skipped: signature[1] };
  const wide = unmarkedUtf16(sample);
  if (wide) return { text: new TextDecoder(wide).decode(bytes) };
  if (controlShare(sample) > CONTROL_SHARE) return { skipped: 'not text: it holds bytes that no text has' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const text = declared === null ? null : decodeAs(declared, bytes);
    return text === null ? null : { text };
  }
}

/** The encoding that a page names in its first bytes (`<meta charset>`, `<?xml encoding?>`); null where it names none. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 4096));
  return (
    (/<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,40})/i.exec(head) ??
      /^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w-]{2,40})/.exec(head))?.[1] ?? null
  );
}

/** The text in an encoding by its name; null where the platform has no such decoder, or it takes other bytes. */
export function decodeAs(name: string, bytes: Uint8Array): string | null {
  try {
    const decoder = new TextDecoder(name);
    const text = decoder.decode(bytes);
    return decoder.encoding === 'windows-1252' ? withoutControls(text) : text;
  } catch {
    // The platform has no such decoder.
    return null;
  }
}

/** What Windows-1252 has from byte 0x80 on, where ISO 8859-1 has control characters (WHATWG Encoding, index windows-1252). */
const WINDOWS_1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/**
 * A text with the quotation marks, dashes and signs that were decoded as control characters. Decoders are to take ISO 8859-1 for
 * Windows-1252; that of Node 20 takes the latter for the former. No text holds these control characters on purpose.
 */
export function withoutControls(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80]!);
}

function byteOrderMark(bytes: Uint8Array): string | null {
  const [first, second, third] = [bytes[0], bytes[1], bytes[2]];
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return null;
}

/** UTF-16 without its mark: in most scripts nearly every other byte of its spaces and digits is zero, and the others are not. */
function unmarkedUtf16(sample: Uint8Array): string | null {
  const zeros = [0, 0];
  for (let at = sample.indexOf(0); at >= 0; at = sample.indexOf(0, at + 1)) zeros[at % 2]!++;
  const half = sample.length / 2;
  const [even, odd] = zeros as [number, number];
  if (half < 4) return null;
  if (odd > half * 0.5 && even < half * 0.02) return 'utf-16le';
  if (even > half * 0.5 && odd < half * 0.02) return 'utf-16be';
  return null;
}

function controlShare(sample: Uint8Array): number {
  let controls = 0;
  // Tab to carriage return are white space, escape and substitute end old files.
  for (let at = 0; at < sample.length; at++) {
    const byte = sample[at]!;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27) || byte === 127) controls++;
  }
  return controls / Math.max(1, sample.length);
}
