/** asciidoc, whose own markup is not told from prose. */
export { plaintext as asciidoc } from './plaintext.ts';
