/** The exercises of a store, opened like at the start of a server, without sockets. */
import { createBot } from '../../shared/bots/create-bot.ts';
import { createLibrary } from '../../server/cases/scenario-library.ts';
import { ExerciseRegistry } from '../../server/exercises/exercise-registry.ts';
import { systemTiming } from '../../server/exercises/timing.ts';
import type { ExerciseStore } from '../../server/storage/exercise-store.ts';

export async function registryOn(store: ExerciseStore): Promise<{ exercises: ExerciseRegistry; errors: unknown[] }> {
  const errors: unknown[] = [];
  const exercises = new ExerciseRegistry({
    store,
    library: await createLibrary(() => Promise.resolve([])),
    timing: systemTiming,
    opener: { opened: () => Promise.resolve(), closed: () => Promise.resolve() },
    makeBot: createBot,
    onError: (error) => errors.push(error),
  });
  await exercises.restoreAll();
  return { exercises, errors };
}
