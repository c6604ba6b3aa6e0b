/** Notices that an author has saved a file of the case, soon, and once per save. */
import { type FSWatcher, watch } from 'node:fs';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Editors write a file in several steps; one reading after the last is enough. */
const QUIET_MS = 80;
/** What says something about a case; playthroughs do not, and what editors leave beside it does not. */
const OF_A_CASE = /^[^.~#].*\.(ya?ml|svg)$/;

export function watchCase(folder: string, changed: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const folders = [folder, join(folder, 'art'), join(folder, 'jurisdictions'), join(dirname(folder), 'jurisdictions')];
  const watchers = folders.filter(existsSync).map((one): FSWatcher => {
    const watcher = watch(one, (_, name) => {
      if (name !== null && (!OF_A_CASE.test(name) || name.endsWith('.playthrough.yaml'))) return;
      clearTimeout(timer);
      timer = setTimeout(changed, QUIET_MS);
    });
    watcher.on('error', () => watcher.close());
    return watcher;
  });
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
