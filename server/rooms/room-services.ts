/** What rooms need of the rest of the server. */
import type { ExerciseRegistry } from '../exercises/exercise-registry.ts';
import type { Log } from '../log.ts';

/** Who somebody at the door is: a person at a seat, or a trainer. */
export interface Admission {
  exercise: string;
  seat?: string | undefined;
}

export interface RoomServices {
  exercises: ExerciseRegistry;
  log: Log;
  /** Reads a seat token or a trainer's ticket; undefined where it opens nothing. */
  admit(token: string): Promise<Admission | undefined>;
}
