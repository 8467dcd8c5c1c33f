/** Rows: the programs as they are shipped. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Bench } from '../sections.ts';
import { Measured, missing, type Section } from '../table.ts';

export async function bundles({ root }: Bench): Promise<Section> {
  const outdir = join(root, '.cache', 'bench', 'dist');
  const { bundlePrograms } = await import(pathToFileURL(join(root, 'esbuild.mjs')).href);
  await bundlePrograms({ production: true, outdir });
  const server = new Measured('server, without the readers it loads when it needs them', 'kB', { goal: 1000, gate: 1000 });
  const client = new Measured('client, without the scripts of web views', 'kB', { goal: 600, gate: 600 });
  server.values.push(statSync(join(outdir, 'server.js')).size / 1000);
  client.values.push(statSync(join(outdir, 'client.js')).size / 1000);
  const activation = missing('activation', 'ms', 50, 'only VS Code can say: Developer: Startup Performance lists it');
  return { title: 'Programs', rows: [server, client, activation] };
}
