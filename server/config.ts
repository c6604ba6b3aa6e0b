/** The environment, checked before anything is opened. Every mistake is one line that says what to do. */
import { accessSync, constants, mkdirSync, mkdtempSync, rmdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

export interface Config {
  port: number;
  host: string;
  dataFolder: string;
  /** Where the cases are; the project's own `scenarios` when left out. */
  scenarioFolder: string | undefined;
}

/** A setting that cannot work; ends the program with code 78 (`EX_CONFIG`). */
export class ConfigError extends Error {}

export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  return {
    port: readPort(env['PORT']),
    host: readHost(env['HOST']),
    dataFolder: readDataFolder(env['BARAZA_DATA']),
    scenarioFolder: readScenarioFolder(env['BARAZA_SCENARIOS']),
  };
}

function readPort(text = '2567'): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65535) return port;
  throw new ConfigError(`PORT must be a number from 0 to 65535, not "${text}"`);
}

function readHost(text = '0.0.0.0'): string {
  if (/^[a-zA-Z0-9.:-]{1,255}$/.test(text)) return text;
  throw new ConfigError(`HOST must be an address of this machine such as 0.0.0.0 or 127.0.0.1, not "${text}"`);
}

function readDataFolder(text = './data'): string {
  const folder = resolve(text);
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK | constants.R_OK);
    // The rights say yes to root where the file system says no: only writing tells.
    const probe = mkdtempSync(join(folder, '.probe-'));
    rmdirSync(probe);
    return folder;
  } catch (error) {
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
