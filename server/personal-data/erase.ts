/** Removes people from the stored data. Callers decide when this is allowed (`personal-data.ts`). */
import type { ExerciseStore } from '../storage/exercise-store.ts';
import { ERASED, withoutName } from './names-in-texts.ts';
import { refsOf } from './refs.ts';

export type Stored = Pick<ExerciseStore, 'commands' | 'allTexts' | 'participants' | 'erasePerson' | 'anonymise'>;

/**
 * Removes one person: the name, the token, all texts that the person wrote, and the name in texts of others. The acts of the seat
 * stay in the log under the seat's id, so that the results of the desk and the debrief of the class do not change.
 */
export async function erasePerson(store: Stored, exercise: string, seat: string): Promise<void> {
  const [commands, texts, people] = await Promise.all([
    store.commands(exercise),
    store.allTexts(exercise),
    store.participants(exercise),
  ]);
  const own = new Set(commands.filter(({ by }) => by === seat).flatMap(({ body }) => refsOf(body)));
  const name = people.find((person) => person.seat === seat)?.name ?? '';
  const changed: Record<string, string> = {};
  for (const [ref, text] of Object.entries(texts)) {
    const left = own.has(ref) ? ERASED : withoutName(text, name);
    if (left !== text) changed[ref] = left;
  }
  await store.erasePerson(exercise, seat, changed);
}

/** Removes all names, tokens and texts of a class, and its label. The log and the debrief stay. */
export const anonymise = (store: Stored, exercise: string): Promise<void> => store.anonymise(exercise, ERASED);
