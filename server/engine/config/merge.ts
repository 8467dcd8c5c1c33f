/** Puts settings together from where they may be given: the file wins over the editor, and the editor over the defaults. */
import type { Settings } from './settings.ts';
import type { GivenSettings } from './validate.ts';

/** Merges key by key, `rules` rule by rule, and `primeSources` measure by measure. */
export function mergeSettings(defaults: Settings, editor: GivenSettings, file: GivenSettings): Settings {
  return {
    sources: file.sources ?? editor.sources ?? defaults.sources,
    exclude: file.exclude ?? editor.exclude ?? defaults.exclude,
    drafts: file.drafts ?? editor.drafts ?? defaults.drafts,
    checker: file.checker ?? editor.checker ?? defaults.checker,
    rules: { ...defaults.rules, ...editor.rules, ...file.rules },
    primeSources: { ...defaults.primeSources, ...editor.primeSources, ...file.primeSources },
    inlayHints: file.inlayHints ?? editor.inlayHints ?? defaults.inlayHints,
    codeLenses: file.codeLenses ?? editor.codeLenses ?? defaults.codeLenses,
  };
}
