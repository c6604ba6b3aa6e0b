/** All changes of the tables since the first release, in order. A shipped migration is never edited. */
import { DEFAULT_MIGRATION_TABLE, type Kysely, type Migration, Migrator, sql } from 'kysely';
import type { Tables } from './tables.ts';

export type Migrations = Readonly<Record<string, Migration>>;

/** Creates a table whose rows belong to an exercise and are deleted with it. */
function exerciseTable(db: Kysely<unknown>, name: string) {
  return db.schema
    .createTable(name)
    .addColumn('exercise', 'text', (column) => column.notNull().references('exercises.id').onDelete('cascade'));
}

async function createExerciseTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('scenario_sources')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('files', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('exercises')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('scenario', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull().references('scenario_sources.hash'))
    .addColumn('pin', 'text', (column) => column.notNull())
    .addColumn('settings', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('ended_at', 'bigint')
    .addColumn('clock', 'bigint', (column) => column.notNull())
    .execute();
}

async function createLogTables(db: Kysely<unknown>): Promise<void> {
  await exerciseTable(db, 'events')
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('payload', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('events_pk', ['exercise', 'seq'])
    .execute();
  await exerciseTable(db, 'commands')
    .addColumn('by', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('answer', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('commands_pk', ['exercise', 'by', 'id'])
    .execute();
  await exerciseTable(db, 'texts')
    .addColumn('ref', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('texts_pk', ['exercise', 'ref'])
    .execute();
  await exerciseTable(db, 'snapshots')
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('payload', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('snapshots_pk', ['exercise'])
    .execute();
}

async function createPeopleTables(db: Kysely<unknown>): Promise<void> {
  await exerciseTable(db, 'participants')
    .addColumn('seat', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('token_hash', 'text', (column) => column.unique())
    .addColumn('code_hash', 'text')
    .addColumn('code_expires_at', 'bigint')
    .addPrimaryKeyConstraint('participants_pk', ['exercise', 'seat'])
    .execute();
  await exerciseTable(db, 'names')
    .addColumn('seat', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('names_pk', ['exercise', 'seat'])
    .execute();
  await db.schema
    .createTable('trainer_keys')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('trainer_sessions')
    .addColumn('token_hash', 'text', (column) => column.primaryKey())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute();
}

export const migrations: Migrations = {
  '001-first-tables': {
    async up(db) {
      await createExerciseTables(db);
      await createLogTables(db);
      await createPeopleTables(db);
    },
  },
  /** The commands themselves, so that an exercise can be exported as a playthrough. */
  '002-command-bodies': {
    async up(db) {
      await db.schema.alterTable('commands').addColumn('seq', 'integer').execute();
      await db.schema.alterTable('commands').addColumn('at', 'bigint').execute();
      await db.schema.alterTable('commands').addColumn('body', 'text').execute();
    },
  },
  /** A hash of each join request's id, so that a repeated request seats one person. */
  '003-join-ids': {
    async up(db) {
      await db.schema.alterTable('participants').addColumn('join_hash', 'text').execute();
    },
  },
  /** The audit as a hash chain. No foreign key to exercises: the audit outlives erased exercises. */
  '004-audit': {
    async up(db) {
      await db.schema
        .createTable('audit')
        .addColumn('seq', 'integer', (column) => column.primaryKey())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .addColumn('who', 'text', (column) => column.notNull())
        .addColumn('act', 'text', (column) => column.notNull())
        .addColumn('exercise', 'text')
        .addColumn('subject', 'text')
        .addColumn('detail', 'text', (column) => column.notNull())
        .addColumn('hash', 'text', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('audit_head')
        .addColumn('id', 'integer', (column) => column.primaryKey())
        .addColumn('seq', 'integer', (column) => column.notNull())
        .addColumn('hash', 'text', (column) => column.notNull())
        .execute();
      await db.schema.alterTable('exercises').addColumn('audit_anchor', 'text').execute();
    },
  },
  /** The last activity of a class, so that the retention of a class that never ended can expire. */
  '005-retention': {
    async up(db) {
      await db.schema.alterTable('exercises').addColumn('touched_at', 'bigint').execute();
    },
  },
  /** A checksum for every event, snapshot and set of sources, because SQLite does not detect a changed byte inside a row. */
  '006-sums': {
    async up(db) {
      await db.schema.alterTable('events').addColumn('sum', 'bigint').execute();
      await db.schema.alterTable('snapshots').addColumn('sum', 'bigint').execute();
      await db.schema.alterTable('scenario_sources').addColumn('sum', 'bigint').execute();
    },
  },
  '007-command-sums': {
    async up(db) {
      await db.schema.alterTable('commands').addColumn('sum', 'bigint').execute();
    },
  },
  /** The debrief of each ended exercise, with the versions of rules and rubric that gave its marks. */
  '008-debriefs': {
    async up(db) {
      await exerciseTable(db, 'debriefs')
        .addColumn('rules', 'integer', (column) => column.notNull())
        .addColumn('rubric', 'text', (column) => column.notNull())
        .addColumn('seq', 'integer', (column) => column.notNull())
        .addColumn('kept_at', 'bigint', (column) => column.notNull())
        .addColumn('payload', 'text', (column) => column.notNull())
        .addColumn('sum', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint('debriefs_pk', ['exercise'])
        .execute();
    },
  },
  /**
   * Grants of rights in one class. Sessions from earlier releases belong to the trainer key, so to the host. A grant is deleted with
   * its class, a session's grant with the session or the grant.
   */
  '009-grants': {
    async up(db) {
      await exerciseTable(db, 'grants')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('actor', 'text', (column) => column.notNull())
        .addColumn('code_hash', 'text', (column) => column.notNull().unique())
        .addColumn('made_at', 'bigint', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('session_grants')
        .addColumn('session_hash', 'text', (column) =>
          column.notNull().references('trainer_sessions.token_hash').onDelete('cascade'),
        )
        .addColumn('grant_id', 'text', (column) => column.notNull().references('grants.id').onDelete('cascade'))
        .addPrimaryKeyConstraint('session_grants_pk', ['session_hash', 'grant_id'])
        .execute();
      await db.schema
        .alterTable('trainer_sessions')
        .addColumn('host', 'integer', (column) => column.notNull().defaultTo(1))
        .execute();
    },
  },
  /** Rights of programs. A token outlives the classes that it names: one that may open classes names others later. */
  '010-api-tokens': {
    async up(db) {
      await db.schema
        .createTable('api_tokens')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('hash', 'text', (column) => column.notNull().unique())
        .addColumn('label', 'text', (column) => column.notNull())
        .addColumn('scopes', 'text', (column) => column.notNull())
        .addColumn('created_at', 'bigint', (column) => column.notNull())
        .addColumn('expires_at', 'bigint', (column) => column.notNull())
        .addColumn('last_used_at', 'bigint')
        .addColumn('revoked_at', 'bigint')
        .execute();
      await exerciseTable(db, 'api_token_classes')
        .addColumn('token_id', 'text', (column) => column.notNull().references('api_tokens.id').onDelete('cascade'))
        .addPrimaryKeyConstraint('api_token_classes_pk', ['token_id', 'exercise'])
        .execute();
    },
  },
};

/** In order; the names applied to a database show which release wrote it. */
export const MIGRATION_NAMES: readonly string[] = Object.keys(migrations);

/** A migration failed; it and the migrations before it in the same run were rolled back. */
export class MigrationFailed extends Error {
  constructor(name: string, cause: unknown) {
    super(`${name}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'MigrationFailed';
  }
}

/**
 * Applies all missing migrations in one transaction, or none. Throws `MigrationFailed` if one of them fails. The dialect of `db`
 * must support changes of tables inside a transaction (`TransactionalSqlite`).
 */
export async function migrate(db: Kysely<Tables>, all: Migrations = migrations): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(all) } });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (!error) return;
  const failed = results.find(({ status }) => status === 'Error');
  throw failed ? new MigrationFailed(failed.migrationName, error) : error;
}

/** Names of applied migrations that this release does not have. */
export async function unknownMigrations(db: Kysely<Tables>, all: Migrations = migrations): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) return [];
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)}`.execute(db);
  return rows.map(({ name }) => name).filter((name) => !Object.hasOwn(all, name));
}
