/** The server in bundles, as delivered: it starts in a third of the time that its sources take. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { BUNDLE } from '../../server/cli/bundle-options.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** The variable in which a run of tests tells its workers where the bundle is. */
const BUNDLED = 'BARAZA_TEST_SERVER';
let made: Promise<string> | undefined;

/**
 * The path of the bundled `main.ts`, inside the project so that packages resolve. It is made once for a run of tests, and
 * deleted when the process that made it ends.
 */
export function bundledServer(): Promise<string> {
  const given = process.env[BUNDLED];
  if (given !== undefined) return Promise.resolve(given);
  made ??= bundle(join(root, 'node_modules', '.cache', 'baraza-tests', String(process.pid)));
  return made;
}

/** Set-up of a Vitest project: its workers find the bundle in their environment. */
export async function setup(): Promise<void> {
  process.env[BUNDLED] = await bundledServer();
}

async function bundle(outdir: string): Promise<string> {
  process.on('exit', () => rmSync(outdir, { recursive: true, force: true }));
  await build({
    entryPoints: {
      main: join(root, 'server/main.ts'),
      'parse-child': join(root, 'server/cases/parse-child.ts'),
      'backup-child': join(root, 'server/backup/backup-child.ts'),
    },
    outdir,
    ...BUNDLE,
    sourcemap: 'inline',
  });
  return join(outdir, 'main.js');
}
