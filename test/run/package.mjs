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
 * Makes the package from a fresh production build, in a folder of its own, so that `dist/` is left alone.
 * @param {string} outdir where it goes
 * @returns {Promise<string>} its path
 * @throws {Error} where it is too big
 */
export async function makePackage(outdir) {
  const { bundlePrograms } = await import('../../esbuild.mjs');
  const { createVSIX } = await import('@vscode/vsce');
  const { glob } = await import('tinyglobby');
  const { scripts, devDependencies, files, ...manifest } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const stage = mkdtempSync(join(tmpdir(), 'second-source-package-'));
  try {
    await bundlePrograms({ production: true, outdir: join(stage, 'dist') });
    writeFileSync(join(stage, 'THIRD-PARTY-NOTICES.txt'), notices(join(stage, 'dist', 'meta.json')));
    rmSync(join(stage, 'dist', 'meta.json'));
    for (const file of await glob(files, { cwd: ROOT, ignore: ['dist/**'], expandDirectories: true })) {
      mkdirSync(dirname(join(stage, file)), { recursive: true });
      copyFileSync(join(ROOT, file), join(stage, file));
    }
    // The folder holds what belongs in the package and nothing else, which is what an empty list says.
    writeFileSync(join(stage, '.vscodeignore'), '');
    writeFileSync(join(stage, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    const packagePath = join(outdir, `${manifest.name}-${manifest.version}.vsix`);
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
