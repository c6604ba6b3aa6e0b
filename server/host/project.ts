/** The folder and version of the project, found from the sources and from the bundle. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export function projectFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

export function projectVersion(): string {
  const read: unknown = JSON.parse(readFileSync(join(projectFolder(), 'package.json'), 'utf8'));
  return (read as { version: string }).version;
}
