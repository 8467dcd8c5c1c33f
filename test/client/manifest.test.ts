/** What package.json promises: settings as the engine has them, texts that can be translated, and files that are there. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { defaults } from '../../server/engine/config/settings.ts';
import { severities } from '../../server/engine/config/validate.ts';
import { textUri } from '../../server/lsp/uris.ts';
import { editorSettings, settingsFile, settingsSection } from '../../server/protocol/settings.ts';
import { sourceTextScheme } from '../../server/protocol/sourceTexts.ts';
import { readJson } from './strings.ts';

const root = join(import.meta.dirname, '..', '..');
const { contributes } = manifest;
const properties: Readonly<Record<string, { default: unknown; scope: string; markdownDescription: string }>> =
  contributes.configuration.properties;
const rules = contributes.configuration.properties['secondSource.rules'];

describe('the settings', () => {
  test('are those of the engine, with its defaults', () => {
    const shown = editorSettings.map((name) => `${settingsSection}.${name}`);
    const given = Object.entries(properties).flatMap(([name, { default: value }]) => (shown.includes(name) ? [] : [[name, value]]));
    expect(Object.fromEntries(given)).toEqual(
      Object.fromEntries(Object.entries(defaults).map(([name, value]) => [`${settingsSection}.${name}`, value])),
    );
  });

  test.each(Object.keys(properties))('%s is described, and may differ from folder to folder', (name) => {
    expect(properties[name]).toMatchObject({ scope: 'resource', markdownDescription: expect.stringMatching(/^%[\w.]+%$/) });
  });

  test('know every rule, and no other', () => {
    expect(Object.keys(rules.properties)).toEqual(Object.keys(defaults.rules));
    expect(rules.additionalProperties).toBe(false);
  });

  test.each(Object.entries(rules.properties))('describe %s and each of its severities', (id, rule) => {
    expect(rule.default).toBe(defaults.rules[id as keyof typeof defaults.rules]);
    expect(rule.enum).toEqual(severities);
    expect(rule.enumDescriptions).toEqual(severities.map((severity) => `%severity.${severity}%`));
    expect(rule.description).toMatch(/^%rule\.\w+%$/);
  });

  test(`have a schema for ${settingsFile}, which may hold comments`, () => {
    expect(contributes.jsonValidation).toEqual([{ fileMatch: settingsFile, url: './client/second-source.schema.json' }]);
    expect(contributes.languages).toContainEqual({ id: 'jsonc', filenames: [settingsFile] });
    expect(existsSync(join(root, 'client', 'second-source.schema.json'))).toBe(true);
  });
});

describe('the documents that show the texts of sources', () => {
  test('have a language, and a way to the original, by the scheme that the server gives places in', () => {
    const language = contributes.languages.find(({ id }) => id === sourceTextScheme);
    expect(language).toMatchObject({ filenamePatterns: ['*.* (text)'] });
    expect(decodeURIComponent(textUri('file:///a.pdf')!)).toBe(`${sourceTextScheme}:/a.pdf (text)`);
    expect(contributes.configurationDefaults).toHaveProperty([`[${sourceTextScheme}]`, 'editor.wordWrap'], 'on');
    const conditions = Object.values(contributes.menus).flatMap((items) =>
      items.filter(({ command }) => command === 'secondSource.openOriginal').map(({ when }) => when),
    );
    expect(new Set(conditions)).toEqual(new Set([`resourceScheme == ${sourceTextScheme}`]));
    expect(contributes.grammars).toMatchObject([{ language: sourceTextScheme }]);
  });
});

describe('the extension', () => {
  test('starts on every language that drafts have by default, where a folder has a settings file or sources, and where a picture was open', () => {
    expect(manifest.activationEvents).toEqual([
      ...defaults.drafts.map((language) => `onLanguage:${language}`),
      `workspaceContains:${settingsFile}`,
      // The folder itself is looked for: to look for files in it VS Code goes through all others, and gives up where that takes long.
      ...defaults.sources.map((glob) => `workspaceContains:${glob.replace('/**', '')}`),
      'onWebviewPanel:secondSource.picture',
    ]);
  });

  test('knows those languages itself, too', () => {
    const listed = /draftLanguages[^=]*= (\[[^\]]*\])/.exec(readFileSync(join(root, 'client', 'settings.ts'), 'utf8'))?.[1];
    expect(JSON.parse(listed!.replaceAll("'", '"'))).toEqual(defaults.drafts);
  });

  test('has an icon of the size that a gallery shows', () => {
    const png = readFileSync(join(root, manifest.icon));
    expect(png.toString('latin1', 1, 4)).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([128, 128]);
  });

  test('puts into the package what the manifest names', () => {
    const named = [
      manifest.icon,
      ...contributes.viewsContainers.activitybar.map(({ icon }) => icon),
      ...contributes.walkthroughs.flatMap(({ steps }) => steps.flatMap(({ media }) => Object.values(media.image))),
      'corpus/draft.md',
      'client/second-source.schema.json',
      contributes.grammars[0]!.path.replace('./', ''),
      'client/l10n/bundle.l10n.json',
      'package.nls.json',
      'package.nls.de.json',
      ...['ticked', 'begun', 'queried', 'reopened'].flatMap((sign) => [`client/marks/${sign}-light.svg`, `client/marks/${sign}-dark.svg`]),
    ];
    const listed = manifest.files.map(
      (glob) =>
        new RegExp(
          `^${glob
            .replaceAll('.', '\\.')
            .replaceAll('**', '.+')
            .replaceAll(/(?<!\.)\*/g, '[^/]*')}$`,
        ),
    );
    expect(named.filter((path) => !existsSync(join(root, path)) || !listed.some((pattern) => pattern.test(path)))).toEqual([]);
  });
});

describe('the side bar', () => {
  const views = contributes.views.secondSource.map(({ id }) => id);

  test('says in each view what to do where it is empty', () => {
    expect(new Set(contributes.viewsWelcome.map(({ view }) => view))).toEqual(new Set(views));
  });

  test('and the walkthrough lead to commands that there are', () => {
    const own = contributes.commands.map(({ command }) => command);
    const texts = ['package.nls.json', 'package.nls.de.json'].flatMap((file) => Object.values(readJson(file)));
    const led = texts.flatMap((text) => [...String(text).matchAll(/\(command:([\w.]+)/g)].map(([, command]) => command!));
    expect(led.length).toBeGreaterThan(5);
    expect(led.filter((command) => !own.includes(command) && !/^(?:vscode\.openFolder$|workbench\.)/.test(command))).toEqual([]);
  });
});

describe.each(['package.nls.json', 'package.nls.de.json'])('%s', (file) => {
  const messages = readJson(file);

  test('holds every text that the manifest refers to, and no other', () => {
    const { scripts: _, ...shown } = manifest;
    const keys = new Set([...JSON.stringify(shown).matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key));
    expect(Object.keys(messages).sort()).toEqual([...keys].sort());
  });

  test('leaves none empty', () => {
    for (const message of Object.values(messages)) expect(message).toMatch(/\S/);
  });
});

/** Rows as the trees give them to `when` clauses. */
const ROWS: readonly (readonly [string, string])[] = [
  ['sources', 'source'],
  ['sources', 'unreadable'],
  ['disagreements', 'disagreement'],
  ['disagreements', 'passage'],
  ['changes', 'change'],
  ['draft', 'finding'],
  ...['unchecked', 'ticked', 'queried', 'reopened']
    .flatMap((state) => [`mention ${state}`, `mention ${state} figure`])
    .map((row) => ['draft', row] as const),
];

/** Whether a `when` clause of ours holds for a row. */
function holds(when: string, [view, row]: readonly [string, string]): boolean {
  const said = (condition: string): boolean => {
    const [, name, operator, value = ''] = /^(view|viewItem) (==|=~) (.+)$/.exec(condition) ?? [];
    const known = name === 'view' ? `secondSource.${view}` : row;
    return operator === '==' ? known === value : new RegExp(value.slice(1, -1)).test(known);
  };
  return when.split(' || ').some((each) => each.split(' && ').every(said));
}

test('what a button of a row does, its menu does too, which keys reach', () => {
  const items = contributes.menus['view/item/context'];
  const buttons = items.filter(({ group }) => group === 'inline');
  expect(buttons.length).toBeGreaterThan(0);
  for (const { command, when } of buttons) {
    const inMenu = items.filter((item) => item.command === command && item.group !== 'inline');
    const rows = ROWS.filter((row) => holds(when, row));
    expect(rows, `${command} is on no row`).not.toEqual([]);
    expect(rows.filter((row) => !inMenu.some((item) => holds(item.when, row)))).toEqual([]);
  }
});
