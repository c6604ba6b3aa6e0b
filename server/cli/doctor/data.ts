/** Checks the data folder, its permissions, the database and the backups. Safe while a server runs; changes nothing. */
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { closedPart, ownerShutOut } from '../../host/data-owner.ts';
import { type BackupFile, backupsIn } from '../../backup/backup-folder.ts';
import { type DatabaseFacts, factsOf, integrityProblems, openSecondConnection } from '../../backup/database-facts.ts';
import { RULES_VERSION } from '../../../shared/debrief/rules-version.ts';
import { MIGRATION_NAMES } from '../../storage/migrations.ts';
import { DATABASE_FILE } from '../../storage/open-sqlite.ts';
import { count, size, span } from '../backup/figures.ts';
import { fail, type Finding, messageOf, ok, type Subject, warn } from './finding.ts';
import { existingPart } from './machine.ts';

/** Folders of programs that synchronise files, also while the database writes them. */
const SYNCHRONISED =
  /(^|[/\\])(dropbox|onedrive|google drive|googledrive|icloud drive|mobile documents|nextcloud|syncthing)([/\\ ]|$)/i;

export function checkFolder({ dataFolder }: Subject): Finding[] {
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
        `change its owner, or choose another folder: BARAZA_DATA`,
      ),
    ];
  }
  if (SYNCHRONISED.test(dataFolder))
    return [
      warn(
        'data',
        `${dataFolder} is synchronised by another program`,
        'choose a folder outside it: synchronising can damage the database',
      ),
    ];
  if (there !== dataFolder) return [ok('data', `${dataFolder} will be created at the first start`)];
  const owner = ownerShutOut(dataFolder);
  if (owner !== undefined)
    return [
      warn(
        'data',
        `${dataFolder} belongs to another user (number ${owner}), and you are root`,
        'start it as that user: that user could not open files created by root',
      ),
    ];
  const open = process.platform !== 'win32' && (statSync(dataFolder).mode & 0o077) !== 0;
  return [
    open
      ? warn(
          'data',
          `others on this machine can read ${dataFolder}`,
          `it holds names of participants: chmod 700 ${dataFolder}`,
        )
      : ok('data', `only you can read and write ${dataFolder}`),
  ];
}

export function checkDatabase({ dataFolder, backups }: Subject): Finding[] {
  const file = join(dataFolder, DATABASE_FILE);
  const [newest] = backupsIn(backups);
  const damaged = (problem: string) => [
    fail(
      'database',
      `the database is damaged (${problem})`,
      newest ? `stop the server; npx baraza restore ${newest.file}` : 'restore your own copy, or move the file away',
    ),
  ];
  if (!existsSync(file)) return [ok('database', 'there is no data yet')];
  if (statSync(file).size === 0) return damaged('it is empty');
  try {
    const database = openSecondConnection(file);
    try {
      const [problem] = integrityProblems(database);
      return problem === undefined ? intact(factsOf(database), statSync(file).size) : damaged(problem);
    } finally {
      database.close();
    }
  } catch (error) {
    return damaged(messageOf(error));
  }
}

function intact(facts: DatabaseFacts, bytes: number): Finding[] {
  const { exercises, events, migrations } = facts;
  if (migrations.some((name) => !MIGRATION_NAMES.includes(name)))
    return [
      fail(
        'database',
        'the database was written by a newer Baraza',
        'start that version, or restore the newest backup with before-migration in its name',
      ),
    ];
  const version = migrations.length;
  const says = `the database is intact: version ${version}, ${count(exercises, 'exercise')}, ${count(events, 'event')}, ${size(bytes)}`;
  const isOlder = MIGRATION_NAMES.some((name) => !migrations.includes(name));
  const note = `; it is older than version ${MIGRATION_NAMES.length}, and is backed up and updated at the next start`;
  return [ok('database', isOlder ? says + note : says), storedDebriefs(facts)];
}

/** Counts ended exercises with a stored debrief: later versions of the rules do not change their marks. */
function storedDebriefs({ ended, withDebrief, rules }: DatabaseFacts): Finding {
  const missing = Math.max(0, ended - withDebrief);
  const current = `this release uses rules version ${RULES_VERSION}`;
  if (ended === 0) return ok('debriefs', `no exercise has ended; ${current}`);
  const marked = rules.length === 0 ? '' : ` (rules version ${rules.join(', ')})`;
  const says = `${count(ended, 'ended exercise')}: ${withDebrief} with a stored debrief${marked}, ${missing} without; ${current}`;
  return missing === 0
    ? ok('debriefs', says)
    : warn('debriefs', says, 'start the server once: it computes and stores the missing debriefs');
}

const OLD_MS = 2 * 24 * 3600_000;

export function checkBackups({ dataFolder, backups, automatic }: Subject, now = Date.now()): Finding[] {
  const written = statSync(join(dataFolder, DATABASE_FILE), { throwIfNoEntry: false })?.mtimeMs;
  if (written === undefined) return [ok('backups', 'nothing to back up yet')];
  const remedy = 'npx baraza backup --to FILE, preferably on another disk';
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
