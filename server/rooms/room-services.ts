/** The services that rooms use. */
import type { AuditTrail } from '../audit/audit-trail.ts';
import type { ExerciseRegistry } from '../exercises/exercise-registry.ts';
import type { Log } from '../host/log.ts';
import type { Metrics } from '../operations/metrics.ts';

/** An identified client: a person at a seat, or a trainer. */
export interface Admission {
  exercise: string;
  seat?: string | undefined;
  /** The trainer's session, as the audit names it. */
  trainer?: string | undefined;
  /** The browser tab, if the client has stated it. */
  tab?: string | undefined;
}

export interface RoomServices {
  exercises: ExerciseRegistry;
  log: Log;
  audit: AuditTrail;
  metrics: Metrics;
  /** Resolves a seat token or a trainer's ticket; undefined if it is not valid. */
  admit(token: string): Promise<Admission | undefined>;
}
