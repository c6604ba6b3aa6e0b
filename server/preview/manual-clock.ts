/** A case clock that the author of a preview speeds up, stops and moves; at speed 0 it is stopped and commands still work. */
import type { ClockBody } from '../../shared/preview/wire.ts';
import { type CaseMs, parseCaseTime } from '../../shared/time.ts';
import { CaseClock, type ClockChange } from '../exercises/case-clock.ts';
import type { LiveExercise } from '../exercises/live-exercise.ts';
import { systemTiming } from '../exercises/timing.ts';
import { nextHappening } from './happenings.ts';

export class ManualClock extends CaseClock {
  /** What the exercise asks for, without the speed. */
  #wanted = { pace: 1, running: false };
  #speed: number;

  /** `speed` multiplies the pace of the case. */
  constructor(speed: number, now: () => number = () => systemTiming.now()) {
    super(now);
    this.#speed = speed;
  }

  override get pace(): number {
    return this.#wanted.pace * this.#speed;
  }

  override set({ at = this.read(), ...wanted }: ClockChange): void {
    this.#wanted = { ...this.#wanted, ...wanted };
    const { pace, running } = this.#wanted;
    super.set({ at, pace: pace * (this.#speed || 1), running: running && this.#speed > 0 });
  }

  get speed(): number {
    return this.#speed;
  }

  /** Applies a request of the page. Returns false if its time cannot be read or has passed. */
  async apply(wish: ClockBody, live: LiveExercise): Promise<boolean> {
    if ('speed' in wish) {
      this.#speed = wish.speed;
      this.set({});
      live.clockChanged();
      return true;
    }
    const to = this.#timeOf(wish, live);
    if (to === undefined || to < this.read()) return false;
    await this.#moveTo(to, live);
    return true;
  }

  #timeOf(wish: Exclude<ClockBody, { speed: number }>, live: LiveExercise): CaseMs | undefined {
    if ('plus' in wish) return this.read() + wish.plus;
    return 'to' in wish ? parseCaseTime(wish.to) : nextHappening(live.compiled, live.exercise)?.at;
  }

  /** Moves a running exercise to `at` and runs every timer on the way; throws and stays where it was if the case loops. */
  async #moveTo(at: CaseMs, live: LiveExercise): Promise<void> {
    const before = this.read();
    if (live.status !== 'running' || at <= before) return;
    this.set({ at });
    try {
      await live.runDueTimers();
    } catch (error) {
      this.set({ at: before });
      throw error;
    }
    live.clockChanged();
  }
}
