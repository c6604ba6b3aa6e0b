/**
 * One simulated desk: asks its bot for the next turn whenever its seat has heard something or the work before is done, and
 * submits what it wants as the seat's own command. It is shown what the seat's streams hold and nothing else.
 *
 * Everything is timed in case time, so a pause stops it and the pace carries it along.
 */
import { seated } from '../../shared/access/actor.ts';
import type { Bot } from '../../shared/bots/bot.ts';
import type { CaseMs } from '../../shared/time.ts';
import { randomId } from '../host/ids.ts';
import type { LiveExercise } from './live-exercise.ts';
import type { Timing } from './timing.ts';

/** The shortest real time between two turns: a fast case must not take the machine from the people on it. */
const LEAST_PAUSE_MS = 50;
/** Case time before it asks again where its command could not be kept. */
const AFTER_FAILURE: CaseMs = 60_000;
const AFTER_REFUSAL: CaseMs = 1000;

export interface DeskParts {
  live: LiveExercise;
  timing: Timing;
  onError: (error: unknown) => void;
}

export class SimulatedDesk {
  readonly #bot: Bot;
  readonly #parts: DeskParts;
  #cancel: () => void = () => undefined;
  /** Case time before which its hands are full. */
  #freeAt: CaseMs = 0;
  /** Case time of its next turn. */
  #nextAt: CaseMs = 0;
  #asking = false;
  /** Something was heard since the turn under way began. */
  #heard = false;
  #stopped = false;

  constructor(bot: Bot, parts: DeskParts) {
    this.#bot = bot;
    this.#parts = parts;
  }

  /** Its seat has heard something: it looks up as soon as its hands are free. */
  hear(): void {
    this.#heard = true;
    this.#nextAt = this.#freeAt;
    this.schedule();
  }

  /** To be called whenever the clock may run otherwise than before. */
  schedule(): void {
    this.#cancel();
    this.#cancel = () => undefined;
    if (this.#stopped || this.#asking) return;
    const wait = this.#parts.live.untilReal(this.#nextAt);
    if (wait !== undefined)
      this.#cancel = this.#parts.timing.after(Math.max(LEAST_PAUSE_MS, wait), () => void this.#turn());
  }

  stop(): void {
    this.#stopped = true;
    this.#cancel();
  }

  async #turn(): Promise<void> {
    const { live, onError } = this.#parts;
    this.#asking = true;
    this.#heard = false;
    try {
      const now = live.caseNow();
      const wait = await this.#act(now);
      this.#nextAt = this.#heard ? this.#freeAt : now + wait;
    } catch (error) {
      this.#nextAt = live.caseNow() + AFTER_FAILURE;
      onError(error);
    }
    this.#asking = false;
    this.schedule();
  }

  /** Takes one turn. Answers the case time until the next. */
  async #act(now: CaseMs): Promise<CaseMs> {
    const { live } = this.#parts;
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
