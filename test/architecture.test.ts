/** The layers: imports point one way, and the engine, the readers and the protocol adapter run in a browser too. */
import { readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { build } from 'esbuild';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import { ROOT } from './run/process.mjs';

/** What the files of a layer may import: paths of the project that begin so, and packages. */
interface Layer {
  readonly own: readonly string[];
  readonly packages: RegExp;
}

/** Packages that neither read files nor look at the clock. */
const PURE = /^(@lezer\/(common|markdown)|fastest-levenshtein|jsonc-parser|minisearch|stemmer)$/;

/** The first entry that a path begins with is its layer. */
const LAYERS: Record<string, Layer> = {
  'server/engine/': { own: ['server/engine/'], packages: PURE },
  'server/sources/': {
    own: ['server/sources/', 'server/engine/model.ts', 'server/engine/text/'],
    packages:
      /^(@lezer\/|@mozilla\/readability$|chardet$|fflate$|htmlparser2$|linkedom$|mammoth$|numfmt$|pdfjs-dist\/legacy\/|postal-mime$|js-yaml$)/,
  },
  'server/protocol/': { own: ['server/protocol/'], packages: /^$/ },
  'server/lsp/': {
    own: ['server/lsp/', 'server/engine/', 'server/protocol/'],
    packages: /^(vscode-languageserver|vscode-languageserver-textdocument|vscode-languageserver-protocol|vscode-uri)$/,
  },
  'server/hosts/': { own: ['server/', 'package.json'], packages: /./ },
  // What is drawn is drawn in a page and in tests alike: without the editor, and without a page.
  'client/picture/draw/': { own: ['client/picture/draw/'], packages: /^d3-scale$/ },
  'client/picture/webview/': { own: ['client/picture/draw/', 'client/picture/webview/'], packages: /^$/ },
  'client/': { own: ['client/', 'server/protocol/'], packages: /^(node:|jsonc-parser$|vscode$|vscode-languageclient\/)/ },
};

const FILES = globSync(['client/**/*.ts', 'server/**/*.ts'], { cwd: ROOT });

function layerOf(file: string): string | undefined {
  return Object.keys(LAYERS).find((prefix) => file.startsWith(prefix));
}

function imports(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const statements = text.matchAll(/^(?:(?:import|export) (?:[^'";]*? from )?|[^\n/*]*\bimport\()'([^'\n]+)'/gm);
  return [...statements].map((statement) => statement[1] ?? '');
}

function isAllowed(file: string, imported: string, layer: Layer): boolean {
  if (!imported.startsWith('.')) return layer.packages.test(imported);
  const path = relative(ROOT, join(ROOT, dirname(file), imported))
    .split(sep)
    .join('/');
  return layer.own.some((prefix) => path.startsWith(prefix));
}

test('imports are found in every form that is used', () => {
  expect(imports('test/architecture.test.ts')).toEqual(['node:fs', 'node:path', 'esbuild', 'tinyglobby', 'vitest', './run/process.mjs']);
});

describe('imports point one way', () => {
  test.each(Object.entries(LAYERS))('from %s', (prefix, layer) => {
    const files = FILES.filter((file) => layerOf(file) === prefix);
    expect(files).not.toEqual([]);
    const strays = files.flatMap((file) =>
      imports(file)
        .filter((imported) => !isAllowed(file, imported, layer))
        .map((imported) => `${file} imports ${imported}`),
    );
    expect(strays).toEqual([]);
  });

  test('every file belongs to a layer', () => {
    expect(FILES.filter((file) => layerOf(file) === undefined)).toEqual([]);
  });
});

/** Names that only Node or only a page has; what both have, such as `URL` or `TextDecoder`, is not among them. */
const FOREIGN = [
  'process',
  'Buffer',
  'global',
  'require',
  'module',
  '__dirname',
  '__filename',
  'setImmediate',
  'window',
  'document',
  'navigator',
  'location',
  'localStorage',
  'DOMParser',
];
/** Names that the engine may not use either, since its work depends on nothing but its arguments. */
const IMPURE = ['console', 'performance', 'setTimeout', 'setInterval', 'queueMicrotask', 'fetch', 'crypto', 'Math.random', 'Date.now'];

async function bundle(folder: string, options: Parameters<typeof build>[0]) {
  const entryPoints = FILES.filter((file) => file.startsWith(`server/${folder}/`));
  return build({
    absWorkingDir: ROOT,
    entryPoints,
    bundle: true,
    platform: 'browser',
    format: 'esm',
    outdir: 'dist/browser',
    write: false,
    logLevel: 'silent',
    ...options,
  });
}

/** The free names among `names` that the project's own code in a folder uses. */
async function freeNames(folder: string, names: readonly string[]): Promise<string[]> {
  // A definition replaces a name only where it is free, so that a variable that happens to be called so is left alone.
  const define = Object.fromEntries(names.map((name) => [name, `FREE_NAME_${name.replace('.', '_')}`]));
  const { outputFiles } = await bundle(folder, { define, packages: 'external', write: false });
  const text = (outputFiles ?? []).map((file) => file.text).join('\n');
  return names.filter((name) => new RegExp(`\\bFREE_NAME_${name.replace('.', '_')}\\b`).test(text));
}

describe.each(['engine', 'sources', 'lsp'])('server/%s runs in a browser', (folder) => {
  test('with all it imports', async () => {
    const { errors } = await bundle(folder, {}).catch((failure: { errors: { text: string }[] }) => failure);
    expect(errors.map(({ text }) => text)).toEqual([]);
  });

  test('and uses no name that only Node or a page has', async () => {
    expect(await freeNames(folder, FOREIGN)).toEqual([]);
  });
});

test('the engine depends on nothing but its arguments', async () => {
  expect(await freeNames('engine', IMPURE)).toEqual([]);
});

test('a name that only Node has is found where it is free, and only there', async () => {
  const text = 'export const a = process.env.A; export const b = (Buffer) => Buffer.length;';
  const define = { process: 'FREE_NAME_process', Buffer: 'FREE_NAME_Buffer' };
  const { outputFiles } = await build({
    stdin: { contents: text },
    define,
    bundle: true,
    platform: 'browser',
    format: 'esm',
    write: false,
  });
  expect(outputFiles[0]?.text).toContain('FREE_NAME_process');
  expect(outputFiles[0]?.text).not.toContain('FREE_NAME_Buffer');
});
