/** Entry point of the server: reads the settings, opens the data folder, starts, announces the addresses, stops on a signal. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { announce } from './host/announce.ts';
import { DatabaseDamaged, checkBeforeOpening } from './backup/before-opening.ts';
import { BackupFailed } from './backup/take-backup.ts';
import { rememberingCheck } from './cases/case-cache.ts';
import { ConfigError, readConfig } from './host/config.ts';
import { startServer } from './create-server.ts';
import { createLog, type Log } from './host/log.ts';
import { projectFolder, projectVersion } from './host/project.ts';
import { createLibrary, loadFolder } from './cases/scenario-library.ts';
import { DataFolderInUse, lockDataFolder } from './storage/data-lock.ts';
import { HighWater } from './storage/high-water.ts';
import { findCutOff, markedStore } from './storage/marked-store.ts';
import { MIGRATION_NAMES } from './storage/migrations.ts';
import {
  DATABASE_FILE,
  DatabaseUnreadable,
  NewerDatabase,
  openSqliteStore,
  UpgradeFailed,
} from './storage/open-sqlite.ts';
import { TrainerAccess } from './access/trainer-access.ts';
import { watchScenarios } from './cases/watch-scenarios.ts';

const EXIT_CONFIG = 78;
/** Errors whose message states problem and remedy in one line. */
const KNOWN = [
  ConfigError,
  DataFolderInUse,
  DatabaseUnreadable,
  DatabaseDamaged,
  UpgradeFailed,
  NewerDatabase,
  BackupFailed,
];

async function main(args: readonly string[]): Promise<void> {
  // New files are readable by their owner only, even if the data folder is open to others.
  process.umask(0o077);
  const config = readConfig(process.env);
  const { dataFolder, backups, metricsToken, keyFile } = config;
  const version = projectVersion();
  const log = createLog(config.logLevel);
  endOnUnknownErrors(log);
  // Packages print to the console what clients send; at a higher level any client could fill the log.
  for (const level of ['warn', 'error'] as const)
    console[level] = (...args: unknown[]) => log.debug(args.map(String).join(' '));
  const release = lockDataFolder(dataFolder);
  const mark = new HighWater(dataFolder, DATABASE_FILE);
  await checkBeforeOpening({ dataFolder, backups, version, known: MIGRATION_NAMES });
  const store = markedStore(await openSqliteStore(dataFolder), mark);
  const cutOff = await findCutOff(store, mark);
  mark.begin();
  const trainers = new TrainerAccess(store);
  const newKey = await trainers.prepareKey(args.includes('--new-key'));
  if (newKey !== undefined)
    await store.appendAudit({
      at: Date.now(),
      who: 'command-line',
      act: args.includes('--new-key') ? 'renew-key' : 'make-key',
    });
  if (newKey !== undefined && keyFile !== undefined) writeFileSync(keyFile, `${newKey}\n`, { mode: 0o600 });
  const scenarios = config.scenarioFolder ?? join(projectFolder(), 'scenarios');
  const check = rememberingCheck(dataFolder);
  const library = await createLibrary(() =>
    loadFolder(scenarios, (err, folder) => log.error({ err, folder }, 'a case could not be read'), check),
  );
  const dev = args.includes('--dev');
  const clientFolder = dev ? undefined : join(projectFolder(), 'dist', 'client');
  const host = { dataFolder, metricsToken, backups, version };
  const server = await startServer(
    { store, library, trainers, log, clientFolder, host, network: config.network, cutOff },
    config,
  );
  const stopWatching = dev ? watchScenarios(scenarios, library, log) : () => undefined;
  let stopping = false;
  const stop = async () => {
    // A second signal ends the process at once.
    if (stopping) process.exit(1);
    stopping = true;
    stopWatching();
    await server.stop();
    release();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
  // Signals are handled before the announcement, because a supervisor may send one as soon as it reads it.
  const cases = { playable: library.list().filter((one) => one.compiled).length, all: library.list().length };
  await announce({ addresses: server.addresses, port: dev ? undefined : server.port, newKey, keyFile, cases });
}

/** Logs the error and ends the process. Acknowledged commands are on disk; a supervisor restarts the server. */
function endOnUnknownErrors(log: Log): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(event, (err: unknown) => {
      log.fatal({ err }, 'an unexpected error: the program ends');
      process.exit(1);
    });
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`baraza: ${reasonOf(error)}\n`);
  process.exit(EXIT_CONFIG);
}

/** One line for the user; an unknown error keeps its stack. */
function reasonOf(error: unknown): string {
  if (KNOWN.some((kind) => error instanceof kind)) return (error as Error).message;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return `the port is in use: set PORT to another one, for example PORT=${Number(process.env['PORT'] ?? 2567) + 1}`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HOST=${process.env['HOST']} is not an address of this machine`;
  if (code === 'EACCES')
    return `this user has no permission to use PORT=${process.env['PORT']}; choose a port above 1023`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
