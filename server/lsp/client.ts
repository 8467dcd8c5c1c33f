/** What the client can do and which language its person reads, as `initialize` told. */
import type { InitializeParams } from 'vscode-languageserver';
import type { Translate } from '../engine/check.ts';
import { inEnglish } from '../engine/translate.ts';
import type { InitializationOptions } from '../protocol/initialization.ts';
import type { CacheOptions } from './runtime.ts';

export interface Client {
  /** Asks for diagnostics and can be told to ask again; all others are sent them. */
  readonly pulls: boolean;
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  readonly workspaceFolders: boolean;
  readonly registersWatchers: boolean;
  readonly relativePatterns: boolean;
  readonly progress: boolean;
  readonly relatedInformation: boolean;
  readonly markdown: boolean;
  readonly definitionLinks: boolean;
  /** Shows the texts of sources that are no text files, as documents of their own. */
  readonly sourceTexts: boolean;
  /** Shows how a figure was reported, by a command. */
  readonly pictures: boolean;
  /** Can be told to ask for inlay hints, and for code lenses, again. */
  readonly refreshesHints: boolean;
  readonly refreshesLenses: boolean;
  /** Shows document symbols as a tree. */
  readonly symbolTrees: boolean;
  /** Takes code actions as literals; clients of before LSP 3.8 only know commands. */
  readonly codeActions: boolean;
  readonly preferredActions: boolean;
  /** Takes edits with the version of the document that they are for. */
  readonly documentChanges: boolean;
  /** What completion items may hold. */
  readonly completion: {
    /** An edit that can also replace the rest of the word. */
    readonly insertReplace: boolean;
    readonly labelDetails: boolean;
    readonly markdown: boolean;
  };
  readonly translate: Translate;
  /** BCP 47 tag for dates. */
  readonly locale: string;
  /** The settings of clients that cannot be asked for them. */
  readonly settings: unknown;
  /** Where the server may keep what it made of sources; null where it may not. */
  readonly cache: CacheOptions | null;
}

export function clientOf(params: InitializeParams): Client {
  const { workspace, textDocument, window } = params.capabilities;
  const options = initializationOptions(params.initializationOptions);
  const configuration = workspace?.configuration === true;
  return {
    pulls: textDocument?.diagnostic !== undefined && workspace?.diagnostics?.refreshSupport === true,
    configuration,
    registersConfiguration: configuration && workspace?.didChangeConfiguration?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    relativePatterns: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    progress: window?.workDoneProgress === true,
    relatedInformation: (textDocument?.diagnostic?.relatedInformation ?? textDocument?.publishDiagnostics?.relatedInformation) === true,
    markdown: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    sourceTexts: options.sourceTexts === true,
    pictures: options.pictures === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    symbolTrees: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    codeActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    preferredActions: textDocument?.codeAction?.isPreferredSupport === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    completion: {
      insertReplace: textDocument?.completion?.completionItem?.insertReplaceSupport === true,
      labelDetails: textDocument?.completion?.completionItem?.labelDetailsSupport === true,
      markdown: textDocument?.completion?.completionItem?.documentationFormat?.includes('markdown') === true,
    },
    translate: translator(options.l10n),
    locale: dateLocale(params.locale),
    settings: options.settings,
    cache: cacheOptions(options.cache),
  };
}

function initializationOptions(value: unknown): InitializationOptions {
  return typeof value === 'object' && value !== null ? value : {};
}

/** What the cache may take where the client does not say, in millions of bytes: some 20,000 articles of usual length. */
const MEGABYTES = 256;

function cacheOptions(value: unknown): CacheOptions | null {
  if (typeof value !== 'object' || value === null) return null;
  const { folder, megabytes } = value as Partial<Record<keyof CacheOptions, unknown>>;
  if (typeof folder !== 'string' || folder === '') return null;
  return { folder, megabytes: typeof megabytes === 'number' && megabytes >= 0 ? megabytes : MEGABYTES };
}

function translator(l10n: unknown): Translate {
  if (typeof l10n !== 'object' || l10n === null) return inEnglish;
  const messages = new Map(Object.entries(l10n));
  return (template, values) => {
    const translated = messages.get(template);
    return inEnglish(typeof translated === 'string' ? translated : template, values);
  };
}

/** English dates are written day first, as in the project's own texts; an unknown language falls back to them. */
function dateLocale(locale: string | undefined): string {
  if (!locale || locale.toLowerCase() === 'en' || locale.toLowerCase() === 'en-us') return 'en-GB';
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en-GB';
  } catch {
    return 'en-GB';
  }
}
