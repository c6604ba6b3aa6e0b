/** Finds the entry file of a child process: beside the bundle, or a source file run by tsx. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export interface ChildEntry {
  path: string;
  execArgv: string[];
}

/** `source` is the path below `server/` without its ending: `cases/parse-child`. The bundle holds it as `parse-child.js`. */
export function childEntry(source: string, execArgv: readonly string[] = []): ChildEntry {
  const bundled = fileURLToPath(new URL(`./${basename(source)}.js`, import.meta.url));
  if (existsSync(bundled)) return { path: bundled, execArgv: [...execArgv] };
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  return {
    path: fileURLToPath(new URL(`../${source}.ts`, import.meta.url)),
    execArgv: [...execArgv, '--import', loader],
  };
}
