/** Makes screenshots small: a PNG of at most 256 colours, the commonest kept as they are. What a screen shows has few more. */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Colours kept exactly; the rest of the palette stands for all others. */
const EXACT = 192;
const MOST = 256;

interface Image {
  readonly width: number;
  readonly height: number;
  /** A colour a pixel, 0xRRGGBB. */
  readonly pixels: Uint32Array;
}

/** The same picture in fewer bytes. Takes what a browser writes: 8 bits a channel, with or without an opaque alpha, not interlaced. */
export function smaller(png: Buffer): Buffer {
  const { width, height, pixels } = decode(png);
  const palette = paletteOf(pixels);
  const near = new Map<number, number>();
  const indexOf = (colour: number): number => {
    const known = near.get(colour);
    if (known !== undefined) return known;
    const index = nearest(colour, palette);
    near.set(colour, index);
    return index;
  };
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = indexOf(pixels[y * width + x]!);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // 8 bits an index, of a palette.
  header.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const chunks = [chunk('IHDR', header), chunk('PLTE', colours), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND')];
  return Buffer.concat([SIGNATURE, ...chunks]);
}

export function decode(png: Buffer): Image {
  const parts: Buffer[] = [];
  let header = Buffer.alloc(0);
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    const data = png.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') header = Buffer.from(data);
    if (type === 'IDAT') parts.push(data);
    at += length + 12;
  }
  const [width, height, depth, kind, interlaced] = [header.readUInt32BE(0), header.readUInt32BE(4), header[8], header[9], header[12]];
  const size = { 2: 3, 6: 4 }[kind as 2 | 6];
  if (depth !== 8 || size === undefined || interlaced !== 0)
    throw new Error(`PNG of depth ${depth} and colour type ${kind} is not expected.`);
  const bytes = unfiltered(inflateSync(Buffer.concat(parts)), width * size, height, size);
  const pixels = new Uint32Array(width * height);
  for (let at = 0; at < pixels.length; at++) pixels[at] = (bytes[at * size]! << 16) | (bytes[at * size + 1]! << 8) | bytes[at * size + 2]!;
  return { width, height, pixels };
}

/** Takes a PNG's filters off its lines (PNG specification, section 9). */
function unfiltered(data: Buffer, line: number, height: number, size: number): Uint8Array {
  const out = new Uint8Array(line * height);
  for (let y = 0; y < height; y++) {
    const filter = data[y * (line + 1)];
    for (let x = 0; x < line; x++) {
      const at = y * line + x;
      const left = x >= size ? out[at - size]! : 0;
      const up = y > 0 ? out[at - line]! : 0;
      const corner = x >= size && y > 0 ? out[at - line - size]! : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter!] ?? 0;
      out[at] = data[y * (line + 1) + 1 + x]! + guess;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** The commonest colours, and for the others the mean of the commonest regions that they lie in. */
function paletteOf(pixels: Uint32Array): number[] {
  const counts = new Map<number, number>();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  if (ranked.length <= MOST) return ranked.map(([colour]) => colour);
  const regions = new Map<number, { count: number; red: number; green: number; blue: number }>();
  for (const [colour, count] of ranked.slice(EXACT)) {
    const [red, green, blue] = [colour >> 16, (colour >> 8) & 255, colour & 255];
    const key = ((red >> 5) << 6) | ((green >> 5) << 3) | (blue >> 5);
    const region = regions.get(key) ?? { count: 0, red: 0, green: 0, blue: 0 };
    regions.set(key, {
      count: region.count + count,
      red: region.red + red * count,
      green: region.green + green * count,
      blue: region.blue + blue * count,
    });
  }
  const means = [...regions.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST - EXACT)
    .map(({ count, red, green, blue }) => (Math.round(red / count) << 16) | (Math.round(green / count) << 8) | Math.round(blue / count));
  return [...new Set([...ranked.slice(0, EXACT).map(([colour]) => colour), ...means])];
}

function nearest(colour: number, palette: readonly number[]): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [at, other] of palette.entries()) {
    const [red, green, blue] = [
      (colour >> 16) - (other >> 16),
      ((colour >> 8) & 255) - ((other >> 8) & 255),
      (colour & 255) - (other & 255),
    ];
    const distance = red * red + green * green + blue * blue;
    if (distance < least) [best, least] = [at, distance];
  }
  return best;
}

function chunk(type: string, data = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
