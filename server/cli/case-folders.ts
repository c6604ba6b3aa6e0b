/** Which cases a command line means. */
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listCases } from '../cases/scenario-files.ts';
import { type Io, UsageError } from './subcommand.ts';

/** The project's own cases. */
export const SCENARIOS = fileURLToPath(new URL('../../scenarios/', import.meta.url));

/**
 * The folders of the cases at these paths: a case, a folder that holds cases, or the name of one of the project's own; all of the
 * project's own where no path is given. Throws `UsageError` where there is none.
 */
export async function caseFolders(paths: readonly string[], { cwd }: Pick<Io, 'cwd'>): Promise<string[]> {
  const folders: string[] = [];
  for (const path of paths.length > 0 ? paths : [SCENARIOS]) folders.push(...(await foldersAt(path, cwd)));
  return [...new Set(folders)];
}

/** The one case that a command line means. */
export async function oneCase(path: string, io: Pick<Io, 'cwd'>): Promise<string> {
  const folders = await caseFolders([path], io);
  const [folder] = folders;
  if (folder === undefined || folders.length > 1)
    throw new UsageError(`${path} holds ${folders.length} cases; name one of them`);
  return folder;
}

async function foldersAt(path: string, cwd: string): Promise<string[]> {
  const here = await listCases(resolve(cwd, path));
  if (here.length > 0) return here;
  const byName = /^[a-z][a-z0-9-]*$/.test(path) ? await listCases(resolve(SCENARIOS, path)) : [];
  if (byName.length > 0) return byName;
  const known = (await listCases(SCENARIOS)).map((folder) => relative(cwd, folder)).join(', ');
  throw new UsageError(
    `there is no case in ${path}: a case is a folder with a scenario.yaml. The project has ${known}.`,
  );
}
