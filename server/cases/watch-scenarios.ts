/** Reloads the cases when a file is saved (`baraza dev`). */
import { watch } from 'node:fs';
import type { Log } from '../host/log.ts';
import type { ScenarioLibrary } from './scenario-library.ts';

/** Editors write a file in several steps; the debounce reads once after the last. */
const QUIET_MS = 200;

export function watchScenarios(folder: string, library: ScenarioLibrary, log: Log): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      library.reload().then(
        () => log.info({ cases: library.list().length }, 'cases reloaded'),
        (err: unknown) => log.error({ err }, 'cannot reload the cases'),
      );
    }, QUIET_MS);
  });
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
