/** What the extension says while it runs can be translated, and is translated into German. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MAX_SOURCE_BYTES, readSource, whyUnreadable } from '../../server/hosts/files.ts';
import { decode } from '../../server/sources/encoding.ts';
import { unsupported } from '../../server/sources/formats.ts';
import { readArticle } from '../../server/sources/read.ts';
import { reasons } from '../../server/sources/reasons.ts';
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

  test('hold why a source is not read', async () => {
    const kinds = ['doc', 'odt', 'rtf', 'mobi', 'xls', 'pptx', 'msg', 'png', 'mp3', 'zip', 'xyz'];
    const codes = ['ENOENT', 'EACCES', 'EISDIR', 'ELOOP', 'ENAMETOOLONG', 'EMFILE', 'EBUSY', 'EIO', 'ENOSPC', 'EROFS'];
    const beginnings = [
      '%PDF-',
      'PK\u0003\u0004',
      '\u0089PNG',
      '\u001f\u008b',
      '\u007fELF',
      '\u00d0\u00cf\u0011\u00e0',
      '\u0001\u0002\u0003',
    ];
    const given = [
      ...Object.values(reasons),
      ...[...kinds.map((kind) => `a.${kind}`), 'a'].map(unsupported),
      ...codes.map((code) => whyUnreadable({ code })),
      ...beginnings.map((text) => decode(Uint8Array.from(text, (char) => char.charCodeAt(0)))),
      await readArticle({ uri: 'file:///a.md', name: 'a.md', bytes: new Uint8Array() }),
      await readSource(client),
      await readSource(process.platform === 'win32' ? '\\\\.\\NUL' : '/dev/null'),
      `larger than ${MAX_SOURCE_BYTES / 2 ** 20} MB`,
    ].map((each) => (typeof each === 'string' ? each : each && 'skipped' in each && each.skipped));
    expect(given.filter((reason) => !(String(reason) in english))).toEqual([]);
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
