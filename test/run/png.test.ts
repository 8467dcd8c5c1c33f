/** What makes the pictures of README small leaves few colours as they are, and others near to what they were. */
import { crc32, deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { decode, smaller } from '../editor/pictures/png.ts';

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = [Buffer.alloc(4), Buffer.alloc(4)] as const;
  ends[0].writeUInt32BE(data.length);
  ends[1].writeUInt32BE(crc32(body));
  return Buffer.concat([ends[0], body, ends[1]]);
}

/** A PNG of red, green and blue bytes, whose lines are filtered as is said. */
function png(width: number, lines: readonly (readonly number[])[]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(lines.length, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const data = deflateSync(Buffer.from(lines.flat()));
  return Buffer.concat([Buffer.alloc(8), chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

/** The palette's colours that a picture of ours has, pixel by pixel. */
function drawn(file: Buffer): { readonly palette: number; readonly kind: number } {
  const at = file.indexOf('PLTE');
  return { palette: file.readUInt32BE(at - 4) / 3, kind: file[25]! };
}

test('lines are read whatever their filter', () => {
  const plain = [0, 10, 20, 30, 40, 50, 60];
  const left = [1, 10, 20, 30, 30, 30, 30];
  const up = [2, 0, 0, 0, 0, 0, 0];
  const mean = [3, 5, 10, 15, 15, 15, 15];
  const paeth = [4, 0, 0, 0, 0, 0, 0];
  const { pixels } = decode(png(2, [plain, left, up, mean, paeth]));
  expect([...pixels].map((colour) => colour.toString(16))).toEqual(Array.from({ length: 5 }, () => ['a141e', '28323c']).flat());
});

test('a picture has a palette of at most 256 colours, of those that are in it', () => {
  const few = smaller(png(2, [[0, 1, 2, 3, 4, 5, 6]]));
  expect(drawn(few)).toEqual({ palette: 2, kind: 3 });
  const many = Array.from({ length: 64 }, (_, y) => [0, ...Array.from({ length: 64 * 3 }, (__, x) => (x * 5 + y * 3) % 256)]);
  expect(drawn(smaller(png(64, many))).palette).toBeLessThanOrEqual(256);
});
