/** Finds the case folders that a command line names. */
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listCases } from '../cases/scenario-files.ts';
import { type Io, UsageError } from './subcommand.ts';

/** The project's own cases. */
export const SCENARIOS = fileURLToPath(new URL('../../scenarios/', import.meta.url));

/**
 * The case folders at these paths. A path is a case, a folder of cases, or the name of a case of the project; without paths, all
 * cases of the project. Throws `UsageError` if a path holds no case.
 */
export async function caseFolders(paths: readonly string[], { cwd }: Pick<Io, 'cwd'>): Promise<string[]> {
  const folders: string[] = [];
  for (const path of paths.length > 0 ? paths : [SCENARIOS]) folders.push(...(await foldersAt(path, cwd)));
  return [...new Set(folders)];
}

/** The folder of exactly one case; throws `UsageError` for none or several. */
export async function oneCase(path: string, io: Pick<Io, 'cwd'>): Promise<string> {
  const folders = await caseFolders([path], io);
  const [folder] = folders;
  if (folder === undefined || folders.length > 1)
    throw new UsageError(`${path} holds ${folders.length} cases; name one of them`);
  return folder;
}

async function foldersAt(path: string, cwd: string): Promise<string[]> {
  const byPath = await listCases(resolve(cwd, path));
  if (byPath.length > 0) return byPath;
  const byName = /^[a-z][a-z0-9-]*$/.test(path) ? await listCases(resolve(SCENARIOS, path)) : [];
  if (byName.length > 0) return byName;
  const known = (await listCases(SCENARIOS)).map((folder) => relative(cwd, folder)).join(', ');
  throw new UsageError(
    `there is no case at ${path}: a case is a folder with a scenario.yaml. Cases of the project: ${known}.`,
  );
}
