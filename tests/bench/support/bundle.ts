/** Bundles every measured process like `npm run build`, but outside dist, which may be in use by a running server. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { BUNDLE } from '../../../server/cli/bundle-options.mjs';

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

const ENTRIES = {
  main: 'server/main.ts',
  'parse-child': 'server/cases/parse-child.ts',
  'backup-child': 'server/backup/backup-child.ts',
  hello: 'tests/bench/floors/hello-server.ts',
  bare: 'tests/bench/floors/bare-room.ts',
  probe: 'tests/bench/support/probe.ts',
  generator: 'tests/bench/load/generator.ts',
};

let made: Promise<string> | undefined;

/**
 * The folder of the bundle; each entry is `name.js`. It is inside the project, so that packages resolve, and is deleted
 * when this process ends.
 */
export function bundled(): Promise<string> {
  made ??= bundle(join(ROOT, 'test-results', `bench-${process.pid}`));
  return made;
}

async function bundle(outdir: string): Promise<string> {
  process.on('exit', () => rmSync(outdir, { recursive: true, force: true }));
  await build({
    entryPoints: Object.fromEntries(Object.entries(ENTRIES).map(([name, path]) => [name, join(ROOT, path)])),
    outdir,
    ...BUNDLE,
  });
  return outdir;
}
