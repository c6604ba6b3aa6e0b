/** A database of an earlier version is upgraded in one transaction, or left unchanged. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Migration } from 'kysely';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupsIn } from '../../server/backup/backup-folder.ts';
import { checkBeforeOpening } from '../../server/backup/before-opening.ts';
import { MIGRATION_NAMES, migrations } from '../../server/storage/migrations.ts';
import { NewerDatabase, openSqliteStore, UpgradeFailed } from '../../server/storage/open-sqlite.ts';

const HALF_WAY: Migration = {
  async up(db) {
    await db.schema.createTable('half_made').addColumn('id', 'integer').execute();
    await db.schema.alterTable('exercises').addColumn('half_made', 'text').execute();
    await db.schema.alterTable('texts').renameTo('words').execute();
    throw new Error('the second half was refused');
  },
};
const WHOLE: Migration = {
  up: (db) => db.schema.createTable('whole_made').addColumn('id', 'integer').execute(),
};

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

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baraza-upgrade-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The whole content of the database as text: tables, migrations, rows. */
function contents(): unknown {
  const database = new Database(join(folder, 'baraza.db'));
  const tables = database.prepare('SELECT name, sql FROM sqlite_master ORDER BY name').all() as { name: string }[];
  const rows = tables
    .filter(({ name }) => !name.startsWith('sqlite_'))
    .map(({ name }) => [name, database.prepare(`SELECT * FROM "${name}"`).all()]);
  database.close();
  return { tables, rows };
}

describe('an upgrade that fails half way', () => {
  const failing = { ...migrations, '900-whole': WHOLE, '901-half-way': HALF_WAY };

  beforeEach(async () => {
    const store = await openSqliteStore(folder);
    await store.create(record, { 'scenario.yaml': 'id: x\n' }, []);
    await store.append({ exercise: 'e1', expectedSeq: 0, events: [], texts: { t1: 'kept words' } });
    await store.close();
  });

  it('changes nothing, not even by earlier migrations, and reports it in one line', async () => {
    const before = contents();
    const error: unknown = await openSqliteStore(folder, { migrations: failing }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UpgradeFailed);
    expect(String(error)).toMatch(/901-half-way.*the second half was refused.*it was not changed/);
    expect(String(error)).not.toContain('\n');
    expect(contents()).toEqual(before);
  });

  it('leaves a database that the previous version opens and writes', async () => {
    await openSqliteStore(folder, { migrations: failing }).catch(() => undefined);
    const store = await openSqliteStore(folder);
    expect(await store.list()).toEqual([record]);
    expect(await store.texts('e1', ['t1'])).toEqual({ t1: 'kept words' });
    await store.append({ exercise: 'e1', expectedSeq: 0, events: [], texts: { t2: 'more words' } });
    expect(await store.texts('e1', ['t2'])).toEqual({ t2: 'more words' });
    await store.close();
  });

  it('succeeds at the next start if the cause is gone', async () => {
    await openSqliteStore(folder, { migrations: failing }).catch(() => undefined);
    const mended = { ...migrations, '900-whole': WHOLE, '901-half-way': WHOLE_TOO };
    const store = await openSqliteStore(folder, { migrations: mended });
    expect(await store.list()).toEqual([record]);
    await store.close();
  });

  it('starts after a backup of the unchanged database', async () => {
    const known = Object.keys(failing);
    await checkBeforeOpening({ dataFolder: folder, backups: undefined, version: '0.1.0', known });
    await openSqliteStore(folder, { migrations: failing }).catch(() => undefined);
    const [backup] = backupsIn(join(folder, 'backups'));
    expect(backup?.file).toContain('before-migration');
    expect(existsSync(backup?.file ?? '')).toBe(true);
    expect(readFileSync(backup?.file ?? '').length).toBeGreaterThan(1000);
  });
});

const WHOLE_TOO: Migration = {
  up: (db) => db.schema.createTable('half_made').addColumn('id', 'integer').execute(),
};

describe('a database of a newer version', () => {
  it('is rejected with the way back, and not changed', async () => {
    await (await openSqliteStore(folder, { migrations: { ...migrations, '900-whole': WHOLE } })).close();
    const before = contents();
    const error: unknown = await openSqliteStore(folder).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(NewerDatabase);
    expect(String(error)).toMatch(/newer Baraza \(900-whole\).*before-migration/);
    expect(contents()).toEqual(before);
  });
});

describe('the migrations', () => {
  it('are sorted by name, so that every database takes the same path', () => {
    expect(MIGRATION_NAMES).toEqual([...MIGRATION_NAMES].sort());
    expect(MIGRATION_NAMES.every((name, index) => name.startsWith(`${String(index + 1).padStart(3, '0')}-`))).toBe(
      true,
    );
  });
});
