/**
 * Drives one exercise through case time: sets the clock from the committed state, runs timers when they are due, and halts the
 * exercise when the disk or the case fails.
 */
import { server } from '../../shared/access/actor.ts';
import type { Command } from '../../shared/exercise/commands.ts';
import type { Event } from '../../shared/exercise/events.ts';
import { type Exercise, nextDue } from '../../shared/exercise/exercise.ts';
import type { CaseMs } from '../../shared/time.ts';
import type { CaseClock } from './case-clock.ts';
import type { ExerciseLog } from './exercise-log.ts';
import { Halt } from './halt.ts';
import type { Timing } from './timing.ts';

interface ClockDriverOptions {
  log: ExerciseLog;
  clock: CaseClock;
  timing: Timing;
  /** Case time at the start of the case; the clock shows it while the exercise is in the lobby. */
  starts: CaseMs;
  /** Case minutes per real minute, as the trainer has chosen. */
  pace: () => number;
  /** The clock or the status has changed without an event. */
  onChanged: () => void;
  /** Receives errors of timers, for which no caller waits. */
  onError: (error: unknown) => void;
}

export class ClockDriver {
  readonly clock: CaseClock;
  readonly halt: Halt;
  readonly #options: ClockDriverOptions;
  #cancelWake: () => void = () => undefined;

  constructor(options: ClockDriverOptions) {
    this.#options = options;
    this.clock = options.clock;
    // A pause that the store refuses begins a new halt, which starts the next retry.
    this.halt = new Halt(options.timing, () => void (this.halt.isActive && this.endHalt().catch(() => undefined)));
  }

  /** Sets the clock from the committed state and schedules the next due timer. */
  update(): void {
    const { log, starts, pace, timing } = this.#options;
    const { status, now } = log.committed.world;
    const running = status === 'running' && !this.halt.isActive;
    if (running) this.halt.clear();
    this.clock.set({ at: status === 'lobby' ? starts : Math.max(this.clock.read(), now), pace: pace(), running });
    this.#cancelWake();
    const due = nextDue(log.pending);
    const wait = due === undefined ? undefined : this.clock.untilReal(due);
    this.#cancelWake = wait === undefined ? () => undefined : timing.after(wait, () => this.#wake());
  }

  /** Runs the timers that are due by the clock; resolves when their events are on disk. Throws if the case loops. */
  async runDueTimers(): Promise<void> {
    const { log } = this.#options;
    const due = log.advanceTo(this.clock.read());
    await log.commit(due.exercise, { events: due.events });
    this.update();
  }

  /** The events that are due up to `at`, not committed yet. Halts and throws if the case loops. */
  advanceOrHalt(at: CaseMs): { events: Event[]; exercise: Exercise } {
    try {
      return this.#options.log.advanceTo(at);
    } catch (error) {
      this.beginHalt(error);
      throw error;
    }
  }

  /** A command made the case loop, as a timer would: saves what was due before it, then halts. */
  async haltAt(at: CaseMs, error: unknown): Promise<void> {
    const due = this.advanceOrHalt(at);
    await this.#options.log.commit(due.exercise, { events: due.events });
    this.beginHalt(error);
    await this.endHalt();
  }

  /** The disk or the case failed: the clock stops, and every client sees a pause. */
  beginHalt(error: unknown): void {
    this.halt.begin(error);
    this.update();
    this.#options.onChanged();
  }

  /** The first events on disk after a halt are the pause itself; the trainer decides when to continue. */
  async endHalt(): Promise<void> {
    const { log } = this.#options;
    const pause: Command = { from: server, at: this.clock.read(), body: { type: 'pause' } };
    const decision = log.decide(log.pending, pause);
    if ('events' in decision) await log.commit(decision.exercise, { events: decision.events });
    this.halt.end();
    this.update();
  }

  stop(): void {
    this.halt.close();
    this.#cancelWake();
    this.clock.set({ running: false });
  }

  /** A timer is due. No caller waits: a case that loops halts this exercise and no other. */
  #wake(): void {
    const { log, onError } = this.#options;
    try {
      const due = log.advanceTo(this.clock.read());
      if (due.events.length === 0) return this.update();
      log.commit(due.exercise, { events: due.events }).catch(onError);
    } catch (error) {
      this.beginHalt(error);
      onError(error);
      this.endHalt().catch(onError);
    }
  }
}
