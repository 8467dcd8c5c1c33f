/** The table's parts, in order. A new one is a file in `rows/` and a line here; each runs in a process of its own. */
import { bundles } from './rows/bundles.ts';
import { cache } from './rows/cache.ts';
import { checking } from './rows/checking.ts';
import { growth } from './rows/growth.ts';
import { indexing } from './rows/indexing.ts';
import { server } from './rows/server.ts';
import { typingRows } from './rows/typing.ts';
import type { Section } from './table.ts';

/** What a part is given to measure with. */
export interface Bench {
  /** How often each thing is measured. */
  readonly rounds: number;
  /** How many articles the largest library has. */
  readonly articles: number;
  /** The folder of the project. */
  readonly root: string;
  readonly peers: Peers;
}

/** The programs of others; a promise that rejects is one that is not installed. Each gives milliseconds. */
export interface Peers {
  miniSearch(): Promise<(texts: readonly string[]) => number>;
  cspell(): Promise<(text: string) => Promise<number>>;
  harper(): Promise<(text: string) => Promise<number>>;
}

export const sections: Readonly<Record<string, (bench: Bench) => Promise<Section>>> = {
  indexing,
  checking,
  typing: typingRows,
  growth,
  cache,
  server,
  bundles,
};
