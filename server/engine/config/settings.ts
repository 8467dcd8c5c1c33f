/** The writer's settings: which files are sources, which languages are drafts, how severe each rule is, whose figures come first, and who checks. */
import type { PrimeSources } from '../citing/prime.ts';
import { defaultSeverities, type RuleSeverities } from '../rules/rules.ts';

export interface Settings {
  /** Globs, relative to the folder, of the files that are sources. */
  readonly sources: readonly string[];
  /** Globs of files that are not, though `sources` matches them. */
  readonly exclude: readonly string[];
  /** Language identifiers of the documents that are drafts. */
  readonly drafts: readonly string[];
  readonly rules: RuleSeverities;
  /** Whose figures come first, by what they measure. */
  readonly primeSources: PrimeSources;
  /** Under what name decisions go into the ledger; empty for the name that the host knows its person by. */
  readonly checker: string;
  /** Whether the editor tells behind each figure how many sources it has. */
  readonly inlayHints: boolean;
  /** Whether it tells above each paragraph how many of its figures have a source. */
  readonly codeLenses: boolean;
}

export const defaults: Settings = {
  sources: ['sources/**'],
  exclude: [],
  drafts: ['markdown', 'plaintext', 'restructuredtext', 'asciidoc', 'latex', 'tex'],
  rules: defaultSeverities,
  primeSources: {},
  checker: '',
  inlayHints: false,
  codeLenses: false,
};
