/**
 * One simulated desk: asks its bot for a turn when its seat receives events or the last work is done, and submits the bot's
 * command as the seat. The bot sees the seat's streams and nothing else.
 *
 * All times are case times, so a pause stops the desk and the pace scales it.
 */
import { seated } from '../../shared/access/actor.ts';
import type { Bot } from '../../shared/bots/bot.ts';
import type { CaseMs } from '../../shared/time.ts';
import { randomId } from '../host/ids.ts';
import type { LiveExercise } from './live-exercise.ts';
import type { Timing } from './timing.ts';

/** The shortest real time between two turns, so that a fast case leaves the processor to the people in the class. */
const MIN_PAUSE_MS = 50;
/** Case time until the next turn after a command that could not be stored. */
const AFTER_FAILURE: CaseMs = 60_000;
const AFTER_REFUSAL: CaseMs = 1000;

export interface SimulatedDeskOptions {
  live: LiveExercise;
  timing: Timing;
  onError: (error: unknown) => void;
}

export class SimulatedDesk {
  readonly #bot: Bot;
  readonly #options: SimulatedDeskOptions;
  #cancel: () => void = () => undefined;
  /** Case time at which the current work is done. */
  #freeAt: CaseMs = 0;
  /** Case time of its next turn. */
  #nextAt: CaseMs = 0;
  #asking = false;
  /** Events arrived since the current turn began. */
  #hasNews = false;
  #stopped = false;

  constructor(bot: Bot, options: SimulatedDeskOptions) {
    this.#bot = bot;
    this.#options = options;
  }

  /** The seat received events: the next turn follows as soon as the current work is done. */
  hear(): void {
    this.#hasNews = true;
    this.#nextAt = this.#freeAt;
    this.schedule();
  }

  /** To be called whenever the clock may have changed. */
  schedule(): void {
    this.#cancel();
    this.#cancel = () => undefined;
    if (this.#stopped || this.#asking) return;
    const wait = this.#options.live.untilReal(this.#nextAt);
    if (wait !== undefined)
      this.#cancel = this.#options.timing.after(Math.max(MIN_PAUSE_MS, wait), () => void this.#turn());
  }

  stop(): void {
    this.#stopped = true;
    this.#cancel();
  }

  async #turn(): Promise<void> {
    const { live, onError } = this.#options;
    this.#asking = true;
    this.#hasNews = false;
    try {
      const now = live.caseNow();
      const wait = await this.#act(now);
      this.#nextAt = this.#hasNews ? this.#freeAt : now + wait;
    } catch (error) {
      this.#nextAt = live.caseNow() + AFTER_FAILURE;
      onError(error);
    }
    this.#asking = false;
    this.schedule();
  }

  /** Takes one turn. Returns the case time until the next. */
  async #act(now: CaseMs): Promise<CaseMs> {
    const { live } = this.#options;
    const { seat, role } = this.#bot;
    const turn = this.#bot.turn(live.streams.seatWorld(seat, role), now);
    if ('wait' in turn) return turn.wait;
    this.#freeAt = now + turn.takes;
    const answer = await live.submit(seated(seat), randomId(), turn.do);
    if (answer.ok) return turn.takes;
    this.#bot.refused(answer.rejection.code);
    this.#freeAt = now + AFTER_REFUSAL;
    return AFTER_REFUSAL;
  }
}
