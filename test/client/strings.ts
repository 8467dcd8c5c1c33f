/** Finds the strings of the code that are shown to the writer, as translators get them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** A call that translates, up to the literal that it translates. */
const CALL = /(?:\bl10n\.t|\btranslate|\.say)\(\s*('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`[^`\\$]*`)/g;

/** The first arguments of all such calls in the `.ts` files below a folder of the project, without repeats. */
export function translatedIn(folder: string): string[] {
  const found = new Set<string>();
  for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts')) continue;
    const code = readFileSync(join(root, folder, name), 'utf8');
    for (const [, literal] of code.matchAll(CALL)) found.add(contentOf(literal!));
  }
  return [...found].sort();
}

/** Reads a JSON file of the project. */
export function readJson(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}

/** The placeholders of a message: `{0}`, `{name}`. */
export function placeholders(message: string): string[] {
  return (message.match(/\{\w+\}/g) ?? []).sort();
}

function contentOf(literal: string): string {
  return literal.slice(1, -1).replace(/\\(.)/g, '$1');
}
