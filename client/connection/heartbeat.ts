/**
 * Notices that a wire has died without a word: another access point, a router that forgot, a server whose plug was pulled.
 * A browser is told nothing of that, and may wait for minutes. Where nothing came in for a while, a sign of life is asked for.
 */
import type { Timing } from './within.ts';

/** So long may it be quiet before anything is asked. */
const QUIET_MS = 5000;
/** So long may the sign of life take. With the quiet time before it: a dead wire is known within thirteen seconds. */
const ANSWER_MS = 8000;
/** Where somebody waits in front of the screen, the doubt is shorter. */
const CHECK_MS = 4000;

export class LinkWatch {
  readonly #time: Timing;
  readonly #ask: () => void;
  readonly #dead: () => void;
  #heard = false;
  #callOff: () => void = () => undefined;
  #over = false;

  constructor(time: Timing, { ask, dead }: { ask: () => void; dead: () => void }) {
    this.#time = time;
    this.#ask = ask;
    this.#dead = dead;
    this.#listen();
  }

  heard(): void {
    this.#heard = true;
  }

  /** Asks at once (the screen was switched on again). */
  check(): void {
    if (!this.#over) this.#probe(CHECK_MS);
  }

  stop(): void {
    this.#over = true;
    this.#callOff();
  }

  #listen(): void {
    this.#heard = false;
    this.#callOff();
    this.#callOff = this.#time.wait(QUIET_MS, () => (this.#heard ? this.#listen() : this.#probe(ANSWER_MS)));
  }

  #probe(withinMs: number): void {
    this.#heard = false;
    this.#callOff();
    this.#ask();
    this.#callOff = this.#time.wait(withinMs, () => {
      if (this.#heard) return this.#listen();
      this.stop();
      this.#dead();
    });
  }
}
