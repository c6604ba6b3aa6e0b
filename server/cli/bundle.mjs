/** Bundles the server and the child that reads cases into `dist/server`; packages stay in node_modules. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './prepare.mjs';

const outdir = join(root, 'dist', 'server');
rmSync(outdir, { recursive: true, force: true });
await build({
  entryPoints: { main: join(root, 'server/main.ts'), 'parse-child': join(root, 'server/cli/parse-child.ts') },
  outdir,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  logLevel: 'warning',
});
