/**
 * One running exercise: answers commands, drives the clock, publishes events. Knows no socket and no rule of the game.
 *
 * No command is answered and no event published before the events are on disk (`exercise-log.ts`). Commands of one turn of
 * the event loop are each judged on top of the one before, and all become durable in one transaction, in order.
 */
import { type AnyCommand, isControlCommand } from '../../shared/vocabulary/commands.ts';
import { keptAs } from '../../shared/access/stored-names.ts';
import { type Actor, server } from '../../shared/access/actor.ts';
import type { Standstill } from '../../shared/console/console.ts';
import type { Event } from '../../shared/exercise/events.ts';
import type { Decision, Exercise } from '../../shared/exercise/exercise.ts';
import type { ExerciseStatus, World } from '../../shared/exercise/world.ts';
import { detachTexts } from '../../shared/protocol/detach-texts.ts';
import type { CommandAnswer } from '../../shared/protocol/messages.ts';
import type { CompiledScenario } from '../../shared/scenario/compiled.ts';
import type { CaseMs } from '../../shared/time.ts';
import { randomId } from '../host/ids.ts';
import type { ExerciseRecord, LogStore, NewParticipant } from '../storage/exercise-store.ts';
import { answerTo } from './answer.ts';
import { CaseClock } from './case-clock.ts';
import { ClockDriver } from './clock-driver.ts';
import { ExerciseLog } from './exercise-log.ts';
import { isCaseLoop, isTemporary } from './halt.ts';
import { type Listener, Listeners } from './listeners.ts';
import { publicPhase } from './public-phase.ts';
import { Snapshots } from './snapshots.ts';
import type { Streams } from './streams.ts';
import type { Timing } from './timing.ts';

export interface LiveExerciseOptions {
  record: ExerciseRecord;
  compiled: CompiledScenario;
  store: LogStore;
  timing: Timing;
  exercise: Exercise;
  streams: Streams;
  /** The author's preview passes its own clock; an ordinary exercise makes one. */
  clock?: CaseClock | undefined;
  /** Receives errors of work that no caller waits for. */
  onError: (error: unknown) => void;
}

export class LiveExercise {
  readonly record: ExerciseRecord;
  readonly compiled: CompiledScenario;
  readonly streams: Streams;
  /** Stream numbers are valid within one epoch; every process has a new one. */
  readonly epoch = randomId().slice(0, 8);
  readonly #store: LogStore;
  readonly #onError: (error: unknown) => void;
  readonly #log: ExerciseLog;
  readonly #driver: ClockDriver;
  readonly #listeners: Listeners;
  readonly #snapshots: Snapshots;
  /** Commands that are being judged or written, so that a resent one shares the answer. */
  readonly #answering = new Map<string, Promise<CommandAnswer>>();

  constructor(options: LiveExerciseOptions) {
    const { record, compiled, store, timing, exercise, streams, onError } = options;
    this.record = record;
    this.compiled = compiled;
    this.streams = streams;
    this.#store = store;
    this.#onError = onError;
    this.#listeners = new Listeners(onError);
    this.#snapshots = new Snapshots(exercise.seq, { id: record.id, store, streams, timing, onError });
    this.#log = new ExerciseLog({
      id: record.id,
      compiled,
      store,
      exercise,
      messages: streams.messages,
      onCommitted: (events) => this.#publish(events),
      onRolledBack: (error) => this.#driver.beginHalt(error),
    });
    const clock = options.clock ?? new CaseClock(() => timing.now());
    clock.set({ at: Math.max(record.clock, exercise.world.now, compiled.scenario.starts) });
    this.#driver = new ClockDriver({
      log: this.#log,
      clock,
      timing,
      starts: compiled.scenario.starts,
      pace: () => this.pace,
      onChanged: () => this.#notifyChanged(),
      onError,
    });
    this.#driver.update();
  }

  get id(): string {
    return this.record.id;
  }

  /** The committed truth, for decisions of the server only: never send or keep it, later events change it in place. */
  get world(): World {
    return this.#log.committed.world;
  }

  /** The committed truth with the data that conditions read; see `world`. */
  get exercise(): Exercise {
    return this.#log.committed;
  }

  /** Changes whenever a seat is taken, moved or freed. */
  get seatsVersion(): number {
    return this.#log.seatsVersion;
  }

  get seq(): number {
    return this.#log.committed.seq;
  }

  get status(): ExerciseStatus {
    return this.#driver.halt.isActive && this.world.status === 'running' ? 'paused' : this.world.status;
  }

  /** Why the exercise is stopped although no trainer paused it; undefined otherwise. */
  get standstill(): Standstill | undefined {
    return this.#driver.halt.shownIn(this.status);
  }

  /** Shows the trainer `standstill` until the exercise runs. */
  reportStandstill(standstill: Standstill): void {
    this.#driver.halt.report(standstill);
  }

  /** Case minutes per real minute, as the trainer has chosen. */
  get pace(): number {
    return this.world.pace ?? this.record.pace;
  }

  /** Case minutes per real minute at which the clock runs now. */
  get clockPace(): number {
    return this.#driver.clock.pace;
  }

  get phase(): string {
    return publicPhase(this.compiled, this.world);
  }

  caseNow(): CaseMs {
    return this.#driver.clock.read();
  }

  /** Real milliseconds until the case time `due`; undefined while the clock is stopped. */
  untilReal(due: CaseMs): number | undefined {
    return this.#driver.clock.untilReal(due);
  }

  /** The returned function unsubscribes. */
  listen(listener: Listener): () => void {
    return this.#listeners.add(listener);
  }

  /**
   * Judges a command once: the same `id` of the same caller gets the same answer. Resolves when its events are on disk.
   * Throws `StorageError` if the store refuses them; then the command has no effect and the exercise halts.
   */
  submit(from: Actor, id: string, body: AnyCommand, participant?: NewParticipant): Promise<CommandAnswer> {
    const by = keptAs(from, isControlCommand(body.type));
    const key = `${by} ${id}`;
    let answer = this.#answering.get(key);
    if (!answer) {
      answer = this.#answerOnce(from, { by, id }, body, participant).finally(() => this.#answering.delete(key));
      this.#answering.set(key, answer);
    }
    return answer;
  }

  /** Submits a command of the server itself, such as the pause after a restart. */
  submitOwn(body: AnyCommand, participant?: NewParticipant): Promise<CommandAnswer> {
    return this.submit(server, randomId(), body, participant);
  }

  /**
   * Pauses at `at`, an earlier moment: the time since then, in which the machine slept or no process ran, does not count in
   * the case. The exercise is stopped afterwards even if the pause cannot be saved.
   */
  async pauseAt(at: CaseMs): Promise<void> {
    if (this.status !== 'running') return;
    this.#driver.clock.set({ at: Math.max(at, this.#log.pending.world.now) });
    try {
      await this.submitOwn({ type: 'pause' });
    } catch (error) {
      if (!this.#driver.halt.isActive) this.#driver.beginHalt(error);
      this.#onError(error);
      if (!isTemporary(error)) await this.#driver.endHalt();
    }
  }

  /** Runs the timers that are due by the clock; resolves when their events are on disk. Throws if the case loops. */
  runDueTimers(): Promise<void> {
    return this.#driver.runDueTimers();
  }

  /** To be called after the clock that was passed in has been changed from outside. */
  clockChanged(): void {
    this.#driver.update();
    this.#notifyChanged();
  }

  /** Saves the clock, so that a crash loses little case time. */
  async saveClock(): Promise<void> {
    if (!this.#driver.clock.running) return;
    this.record.touchedAt = Date.now();
    await this.#store.saveClock(this.id, this.caseNow());
  }

  close(): void {
    this.#driver.stop();
    this.#listeners.clear();
  }

  async #answerOnce(
    from: Actor,
    key: { by: string; id: string },
    body: AnyCommand,
    participant?: NewParticipant,
  ): Promise<CommandAnswer> {
    const given = await this.#store.answerOf(this.id, key.by, key.id);
    if (given) return given;
    if (this.#driver.halt.isActive) await this.#driver.endHalt();
    const at = this.caseNow();
    const due = this.#driver.advanceOrHalt(at);
    const { body: detached, texts } = detachTexts(body, randomId);
    let decision: Decision;
    try {
      decision = this.#log.decide(due.exercise, { from, at, body: detached });
    } catch (error) {
      if (isCaseLoop(error)) await this.#driver.haltAt(at, error);
      throw error;
    }
    if ('rejection' in decision) {
      await this.#log.commit(due.exercise, { events: due.events });
      return answerTo(decision);
    }
    const answer = { ok: true, events: decision.events.length } as const;
    await this.#log.commit(decision.exercise, {
      events: [...due.events, ...decision.events],
      command: { ...key, answer, at, body: detached, seq: due.exercise.seq + 1 },
      texts,
      participant,
    });
    return answerTo(decision);
  }

  #publish(events: readonly Event[]): void {
    this.#driver.update();
    const batches = this.streams.add(events, this.world);
    this.#listeners.notify((listener) => listener.batches(batches, events));
    this.#notifyChanged();
    this.#snapshots.consider(this.#log.committed);
  }

  #notifyChanged(): void {
    this.#listeners.notify((listener) => listener.changed());
  }
}
