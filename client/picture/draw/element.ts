/** Elements of SVG and HTML as plain values: drawn without a page, and written as text in which nothing that is said can become markup. */

export type Attributes = Readonly<Record<string, string | number>>;

export interface Element {
  readonly tag: string;
  readonly attributes: Attributes;
  readonly children: readonly (Element | string)[];
}

export function element(tag: string, attributes: Attributes = {}, ...children: readonly (Element | string)[]): Element {
  return { tag, attributes, children };
}

/** The element as XML. */
export function toXml({ tag, attributes, children }: Element): string {
  const written = Object.entries(attributes).map(
    ([name, value]) => ` ${name}="${escapeXml(typeof value === 'number' ? round(value) : value)}"`,
  );
  const inside = children.map((child) => (typeof child === 'string' ? escapeXml(child) : toXml(child))).join('');
  return inside ? `<${tag}${written.join('')}>${inside}</${tag}>` : `<${tag}${written.join('')}/>`;
}

/** To hundredths of a pixel: no eye sees more. */
function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** What XML 1.0 has no place for, however it is written: control characters, and halves of pairs. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

export function escapeXml(text: string): string {
  return text.replace(FORBIDDEN, '\ufffd').replace(/[&<>"']/g, (char) => ESCAPES[char]!);
}
