/** While somebody writes a case: reads it again as soon as a file is saved. */
import { watch } from 'node:fs';
import type { Log } from '../host/log.ts';
import type { ScenarioLibrary } from './scenario-library.ts';

/** Editors write a file in several steps; one reading after the last is enough. */
const QUIET_MS = 200;

export function watchScenarios(folder: string, library: ScenarioLibrary, log: Log): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      library.reload().then(
        () => log.info({ cases: library.list().length }, 'cases read again'),
        (err: unknown) => log.error({ err }, 'the cases could not be read again'),
      );
    }, QUIET_MS);
  });
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
