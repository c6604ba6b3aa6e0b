/** The services that the routes use. */
import type { AuditTrail } from '../audit/audit-trail.ts';
import type { ExerciseRegistry } from '../exercises/exercise-registry.ts';
import type { Log } from '../host/log.ts';
import type { PersonalData } from '../personal-data/personal-data.ts';
import type { ScenarioLibrary } from '../cases/scenario-library.ts';
import type { ExerciseStore } from '../storage/exercise-store.ts';
import type { HostRouteServices } from '../operations/housekeeping.ts';
import type { Callers } from '../access/callers.ts';
import type { TrainerAccess } from '../access/trainer-access.ts';
import type { FailureLimit, PaceLimit, Turnstile } from '../access/limits.ts';

export interface HttpServices {
  store: ExerciseStore;
  exercises: ExerciseRegistry;
  library: ScenarioLibrary;
  trainers: TrainerAccess;
  callers: Callers;
  log: Log;
  audit: AuditTrail;
  personal: PersonalData;
  /** Limits wrong class codes and recovery codes. */
  codes: FailureLimit;
  /** Limits wrong codes of invitations. */
  invitations: FailureLimit;
  /** Limits wrong trainer keys. */
  keys: FailureLimit;
  /** Limits joins per address and class: enough for a class behind one router, too few to fill a class with fake people. */
  joins: PaceLimit;
  /** Limits new exercises, for all trainers together. */
  openings: PaceLimit;
  /** Queues sign-ins, because verifying a key occupies a processor for a moment. */
  signIns: Turnstile;
  /** `addresses`: URLs of this server, the best first. `ready`: all stored exercises are open. */
  now: { readonly addresses: () => readonly string[]; readonly ready: boolean };
  /** Services of the operator's routes. */
  host: HostRouteServices;
}
