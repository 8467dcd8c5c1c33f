/** Front matter: the block of YAML or TOML that a text may open with. */
import { linesOf } from '../spans.ts';

/** How far, in UTF-16 units, front matter's end is looked for. */
const LIMIT = 65_536;

/** Where the text after its front matter starts, 0 where it has none. `---` closes with `---` or `...`, `+++` (TOML) with `+++`. */
export function frontMatterEnd(text: string): number {
  const start = text.startsWith('\ufeff') ? 1 : 0;
  const fence = text.slice(start, start + 3);
  if (fence !== '---' && fence !== '+++') return 0;
  let keyed = false;
  for (const line of linesOf(text, start)) {
    if (line.start > LIMIT) return 0;
    const content = text.slice(line.start, line.end).trimEnd();
    if (line.start === start) {
      if (content !== fence) return 0;
    } else if (content === fence || (fence === '---' && content === '...')) return keyed ? line.next : 0;
    else keyed ||= isKeyed(content);
  }
  return 0;
}

/** `key: value`, `key:` or `key = value`. Without such a line, what stands between two rules is text. */
function isKeyed(line: string): boolean {
  let at = 0;
  while (at < line.length && at < 60 && /[\w.'"-]/.test(line.charAt(at))) at++;
  const rest = line.slice(at, at + 3).trimStart();
  return at > 0 && (rest.startsWith('=') || rest === ':' || rest.startsWith(': '));
}
