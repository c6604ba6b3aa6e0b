/** Bundles as `npm run build` does, into a folder of the benchmark's own: what is in dist may be served to somebody. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** The folder lies in the project, where packages are found; it is gone afterwards. */
export async function withBundle<T>(
  entryPoints: Record<string, string>,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const results = join(ROOT, 'test-results');
  await mkdir(results, { recursive: true });
  const folder = await mkdtemp(join(results, 'bench-'));
  try {
    await build({
      entryPoints: Object.fromEntries(Object.entries(entryPoints).map(([name, path]) => [name, join(ROOT, path)])),
      outdir: folder,
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      target: 'node20',
      logLevel: 'warning',
    });
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
