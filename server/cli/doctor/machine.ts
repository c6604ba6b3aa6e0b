/** The machine itself: Node, memory, clock, disk. */
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

export function lookAtNode(version = process.versions.node): Finding[] {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return [ok('node', `Node ${version}`)];
  return [
    fail(
      'node',
      `Node ${version} is too old`,
      'install Node 20.19 or newer, best a version 22 or 24: https://nodejs.org',
    ),
  ];
}

export function lookAtMemory(free = freeMemory(), whole = totalmem()): Finding[] {
  const says = `${size(free)} of memory are free, of ${size(whole)}`;
  if (free < 200 * MB) return [fail('memory', says, 'close other programs; a class needs about 200 MB')];
  if (free < 500 * MB) return [warn('memory', says, 'close what is not needed; a class needs about 200 MB')];
  return [ok('memory', says)];
}

/** In a container its own limit counts. */
function freeMemory(): number {
  const limit = process.constrainedMemory();
  return limit > 0 && limit < totalmem() ? Math.min(freemem(), limit) : freemem();
}

/** Nothing in a class hangs on the clock of the wall; sessions, backups and keeping do. */
export function lookAtClock({ dataFolder }: Subject, now = Date.now()): Finding[] {
  const says = `the clock says ${new Date(now).toISOString()}`;
  const remedy = 'set date and time of this machine; classes are not affected, ages of backups and of what is kept are';
  const written = statSync(join(dataFolder, DATABASE_FILE), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (written > now + 60_000) return [warn('clock', `${says}, but the database was written later than that`, remedy)];
  const year = new Date(now).getUTCFullYear();
  return [year < 2025 || year > 2099 ? warn('clock', says, remedy) : ok('clock', says)];
}

/** Room, and how long the disk takes until something is safe: every confirmed act waits for that. */
export function lookAtDisk({ dataFolder }: Subject): Finding[] {
  const folder = existingPart(dataFolder);
  try {
    const { bavail, bsize } = statfsSync(folder);
    return [roomOf(folder, bavail * bsize), speedOf(folder)];
  } catch (error) {
    return [fail('disk', `${folder} cannot be looked at (${messageOf(error)})`, 'choose another folder: BARAZA_DATA')];
  }
}

function roomOf(folder: string, free: number): Finding {
  const says = `${size(free)} are free for ${folder}`;
  if (free < 100 * MB)
    return fail('disk', says, 'make room; without it Baraza stops the class rather than losing anything');
  return free < 1000 * MB
    ? warn('disk', says, 'make room before a long class; a class writes about 10 MB')
    : ok('disk', says);
}

const PROBES = 15;

function speedOf(folder: string): Finding {
  const place = mkdtempSync(join(folder, '.baraza-doctor-'));
  try {
    const handle = openSync(join(place, 'probe'), 'w', 0o600);
    const took: number[] = [];
    for (let probe = 0; probe < PROBES; probe += 1) {
      const began = performance.now();
      writeSync(handle, Buffer.alloc(4096, probe));
      fsyncSync(handle);
      took.push(performance.now() - began);
    }
    closeSync(handle);
    const middle = took.sort((a, b) => a - b)[Math.floor(PROBES / 2)] ?? 0;
    const says = `${middle < 10 ? middle.toFixed(1) : Math.round(middle)} ms until something written is safe`;
    return middle > 50
      ? warn(
          'disk-speed',
          says,
          'every confirmed act waits that long; put BARAZA_DATA on a faster disk than this stick or share',
        )
      : ok('disk-speed', says);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** The folder, or the nearest one above it that is there already. */
export function existingPart(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : existingPart(dirname(folder));
}
