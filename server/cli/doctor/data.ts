/** What is kept: the folder and its rights, the database, its backups. Looks beside a running server, changes nothing. */
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { closedPart, ownerShutOut } from '../../host/data-owner.ts';
import { type BackupFile, backupsIn } from '../../backup/backup-folder.ts';
import { type DatabaseFacts, factsOf, integrityProblems, openBeside } from '../../backup/database-facts.ts';
import { RULES_VERSION } from '../../../shared/debrief/rules-version.ts';
import { MIGRATION_NAMES } from '../../storage/migrations.ts';
import { DATABASE_FILE } from '../../storage/open-sqlite.ts';
import { count, size, span } from '../backup/figures.ts';
import { fail, type Finding, messageOf, ok, type Subject, warn } from './finding.ts';
import { existingPart } from './machine.ts';

/** Programs that copy files about while a database writes them. */
const SYNCHRONISED =
  /(^|[/\\])(dropbox|onedrive|google drive|googledrive|icloud drive|mobile documents|nextcloud|syncthing)([/\\ ]|$)/i;

export function lookAtFolder({ dataFolder }: Subject): Finding[] {
  const closed = closedPart(dataFolder);
  if (closed) return [fail('data', closed.problem, `${closed.remedy}, or choose another folder: BARAZA_DATA`)];
  const there = existingPart(dataFolder);
  try {
    accessSync(there, constants.R_OK | constants.W_OK);
  } catch (error) {
    return [
      fail(
        'data',
        `${there} cannot be written (${messageOf(error)})`,
        `make it yours, or choose another folder: BARAZA_DATA`,
      ),
    ];
  }
  if (SYNCHRONISED.test(dataFolder))
    return [
      warn(
        'data',
        `${dataFolder} is copied about by another program`,
        'choose a folder outside it: that can spoil the database',
      ),
    ];
  if (there !== dataFolder) return [ok('data', `${dataFolder} will be made at the first start`)];
  const owner = ownerShutOut(dataFolder);
  if (owner !== undefined)
    return [
      warn(
        'data',
        `${dataFolder} belongs to another user (number ${owner}), and you are root`,
        'start it as that user: files made by root would shut it out',
      ),
    ];
  const open = process.platform !== 'win32' && (statSync(dataFolder).mode & 0o077) !== 0;
  return [
    open
      ? warn(
          'data',
          `others on this machine can read ${dataFolder}`,
          `it holds names of people: chmod 700 ${dataFolder}`,
        )
      : ok('data', `${dataFolder} is written by you alone`),
  ];
}

export function lookAtDatabase({ dataFolder, backups }: Subject): Finding[] {
  const file = join(dataFolder, DATABASE_FILE);
  const [newest] = backupsIn(backups);
  const damaged = (problem: string) => [
    fail(
      'database',
      `the database is damaged (${problem})`,
      newest
        ? `stop the server; npx baraza restore ${newest.file}`
        : 'restore a copy of your own, or move the file away',
    ),
  ];
  if (!existsSync(file)) return [ok('database', 'nothing is kept yet')];
  if (statSync(file).size === 0) return damaged('it is empty');
  try {
    const database = openBeside(file);
    try {
      const [problem] = integrityProblems(database);
      return problem === undefined ? whole(factsOf(database), statSync(file).size) : damaged(problem);
    } finally {
      database.close();
    }
  } catch (error) {
    return damaged(messageOf(error));
  }
}

function whole(facts: DatabaseFacts, bytes: number): Finding[] {
  const { exercises, events, migrations } = facts;
  if (migrations.some((name) => !MIGRATION_NAMES.includes(name)))
    return [
      fail(
        'database',
        'the database was written by a newer Baraza',
        'start that version, or restore the newest backup named before-migration',
      ),
    ];
  const version = migrations.length;
  const says = `the database is whole: version ${version}, ${count(exercises, 'exercise')}, ${count(events, 'event')}, ${size(bytes)}`;
  const older = MIGRATION_NAMES.some((name) => !migrations.includes(name));
  const note = `; it is older than version ${MIGRATION_NAMES.length}, and is backed up and updated at the next start`;
  return [ok('database', older ? says + note : says), storedDebriefs(facts)];
}

/** Which marks are settled: those of exercises that have ended and have a stored debrief. */
function storedDebriefs({ ended, withDebrief, rules }: DatabaseFacts): Finding {
  const missing = Math.max(0, ended - withDebrief);
  const current = `this program marks by rules version ${RULES_VERSION}`;
  if (ended === 0) return ok('debriefs', `no exercise has ended; ${current}`);
  const marked = rules.length === 0 ? '' : ` (rules version ${rules.join(', ')})`;
  const says = `${count(ended, 'ended exercise')}: ${withDebrief} with a stored debrief${marked}, ${missing} without; ${current}`;
  return missing === 0
    ? ok('debriefs', says)
    : warn('debriefs', says, 'start the server once: it computes and stores what is missing');
}

const OLD_MS = 2 * 24 * 3600_000;

export function lookAtBackups({ dataFolder, backups, automatic }: Subject, now = Date.now()): Finding[] {
  const written = statSync(join(dataFolder, DATABASE_FILE), { throwIfNoEntry: false })?.mtimeMs;
  if (written === undefined) return [ok('backups', 'nothing to back up yet')];
  const remedy = 'npx baraza backup --to FILE, best onto another disk';
  const [newest] = backupsIn(backups);
  if (!newest && !automatic) return [warn('backups', 'automatic backups are off (BARAZA_BACKUPS=off)', remedy)];
  if (!newest)
    return [warn('backups', `no backup yet in ${backups}; the server takes one a day and after each class`, remedy)];
  return [ageOf(newest, written, now, remedy)];
}

function ageOf(newest: BackupFile, written: number, now: number, remedy: string): Finding {
  const says = `the newest backup is ${span(now - newest.at)} old`;
  return written > newest.at && now - newest.at > OLD_MS ? warn('backups', says, remedy) : ok('backups', says);
}
