/** The program of the thread that reads documents: a file comes in; an article, a bibliography's entries, or the reason for none goes out. */
import { parentPort } from 'node:worker_threads';
import { isBibliography, readBibliography } from '../sources/bibliography.ts';
import { decode } from '../sources/encoding.ts';
import { readArticle, type SourceFile } from '../sources/read.ts';

// Nobody reads what libraries say here, and it would be kept.
for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) console[method] = () => {};

parentPort!.on('message', async (file: SourceFile) => {
  parentPort!.postMessage(isBibliography(file.name) ? readBibliography(file, decode(file.bytes)) : await readArticle(file));
});
