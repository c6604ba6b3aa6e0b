/**
 * A heartbeat that detects a dead connection: a changed access point, a router that dropped the session, a server without power.
 * The browser does not report these for minutes. When no frame arrives for a while, the watch sends a ping.
 */
import type { Timing } from './with-timeout.ts';

/** Silence after which the watch sends a ping. */
const QUIET_MS = 5000;
/** Time allowed for the answer. Together with `QUIET_MS`: a dead connection is detected within 13 seconds. */
const PING_TIMEOUT_MS = 8000;
/** The timeout when a person is waiting in front of the screen. */
const CHECK_TIMEOUT_MS = 4000;

export class Heartbeat {
  readonly #time: Timing;
  readonly #ping: () => void;
  readonly #dead: () => void;
  #heard = false;
  #cancelTimer: () => void = () => undefined;
  #isStopped = false;

  constructor(time: Timing, { ping, dead }: { ping: () => void; dead: () => void }) {
    this.#time = time;
    this.#ping = ping;
    this.#dead = dead;
    this.#listen();
  }

  heard(): void {
    this.#heard = true;
  }

  /** Sends a ping at once, for example when the screen was switched on again. */
  check(): void {
    if (!this.#isStopped) this.#probe(CHECK_TIMEOUT_MS);
  }

  stop(): void {
    this.#isStopped = true;
    this.#cancelTimer();
  }

  #listen(): void {
    this.#heard = false;
    this.#cancelTimer();
    this.#cancelTimer = this.#time.wait(QUIET_MS, () => (this.#heard ? this.#listen() : this.#probe(PING_TIMEOUT_MS)));
  }

  #probe(withinMs: number): void {
    this.#heard = false;
    this.#cancelTimer();
    this.#ping();
    this.#cancelTimer = this.#time.wait(withinMs, () => {
      if (this.#heard) return this.#listen();
      this.stop();
      this.#dead();
    });
  }
}
