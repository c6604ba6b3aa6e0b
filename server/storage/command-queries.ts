/**
 * The queries that run for every command, each defined once: Kysely executes them inside its own transactions
 * (`log-queries.ts`), and `sqlite-statements.ts` prepares their SQL once.
 */
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** A transaction is one, too. */
type Db = Kysely<Tables>;

export const selectLastSeq = (db: Db, { exercise }: { exercise: string }) =>
  db
    .selectFrom('events')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .where('exercise', '=', exercise);

export const insertEvent = (db: Db, row: Tables['events']) => db.insertInto('events').values(row);

export const insertCommand = (db: Db, row: Tables['commands']) => db.insertInto('commands').values(row);

export const insertText = (db: Db, row: Tables['texts']) => db.insertInto('texts').values(row);

export const selectAnswer = (db: Db, { exercise, by, id }: { exercise: string; by: string; id: string }) =>
  db.selectFrom('commands').select('answer').where('exercise', '=', exercise).where('by', '=', by).where('id', '=', id);

export const selectCommandIds = (db: Db, { exercise }: { exercise: string }) =>
  db.selectFrom('commands').select(['by', 'id']).where('exercise', '=', exercise);

export const upsertSnapshot = (db: Db, row: Tables['snapshots']) =>
  db
    .insertInto('snapshots')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('exercise').doUpdateSet((set) => ({
        seq: set.ref('excluded.seq'),
        payload: set.ref('excluded.payload'),
        sum: set.ref('excluded.sum'),
      })),
    );

export const updateClock = (db: Db, row: { id: string; clock: number; touchedAt: number }) =>
  db.updateTable('exercises').set({ clock: row.clock, touched_at: row.touchedAt }).where('id', '=', row.id);
