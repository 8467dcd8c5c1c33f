/** Finds what the writer decided about a draft: the nearest ledger above it. */
import { readFile, realpath } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { brokenLines, decisionsOf, parseLedger } from '../../engine/ledger/ledger.ts';
import type { Decision } from '../../engine/ledger/record.ts';
import { ledgerFile } from '../../protocol/decisions.ts';
import { whyUnreadable } from '../files.ts';
import { shortest } from './configuration.ts';

/** Looks ledgers up, each file once. */
export class Ledgers {
  private readonly files = new Map<string, Promise<readonly Decision[] | null>>();

  /** @param warn takes a line for the person at the terminal */
  constructor(private readonly warn: (line: string) => void) {}

  /** The decisions on a draft, and the folder whose ledger has them; none where no folder above it has one. */
  async on(draft: string): Promise<{ readonly folder: string; readonly decisions: readonly Decision[] }> {
    const path = resolve(draft);
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      const decisions = await this.read(join(folder, ledgerFile));
      const name = relative(folder, path).split(sep).join('/');
      if (decisions) return { folder: await realpath(folder), decisions: decisions.filter((decision) => decision.draft === name) };
      if (dirname(folder) === folder) return { folder, decisions: [] };
    }
  }

  private read(path: string): Promise<readonly Decision[] | null> {
    const known = this.files.get(path);
    if (known) return known;
    const reading = this.readFile(path);
    this.files.set(path, reading);
    return reading;
  }

  private async readFile(path: string): Promise<readonly Decision[] | null> {
    let text: string;
    try {
      text = await readFile(path, 'utf8');
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR') return null;
      this.warn(`${shortest(path)}: ${whyUnreadable(error)}`);
      return null;
    }
    for (const { number, conflict } of brokenLines(text)) {
      this.warn(
        `${shortest(path)}:${number}: ${conflict ? 'a merge left both sides here; the decisions of both count' : 'is no decision'}`,
      );
    }
    return decisionsOf(parseLedger(text));
  }
}
