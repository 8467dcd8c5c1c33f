/** `node test/eval/fit.mjs`: fits the weights of the signs (`server/engine/compare/signs.ts`) to the labelled stories and writes them down. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '../..');
const outfile = join(root, 'dist/eval/fit-weights.cjs');
await build({
  absWorkingDir: root,
  entryPoints: ['test/eval/fit-weights.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  mainFields: ['module', 'main'],
  // The stories are read from where they are, not from where the bundle is.
  define: { 'import.meta.dirname': JSON.stringify(import.meta.dirname), 'import.meta.url': '__filename' },
});
process.exitCode = spawnSync(process.execPath, [outfile, root], { stdio: 'inherit' }).status ?? 1;
