/** What the routes need of the rest of the server. */
import type { AuditTrail } from '../audit/audit-trail.ts';
import type { ExerciseRegistry } from '../exercises/exercise-registry.ts';
import type { Log } from '../host/log.ts';
import type { PersonalData } from '../personal-data/personal-data.ts';
import type { ScenarioLibrary } from '../cases/scenario-library.ts';
import type { ExerciseStore } from '../storage/exercise-store.ts';
import type { HostRouteParts } from '../operations/housekeeping.ts';
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
  /** Wrong class codes and recovery codes. */
  codes: FailureLimit;
  /** Wrong codes of invitations. */
  invitations: FailureLimit;
  /** Wrong trainer keys. */
  keys: FailureLimit;
  /** People who sit down, by address and class: room for a class behind one router, not for somebody who fills the class. */
  joins: PaceLimit;
  /** Exercises that are opened, of all trainers. */
  openings: PaceLimit;
  /** Judging a key takes a processor for a moment. */
  signIns: Turnstile;
  /** `addresses`: what people can type, best first. `ready`: every exercise is open again. */
  now: { readonly addresses: readonly string[]; readonly ready: boolean };
  /** For whoever looks after the machine. */
  host: HostRouteParts;
}
