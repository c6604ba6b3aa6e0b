/** Starts a preview: the real server on the loopback address, with a temporary data folder. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Diagnostic } from '../../shared/scenario/diagnostic.ts';
import { startServer } from '../create-server.ts';
import type { ExerciseRegistry } from '../exercises/exercise-registry.ts';
import { randomId } from '../host/ids.ts';
import { createLog } from '../host/log.ts';
import { loadCase } from '../cases/scenario-files.ts';
import { openSqliteStore } from '../storage/open-sqlite.ts';
import { TrainerAccess } from '../access/trainer-access.ts';
import { Preview } from './preview.ts';
import { PreviewLibrary } from './preview-library.ts';
import { previewRoutes } from './routes.ts';
import { WarmChecker } from './warm-checker.ts';
import { watchCase } from './watch-case.ts';

export interface StartPreviewOptions {
  /** The case folder. */
  folder: string;
  /** Language of the desks; by default the language of the case. */
  language?: string | undefined;
  /** The built client. */
  clientFolder?: string | undefined;
  /** 0 for any free port. */
  port: number;
}

export interface RunningPreview {
  /** The URL of the page, including the key. */
  address: string;
  preview: Preview;
  stop(): Promise<void>;
}

/** Returns the findings if the case cannot be played. */
export async function startPreview({
  folder,
  language,
  clientFolder,
  port,
}: StartPreviewOptions): Promise<RunningPreview | { findings: Diagnostic[] }> {
  const first = await loadCase(folder);
  const data = await mkdtemp(join(tmpdir(), 'baraza-preview-'));
  const store = await openSqliteStore(data);
  const library = new PreviewLibrary();
  const checker = new WarmChecker();
  const key = randomId();
  const created: { preview?: Preview } = {};
  const current = (): Preview => {
    if (!created.preview) throw new Error('the preview is not open yet');
    return created.preview;
  };
  const routes = (exercises: ExerciseRegistry) => {
    created.preview = new Preview({ folder, language, store, library, checker, exercises });
    return previewRoutes(current, key);
  };
  const parts = { store, library, trainers: new TrainerAccess(store), log: createLog(), clientFolder };
  const server = await startServer({ ...parts, preview: routes }, { port, host: '127.0.0.1' });
  const stopServer = async () => {
    checker.end();
    await server.stop();
    await rm(data, { recursive: true, force: true });
  };
  const findings = await current().start(first);
  if (findings) {
    await stopServer();
    return { findings };
  }
  // A first check warms up the child process before the author saves.
  checker.check(first.files).catch(() => undefined);
  const stopWatching = watchCase(folder, () => {
    current()
      .reload()
      .catch((err: unknown) => parts.log.error({ err }, 'the case could not be read again'));
  });
  return {
    address: `http://127.0.0.1:${server.port}/preview.html#${key}`,
    preview: current(),
    stop: async () => {
      stopWatching();
      await stopServer();
    },
  };
}
