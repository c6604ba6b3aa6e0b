/**
 * People's data while the server runs: export, erase, anonymise, purge. Refuses what would pull the floor from under a class
 * that plays, and makes sure that erased bytes leave the files as soon as nobody reads them.
 */
import type { ExerciseRegistry, OpenExercise } from '../exercises/exercise-registry.ts';
import type { Log } from '../host/log.ts';
import type { AuditTrail } from '../audit/audit-trail.ts';
import type { ExerciseStore } from '../storage/exercise-store.ts';
import { anonymise, erasePerson } from './erase.ts';
import { ErasureLedger, idOf, type Remembered } from './ledger.ts';
import { reapplyErasures } from './reapply-erasures.ts';
import { dueBy } from './retention.ts';

const OWED_AGAIN_MS = 5000;
const LOOK_EVERY_MS = 10 * 60_000;

interface Parts {
  store: ExerciseStore;
  exercises: ExerciseRegistry;
  audit: AuditTrail;
  log: Log;
  /** Undefined where there is no folder that a backup could be put back into. */
  dataFolder: string | undefined;
}

/** `class-under-way`: people are playing. `not-ended`: what they do still refers to the person. */
export type Refused = 'class-under-way' | 'not-ended';

export class PersonalData {
  readonly #parts: Parts;
  readonly #ledger: ErasureLedger | undefined;
  /** Classes that were found due, and when by the clock that never jumps. */
  readonly #due = new Map<string, number>();
  #timers: NodeJS.Timeout[] = [];
  #owed: 'nothing' | 'pages' | 'pages and log' = 'nothing';

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#ledger = parts.dataFolder === undefined ? undefined : new ErasureLedger(parts.dataFolder);
  }

  /** Before anything is opened: what was erased, and came back with an older copy of the data, is erased again. */
  async reapply(): Promise<void> {
    const { store, dataFolder, log } = this.#parts;
    const again = dataFolder === undefined ? 0 : await reapplyErasures(store, dataFolder);
    if (again > 0) log.warn({ count: again }, 'what had been erased was in the data again, and was erased again');
  }

  /** Looks now and then every ten minutes, so also in the night, and soon after a laptop wakes up. */
  start(): void {
    const { log } = this.#parts;
    const failed = (err: unknown) => log.error({ err }, 'classes that are due could not be erased');
    const purge = () => void this.purge(Date.now(), performance.now()).catch(failed);
    const settle = () =>
      void this.#settle().catch((err: unknown) => log.error({ err }, 'erased bytes are still in a file'));
    this.#timers = [setInterval(purge, LOOK_EVERY_MS), setInterval(settle, OWED_AGAIN_MS)];
    for (const timer of this.#timers) timer.unref();
    purge();
  }

  close(): void {
    for (const timer of this.#timers) clearInterval(timer);
  }

  /** True when no erased byte is left in the database or its log. */
  get settled(): boolean {
    return this.#owed === 'nothing';
  }

  async erasePerson({ live, seating }: OpenExercise, seat: string): Promise<Refused | undefined> {
    if (live.status !== 'ended') return 'not-ended';
    this.#remember('person', idOf(live.id, seat));
    await erasePerson(this.#parts.store, live.id, seat);
    seating.forgetName(seat);
    await this.#forget();
    return undefined;
  }

  async anonymise({ live, seating }: OpenExercise): Promise<Refused | undefined> {
    if (live.status !== 'ended') return 'not-ended';
    this.#remember('anonymised', idOf(live.id));
    await anonymise(this.#parts.store, live.id);
    live.record.label = undefined;
    for (const { seat } of seating.roster()) seating.forgetName(seat);
    await this.#forget();
    return undefined;
  }

  async eraseClass(exercise: OpenExercise): Promise<Refused | undefined> {
    if (isUnderWay(exercise)) return 'class-under-way';
    const { live } = exercise;
    this.#remember('class', idOf(live.id));
    await this.#parts.exercises.erase(live.id);
    await this.#forget();
    return undefined;
  }

  /** A class that cannot be opened: nobody plays it. */
  async eraseUnopened(id: string): Promise<void> {
    this.#remember('class', idOf(id));
    await this.#parts.exercises.erase(id);
    await this.#forget();
  }

  /** Takes the rights of an API token away. False where there is none. It stays so when an older copy of the data is put back. */
  async revokeToken(id: string): Promise<boolean> {
    const revoked = await this.#parts.store.revokeToken(id, Date.now());
    if (revoked) this.#remember('token', idOf(id));
    return revoked;
  }

  /**
   * Erases classes whose time is over, never one that is under way. One must be due at two looks, ten minutes apart by the clock
   * that never jumps: a wrong date, put right in between, erases nothing. Answers how many went.
   */
  async purge(now: number, elapsed: number): Promise<number> {
    const { store, exercises, audit } = this.#parts;
    await store.dropOldAccess(now);
    const due = dueBy(await store.list(), now).filter(({ id }) => isIdle(exercises.get(id)));
    const ids = new Set(due.map(({ id }) => id));
    for (const id of this.#due.keys()) if (!ids.has(id)) this.#due.delete(id);
    let gone = 0;
    for (const id of ids) {
      const since = this.#due.get(id) ?? elapsed;
      this.#due.set(id, since);
      if (elapsed - since < LOOK_EVERY_MS) continue;
      await audit.record('server', { act: 'purge-class', exercise: id });
      await exercises.erase(id);
      this.#due.delete(id);
      gone += 1;
    }
    if (gone > 0) await this.#forget();
    return gone;
  }

  #remember(what: Remembered, id: string): void {
    this.#ledger?.add(what, id, Date.now());
  }

  async #forget(): Promise<void> {
    this.#owed = 'pages and log';
    await this.#settle();
  }

  /** Writing the database anew holds everybody up, so it waits until no class runs; the log is emptied at once. */
  async #settle(): Promise<void> {
    if (this.#owed === 'nothing') return;
    const { store, exercises } = this.#parts;
    const quiet = exercises.list().every(({ live }) => live.status !== 'running');
    if (!quiet && this.#owed === 'pages') return;
    if (await store.forgetBytes(quiet)) this.#owed = quiet ? 'nothing' : 'pages';
  }
}

/** Somebody is in it. */
const someoneThere = ({ seating }: OpenExercise): boolean =>
  seating.roster().some(({ connected, simulated }) => connected && !simulated);

/** Its clock stands and nobody is in it; or it is kept and could not be opened. */
const isIdle = (exercise: OpenExercise | undefined): boolean =>
  exercise === undefined || (exercise.live.status !== 'running' && !someoneThere(exercise));

/** Somebody is in it, and its clock runs. */
const isUnderWay = (exercise: OpenExercise): boolean => exercise.live.status === 'running' && someoneThere(exercise);
