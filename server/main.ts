/** Where the server begins: reads the settings, opens the data, starts, says where it is, ends in good order. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { announce } from './announce.ts';
import { ConfigError, readConfig } from './config.ts';
import { startServer } from './create-server.ts';
import { createLog } from './log.ts';
import { createLibrary, loadFolder } from './scenario-library.ts';
import { DataFolderInUse, lockDataFolder } from './storage/data-lock.ts';
import { DatabaseUnreadable, openSqliteStore } from './storage/open-sqlite.ts';
import { TrainerAccess } from './trainer-access.ts';
import { watchScenarios } from './watch-scenarios.ts';

const EXIT_CONFIG = 78;
/** Errors that say in one line what is wrong and what to do. */
const KNOWN = [ConfigError, DataFolderInUse, DatabaseUnreadable];

/** The folder of the project, found from the sources and from the bundle alike. */
function projectFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

async function main(args: readonly string[]): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog();
  const release = lockDataFolder(config.dataFolder);
  const store = await openSqliteStore(config.dataFolder);
  const trainers = new TrainerAccess(store);
  const newKey = await trainers.prepareKey(args.includes('--new-key'));
  const scenarios = config.scenarioFolder ?? join(projectFolder(), 'scenarios');
  const library = await createLibrary(() =>
    loadFolder(scenarios, (err, folder) => log.error({ err, folder }, 'a case could not be read')),
  );
  const dev = args.includes('--dev');
  const clientFolder = dev ? undefined : join(projectFolder(), 'dist', 'client');
  const server = await startServer({ store, library, trainers, log, clientFolder }, config);
  const stopWatching = dev ? watchScenarios(scenarios, library, log) : () => undefined;
  await announce({ addresses: server.addresses, port: dev ? undefined : server.port, newKey, library });
  let stopping = false;
  const stop = async () => {
    // A second signal does not wait for anybody.
    if (stopping) process.exit(1);
    stopping = true;
    stopWatching();
    await server.stop();
    release();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`baraza: ${reasonOf(error)}\n`);
  process.exit(EXIT_CONFIG);
}

/** One line for people. Whatever is no known reason keeps its stack for whoever repairs it. */
function reasonOf(error: unknown): string {
  if (KNOWN.some((kind) => error instanceof kind)) return (error as Error).message;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return `the port is in use: set PORT to another one, for example PORT=${Number(process.env['PORT'] ?? 2567) + 1}`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HOST=${process.env['HOST']} is not an address of this machine`;
  if (code === 'EACCES')
    return `PORT=${process.env['PORT']} may not be used without more rights; choose one above 1023`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
