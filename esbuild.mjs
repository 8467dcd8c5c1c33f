/** Bundles the extension, the language server and the command line into `dist/`. */
import { build } from 'esbuild';

await build({
  entryPoints: { client: 'client/extension.ts', server: 'server/hosts/node.ts', cli: 'server/hosts/cli.ts' },
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['vscode'],
  sourcemap: true,
  banner: {},
  logLevel: 'info',
});
