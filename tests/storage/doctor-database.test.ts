/** `baraza doctor` on a database: its version, its content, and exercises with stored marks. */
import { RULES_VERSION } from '../../shared/debrief/rules-version.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Migration } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkDatabase } from '../../server/cli/doctor/data.ts';
import type { Finding } from '../../server/cli/doctor/finding.ts';
import { MIGRATION_NAMES, type Migrations, migrations } from '../../server/storage/migrations.ts';
import { openSqliteStore } from '../../server/storage/open-sqlite.ts';

const record = {
  id: 'e1',
  scenario: 'x',
  hash: 'h',
  pin: 'ABC234',
  languages: ['en'],
  pace: 6,
  seating: 'choice' as const,
  without: [],
  createdAt: 1,
  clock: 0,
};
const LATEST = MIGRATION_NAMES.length;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baraza-doctor-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function look(id: string): Finding | undefined {
  const subject = { port: 1, host: '127.0.0.1', dataFolder: folder, scenarios: folder, backups: folder };
  return checkDatabase({ ...subject, automatic: false }).find((finding) => finding.id === id);
}

async function kept(all: Migrations, ended: string[], withDebrief: string[]): Promise<void> {
  const store = await openSqliteStore(folder, { migrations: all });
  for (const id of ['e1', 'e2', 'e3']) await store.create({ ...record, id }, {}, []);
  for (const id of ended) await store.markEnded(id, 5);
  for (const id of withDebrief) await store.keepDebrief(id, { rules: 1, rubric: 'h', seq: 0, payload: '{}' });
  await store.close();
}

describe('`baraza doctor` on the database', () => {
  it('names its version and the number of exercises', async () => {
    await kept(migrations, [], []);
    expect(look('database')?.says).toContain(`version ${LATEST}, 3 exercises, 0 events`);
    expect(look('debriefs')).toMatchObject({ state: 'ok', says: expect.stringContaining('no exercise has ended') });
  });

  it('lists ended exercises with and without a stored debrief, and the rules', async () => {
    await kept(migrations, ['e1', 'e2'], ['e1']);
    expect(look('debriefs')).toMatchObject({
      state: 'warn',
      says: `2 ended exercises: 1 with a stored debrief (rules version 1), 1 without; this release uses rules version ${RULES_VERSION}`,
      remedy: expect.stringContaining('start the server once'),
    });
  });

  it('reports no problem if each has one', async () => {
    await kept(migrations, ['e1', 'e2'], ['e1', 'e2']);
    expect(look('debriefs')?.state).toBe('ok');
  });

  it('explains for an older one what the next start does', async () => {
    const older = Object.fromEntries(Object.entries(migrations).slice(0, -1));
    await kept(older, ['e1'], []);
    expect(look('database')).toMatchObject({
      state: 'ok',
      says: expect.stringMatching(`version ${LATEST - 1}, .* older than version ${LATEST}, and is backed up`),
    });
    expect(look('debriefs')?.says).toContain('0 with a stored debrief, 1 without');
  });

  it('explains for a newer one how to go back', async () => {
    const more: Migration = { up: (db) => db.schema.createTable('more').addColumn('id', 'integer').execute() };
    await kept({ ...migrations, '900-more': more }, [], []);
    expect(look('database')).toMatchObject({ state: 'fail', remedy: expect.stringContaining('before-migration') });
  });
});
