/** restructuredtext, whose own markup is not told from prose. */
export { plaintext as restructuredtext } from './plaintext.ts';
