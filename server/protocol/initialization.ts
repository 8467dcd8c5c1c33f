/** What a client may tell the server when it starts it, beyond LSP. */

/** What `initializationOptions` may hold. Everything is optional, and what has another type is ignored. */
export interface InitializationOptions {
  /** From a message's English template to its translation; `{name}` placeholders stay. */
  readonly l10n?: Readonly<Record<string, string>>;
  /** The settings of the section, for clients that cannot answer `workspace/configuration`. */
  readonly settings?: unknown;
  /** The client shows documents of `sourceTextScheme`, and has `showPassageCommand`. */
  readonly sourceTexts?: boolean;
  /**
   * Where the server may keep what it made of the sources, so that it starts the faster: the absolute path of a folder of its own, which
   * need not exist, and how many millions of bytes it may take there (256 where that is left out). Without it nothing is kept.
   */
  readonly cache?: { readonly folder: string; readonly megabytes?: number };
  /** The client has `showPictureCommand`. */
  readonly pictures?: boolean;
}
