/** Reads a folder's settings: what the editor says, and `second-source.json` at the folder's root, which wins key by key. */
import type { Translate } from '../engine/check.ts';
import { mergeSettings } from '../engine/config/merge.ts';
import { parseSettings, type SettingsProblem } from '../engine/config/parse.ts';
import { defaults, type Settings } from '../engine/config/settings.ts';
import { type GivenSettings, validateSettings } from '../engine/config/validate.ts';
import type { Uri } from '../engine/model.ts';
import { settingsFile, settingsSection } from '../protocol/settings.ts';
import type { Files } from './runtime.ts';
import { joinUri } from './uris.ts';

export interface LoadedSettings {
  readonly settings: Settings;
  /** What is wrong with the editor's values, one message each. */
  readonly editorProblems: readonly string[];
  /** The text of the settings file, '' where there is none, and what is wrong with it at offsets of that text. */
  readonly file: { readonly uri: Uri; readonly text: string; readonly problems: readonly SettingsProblem[] };
}

/** `editor` is the value of the editor's section, whatever it is. Never rejects. */
export async function loadSettings(
  folder: Uri,
  editor: unknown,
  files: Pick<Files, 'stat' | 'read'>,
  translate: Translate,
): Promise<LoadedSettings> {
  const given = validateSettings(editor, translate);
  const uri = joinUri(folder, settingsFile);
  const file = await readSettingsFile(uri, files, translate);
  return {
    settings: mergeSettings(defaults, given.settings, file.settings),
    editorProblems: given.problems.map(({ path, message }) => `${[settingsSection, ...path].join('.')}: ${message}`),
    file: { uri, text: file.text, problems: file.problems },
  };
}

async function readSettingsFile(
  uri: Uri,
  files: Pick<Files, 'stat' | 'read'>,
  translate: Translate,
): Promise<{ settings: GivenSettings; text: string; problems: readonly SettingsProblem[] }> {
  if ((await files.stat(uri)) === null) return { settings: {}, text: '', problems: [] };
  const file = await files.read(uri);
  if (file === null) return { settings: {}, text: '', problems: [] };
  if ('skipped' in file) return { settings: {}, text: '', problems: [{ start: 0, end: 0, message: translate(file.skipped, {}) }] };
  const text = new TextDecoder().decode(file.bytes);
  return { text, ...parseSettings(text, translate) };
}
