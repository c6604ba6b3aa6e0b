/** Checks who owns the data folder: after one start by an administrator, its files may be closed to the trainer's account. */
import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';

/** The first path of a data folder that this user cannot read and write, with a remedy; undefined if there is none. */
export function closedPart(folder: string): { problem: string; remedy: string } | undefined {
  for (const path of partsOf(folder)) {
    const kept = statSync(path, { throwIfNoEntry: false });
    if (!kept || isOpen(path)) continue;
    const foreign = kept.uid !== process.getuid?.();
    return {
      problem: foreign
        ? `${path} belongs to another user (number ${kept.uid}) and cannot be used by ${me()}`
        : `${path} cannot be read and written`,
      remedy: foreign ? `sudo chown -R ${me()} ${folder}` : `chmod -R u+rwX ${folder}`,
    };
  }
  return undefined;
}

/** If root opens another user's folder: that user's id. Files created by root would be closed to that user. */
export function ownerShutOut(folder: string): number | undefined {
  const owner = statSync(folder, { throwIfNoEntry: false })?.uid;
  return process.getuid?.() === 0 && owner !== undefined && owner !== 0 ? owner : undefined;
}

/** The folder and Baraza's files in it. */
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
    // Changing permissions does not help on a read-only file system.
    return error instanceof Error && 'code' in error && error.code === 'EROFS';
  }
}

const me = (): string => userInfo().username;
