/** Bytes that are written one after the other before it is known how many there are. */
export class Output {
  length = 0;

  /** `buffer` is what they are written into: a larger one, with what the last had, where it becomes too small. */
  constructor(public buffer: Uint8Array) {}

  byte(value: number): void {
    if (this.length === this.buffer.length) this.grow(1);
    this.buffer[this.length++] = value;
  }

  /** A whole number from 0 on, seven bits a byte, the lowest first (LEB128). */
  natural(value: number): void {
    let rest = value;
    while (rest >= 0x80) {
      this.byte((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    this.byte(rest);
  }

  raw(bytes: Uint8Array): void {
    if (this.length + bytes.length > this.buffer.length) this.grow(bytes.length);
    this.buffer.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** What was written, where it stands. */
  written(): Uint8Array {
    return this.buffer.subarray(0, this.length);
  }

  private grow(by: number): void {
    const larger = new Uint8Array(Math.max(this.buffer.length * 2, this.length + by));
    larger.set(this.written());
    this.buffer = larger;
  }
}
