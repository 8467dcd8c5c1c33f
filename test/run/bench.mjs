/** `npm run bench`: bundles the measurements as the programs are bundled, and runs them. */
import { run } from './process.mjs';
import { install } from './setup.mjs';

await install();
const { bundleBench } = await import('../../esbuild.mjs');
const { code } = await run(process.execPath, [await bundleBench()]);
process.exitCode = code;
