/** Bundles the server, its child processes and the commands for operators into `dist/server`. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { BUNDLE } from './bundle-options.mjs';
import { root } from './prepare.mjs';

const outdir = join(root, 'dist', 'server');
rmSync(outdir, { recursive: true, force: true });
await build({
  entryPoints: Object.fromEntries(
    [
      ['main', 'server/main.ts'],
      ['parse-child', 'server/cases/parse-child.ts'],
      ['backup-child', 'server/backup/backup-child.ts'],
      ['operations', 'server/cli/operations.ts'],
    ].map(([name, path = '']) => [name, join(root, path)]),
  ),
  outdir,
  ...BUNDLE,
  sourcemap: true,
});
