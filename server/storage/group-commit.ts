/**
 * Commits all writes of one turn of the event loop in one transaction: a commit to disk costs the same for one row as for fifty.
 * A promise resolves only after its transaction is on disk.
 */
import type { Kysely, Transaction } from 'kysely';
import { Gathering } from './gathering.ts';
import type { Tables } from './tables.ts';

type Work<T> = (tx: Transaction<Tables>) => Promise<T>;

/** A synchronous version of the same work, if the database has one. */
type QuickWork = () => unknown;

/** Runs works in one synchronous transaction. */
export type QuickTransaction = (works: readonly QuickWork[]) => unknown[];

interface Waiting {
  work: Work<unknown>;
  quick: QuickWork | undefined;
  done: (value: unknown) => void;
  failed: (error: unknown) => void;
}

/** How long a write is retried while another program holds the database, and the pause between retries. */
const BUSY_TIMEOUT_MS = 1800;
const BUSY_PAUSE_MS = 50;

/** Splits a group into runs with and without a quick version, in order, so that a slow work does not slow down its neighbours. */
function runsOf(group: readonly Waiting[]): Waiting[][] {
  const runs: Waiting[][] = [];
  for (const waiting of group) {
    const run = runs.at(-1);
    if (run && (run[0]?.quick === undefined) === (waiting.quick === undefined)) run.push(waiting);
    else runs.push([waiting]);
  }
  return runs;
}

export class GroupCommit {
  readonly #db: Kysely<Tables>;
  readonly #isBusy: (error: unknown) => boolean;
  readonly #quickly: QuickTransaction | undefined;
  readonly #gathering = new Gathering();
  #waiting: Waiting[] = [];
  #running: Promise<void> | undefined;

  /** `isBusy` recognises the error of a database that another program holds. */
  constructor(db: Kysely<Tables>, isBusy: (error: unknown) => boolean, quickly?: QuickTransaction) {
    this.#db = db;
    this.#isBusy = isBusy;
    this.#quickly = quickly;
  }

  /**
   * Runs `work` in the next transaction, in the order of the calls. `quick` does the same as `work` and is preferred.
   */
  write<T>(work: Work<T>, quick?: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ work, quick, done: (value) => resolve(value as T), failed: reject });
      this.#running ??= this.#drain();
    });
  }

  /** Resolves when no write is pending. */
  async settled(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      await this.#gather();
      const group = this.#waiting;
      this.#waiting = [];
      for (const alike of runsOf(group)) await this.#commit(alike);
      this.#gathering.committed();
    }
    this.#running = undefined;
  }

  async #gather(): Promise<void> {
    const wait = this.#gathering.wait();
    if (wait === 0) return new Promise((resolve) => setImmediate(resolve));
    const before = this.#waiting.length;
    await new Promise((resolve) => setTimeout(resolve, wait));
    this.#gathering.waited(this.#waiting.length > before);
  }

  /**
   * A group that fails is retried one by one, so that one refused append does not fail the others. If another program holds the
   * database, the group is retried for a while without blocking the event loop.
   */
  async #commit(group: Waiting[], since = performance.now()): Promise<void> {
    try {
      const works = group.flatMap(({ quick }) => quick ?? []);
      const values =
        this.#quickly && works.length === group.length ? this.#quickly(works) : await this.#inTransaction(group);
      for (const [index, waiting] of group.entries()) waiting.done(values[index]);
    } catch (reason) {
      if (!this.#isBusy(reason)) {
        if (group.length === 1) return group[0]?.failed(reason);
        for (const waiting of group) await this.#commit([waiting]);
        return;
      }
      if (performance.now() - since > BUSY_TIMEOUT_MS) {
        for (const { failed } of group) failed(reason);
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, BUSY_PAUSE_MS));
      await this.#commit(group, since);
    }
  }

  #inTransaction(group: readonly Waiting[]): Promise<unknown[]> {
    return this.#db.transaction().execute(async (tx) => {
      const results: unknown[] = [];
      for (const { work } of group) results.push(await work(tx));
      return results;
    });
  }
}
