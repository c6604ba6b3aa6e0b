/** A real server on a free port with an empty data folder, removed after the test. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCase } from '../../shared/scenario/parse-case.ts';
import { type RunningServer, startServer } from '../../server/create-server.ts';
import { createLog } from '../../server/host/log.ts';
import { createLibrary, type LibraryCase } from '../../server/cases/scenario-library.ts';
import type { ExerciseStore } from '../../server/storage/exercise-store.ts';
import { openSqliteStore } from '../../server/storage/open-sqlite.ts';
import { TrainerAccess } from '../../server/access/trainer-access.ts';
import { aCase, type Change } from './a-scenario.ts';
import { TestTrainer } from './test-trainer.ts';

export interface TestServer {
  url: string;
  store: ExerciseStore;
  server: RunningServer;
  /** A trainer who has signed in. */
  trainer(): Promise<TestTrainer>;
  stop(): Promise<void>;
}

/** The small case in the form of the library; `art` gives drawings by name. */
export function aLibraryCase(change?: Change, art: LibraryCase['art'] = { byName: {}, byHash: {} }): LibraryCase {
  const files = aCase(change);
  return { id: 'small-case', files, art, ...parseCase(files) };
}

export interface TestServerOptions {
  cases?: LibraryCase[];
  clientFolder?: string;
  /** Size limit of the database, to fill it on purpose. */
  maxPages?: number;
}

export async function startTestServer({
  cases = [aLibraryCase()],
  clientFolder,
  maxPages,
}: TestServerOptions = {}): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'baraza-server-'));
  const store = await openSqliteStore(folder, maxPages === undefined ? {} : { maxPages });
  const trainers = new TrainerAccess(store);
  const key = (await trainers.prepareKey()) ?? '';
  const library = await createLibrary(() => Promise.resolve(cases));
  const server = await startServer(
    { store, library, trainers, log: createLog('silent'), clientFolder },
    { port: 0, host: '127.0.0.1' },
  );
  const url = `http://127.0.0.1:${server.port}`;
  return {
    url,
    store,
    server,
    trainer: () => TestTrainer.signsIn(url, key),
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true });
    },
  };
}
