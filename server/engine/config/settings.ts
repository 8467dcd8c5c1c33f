/** The writer's settings: which files are sources, which languages are drafts, how severe each rule is, and who checks. */
import { defaultSeverities, type RuleSeverities } from '../rules/rules.ts';

export interface Settings {
  /** Globs, relative to the folder, of the files that are sources. */
  readonly sources: readonly string[];
  /** Globs of files that are not, though `sources` matches them. */
  readonly exclude: readonly string[];
  /** Language identifiers of the documents that are drafts. */
  readonly drafts: readonly string[];
  readonly rules: RuleSeverities;
  /** Under what name decisions go into the ledger; empty for the name that the host knows its person by. */
  readonly checker: string;
}

export const defaults: Settings = {
  sources: ['sources/**'],
  exclude: [],
  drafts: ['markdown', 'plaintext', 'restructuredtext', 'asciidoc', 'latex', 'tex'],
  rules: defaultSeverities,
  checker: '',
};
