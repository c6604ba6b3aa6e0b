/** Verifies the hash chain of the audit, also against the anchors in the backups. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, SqliteDialect } from 'kysely';
import { verifyAudit } from '../../audit/verify-audit.ts';
import { backupsIn } from '../../backup/backup-folder.ts';
import { factsOf, openSecondConnection } from '../../backup/database-facts.ts';
import { readManifest } from '../../backup/unpack-backup.ts';
import { DATABASE_FILE } from '../../storage/open-sqlite.ts';
import type { Tables } from '../../storage/tables.ts';
import { count } from '../backup/figures.ts';
import { fail, type Finding, ok, type Subject } from './finding.ts';

const FIRST_WITH_AUDIT = '004-audit';

export async function checkAudit({ dataFolder, backups }: Subject): Promise<Finding[]> {
  const file = join(dataFolder, DATABASE_FILE);
  if (!existsSync(file) || statSync(file).size === 0) return [ok('audit', 'nothing to check yet')];
  const database = openSecondConnection(file);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
  try {
    if (!factsOf(database).migrations.includes(FIRST_WITH_AUDIT)) return [ok('audit', 'nothing to check yet')];
    const found = await verifyAudit(db, await anchorsOf(backups));
    if (found.ok) return [ok('audit', `the audit is intact: ${count(found.lines, 'line')}`)];
    return [
      fail(
        'audit',
        `the audit was altered outside Baraza (${found.fault} at line ${found.seq})`,
        'do not change this folder, and compare it with a backup; this is expected after an older backup was restored',
      ),
    ];
  } finally {
    await db.destroy();
  }
}

/** The anchors in the manifests of the backups; an unreadable backup is skipped. */
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
