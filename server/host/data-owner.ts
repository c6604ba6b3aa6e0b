/** Whose a data folder is. Started once by an administrator, its files are no longer the trainer's; whoever starts next must be told. */
import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';

/** The first part of a data folder that this user may not read and write, in one line, with what to do; undefined where all may be. */
export function closedPart(folder: string): { says: string; remedy: string } | undefined {
  for (const path of partsOf(folder)) {
    const kept = statSync(path, { throwIfNoEntry: false });
    if (!kept || isOpen(path)) continue;
    const foreign = kept.uid !== process.getuid?.();
    return {
      says: foreign
        ? `${path} belongs to another user (number ${kept.uid}) and cannot be used by ${me()}`
        : `${path} cannot be read and written`,
      remedy: foreign ? `sudo chown -R ${me()} ${folder}` : `chmod -R u+rwX ${folder}`,
    };
  }
  return undefined;
}

/** Where an administrator may write all the same: the number of the user whose folder it is. Files made now would shut that user out. */
export function ownerShutOut(folder: string): number | undefined {
  const owner = statSync(folder, { throwIfNoEntry: false })?.uid;
  return process.getuid?.() === 0 && owner !== undefined && owner !== 0 ? owner : undefined;
}

/** The folder, and our own files in it. */
function partsOf(folder: string): string[] {
  try {
    const own = readdirSync(folder).filter((name) => name.startsWith('baraza.'));
    return [folder, ...own.sort().map((name) => join(folder, name))];
  } catch {
    return [folder];
  }
}

function isOpen(path: string): boolean {
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
    return true;
  } catch (error) {
    // A disk that takes no writing at all is not mended by other rights.
    return error instanceof Error && 'code' in error && error.code === 'EROFS';
  }
}

const me = (): string => userInfo().username;
