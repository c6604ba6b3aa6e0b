/** Repeats erasures after an older copy of the data was restored. */
import { dirname } from 'node:path';
import type { ExerciseStore } from '../storage/exercise-store.ts';
import { openSqliteFile } from '../storage/open-sqlite.ts';
import { anonymise, erasePerson } from './erase.ts';
import { ErasureLedger, entry, idOf } from './ledger.ts';
import { ERASED } from './names-in-texts.ts';

/**
 * Erases in `store` everything that the ledger of `dataFolder` lists, and revokes its tokens. Returns the number of classes, people
 * and tokens that had come back, usually 0. Safe to call at every start.
 */
export async function reapplyErasures(store: ExerciseStore, dataFolder: string): Promise<number> {
  const erased = new ErasureLedger(dataFolder).read();
  if (erased.size === 0) return 0;
  let again = await revokeAgain(store, erased);
  for (const { id } of await store.list()) again += await reapplyTo(store, id, erased);
  if (again > 0) await store.forgetBytes(true);
  return again;
}

async function revokeAgain(store: ExerciseStore, erased: ReadonlySet<string>): Promise<number> {
  let again = 0;
  for (const { id } of await store.tokens())
    if (erased.has(entry('token', idOf(id))) && (await store.revokeToken(id, Date.now()))) again += 1;
  return again;
}

/** The same for a database file in the data folder that is about to become the database (`baraza restore`). */
export async function reapplyErasuresTo(databaseFile: string): Promise<number> {
  const store = await openSqliteFile(databaseFile);
  try {
    return await reapplyErasures(store, dirname(databaseFile));
  } finally {
    await store.close();
  }
}

async function reapplyTo(store: ExerciseStore, exercise: string, erased: ReadonlySet<string>): Promise<number> {
  if (erased.has(entry('class', idOf(exercise)))) {
    await store.erase(exercise);
    return 1;
  }
  const people = await store.participants(exercise);
  if (erased.has(entry('anonymised', idOf(exercise)))) {
    const words = Object.values(await store.allTexts(exercise));
    if (people.every(({ name }) => name === '') && words.every((text) => text === ERASED)) return 0;
    await anonymise(store, exercise);
    return 1;
  }
  const still = people.filter(({ seat, name }) => name !== '' && erased.has(entry('person', idOf(exercise, seat))));
  for (const { seat } of still) await erasePerson(store, exercise, seat);
  return still.length;
}
