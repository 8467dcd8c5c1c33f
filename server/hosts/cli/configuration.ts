/** Finds the settings that hold for a draft: the nearest `second-source.json` above it, or the one asked for. */
import { readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { mergeSettings } from '../../engine/config/merge.ts';
import { parseSettings } from '../../engine/config/parse.ts';
import { defaults, type Settings } from '../../engine/config/settings.ts';
import { settingsFile } from '../../protocol/settings.ts';
import { whyUnreadable } from '../files.ts';
import { UsageError } from './arguments.ts';

/** Settings, and where they come from. */
export interface Configuration {
  readonly settings: Settings;
  /** The folder that the globs are relative to; null where there is no settings file. */
  readonly folder: string | null;
}

/** Looks settings files up, each file once. */
export class Configurations {
  private readonly files = new Map<string, Promise<Configuration | null>>();
  private readonly none: Configuration = { settings: defaults, folder: null };

  /**
   * @param asked the value of `--config`: a file, `none`, or null for the nearest one
   * @param warn takes a line for the person at the terminal
   */
  constructor(
    private readonly asked: string | null,
    private readonly warn: (line: string) => void,
  ) {}

  /** The settings for what stands in a folder. Throws a UsageError where the file asked for cannot be read. */
  async above(folder: string): Promise<Configuration> {
    if (this.asked === 'none') return this.none;
    if (this.asked !== null) {
      const found = await this.read(resolve(this.asked));
      if (!found) throw new UsageError(`--config ${this.asked}: does not exist`);
      return found;
    }
    for (let at = resolve(folder); ; at = dirname(at)) {
      const found = await this.read(join(at, settingsFile));
      if (found) return found;
      if (dirname(at) === at) return this.none;
    }
  }

  private read(path: string): Promise<Configuration | null> {
    const known = this.files.get(path);
    if (known) return known;
    const reading = this.readFile(path);
    this.files.set(path, reading);
    return reading;
  }

  private async readFile(path: string): Promise<Configuration | null> {
    let text: string;
    try {
      text = await readFile(path, 'utf8');
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'ENOENT' || code === 'ENOTDIR') return null;
      if (this.asked !== null) throw new UsageError(`--config ${this.asked}: ${whyUnreadable(error)}`);
      if (code !== 'EISDIR') this.warn(`${shortest(path)}: ${whyUnreadable(error)}`);
      return null;
    }
    // Columns are counted from after a byte order mark.
    if (text.startsWith('\ufeff')) text = text.slice(1);
    const { settings, problems } = parseSettings(text);
    const document = TextDocument.create(path, 'jsonc', 0, text);
    for (const problem of problems) {
      const { line, character } = document.positionAt(problem.start);
      this.warn(`${shortest(path)}:${line + 1}:${character + 1}: ${problem.message}`);
    }
    return { settings: mergeSettings(defaults, {}, settings), folder: dirname(path) };
  }
}

/** A path as somebody in the working folder would write it. */
export function shortest(path: string): string {
  const near = relative('', path);
  return near.startsWith('..') ? path : near;
}
