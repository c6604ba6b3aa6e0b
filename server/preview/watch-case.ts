/** Calls back once after each save of a file of the case. */
import { type FSWatcher, watch } from 'node:fs';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Editors write a file in several steps; one call follows the last of them. */
const DEBOUNCE_MS = 80;
/** Files of a case, without temporary files of editors; playthroughs are excluded below. */
const CASE_FILE = /^[^.~#].*\.(ya?ml|svg)$/;

export function watchCase(folder: string, changed: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const folders = [folder, join(folder, 'art'), join(folder, 'jurisdictions'), join(dirname(folder), 'jurisdictions')];
  const watchers = folders.filter(existsSync).map((one): FSWatcher => {
    const watcher = watch(one, (_, name) => {
      if (name !== null && (!CASE_FILE.test(name) || name.endsWith('.playthrough.yaml'))) return;
      clearTimeout(timer);
      timer = setTimeout(changed, DEBOUNCE_MS);
    });
    watcher.on('error', () => watcher.close());
    return watcher;
  });
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
