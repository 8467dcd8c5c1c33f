/** XML as small trees, without entities of its own: what office files and books are made of. */
import { Parser } from 'htmlparser2';

export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  /** By name without prefix, but for `xml:` ones. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The text right inside it and inside its children, in order. */
  readonly text: string;
}

interface Building extends XmlElement {
  readonly children: Building[];
  text: string;
}

/** Elements deeper than this are left out, with what is in them. */
const DEEPEST = 200;

/** Parses XML; what is malformed is read as far as it goes. Null where there is no element. */
export function parseXml(xml: string): XmlElement | null {
  const root: Building = { name: '', attributes: {}, children: [], text: '' };
  const open: Building[] = [root];
  let skipped = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (open.length > DEEPEST) {
          skipped++;
          return;
        }
        const local = Object.fromEntries(Object.entries(attributes).map(([key, value]) => [localName(key), value]));
        const element: Building = { name: localName(name), attributes: local, children: [], text: '' };
        open.at(-1)!.children.push(element);
        open.push(element);
      },
      ontext(text) {
        if (skipped === 0) open.at(-1)!.text += text;
      },
      onclosetag() {
        if (skipped > 0) skipped--;
        else if (open.length > 1) {
          const { text } = open.pop()!;
          open.at(-1)!.text += text;
        }
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return root.children[0] ?? null;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** All elements of that name below one, in order. */
export function elementsNamed(root: XmlElement | null, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  const visit = (element: XmlElement): void => {
    for (const child of element.children) {
      if (child.name === name) found.push(child);
      visit(child);
    }
  };
  if (root) visit(root);
  return found;
}

/** The words of the first element of that name; null where it is not there or empty. */
export function textNamed(root: XmlElement | null, name: string): string | null {
  return elementsNamed(root, name)[0]?.text.replace(/\s+/g, ' ').trim() || null;
}
