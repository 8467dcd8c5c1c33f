/** Settings from a file and from the editor: what counts, what is told and where. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeSettings } from '../../../server/engine/config/merge.ts';
import { parseSettings } from '../../../server/engine/config/parse.ts';
import { defaults } from '../../../server/engine/config/settings.ts';
import { severities, validateSettings } from '../../../server/engine/config/validate.ts';
import { editorSettings } from '../../../server/protocol/settings.ts';

/** The problems of a text in which each place at fault stands between `‹` and `›`. */
function check(marked: string, messages: readonly string[], settings: unknown) {
  const spans: { start: number; end: number }[] = [];
  let text = '';
  for (const char of marked) {
    if (char === '‹') spans.push({ start: text.length, end: -1 });
    else if (char === '›') spans.at(-1)!.end = text.length;
    else text += char;
  }
  const parsed = parseSettings(text);
  expect(parsed.problems).toEqual(spans.map((span, index) => ({ ...span, message: expect.stringContaining(messages[index]!) })));
  expect(messages).toHaveLength(spans.length);
  expect(parsed.settings).toEqual(settings);
}

describe('the settings file', () => {
  test('may hold comments and trailing commas', () => {
    check('{\n  // where they are\n  "sources": ["articles/**",], /* and */ "rules": { "name-variant": "off", },\n}', [], {
      sources: ['articles/**'],
      rules: { 'name-variant': 'off' },
    });
  });

  test('may be empty, begin with a byte order mark, and name its schema', () => {
    check('', [], {});
    check(' // nothing yet', [], {});
    check('\ufeff{ "$schema": "./x.json", "drafts": [] }', [], { drafts: [] });
    check('\ufeff{ ‹"draft"›: [] }', ['no setting "draft"'], {});
  });

  test('keeps what is right beside what is wrong', () => {
    check('{ ‹"source"›: ["a"], "exclude": ["b/**"] }', ['no setting "source"'], { exclude: ['b/**'] });
    check('{ "sources": ‹"a/**"›, "drafts": ["markdown", ‹7›] }', ['list of globs', 'A language id'], { drafts: ['markdown'] });
    check(
      '{ "rules": { ‹"refuted"›: "off", "misspelt-name": ‹"loud"›, "name-variant": "error" } }',
      ['no rule "refuted"', 'one of error'],
      {
        rules: { 'name-variant': 'error' },
      },
    );
    check('{ "rules": ‹["off"]›, "drafts": ‹{}› }', ['must be an object', 'list of language ids'], { rules: {} });
  });

  test('may turn on and off what can be either', () => {
    check('{ "inlayHints": true, "codeLenses": ‹"yes"› }', ['true or false'], { inlayHints: true });
  });

  test('may name the prime sources for a measure, one or several', () => {
    check(
      '{ "primeSources": { "people killed": " Echo ", "*": ["Post", ‹7›], ‹" "›: "Echo", "fire": ‹""›, "__proto__": "Bell" } }',
      ['named by a text', 'what is measured', 'named by a text'],
      { primeSources: JSON.parse('{ "people killed": ["Echo"], "*": ["Post"], "__proto__": ["Bell"] }') },
    );
    check('{ "primeSources": ‹["Echo"]› }', ['must be an object'], { primeSources: {} });
  });

  test('must be an object', () => {
    check('‹["sources/**"]›', ['must be an object'], {});
    check('‹7›', ['must be an object'], {});
  });

  test('takes the last of two values for one key, as JSON does, and tells of its mistakes there', () => {
    check('{ "sources": 1, "sources": ‹2› }', ['list of globs'], {});
  });

  test('tells the first mistake in the syntax, and reads on', () => {
    const parsed = parseSettings('{ "sources": ["a/**"] "exclude": ["b/**"] }');
    expect(parsed.problems).toEqual([{ start: 22, end: 31, message: 'A comma is missing here.' }]);
    expect(parsed.settings).toEqual({ sources: ['a/**'], exclude: ['b/**'] });
    expect(parseSettings('{ "sources": [').problems).toHaveLength(1);
  });

  test.each([
    '../other/**',
    '/etc/**',
    'C:/x',
    'a/../b',
    'a\\b',
    '',
    ' ',
    '*a*a*a*b',
    '**/a/**/b/**/c/**/d/**',
    '{a,b}{a,b}{a,b}{a,b}{a,b}',
  ])('refuses the glob %j', (glob) => {
    const { settings, problems } = parseSettings(JSON.stringify({ sources: [glob, 'ok/**'] }));
    expect(settings).toEqual({ sources: ['ok/**'] });
    expect(problems).toHaveLength(1);
  });

  test.each(['sources/**', '!sources/old/**', './sources/*.{md,txt}', '**/articles/**/*.md', 'a..b/*', '*'])(
    'accepts the glob %j',
    (glob) => {
      expect(parseSettings(JSON.stringify({ exclude: [glob] }))).toEqual({ settings: { exclude: [glob] }, problems: [] });
    },
  );

  test('nested too deeply is a problem, not a crash', () => {
    expect(parseSettings('['.repeat(1_000_000)).problems).toHaveLength(1);
  });

  test('never throws, and every problem lies inside the text', () => {
    const bits = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      ',',
      ':',
      '"sources"',
      '"rules"',
      '"off"',
      '//',
      '/*',
      '\n',
      '\ufeff',
      '1',
      '__proto__',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(bits).map((list) => list.join('')),
          fc.json(),
        ),
        (text) => {
          for (const { start, end } of parseSettings(text).problems) expect(0 <= start && start <= end && end <= text.length).toBe(true);
        },
      ),
    );
  });
});

describe("the editor's settings", () => {
  test('may leave anything out', () => {
    for (const value of [undefined, null, {}, { sources: undefined, rules: null }])
      expect(validateSettings(value)).toEqual({ settings: {}, problems: [] });
  });

  test('are told what is wrong by the path to it', () => {
    const { settings, problems } = validateSettings({ sources: ['a', 1], rules: { 'refuted-figure': 'x' }, other: 1 });
    expect(settings).toEqual({ sources: ['a'], rules: {} });
    expect(problems.map(({ path, fault }) => [fault, ...path])).toEqual([
      ['value', 'sources', 1],
      ['value', 'rules', 'refuted-figure'],
      ['name', 'other'],
    ]);
  });

  test('do not take properties of every object for settings', () => {
    expect(validateSettings(JSON.parse('{ "toString": 1, "__proto__": 1 }')).problems).toHaveLength(2);
    expect(validateSettings({ rules: { constructor: 'off' } }).problems).toHaveLength(1);
  });

  test('can be told about in another language', () => {
    expect(validateSettings({ x: 1 }, (template, values) => `${template.length}-${values.name}`).problems[0]!.message).toMatch(/^\d+-x$/);
  });
});

describe('merging', () => {
  test('goes key by key, and rule by rule', () => {
    const editor = {
      sources: ['e/**'],
      exclude: ['x'],
      rules: { 'refuted-figure': 'error', 'name-variant': 'off' },
      checker: 'e',
      primeSources: { fire: ['e'], '*': ['e'] },
      inlayHints: true,
      codeLenses: true,
    } as const;
    const file = {
      sources: ['f/**'],
      rules: { 'refuted-figure': 'hint' },
      checker: 'f',
      primeSources: { fire: ['f'] },
      codeLenses: false,
    } as const;
    expect(mergeSettings(defaults, editor, file)).toEqual({
      checker: 'f',
      sources: ['f/**'],
      exclude: ['x'],
      drafts: defaults.drafts,
      rules: { ...defaults.rules, 'refuted-figure': 'hint', 'name-variant': 'off' },
      primeSources: { fire: ['f'], '*': ['e'] },
      inlayHints: true,
      codeLenses: false,
    });
  });

  test('of nothing gives the defaults', () => {
    expect(mergeSettings(defaults, {}, {})).toEqual(defaults);
  });

  test('lets an empty list win', () => {
    expect(mergeSettings(defaults, {}, { sources: [] }).sources).toEqual([]);
  });
});

describe("the extension's manifest", () => {
  test('has the same settings with the same defaults, and no value that would be refused', () => {
    const manifest = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
    const properties: Record<string, { default: unknown }> = manifest.contributes.configuration.properties;
    const given = Object.fromEntries(
      Object.entries(properties)
        .map(([key, property]) => [key.replace('secondSource.', ''), property.default] as const)
        .filter(([key]) => !editorSettings.includes(key)),
    );
    expect(given).toEqual(defaults);
    expect(validateSettings(given).problems).toEqual([]);
  });
});

describe('the JSON schema', () => {
  const schema = JSON.parse(readFileSync(new URL('../../../client/second-source.schema.json', import.meta.url), 'utf8'));

  test('knows the settings that the program knows, with their defaults', () => {
    const { $schema, ...properties } = schema.properties;
    expect($schema).toBeDefined();
    expect(Object.keys(properties).sort()).toEqual(Object.keys(defaults).sort());
    for (const [key, value] of Object.entries(defaults)) expect(properties[key].default).toEqual(value);
    expect(schema.additionalProperties).toBe(false);
  });

  test('knows the rules and what they may be set to', () => {
    const { rules } = schema.properties;
    expect(Object.keys(rules.properties).sort()).toEqual(Object.keys(defaults.rules).sort());
    for (const [id, severity] of Object.entries(defaults.rules)) {
      expect(rules.properties[id].default).toBe(severity);
      expect(rules.properties[id].allOf).toEqual([{ $ref: '#/definitions/severity' }]);
    }
    expect(schema.definitions.severity.enum).toEqual(severities);
    expect(schema.definitions.severity.enumDescriptions).toHaveLength(severities.length);
    expect(rules.additionalProperties).toBe(false);
  });

  test('describes everything', () => {
    for (const property of [...Object.values(schema.properties), ...Object.values(schema.properties.rules.properties)])
      expect((property as { description?: string }).description).toMatch(/\.$/);
  });
});
