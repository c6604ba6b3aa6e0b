/** Takes people out of what is kept. Decides nothing about when: see `erasures.ts`. */
import type { ExerciseStore } from '../storage/exercise-store.ts';
import { ERASED, withoutName } from './names-in-texts.ts';
import { refsOf } from './refs.ts';

export type Stored = Pick<ExerciseStore, 'commands' | 'allTexts' | 'participants' | 'erasePerson' | 'anonymise'>;

/**
 * Removes one person: the name, the pass, every word the person wrote, and the name where others wrote it. What the seat did
 * stays in the log under its number, so that the desk's results and everybody else's debrief stay right.
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

/** Removes everybody's name, pass and words, and the label. Log and scores stay. */
export const anonymise = (store: Stored, exercise: string): Promise<void> => store.anonymise(exercise, ERASED);
