/** The services that rooms use. */
import { type Actor, seatOfActor } from '../../shared/access/actor.ts';
import type { AuditTrail } from '../audit/audit-trail.ts';
import type { ExerciseRegistry } from '../exercises/exercise-registry.ts';
import type { Log } from '../host/log.ts';
import type { Metrics } from '../operations/metrics.ts';

/** An identified client, as the actor it is in this class. */
export interface Admission {
  exercise: string;
  actor: Actor;
  /** The session behind a ticket, as the audit names it; undefined for a seat. */
  session?: string | undefined;
  /** The browser tab, if the client has stated it. */
  tab?: string | undefined;
}

/** The seat at which a client sits; undefined for an actor without one. */
export const seatAt = ({ auth }: { auth?: Admission | undefined }): string | undefined =>
  auth && seatOfActor(auth.actor);

export interface RoomServices {
  exercises: ExerciseRegistry;
  log: Log;
  audit: AuditTrail;
  metrics: Metrics;
  /** Resolves a seat token or a ticket; undefined if it is not valid. */
  admit(token: string): Promise<Admission | undefined>;
}
