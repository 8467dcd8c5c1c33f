/** Bundles the extension, the language server and the command line into `dist/`; `--production` minifies, `--watch` rebuilds. */
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';

const root = dirname(fileURLToPath(import.meta.url));

/**
 * Writes a bundle's files when their contents changed.
 * @type {import('esbuild').Plugin}
 */
const write = {
  name: 'write',
  setup({ onEnd }) {
    onEnd(async ({ outputFiles = [] }) => {
      for (const { path, contents } of outputFiles) {
        const old = await readFile(path).catch(() => undefined);
        if (old && Buffer.compare(old, contents) === 0) continue;
        await replaceFile(path, contents, path.endsWith('cli.js') ? 0o755 : 0o644);
      }
    });
  },
};

/**
 * Writes a file in one step: a program that runs from `dist/` while another builds never reads half a file.
 * @param {string} path
 * @param {string | Uint8Array} contents
 * @param {number} [mode]
 */
async function replaceFile(path, contents, mode = 0o644) {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, contents, { mode });
  await rename(draft, path);
}

/**
 * Leaves out by what names the Markdown parser's nodes would be coloured: nobody colours here.
 * @type {import('esbuild').Plugin}
 */
const uncoloured = {
  name: 'uncoloured',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@lezer\/highlight$/ }, ({ path }) => ({ path, namespace: 'uncoloured' }));
    onLoad({ filter: /.*/, namespace: 'uncoloured' }, () => ({
      contents:
        'export class Tag {}; export const tags = new Proxy(() => tags, { get: () => tags }); export const styleTags = () => () => null;',
    }));
  },
};

/**
 * @param {import('esbuild').BuildOptions} options
 * @returns {import('esbuild').BuildOptions}
 */
function nodeBundle(options) {
  return {
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    charset: 'utf8',
    target: 'node20',
    // Some packages' CommonJS entry hides its imports from a bundler; their module entry does not.
    mainFields: ['module', 'main'],
    // What a package's module entry asks of its own place is answered with the bundle's.
    define: { 'import.meta.url': '__filename', 'import.meta.dirname': '__dirname' },
    external: ['vscode'],
    sourcemap: 'linked',
    metafile: true,
    write: false,
    plugins: [write, uncoloured],
    logLevel: 'warning',
    ...options,
  };
}

/**
 * The thread that reads documents. Each reader is a file of its own beside it, loaded when the first document of its format comes. They
 * are built as for a browser: their libraries then do without Node's modules, and without a second thread.
 * @param {import('esbuild').BuildOptions} options
 */
function readers(options) {
  return nodeBundle({
    ...options,
    entryPoints: { reader: 'server/hosts/reader.ts' },
    platform: 'browser',
    format: 'esm',
    splitting: true,
    outExtension: { '.js': '.mjs' },
    chunkNames: '[name]-[hash]',
    mainFields: ['browser', 'module', 'main'],
    // Libraries that see Node's `process` ask it for modules that Node has only had since 20.16.
    define: { process: 'undefined' },
    external: ['node:*'],
  });
}

/**
 * The script of the page that shows a picture: it runs in a webview, where there is nothing but a page.
 * @param {import('esbuild').BuildOptions} options
 */
function page(options) {
  return nodeBundle({
    ...options,
    entryPoints: { picture: 'client/picture/webview/main.ts' },
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    mainFields: ['browser', 'module', 'main'],
    define: {},
    external: [],
  });
}

/** @param {{ production?: boolean, outdir?: string }} [options] */
function programs({ production = false, outdir = 'dist' } = {}) {
  const shared = { outdir, minify: production, sourcemap: production ? false : /** @type {const} */ ('linked') };
  return [
    nodeBundle({
      ...shared,
      entryPoints: { client: 'client/extension.ts', server: 'server/hosts/node.ts', analyst: 'server/hosts/analyst.ts' },
    }),
    nodeBundle({ ...shared, entryPoints: { cli: 'server/hosts/cli.ts' }, banner: { js: '#!/usr/bin/env node' } }),
    page(shared),
    readers({ ...shared, outdir: `${outdir}/readers` }),
  ];
}

/**
 * Builds the programs, and `meta.json` beside them, which says what each is made of.
 * @param {{ production?: boolean, outdir?: string }} [options] `outdir` is absolute or relative to the project
 */
export async function bundlePrograms(options = {}) {
  const results = await Promise.all(programs(options).map((program) => build(program)));
  const meta = { inputs: {}, outputs: {} };
  for (const { metafile } of results) {
    Object.assign(meta.inputs, metafile?.inputs);
    Object.assign(meta.outputs, metafile?.outputs);
  }
  await replaceFile(resolve(root, options.outdir ?? 'dist', 'meta.json'), JSON.stringify(meta));
  await removeStale(resolve(root, options.outdir ?? 'dist', 'readers'), new Set(Object.keys(meta.outputs).map((path) => basename(path))));
}

/** Milliseconds that a program may go on with the readers it was built with, which it loads one by one. */
const KEPT = 3_600_000;

/**
 * Removes the readers that earlier builds left: their names change with their contents.
 * @param {string} folder
 * @param {ReadonlySet<string>} built
 */
async function removeStale(folder, built) {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const stats = built.has(name) ? null : await stat(path).catch(() => null);
    if (stats && stats.mtimeMs < Date.now() - KEPT) await rm(path, { force: true });
  }
}

/** Builds the tests that run inside VS Code into `dist/test/`, where its extension host can load them. */
export async function bundleSuite() {
  const entryPoints = (await readdir(join(root, 'test', 'editor', 'suite'))).map((name) => `test/editor/suite/${name}`);
  const { metafile } = await build(nodeBundle({ entryPoints, outdir: 'dist/test', external: ['vscode', 'mocha'] }));
  // A test that is gone from the sources must not go on running.
  const built = new Set(Object.keys(metafile?.outputs ?? {}).map((path) => basename(path)));
  for (const name of await readdir(join(root, 'dist', 'test'))) {
    if (/\.js(\.map)?$/.test(name) && !built.has(name)) await rm(join(root, 'dist', 'test', name), { force: true });
  }
}

/**
 * Builds the measurements, and says where they are.
 * @returns {Promise<string>}
 */
export async function bundleBench() {
  await build(nodeBundle({ entryPoints: { bench: 'test/bench/bench.ts', analyst: 'server/hosts/analyst.ts' }, outdir: 'dist/bench' }));
  return join(root, 'dist', 'bench', 'bench.js');
}

/**
 * Builds the soak beside the programs, whose readers it uses, and says where it is.
 * @returns {Promise<string>}
 */
export async function bundleSoak() {
  await build(nodeBundle({ entryPoints: { soak: 'test/soak/run.ts', analyst: 'server/hosts/analyst.ts' }, outdir: 'dist/soak' }));
  await build(readers({ outdir: 'dist/soak/readers' }));
  return join(root, 'dist', 'soak', 'soak.js');
}

if (process.argv[1] && relative(process.argv[1], fileURLToPath(import.meta.url)) === '') {
  if (process.argv.includes('--watch')) {
    for (const program of programs()) await (await context({ ...program, logLevel: 'info' })).watch();
  } else {
    await bundlePrograms({ production: process.argv.includes('--production') });
    if (!process.argv.includes('--production')) await bundleSuite();
  }
}
