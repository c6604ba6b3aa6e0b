/** Whether the chain of what trainers did is whole, in itself and against what the backups remember. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, SqliteDialect } from 'kysely';
import { verifyAudit } from '../../audit/verify-audit.ts';
import { backupsIn } from '../../backup/backup-folder.ts';
import { factsOf, openBeside } from '../../backup/database-facts.ts';
import { readManifest } from '../../backup/unpack-backup.ts';
import { DATABASE_FILE } from '../../storage/open-sqlite.ts';
import type { Tables } from '../../storage/tables.ts';
import { count } from '../backup/figures.ts';
import { fail, type Finding, ok, type Subject } from './finding.ts';

const FIRST_WITH_AUDIT = '004-audit';

export async function lookAtAudit({ dataFolder, backups }: Subject): Promise<Finding[]> {
  const file = join(dataFolder, DATABASE_FILE);
  if (!existsSync(file) || statSync(file).size === 0) return [ok('audit', 'nothing to check yet')];
  const database = openBeside(file);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
  try {
    if (!factsOf(database).migrations.includes(FIRST_WITH_AUDIT)) return [ok('audit', 'nothing to check yet')];
    const remembered = await anchorsOf(backups);
    const found = await verifyAudit(db, remembered);
    if (found.ok) return [ok('audit', `the audit is whole: ${count(found.lines, 'line')}`)];
    return [
      fail(
        'audit',
        `the audit was altered outside Baraza (${found.fault} at line ${found.seq})`,
        'keep this folder as it is and compare it with a backup; after a restore of an older backup that is to be expected',
      ),
    ];
  } finally {
    await db.destroy();
  }
}

/** Ends of the chain that backups wrote down; one that cannot be read tells nothing. */
async function anchorsOf(backups: string): Promise<string[]> {
  const anchors = await Promise.all(
    backupsIn(backups).map(async ({ file }) => {
      try {
        return (await readManifest(file)).manifest.audit;
      } catch {
        return undefined;
      }
    }),
  );
  return anchors.filter((anchor) => anchor !== undefined);
}
