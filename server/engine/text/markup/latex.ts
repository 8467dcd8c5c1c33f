/** latex, whose own markup is not told from prose. */
export { plaintext as latex } from './plaintext.ts';
