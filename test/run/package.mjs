/** `npm run package`: makes `second-source-VERSION.vsix` of the files that package.json allows, and nothing else. */
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from './process.mjs';
import { install } from './setup.mjs';

/** Bytes that the package may have: more means that something came along which nobody asked for. */
const MAX_SIZE = 3 * 1024 * 1024;

/**
 * Lays out the extension as it is installed, from a fresh production build; `dist/` is left alone.
 * @param {string} folder where it goes
 * @returns {Promise<{ publisher: string, name: string, version: string }>} its manifest
 */
export async function layOut(folder) {
  const { bundlePrograms } = await import('../../esbuild.mjs');
  const { glob } = await import('tinyglobby');
  const { scripts, devDependencies, files, ...manifest } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  await bundlePrograms({ production: true, outdir: join(folder, 'dist') });
  writeFileSync(join(folder, 'THIRD-PARTY-NOTICES.txt'), notices(join(folder, 'dist', 'meta.json')));
  rmSync(join(folder, 'dist', 'meta.json'));
  for (const file of await glob(files, { cwd: ROOT, ignore: ['dist/**'] })) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    copyFileSync(join(ROOT, file), join(folder, file));
  }
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

/**
 * Makes the package.
 * @param {string} outdir where it goes
 * @returns {Promise<string>} its path
 * @throws {Error} where it is too big
 */
export async function makePackage(outdir) {
  const { createVSIX } = await import('@vscode/vsce');
  const stage = mkdtempSync(join(tmpdir(), 'second-source-package-'));
  try {
    const { name, version } = await layOut(stage);
    // The folder holds what belongs in the package and nothing else, which is what an empty list says.
    writeFileSync(join(stage, '.vscodeignore'), '');
    const packagePath = join(outdir, `${name}-${version}.vsix`);
    await createVSIX({ cwd: stage, packagePath, dependencies: false, allowMissingRepository: true, rewriteRelativeLinks: false });
    const { size } = statSync(packagePath);
    if (size > MAX_SIZE) throw new Error(`${packagePath} has ${size} bytes; more than ${MAX_SIZE} are not expected.`);
    return packagePath;
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

/**
 * The licences of the packages that were bundled.
 * @param {string} meta esbuild's account of what went into the bundles
 */
function notices(meta) {
  /** @type {{ inputs: Record<string, unknown> }} */
  const { inputs } = JSON.parse(readFileSync(meta, 'utf8'));
  const packages = new Set(Object.keys(inputs).flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? []));
  const texts = [...packages].sort().map((folder) => {
    const licence = readdirSync(join(ROOT, folder)).find((name) => /^licen[cs]e/i.test(name));
    const { name, version, license } = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8'));
    return `${name} ${version} (${license})\n\n${licence ? readFileSync(join(ROOT, folder, licence), 'utf8').trim() : ''}\n`;
  });
  return texts.join(`\n${'-'.repeat(80)}\n\n`);
}

if (process.argv[1] && relative(process.argv[1], fileURLToPath(import.meta.url)) === '') {
  await install();
  const path = await makePackage(ROOT);
  console.log(`${relative(ROOT, path)}: ${Math.ceil(statSync(path).size / 1024)} kB`);
}
