/** What rooms need of the rest of the server. */
import type { AuditTrail } from '../audit/audit-trail.ts';
import type { ExerciseRegistry } from '../exercises/exercise-registry.ts';
import type { Log } from '../host/log.ts';
import type { Metrics } from '../operations/metrics.ts';

/** Who somebody at the door is: a person at a seat, or a trainer. */
export interface Admission {
  exercise: string;
  seat?: string | undefined;
  /** The trainer's session, as the audit names it. */
  trainer?: string | undefined;
  /** The tab of that person, where it has said which it is. */
  tab?: string | undefined;
}

export interface RoomServices {
  exercises: ExerciseRegistry;
  log: Log;
  audit: AuditTrail;
  metrics: Metrics;
  /** Reads a seat token or a trainer's ticket; undefined where it opens nothing. */
  admit(token: string): Promise<Admission | undefined>;
}
