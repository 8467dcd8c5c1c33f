/** What the command line was asked to do, or what is wrong with the question. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Severity } from '../../engine/model.ts';
import { type ReportFormat, reportFormats } from '../../lsp/report/report.ts';

export type Format = 'text' | 'json';
export type SourcesFormat = Format | 'csl' | 'bibtex';
export type FailOn = Severity | 'never';

/** Where sources and settings come from. */
export interface Origins {
  /** Folders of sources, as given; none where the settings file says which files are. */
  readonly sources: readonly string[];
  /** A settings file as given, `none`, or null to look for the nearest one. */
  readonly config: string | null;
}

/** A place in a draft as its reader counts: the first line and its first UTF-16 unit are 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export type Command =
  | ({
      readonly name: 'check';
      readonly drafts: readonly string[];
      readonly format: Format;
      readonly failOn: FailOn;
      /** The figure or name that is to be explained; null where all are to be checked. */
      readonly explain: Place | null;
    } & Origins)
  | ({ readonly name: 'conflicts'; readonly format: Format; readonly failOn: FailOn } & Origins)
  | ({ readonly name: 'sources'; readonly format: SourcesFormat } & Origins)
  | ({ readonly name: 'report'; readonly draft: string; readonly format: ReportFormat } & Origins)
  | { readonly name: 'extract'; readonly files: readonly string[]; readonly format: Format }
  | { readonly name: 'serve' }
  | { readonly name: 'help' }
  | { readonly name: 'version' };

/** A command line that cannot be carried out as given; the message is for the person who typed it. */
export class UsageError extends Error {}

export const HELP = `Holds every figure and name of a draft against the articles it rests on.

Usage:
  second-source check DRAFT... --sources DIR [--sources DIR...]
  second-source check DRAFT --sources DIR --explain LINE:COLUMN
  second-source report DRAFT --sources DIR... --format md|html|csv|annotated
  second-source conflicts --sources DIR...
  second-source sources --sources DIR...
  second-source extract FILE...
  second-source serve --stdio

Commands:
  check      what the sources say of each figure and name of the drafts
  report     a fact sheet of a draft, or the draft with a note for each figure
  conflicts  where the sources disagree among themselves
  sources    the sources with their metadata, as a list or a bibliography
  extract    the figures and names of a text, nothing compared
  serve      the language server, for any editor that speaks LSP

Options:
  --sources DIR       a folder of sources; every file under it is one
  --format text|json  how the report is printed (default: text); sources also takes
                      csl (CSL-JSON) and bibtex; report takes md (the default),
                      html, csv and annotated
  --fail-on SEVERITY  error, warning, information, hint or never (default: warning)
  --explain LINE:COL  how the figure or name at that place was read, what it was
                      held against, and why each candidate counts or does not
  --config FILE|none  settings to use instead of the nearest second-source.json
  --help, --version

Exit codes:
  0  nothing at or above --fail-on
  1  findings
  2  wrong usage, an unreadable draft, or a crash
`;

const SHARED = { help: { type: 'boolean', short: 'h' }, version: { type: 'boolean', short: 'v' } } as const;
const FORMAT = { format: { type: 'string' } } as const;
const ORIGINS = { sources: { type: 'string', multiple: true }, config: { type: 'string' }, 'fail-on': { type: 'string' } } as const;
const OPTIONS = {
  check: { ...SHARED, ...FORMAT, ...ORIGINS, explain: { type: 'string' } },
  conflicts: { ...SHARED, ...FORMAT, ...ORIGINS },
  sources: { ...SHARED, ...FORMAT, sources: ORIGINS.sources, config: ORIGINS.config },
  report: { ...SHARED, ...FORMAT, sources: ORIGINS.sources, config: ORIGINS.config },
  extract: { ...SHARED, ...FORMAT },
  serve: { ...SHARED, stdio: { type: 'boolean' } },
} as const satisfies Record<string, ParseArgsConfig['options']>;

interface Values {
  readonly help?: boolean;
  readonly version?: boolean;
  readonly format?: string;
  readonly sources?: string[];
  readonly config?: string;
  readonly 'fail-on'?: string;
  readonly explain?: string;
  readonly stdio?: boolean;
}

/** Reads the arguments after the program's name. Throws a UsageError. */
export function readArguments(argv: readonly string[]): Command {
  const [name, ...rest] = argv;
  if (name === undefined) throw new UsageError('a command is missing');
  if (name === '--help' || name === '-h') return { name: 'help' };
  if (name === '--version' || name === '-v') return { name: 'version' };
  if (!isCommand(name)) throw new UsageError(`there is no ${name.startsWith('-') ? 'option' : 'command'} ${name} here`);
  const { values, positionals } = parse(name, rest);
  if (values.help) return { name: 'help' };
  if (values.version) return { name: 'version' };
  const failOn = oneOf('--fail-on', values['fail-on'] ?? 'warning', ['error', 'warning', 'information', 'hint', 'never']);
  const origins: Origins = { sources: values.sources ?? [], config: values.config ?? null };
  if (origins.sources.includes('') || origins.config === '') throw new UsageError('a path is empty');
  if (name === 'sources') {
    if (positionals.length > 0) throw new UsageError(`sources takes no drafts; for a folder of sources write --sources ${positionals[0]}`);
    return { name, format: oneOf('--format', values.format ?? 'text', ['text', 'json', 'csl', 'bibtex']), ...origins };
  }
  if (name === 'report') {
    const [draft, ...others] = positionals;
    if (draft === undefined || others.length > 0) throw new UsageError('report takes one draft');
    return { name, draft, format: oneOf('--format', values.format ?? 'md', reportFormats), ...origins };
  }
  const format = oneOf('--format', values.format ?? 'text', ['text', 'json']);
  switch (name) {
    case 'check':
      if (positionals.length === 0) throw new UsageError('check needs a draft');
      if (values.explain !== undefined && positionals.length > 1) throw new UsageError('--explain tells of one place in one draft');
      return {
        name,
        drafts: positionals,
        format,
        failOn,
        explain: values.explain === undefined ? null : placeOf(values.explain),
        ...origins,
      };
    case 'conflicts':
      if (positionals.length > 0)
        throw new UsageError(`conflicts takes no drafts; for a folder of sources write --sources ${positionals[0]}`);
      return { name, format, failOn, ...origins };
    case 'extract':
      if (positionals.length === 0) throw new UsageError('extract needs a file');
      return { name, files: positionals, format };
    case 'serve':
      if (!values.stdio || positionals.length > 0) throw new UsageError('serve speaks over standard input and output only: serve --stdio');
      return { name };
  }
}

function parse(name: keyof typeof OPTIONS, args: string[]): { values: Values; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({ args, options: OPTIONS[name], allowPositionals: true, strict: true });
    return { values: values as Values, positionals };
  } catch (error) {
    // Node's message is a sentence for each mistake, at times with advice for programmers after it.
    if (error instanceof TypeError) throw new UsageError(error.message.split(/[.\n]\s/)[0]!);
    throw error;
  }
}

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === value);
  if (found === undefined) throw new UsageError(`${option} is one of ${allowed.join(', ')}; not ${value}`);
  return found;
}

function placeOf(written: string): Place {
  const [line, column, ...rest] = written.split(':').map((part) => (/^[0-9]{1,9}$/.test(part) ? Number(part) : 0));
  if (!line || !column || rest.length > 0)
    throw new UsageError(`--explain is a place in the draft, LINE:COLUMN such as 3:14; not ${written}`);
  return { line, column };
}

function isCommand(name: string): name is keyof typeof OPTIONS {
  return Object.hasOwn(OPTIONS, name);
}
