/** A map of very many texts: half a million in one `Map` are copied in one go when it grows, which holds all else up for 50 ms. */

/** So many maps share the texts: a power of two. */
const PARTS = 32;

/** What a `Map` of texts is, for those that are looked up one by one. */
export class TextMap<Value> {
  private readonly parts = Array.from({ length: PARTS }, () => new Map<string, Value>());

  get size(): number {
    return this.parts.reduce((sum, { size }) => sum + size, 0);
  }

  get(text: string): Value | undefined {
    return this.partOf(text).get(text);
  }

  set(text: string, value: Value): void {
    this.partOf(text).set(text, value);
  }

  delete(text: string): boolean {
    return this.partOf(text).delete(text);
  }

  private partOf(text: string): Map<string, Value> {
    // Keys begin alike, and end in any letter.
    const { length } = text;
    const last = length > 0 ? text.charCodeAt(length - 1) : 0;
    const middle = length > 2 ? text.charCodeAt(length >> 1) + text.charCodeAt(length - 2) * 5 : 0;
    return this.parts[(last * 3 + middle + length * 7) & (PARTS - 1)]!;
  }
}
