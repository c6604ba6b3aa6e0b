/**
 * Erasure while the server runs: erases people and classes, anonymises, and purges classes whose retention is over. Refuses to
 * erase what a running class needs, and removes erased bytes from the files as soon as no reader uses them.
 */
import type { ExerciseRegistry, OpenExercise } from '../exercises/exercise-registry.ts';
import type { Log } from '../host/log.ts';
import type { AuditTrail } from '../audit/audit-trail.ts';
import type { ExerciseStore } from '../storage/exercise-store.ts';
import { anonymise, erasePerson } from './erase.ts';
import { ErasureLedger, idOf, type LedgerEntry } from './ledger.ts';
import { reapplyErasures } from './reapply-erasures.ts';
import { dueClasses } from './retention.ts';

const SCRUB_RETRY_MS = 5000;
const PURGE_EVERY_MS = 10 * 60_000;

interface PersonalDataOptions {
  store: ExerciseStore;
  exercises: ExerciseRegistry;
  audit: AuditTrail;
  log: Log;
  /** Undefined in previews and tests, which have no backups to restore. */
  dataFolder: string | undefined;
}

/** `class-under-way`: people are playing. `not-ended`: later commands may still refer to the person. */
export type Refused = 'class-under-way' | 'not-ended';

export class PersonalData {
  readonly #options: PersonalDataOptions;
  readonly #ledger: ErasureLedger | undefined;
  /** Classes that were found due, with the monotonic time of the finding. */
  readonly #dueSince = new Map<string, number>();
  #timers: NodeJS.Timeout[] = [];
  /** What may still hold erased bytes. */
  #unscrubbed: 'nothing' | 'pages' | 'pages and log' = 'nothing';

  constructor(options: PersonalDataOptions) {
    this.#options = options;
    this.#ledger = options.dataFolder === undefined ? undefined : new ErasureLedger(options.dataFolder);
  }

  /** Repeats erasures that a restored backup has undone. To be called before any exercise is opened. */
  async reapply(): Promise<void> {
    const { store, dataFolder, log } = this.#options;
    const again = dataFolder === undefined ? 0 : await reapplyErasures(store, dataFolder);
    if (again > 0) log.warn({ count: again }, 'erased data came back with a backup and was erased again');
  }

  /** Purges now and every ten minutes; a short interval, because a laptop may sleep most of the day. */
  start(): void {
    const { log } = this.#options;
    const failed = (err: unknown) => log.error({ err }, 'due classes could not be erased');
    const purge = () => void this.purge(Date.now(), performance.now()).catch(failed);
    const scrub = () =>
      void this.#scrub().catch((err: unknown) => log.error({ err }, 'erased bytes are still in a file'));
    this.#timers = [setInterval(purge, PURGE_EVERY_MS), setInterval(scrub, SCRUB_RETRY_MS)];
    for (const timer of this.#timers) timer.unref();
    purge();
  }

  close(): void {
    for (const timer of this.#timers) clearInterval(timer);
  }

  /** True when no erased byte is left in the database or its log. */
  get settled(): boolean {
    return this.#unscrubbed === 'nothing';
  }

  async erasePerson({ live, seating }: OpenExercise, seat: string): Promise<Refused | undefined> {
    if (live.status !== 'ended') return 'not-ended';
    this.#record('person', idOf(live.id, seat));
    await erasePerson(this.#options.store, live.id, seat);
    seating.forgetName(seat);
    await this.#forget();
    return undefined;
  }

  async anonymise({ live, seating }: OpenExercise): Promise<Refused | undefined> {
    if (live.status !== 'ended') return 'not-ended';
    this.#record('anonymised', idOf(live.id));
    await anonymise(this.#options.store, live.id);
    live.record.label = undefined;
    for (const { seat } of seating.roster()) seating.forgetName(seat);
    await this.#forget();
    return undefined;
  }

  async eraseClass(exercise: OpenExercise): Promise<Refused | undefined> {
    if (isUnderWay(exercise)) return 'class-under-way';
    const { live } = exercise;
    this.#record('class', idOf(live.id));
    await this.#options.exercises.erase(live.id);
    await this.#forget();
    return undefined;
  }

  /** Erases a class that cannot be opened, so no one plays it. */
  async eraseUnopened(id: string): Promise<void> {
    this.#record('class', idOf(id));
    await this.#options.exercises.erase(id);
    await this.#forget();
  }

  /** Revokes an API token, also after an older copy of the data is restored. Returns false if there is no such token. */
  async revokeToken(id: string): Promise<boolean> {
    const revoked = await this.#options.store.revokeToken(id, Date.now());
    if (revoked) this.#record('token', idOf(id));
    return revoked;
  }

  /**
   * Erases classes whose retention is over, never one that is under way. A class must be due in two checks that are ten minutes
   * apart in monotonic time, so that a wrong date that is corrected in between erases nothing. Returns the number of erased classes.
   */
  async purge(now: number, elapsed: number): Promise<number> {
    const { store, exercises, audit } = this.#options;
    await store.dropOldAccess(now);
    const due = dueClasses(await store.list(), now).filter(({ id }) => isIdle(exercises.get(id)));
    const ids = new Set(due.map(({ id }) => id));
    for (const id of this.#dueSince.keys()) if (!ids.has(id)) this.#dueSince.delete(id);
    let erased = 0;
    for (const id of ids) {
      const since = this.#dueSince.get(id) ?? elapsed;
      this.#dueSince.set(id, since);
      if (elapsed - since < PURGE_EVERY_MS) continue;
      await audit.record('server', { act: 'purge-class', exercise: id });
      await exercises.erase(id);
      this.#dueSince.delete(id);
      erased += 1;
    }
    if (erased > 0) await this.#forget();
    return erased;
  }

  #record(what: LedgerEntry, id: string): void {
    this.#ledger?.add(what, id, Date.now());
  }

  async #forget(): Promise<void> {
    this.#unscrubbed = 'pages and log';
    await this.#scrub();
  }

  /** Empties the WAL at once. Rewriting the database blocks all classes, so it waits until none is running. */
  async #scrub(): Promise<void> {
    if (this.#unscrubbed === 'nothing') return;
    const { store, exercises } = this.#options;
    const quiet = exercises.list().every(({ live }) => live.status !== 'running');
    if (!quiet && this.#unscrubbed === 'pages') return;
    if (await store.forgetBytes(quiet)) this.#unscrubbed = quiet ? 'nothing' : 'pages';
  }
}

/** True if a person is connected. */
const isOccupied = ({ seating }: OpenExercise): boolean =>
  seating.roster().some(({ connected, simulated }) => connected && !simulated);

/** True if the clock is stopped and no person is connected, or if the exercise is not open. */
const isIdle = (exercise: OpenExercise | undefined): boolean =>
  exercise === undefined || (exercise.live.status !== 'running' && !isOccupied(exercise));

/** True if the clock runs and a person is connected. */
const isUnderWay = (exercise: OpenExercise): boolean => exercise.live.status === 'running' && isOccupied(exercise);
