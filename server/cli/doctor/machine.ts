/** Checks the machine: Node, memory, clock, disk. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  rmSync,
  statfsSync,
  statSync,
  writeSync,
} from 'node:fs';
import { freemem, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { size } from '../backup/figures.ts';
import { DATABASE_FILE } from '../../storage/open-sqlite.ts';
import { fail, type Finding, messageOf, ok, type Subject, warn } from './finding.ts';

const MB = 1_000_000;

export function checkNode(version = process.versions.node): Finding[] {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return [ok('node', `Node ${version}`)];
  return [
    fail('node', `Node ${version} is too old`, 'install Node 20.19 or newer, preferably 22 or 24: https://nodejs.org'),
  ];
}

export function checkMemory(free = freeMemory(), total = totalmem()): Finding[] {
  const says = `${size(free)} of ${size(total)} memory are free`;
  if (free < 200 * MB) return [fail('memory', says, 'close other programs; a class needs about 200 MB')];
  if (free < 500 * MB) return [warn('memory', says, 'close programs that you do not need; a class needs about 200 MB')];
  return [ok('memory', says)];
}

/** In a container, the limit of the container counts. */
function freeMemory(): number {
  const limit = process.constrainedMemory();
  return limit > 0 && limit < totalmem() ? Math.min(freemem(), limit) : freemem();
}

/** Classes run on monotonic time; sessions, backups and retention use the wall clock. */
export function checkClock({ dataFolder }: Subject, now = Date.now()): Finding[] {
  const says = `the clock says ${new Date(now).toISOString()}`;
  const remedy = 'set date and time of this machine; running classes are not affected, but backups and retention are';
  const written = statSync(join(dataFolder, DATABASE_FILE), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (written > now + 60_000) return [warn('clock', `${says}, but the database was written later`, remedy)];
  const year = new Date(now).getUTCFullYear();
  return [year < 2025 || year > 2099 ? warn('clock', says, remedy) : ok('clock', says)];
}

/** Free space and the time of a synchronous write: every acknowledged command waits for one. */
export function checkDisk({ dataFolder }: Subject): Finding[] {
  const folder = existingPart(dataFolder);
  try {
    const { bavail, bsize } = statfsSync(folder);
    return [spaceOf(folder, bavail * bsize), speedOf(folder)];
  } catch (error) {
    return [fail('disk', `${folder} cannot be checked (${messageOf(error)})`, 'choose another folder: BARAZA_DATA')];
  }
}

function spaceOf(folder: string, free: number): Finding {
  const says = `${size(free)} are free in ${folder}`;
  if (free < 100 * MB)
    return fail('disk', says, 'free some space; if the disk is full, the class stops, so that nothing is lost');
  return free < 1000 * MB
    ? warn('disk', says, 'free some space before a long class; a class writes about 10 MB')
    : ok('disk', says);
}

const PROBES = 15;

function speedOf(folder: string): Finding {
  const place = mkdtempSync(join(folder, '.baraza-doctor-'));
  try {
    const handle = openSync(join(place, 'probe'), 'w', 0o600);
    const durations: number[] = [];
    for (let probe = 0; probe < PROBES; probe += 1) {
      const began = performance.now();
      writeSync(handle, Buffer.alloc(4096, probe));
      fsyncSync(handle);
      durations.push(performance.now() - began);
    }
    closeSync(handle);
    const median = durations.sort((a, b) => a - b)[Math.floor(PROBES / 2)] ?? 0;
    const says = `a synchronous write takes ${median < 10 ? median.toFixed(1) : Math.round(median)} ms`;
    return median > 50
      ? warn(
          'disk-speed',
          says,
          'every command waits that long; put BARAZA_DATA on a faster disk (not a USB stick or a network share)',
        )
      : ok('disk-speed', says);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** The folder, or its nearest parent that exists. */
export function existingPart(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : existingPart(dirname(folder));
}
