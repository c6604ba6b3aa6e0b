/** The environment, checked before anything is opened. Every mistake is one line that says what to do. */
import { mkdirSync, mkdtempSync, rmdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { closedPart } from './data-owner.ts';
import { type OwnNetwork, readNames, readTrustedProxies } from './own-names.ts';
import { LOG_LEVELS } from './log-levels.ts';

/** The name of the default backup folder, inside the data folder. */
export const BACKUP_FOLDER = 'backups';

export interface BackupSettings {
  /** Where the server puts its backups. */
  folder: string;
  /** How many of each reason stay. */
  keep: number;
}

export interface Config {
  port: number;
  host: string;
  dataFolder: string;
  /** Where the cases are; the project's own `scenarios` when left out. */
  scenarioFolder: string | undefined;
  logLevel: (typeof LOG_LEVELS)[number];
  /** Opens `/metrics` to whoever bears it. */
  metricsToken: string | undefined;
  /** Undefined where no automatic backups are wanted. */
  backups: BackupSettings | undefined;
  /** Where a new trainer key is written instead of being printed; for servers whose output is kept. */
  keyFile: string | undefined;
  network: OwnNetwork;
}

/** A setting that cannot work; ends the program with code 78 (`EX_CONFIG`). */
export class ConfigError extends Error {}

export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const dataFolder = readDataFolder(env['BARAZA_DATA']);
  return {
    port: readPort(env['PORT']),
    host: readHost(env['HOST']),
    dataFolder,
    scenarioFolder: readScenarioFolder(env['BARAZA_SCENARIOS']),
    logLevel: readLogLevel(env['BARAZA_LOG']),
    metricsToken: readMetricsToken(env['BARAZA_METRICS_TOKEN']),
    backups: readBackups(dataFolder, env['BARAZA_BACKUPS'], env['BARAZA_BACKUPS_KEEP']),
    keyFile: env['BARAZA_KEY_FILE'] === undefined ? undefined : resolve(env['BARAZA_KEY_FILE']),
    network: { trustProxy: readProxies(env['BARAZA_TRUST_PROXY']), hosts: readHosts(env['BARAZA_HOSTS']) },
  };
}

export function readPort(text = '2567'): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65535) return port;
  throw new ConfigError(`PORT must be a number from 0 to 65535, not "${text}"`);
}

export function readHost(text = '0.0.0.0'): string {
  if (/^[a-zA-Z0-9.:-]{1,255}$/.test(text)) return text;
  throw new ConfigError(`HOST must be an address of this machine such as 0.0.0.0 or 127.0.0.1, not "${text}"`);
}

function readDataFolder(text = './data'): string {
  const folder = resolve(text);
  try {
    makeFolder(folder);
    const closed = closedPart(folder);
    if (closed) throw new ConfigError(`BARAZA_DATA: ${closed.says}; ${closed.remedy}, or set another folder`);
    // The rights say yes to root where the file system says no: only writing tells.
    const probe = mkdtempSync(join(folder, '.probe-'));
    rmdirSync(probe);
    return folder;
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    throw new ConfigError(
      `BARAZA_DATA: the folder ${folder} cannot be written (${reason}); choose another or change its owner`,
    );
  }
}

/** As `mkdir -p`. Node's own recursion never ends where a parent exists but takes no folders (`/proc/x`). */
function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

function readScenarioFolder(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const folder = resolve(text);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return folder;
  throw new ConfigError(`BARAZA_SCENARIOS: there is no folder ${folder}`);
}

function readLogLevel(text = 'warn'): Config['logLevel'] {
  const level = LOG_LEVELS.find((one) => one === text);
  if (level !== undefined) return level;
  throw new ConfigError(`BARAZA_LOG must be one of ${LOG_LEVELS.join(', ')}, not "${text}"`);
}

/** It stands in a header of every look at the figures: long enough that nobody tries it out. */
function readMetricsToken(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined;
  if (/^[\w.~+/=-]{16,200}$/.test(text)) return text;
  throw new ConfigError('BARAZA_METRICS_TOKEN must be 16 to 200 letters, digits or . _ ~ + / = -');
}

export function readBackups(dataFolder: string, folder?: string, keepText = '7'): BackupSettings | undefined {
  const keep = Number(keepText);
  if (!/^\d{1,4}$/.test(keepText) || keep < 1)
    throw new ConfigError(`BARAZA_BACKUPS_KEEP must be a number from 1 to 9999, not "${keepText}"`);
  if (folder === 'off') return undefined;
  return { folder: folder === undefined ? join(dataFolder, BACKUP_FOLDER) : resolve(folder), keep };
}

function readProxies(text: string | undefined): OwnNetwork['trustProxy'] {
  const proxies = text === undefined ? undefined : readTrustedProxies(text);
  if (text === undefined || proxies !== undefined) return proxies;
  throw new ConfigError(
    `BARAZA_TRUST_PROXY must be how many proxies stand in front (1 to 9), or their addresses with commas between them, not "${text}"`,
  );
}

function readHosts(text: string | undefined): OwnNetwork['hosts'] {
  const names = text === undefined ? undefined : readNames(text);
  if (text === undefined || names !== undefined) return names;
  throw new ConfigError(
    `BARAZA_HOSTS must be names such as training.example.org, with commas between them, not "${text}"`,
  );
}
