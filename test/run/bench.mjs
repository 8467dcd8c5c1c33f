/** `npm run bench`: bundles the measurements as the programs are bundled, and runs them beside the programs that they are measured against. */
import { join } from 'node:path';
import { ROOT, run } from './process.mjs';
import { install } from './setup.mjs';

await install();
try {
  await install(join(ROOT, 'test', 'bench'));
} catch (error) {
  // What cannot be measured says so in its row.
  console.log(`The programs to measure against are not there: ${error instanceof Error ? error.message : error}`);
}
const { bundleBench } = await import('../../esbuild.mjs');
const { code } = await run(process.execPath, [await bundleBench(), ...process.argv.slice(2)]);
process.exitCode = code;
