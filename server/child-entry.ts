/** Where the code of a child process is: beside the bundle, or as source that tsx reads. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

export interface ChildEntry {
  path: string;
  execArgv: string[];
}

/** `name` is the bundle's `name.js`, and `cli/name.ts` among the sources. */
export function childEntry(name: string, execArgv: readonly string[] = []): ChildEntry {
  const bundled = fileURLToPath(new URL(`./${name}.js`, import.meta.url));
  if (existsSync(bundled)) return { path: bundled, execArgv: [...execArgv] };
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  return {
    path: fileURLToPath(new URL(`./cli/${name}.ts`, import.meta.url)),
    execArgv: [...execArgv, '--import', loader],
  };
}
