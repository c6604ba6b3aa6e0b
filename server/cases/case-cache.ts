/**
 * Caches the results of case checks in the data folder, so that a start checks only cases that have changed.
 *
 * The key of an entry is the SHA-256 of the sources, the checker and its dependencies, so another release never uses it. An
 * entry is as safe as the data folder. A checksum detects damage; an unreadable entry is checked again.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { CheckedCase } from '../../shared/scenario/parse-case.ts';
import { childEntry } from '../host/child-entry.ts';
import { randomId } from '../host/ids.ts';
import { projectFolder } from '../host/project.ts';
import { checkInChild } from './scenario-child.ts';

export type Check = typeof checkInChild;

const SUM_LENGTH = 32;
const sumOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/**
 * A check with a cache. Without a bundle, `check` itself: the sources of the checker may change at any time.
 */
export function rememberingCheck(dataFolder: string, check: Check = checkInChild): Check {
  const entry = childEntry('cases/parse-child');
  if (entry.path.endsWith('.ts')) return check;
  return rememberIn(join(dataFolder, 'checked-cases'), versionOf(entry.path), check);
}

/** Covers the checker's code and its packages, whose versions are exact. */
function versionOf(program: string): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of [program, join(projectFolder(), 'package.json')]) hash.update(readFileSync(file));
  return hash.digest('hex');
}

/** Caches the results of `check` in `folder`, for one `version` of the checker. */
export function rememberIn(folder: string, version: string, check: Check): Check {
  return async (files, hash, cpuMs) => {
    const name = createHash('sha256').update(`${version}\0${hash}`).digest('hex');
    const kept = read(join(folder, name));
    if (kept?.hash === hash) return kept;
    const checked = await check(files, hash, cpuMs);
    keep(folder, name, checked);
    return checked;
  };
}

function read(file: string): CheckedCase | undefined {
  try {
    const bytes = readFileSync(file);
    const body = bytes.subarray(SUM_LENGTH);
    return sumOf(body).equals(bytes.subarray(0, SUM_LENGTH)) ? (deserialize(body) as CheckedCase) : undefined;
  } catch {
    return undefined;
  }
}

/** More than any library has; entries beyond it are deleted. */
const MAX_ENTRIES = 200;

/** A failed write is ignored: the cache only saves time. */
function keep(folder: string, name: string, checked: CheckedCase): void {
  // A check that was stopped says something about the machine, too.
  if (checked.diagnostics.some(({ code }) => code === 'PARSE_TOO_LONG')) return;
  const unfinished = join(folder, `${name}.${randomId()}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (readdirSync(folder).length >= MAX_ENTRIES) for (const old of readdirSync(folder)) rmSync(join(folder, old));
    const body = serialize(checked);
    writeFileSync(unfinished, Buffer.concat([sumOf(body), body]), { mode: 0o600 });
    renameSync(unfinished, join(folder, name));
  } catch {
    if (existsSync(unfinished)) rmSync(unfinished);
  }
}
