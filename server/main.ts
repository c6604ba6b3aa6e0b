/** Where the server begins: reads the settings, opens the data, starts, says where it is, ends in good order. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { announce } from './host/announce.ts';
import { DatabaseDamaged, lookBeforeOpening } from './backup/before-opening.ts';
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
/** Errors that say in one line what is wrong and what to do. */
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
  // What is kept is for whoever runs it, also where the folder stands open.
  process.umask(0o077);
  const config = readConfig(process.env);
  const { dataFolder, backups, metricsToken, keyFile } = config;
  const version = projectVersion();
  const log = createLog(config.logLevel);
  endOnUnknownErrors(log);
  // What packages say of bytes they could not read; everybody could fill the log with it.
  for (const level of ['warn', 'error'] as const)
    console[level] = (...words: unknown[]) => log.debug(words.map(String).join(' '));
  const release = lockDataFolder(dataFolder);
  const mark = new HighWater(dataFolder, DATABASE_FILE);
  await lookBeforeOpening({ dataFolder, backups, version, known: MIGRATION_NAMES });
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
    // A second signal does not wait for anybody.
    if (stopping) process.exit(1);
    stopping = true;
    stopWatching();
    await server.stop();
    release();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
  // Whoever reads that it is ready may ask it to end at once.
  const cases = { playable: library.list().filter((one) => one.compiled).length, all: library.list().length };
  await announce({ addresses: server.addresses, port: dev ? undefined : server.port, newKey, keyFile, cases });
}

/** The last resort: one line of the log and the end. Whatever was confirmed is on the disk; a supervisor starts it again. */
function endOnUnknownErrors(log: Log): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(event, (err: unknown) => {
      log.fatal({ err }, 'an error that nobody expected: the program ends');
      process.exit(1);
    });
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
