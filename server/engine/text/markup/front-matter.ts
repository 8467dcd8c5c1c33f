/** Front matter: the block of YAML or TOML that a text may open with. */
import { linesOf } from '../spans.ts';

/** How far, in UTF-16 units, front matter's end is looked for. */
const LIMIT = 65_536;

/** Where the text after its front matter starts, 0 where it has none. `---` closes with `---` or `...`, `+++` (TOML) with `+++`. */
export function frontMatterEnd(text: string): number {
  const start = text.startsWith('\ufeff') ? 1 : 0;
  const fence = text.slice(start, start + 3);
  if (fence !== '---' && fence !== '+++') return 0;
  for (const line of linesOf(text, start)) {
    if (line.start > LIMIT) return 0;
    const content = text.slice(line.start, line.end).trimEnd();
    if (line.start === start) {
      if (content !== fence) return 0;
    } else if (content === fence || (fence === '---' && content === '...')) return line.next;
  }
  return 0;
}
