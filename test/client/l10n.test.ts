/** What the extension says while it runs can be translated, and is translated into German. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { placeholders, readJson, translatedIn } from './strings.ts';

const english = readJson('client/l10n/bundle.l10n.json');
const client = join(import.meta.dirname, '..', '..', 'client');
const german = readJson('client/l10n/bundle.l10n.de.json');

describe('the messages to translate', () => {
  test.each(['client', 'server/lsp', 'server/engine'])('hold every string of %s', (folder) => {
    const strings = translatedIn(folder);
    expect(strings.length).toBeGreaterThan(10);
    expect(
      strings.filter((text) => !(text in english)),
      'add these to client/l10n/bundle.l10n.json, and translated to bundle.l10n.de.json',
    ).toEqual([]);
  });

  test('stand for themselves in English', () => {
    for (const [key, message] of Object.entries(english)) expect(message).toBe(key);
  });
});

describe('the German messages', () => {
  test('are as many as the English ones', () => {
    expect(Object.keys(german).sort()).toEqual(Object.keys(english).sort());
  });

  test.each(Object.entries(german))('keep the placeholders of %j', (key, message) => {
    expect(placeholders(String(message))).toEqual(placeholders(key));
  });
});

test('the client shows no text of its own that is not translated', () => {
  const shown = readdirSync(client)
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => [
      ...readFileSync(join(client, name), 'utf8').matchAll(/show(?:Warning|Error|Information)Message\(\s*['"`](?!\$\{)/g),
    ]);
  expect(shown).toEqual([]);
});
