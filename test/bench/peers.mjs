/** The programs that others wrote, as the benchmark runs them: from `node_modules` beside this file. Each function gives the time of its work alone. */
import { performance } from 'node:perf_hooks';

/**
 * Imports a package that may not be installed.
 * @param {string} name
 */
async function load(name) {
  return import(name);
}

/**
 * MiniSearch, with its defaults.
 * @returns {Promise<(texts: readonly string[]) => number>} indexes the texts, a document each; gives milliseconds
 */
export async function miniSearch() {
  const { default: MiniSearch } = await load('minisearch');
  return (texts) => {
    const documents = texts.map((text, id) => ({ id, text }));
    const start = performance.now();
    const index = new MiniSearch({ fields: ['text'] });
    index.addAll(documents);
    return performance.now() - start;
  };
}

/**
 * cspell-lib, with its default settings and their dictionaries loaded, and no suggestions made.
 * @returns {Promise<(text: string) => Promise<number>>} checks the spelling of a text in Markdown; gives milliseconds
 */
export async function cspell() {
  const { getDefaultSettings, spellCheckDocument } = await load('cspell-lib');
  const settings = await getDefaultSettings(true);
  const check = async (/** @type {string} */ text) => {
    const start = performance.now();
    const document = { uri: 'file:///draft.md', text, languageId: 'markdown', locale: 'en' };
    const { errors } = await spellCheckDocument(document, { generateSuggestions: false, noConfigSearch: true }, settings);
    if (errors?.length) throw errors[0];
    return performance.now() - start;
  };
  await check('The dictionaries are loaded with the first text.');
  return check;
}

/**
 * harper.js, with all its default rules, set up before the clock runs.
 * @returns {Promise<(text: string) => Promise<number>>} checks a text in Markdown that it has not seen; gives milliseconds
 */
export async function harper() {
  const [{ LocalLinter }, { binary }] = await Promise.all([load('harper.js'), load('harper.js/binary')]);
  return async (text) => {
    // A linter remembers the sentences it has seen.
    const linter = new LocalLinter({ binary });
    await linter.setup();
    const start = performance.now();
    await linter.lint(text, { language: 'markdown' });
    return performance.now() - start;
  };
}
