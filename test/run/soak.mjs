/** `npm run soak`: an hour at a desk in a few minutes, bundled as the programs are bundled. */
import { run } from './process.mjs';
import { install } from './setup.mjs';

await install();
const { bundleSoak } = await import('../../esbuild.mjs');
const { code } = await run(process.execPath, [await bundleSoak()]);
process.exitCode = code;
