/** Reads the settings from the environment. Every mistake is one line that names the setting and the remedy. */
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
  /** How many backups of each reason are kept. */
  keep: number;
}

export interface Config {
  port: number;
  host: string;
  dataFolder: string;
  /** The folder of cases; by default the project's `scenarios`. */
  scenarioFolder: string | undefined;
  logLevel: (typeof LOG_LEVELS)[number];
  /** The bearer token for `/metrics`. */
  metricsToken: string | undefined;
  /** Undefined if automatic backups are off. */
  backups: BackupSettings | undefined;
  /** A new trainer key is written here instead of printed; for servers whose output is stored. */
  keyFile: string | undefined;
  network: OwnNetwork;
}

/** A setting is invalid; the program ends with exit code 78 (`EX_CONFIG`). */
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
    if (closed) throw new ConfigError(`BARAZA_DATA: ${closed.problem}; ${closed.remedy}, or set another folder`);
    // Root passes every permission check, even on a read-only file system: only a write proves it.
    const probe = mkdtempSync(join(folder, '.probe-'));
    rmdirSync(probe);
    return folder;
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    throw new ConfigError(
      `BARAZA_DATA: the folder ${folder} cannot be written (${reason}); choose another folder or change its owner`,
    );
  }
}

/** Like `mkdir -p`. Node's own recursion loops if a parent exists but cannot hold folders (`/proc/x`). */
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

/** Long enough that it cannot be guessed by trying. */
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
    `BARAZA_TRUST_PROXY must be the number of proxies in front of the server (1 to 9), or their addresses separated by commas, not "${text}"`,
  );
}

function readHosts(text: string | undefined): OwnNetwork['hosts'] {
  const names = text === undefined ? undefined : readNames(text);
  if (text === undefined || names !== undefined) return names;
  throw new ConfigError(`BARAZA_HOSTS must be names such as training.example.org, separated by commas, not "${text}"`);
}
