/** What the routes need of the rest of the server. */
import type { ExerciseRegistry } from '../exercises/exercise-registry.ts';
import type { Log } from '../log.ts';
import type { ScenarioLibrary } from '../scenario-library.ts';
import type { ExerciseStore } from '../storage/exercise-store.ts';
import type { TrainerAccess } from '../trainer-access.ts';
import type { FailureLimit } from './limits.ts';

export interface HttpServices {
  store: ExerciseStore;
  exercises: ExerciseRegistry;
  library: ScenarioLibrary;
  trainers: TrainerAccess;
  log: Log;
  /** Wrong class codes and recovery codes. */
  codes: FailureLimit;
  /** Wrong trainer keys. */
  keys: FailureLimit;
  /** `addresses`: what people can type, best first. `ready`: every exercise is open again. */
  now: { readonly addresses: readonly string[]; readonly ready: boolean };
}
