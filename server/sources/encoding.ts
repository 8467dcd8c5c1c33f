/** From bytes to text, by detection where nothing else tells their encoding. Few texts need it, and it is large: it stays where documents are read. */
import { analyse } from 'chardet';
import { type Decoding, decodeAs, decodePlainly, SAMPLE, withoutControls } from './decoding.ts';

/**
 * Decodes a file. Never throws: bytes that an encoding cannot hold become U+FFFD only where no encoding fits. `declared` is the encoding
 * that the file itself names; it is believed before detection, after what the bytes prove.
 */
export function decode(bytes: Uint8Array, declared: string | null = null): Decoding {
  return decodePlainly(bytes, declared) ?? { text: decodeDetected(bytes) };
}

/** The text in the likeliest encoding, judged by a stretch that begins shortly before the first byte that is not ASCII. */
function decodeDetected(bytes: Uint8Array): string {
  const first = Math.max(0, bytes.findIndex((byte) => byte > 127) - 256);
  for (const { name } of analyse(bytes.subarray(first, first + SAMPLE))) {
    // Strict UTF-8 was tried before; ASCII cannot be it either.
    if (name === 'UTF-8' || name === 'ASCII') continue;
    const text = decodeAs(name, bytes);
    if (text !== null) return text;
  }
  return withoutControls(new TextDecoder('windows-1252').decode(bytes));
}
