/**
 * One exercise under way: judges commands with the core, makes their events durable, then hands them out.
 *
 * Nothing is answered and nobody is told before the events are on disk. Several commands may be judged in one turn of the
 * event loop: each is judged on top of the one before, and all become durable in one transaction, in order.
 * Knows no socket and no rule of the game.
 */
import type { Standstill } from '../../shared/console/console.ts';
import type { AnyCommand, Command } from '../../shared/exercise/commands.ts';
import type { Event } from '../../shared/exercise/events.ts';
import { type Decision, type Exercise, nextDue } from '../../shared/exercise/exercise.ts';
import type { ExerciseStatus, World } from '../../shared/exercise/world.ts';
import { detachTexts } from '../../shared/protocol/detach-texts.ts';
import type { CommandAnswer } from '../../shared/protocol/messages.ts';
import type { CompiledScenario } from '../../shared/scenario/compiled.ts';
import type { CaseMs } from '../../shared/time.ts';
import { randomId } from '../host/ids.ts';
import type { Append, ExerciseRecord, NewParticipant } from '../storage/exercise-store.ts';
import { CaseClock } from './case-clock.ts';
import { type Listener, Listeners, type LiveExerciseParts, Snapshots } from './live-parts.ts';
import { publicPhase } from './public-phase.ts';
import { AskAgain, isOfTheCase, isTold, mayPass, standstillOf } from './standstill.ts';
import type { Streams } from './streams.ts';
import { TwoTruths } from './two-truths.ts';

export type { LiveExerciseParts } from './live-parts.ts';

export class LiveExercise {
  readonly record: ExerciseRecord;
  readonly compiled: CompiledScenario;
  readonly streams: Streams;
  /** Numbers of streams go on within one epoch; a new process is a new one. */
  readonly epoch = randomId().slice(0, 8);
  readonly #parts: LiveExerciseParts;
  readonly #clock: CaseClock;
  readonly #listeners: Listeners;
  readonly #underWay = new Map<string, Promise<CommandAnswer>>();
  readonly #truths: TwoTruths;
  #failures = 0;
  #halted = false;
  #standstill: Standstill | undefined;
  #speed: number;
  #cancelTimer: () => void = () => undefined;
  readonly #diskAgain: AskAgain;
  readonly #snapshots: Snapshots;

  constructor(parts: LiveExerciseParts) {
    this.#parts = parts;
    this.#listeners = new Listeners(parts.onError);
    this.record = parts.record;
    this.compiled = parts.compiled;
    this.streams = parts.streams;
    this.#truths = new TwoTruths(parts.compiled, parts.exercise);
    this.#snapshots = new Snapshots(parts);
    this.#speed = parts.speed ?? 1;
    // A refusal halts again, and so asks again.
    this.#diskAgain = new AskAgain(parts.host, () => this.#halted && this.#endHalt().catch(() => undefined));
    this.#clock = new CaseClock(() => parts.host.now());
    this.#clock.set({ at: Math.max(parts.record.clock, parts.exercise.world.now, parts.compiled.scenario.starts) });
    this.#followClock();
  }

  get id(): string {
    return this.record.id;
  }

  /** The truth, for the server's own decisions; never sent as it is, nor kept: it goes on in place. */
  get world(): World {
    return this.#truths.durable.world;
  }

  /** As `world`, with what conditions ask for. */
  get truth(): Exercise {
    return this.#truths.durable;
  }

  /** Another number whenever somebody sat down, left or moved about. */
  get seatsChanged(): number {
    return this.#truths.seatsChanged;
  }

  get seq(): number {
    return this.#truths.durable.seq;
  }

  get status(): ExerciseStatus {
    return this.#halted && this.world.status === 'running' ? 'paused' : this.world.status;
  }

  /** Why it stands although nobody paused it; undefined where somebody did, or where it runs. */
  get standstill(): Standstill | undefined {
    return isTold(this.#standstill, this.status) ? this.#standstill : undefined;
  }

  /** Told until it runs. */
  standsBecause(standstill: Standstill): void {
    this.#standstill = standstill;
  }

  get pace(): number {
    return this.world.pace ?? this.record.pace;
  }

  /** Case minutes per real minute as the clock runs now. */
  get clockPace(): number {
    return this.pace * this.#speed;
  }

  get phase(): string {
    return publicPhase(this.compiled, this.world);
  }

  caseNow(): CaseMs {
    return this.#clock.read();
  }

  /** Real milliseconds until the case time `due`; undefined while the clock stands. */
  untilReal(due: CaseMs): number | undefined {
    return this.#clock.untilReal(due);
  }

  listen(listener: Listener): () => void {
    return this.#listeners.add(listener);
  }

  /**
   * Judges a command once: a resent `id` of the same asker gets the answer it had. Resolves when its events are on disk;
   * throws `StorageError` where they cannot be kept, and then nothing has happened and the exercise stands still.
   */
  submit(from: Command['from'], id: string, body: AnyCommand, participant?: NewParticipant): Promise<CommandAnswer> {
    const by = 'seat' in from ? from.seat : 'trainer';
    const key = `${by} ${id}`;
    let answer = this.#underWay.get(key);
    if (!answer) {
      answer = this.#answerOnce(from, { by, id }, body, participant).finally(() => this.#underWay.delete(key));
      this.#underWay.set(key, answer);
    }
    return answer;
  }

  /** Asked by the server itself: to pause after a restart, to seat somebody who has just joined. */
  submitOwn(body: AnyCommand, participant?: NewParticipant): Promise<CommandAnswer> {
    return this.submit({ trainer: true }, randomId(), body, participant);
  }

  /**
   * The machine was asleep, or the process began anew: what passed meanwhile did not pass in the case. Whatever is in the way
   * of keeping the pause, the exercise stands afterwards.
   */
  async pauseAt(at: CaseMs): Promise<void> {
    if (this.status !== 'running') return;
    this.#clock.set({ at: Math.max(at, this.#truths.head.world.now) });
    try {
      await this.submitOwn({ type: 'pause' });
    } catch (error) {
      if (!this.#halted) this.#halt(error);
      this.#parts.onError(error);
      if (!mayPass(standstillOf(error))) await this.#endHalt();
    }
  }

  /** For the author's preview: at 0 the clock stands, and commands are still taken. */
  setSpeed(speed: number): void {
    this.#speed = speed;
    this.#followClock();
    this.#listeners.tell((listener) => listener.changed());
  }

  /** For the author's preview: time goes on to `at` at once, with everything that falls due on the way. */
  async passTo(at: CaseMs): Promise<void> {
    if (this.status !== 'running' || at <= this.caseNow()) return;
    const due = this.#truths.advanceTo(at);
    this.#clock.set({ at });
    await this.#commit(due.exercise, { events: due.events });
    this.setSpeed(this.#speed);
  }

  /** Keeps the clock, so that little case time is lost by a crash. */
  async saveClock(): Promise<void> {
    if (!this.#clock.running) return;
    this.record.touchedAt = Date.now();
    await this.#parts.store.saveClock(this.id, this.caseNow());
  }

  close(): void {
    this.#cancelTimer();
    this.#diskAgain.stop();
    this.#clock.set({ running: false });
    this.#listeners.clear();
  }

  async #answerOnce(
    from: Command['from'],
    key: { by: string; id: string },
    body: AnyCommand,
    participant?: NewParticipant,
  ): Promise<CommandAnswer> {
    const given = await this.#parts.store.answerOf(this.id, key.by, key.id);
    if (given) return given;
    if (this.#halted) await this.#endHalt();
    const at = this.caseNow();
    const due = this.#runDue(at);
    const { body: detached, texts } = detachTexts(body, randomId);
    let decision: Decision;
    try {
      decision = this.#truths.decide(due.exercise, { from, at, body: detached });
    } catch (error) {
      if (isOfTheCase(error)) await this.#standAt(at, error);
      throw error;
    }
    if ('rejection' in decision) {
      await this.#commit(due.exercise, { events: due.events });
      return { ok: false, rejection: decision.rejection };
    }
    const answer = { ok: true, events: decision.events.length } as const;
    await this.#commit(decision.exercise, {
      events: [...due.events, ...decision.events],
      command: { ...key, answer, at, body: detached, seq: due.exercise.seq + 1 },
      texts,
      participant,
    });
    return answer;
  }

  /** A command met what would stop a timer as well: what fell due before it is kept, and the exercise stands for the same reason. */
  async #standAt(at: CaseMs, error: unknown): Promise<void> {
    const due = this.#runDue(at);
    await this.#commit(due.exercise, { events: due.events });
    this.#halt(error);
    await this.#endHalt();
  }

  /** While the exercise stands, nothing falls due: it can be ended even where a timer cannot run. */
  #runDue(at: CaseMs): { events: Event[]; exercise: Exercise } {
    const { head } = this.#truths;
    if (head.world.status !== 'running') return { events: [], exercise: head };
    try {
      return this.#truths.advanceTo(at);
    } catch (error) {
      this.#halt(error);
      throw error;
    }
  }

  /** Makes events durable, then visible. `exercise` is the truth after them. */
  async #commit(exercise: Exercise, append: Omit<Append, 'exercise' | 'expectedSeq'>): Promise<void> {
    if (append.events.length === 0 && !append.command) return;
    const failures = this.#failures;
    const expectedSeq = this.#truths.begun(exercise, append.events);
    try {
      await this.#parts.store.append({ ...append, exercise: this.id, expectedSeq });
    } catch (error) {
      if (failures === this.#failures) {
        this.#truths.refused();
        this.#halt(error);
      }
      throw error;
    }
    this.#truths.kept(append.events);
    this.#publish(append.events);
  }

  #publish(events: readonly Event[]): void {
    this.#followClock();
    const batches = this.streams.add(events, this.world);
    this.#listeners.tell((listener) => listener.batches(batches, events));
    this.#listeners.tell((listener) => listener.changed());
    this.#snapshots.consider(this.#truths.durable);
  }

  /** The disk refused, or the case cannot go on: what was judged on top is forgotten, the clock stands, everybody sees a pause. */
  #halt(error: unknown): void {
    this.#failures += 1;
    this.#halted = true;
    this.#standstill = standstillOf(error);
    this.#followClock();
    if (mayPass(this.#standstill)) this.#diskAgain.start();
    this.#listeners.tell((listener) => listener.changed());
  }

  /** The first thing kept after a halt is the pause itself; the trainer decides when to go on. */
  async #endHalt(): Promise<void> {
    const pause: Command = { from: { trainer: true }, at: this.caseNow(), body: { type: 'pause' } };
    const decision = this.#truths.decide(this.#truths.head, pause);
    if ('events' in decision) await this.#commit(decision.exercise, { events: decision.events });
    this.#halted = false;
    if (this.#standstill && mayPass(this.#standstill)) this.#standstill = { ...this.#standstill, over: true };
    this.#followClock();
  }

  /** Sets the clock by what the events say, and wakes up when the next timer falls due. */
  #followClock(): void {
    const { status, now } = this.world;
    const running = status === 'running' && !this.#halted;
    if (running) this.#standstill = undefined;
    const at = status === 'lobby' ? this.compiled.scenario.starts : Math.max(this.#clock.read(), now);
    this.#clock.set({ at, pace: this.#speed > 0 ? this.clockPace : this.pace, running: running && this.#speed > 0 });
    this.#cancelTimer();
    const due = nextDue(this.#truths.head);
    const wait = due === undefined ? undefined : this.#clock.untilReal(due);
    this.#cancelTimer = wait === undefined ? () => undefined : this.#parts.host.after(wait, () => this.#runTimers());
  }

  /** Nobody waits for an answer here: a case that cannot go on stands still, and takes no other with it. */
  #runTimers(): void {
    try {
      const due = this.#truths.advanceTo(this.caseNow());
      if (due.events.length === 0) return this.#followClock();
      this.#commit(due.exercise, { events: due.events }).catch(this.#parts.onError);
    } catch (error) {
      this.#halt(error);
      this.#parts.onError(error);
      this.#endHalt().catch(this.#parts.onError);
    }
  }
}
