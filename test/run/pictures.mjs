/**
 * `npm run pictures`: drives a real VS Code on the sample desk and writes the pictures of README and the walkthrough into `client/media/`.
 * With `--all` it takes those in high contrast too, into `.cache/pictures/`, for looking at.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT, run } from './process.mjs';
import { install } from './setup.mjs';

const { values } = parseArgs({ options: { all: { type: 'boolean' } } });
await install();
const { bundlePrograms } = await import('../../esbuild.mjs');
await bundlePrograms();
const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
const env = { ...process.env, ...(values.all && { SECOND_SOURCE_PICTURES: 'all' }) };
const { code } = await run(process.execPath, [vitest, 'run', '--config', 'test/editor/pictures/vitest.config.mts'], { env });
process.exit(code);
