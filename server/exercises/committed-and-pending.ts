/**
 * Two states of one exercise: committed (folded from what is on disk) and pending (with the events that are still being
 * written; the next command is judged on it).
 *
 * Each state is folded by its own `WorldDraft`, which keeps its copies, so an event costs the same however long the log is. Parts that both
 * states still share are copied by the first to change them.
 */
import type { Command } from '../../shared/exercise/commands.ts';
import type { Event } from '../../shared/exercise/events.ts';
import {
  advanceTo,
  type Decision,
  decide,
  type Exercise,
  type SharedMessages,
  WorldDraft,
} from '../../shared/exercise/exercise.ts';
import { bitOf, NO_PARTS } from '../../shared/exercise/folds/parts.ts';
import { evolveExerciseDraft } from '../../shared/exercise/truth.ts';
import type { CompiledScenario } from '../../shared/scenario/compiled.ts';
import type { CaseMs } from '../../shared/time.ts';

const SEATS = bitOf('seats');

export class CommittedAndPending {
  readonly #compiled: CompiledScenario;
  readonly #committedDraft: WorldDraft;
  readonly #pendingDraft: WorldDraft;
  /** Batches of events that are being written, in order. */
  readonly #inFlight = new Set<readonly Event[]>();
  #committed: Exercise;
  #pending: Exercise;
  #seatsVersion = 0;

  constructor(compiled: CompiledScenario, exercise: Exercise, messages: SharedMessages) {
    this.#committedDraft = new WorldDraft({ messages });
    this.#pendingDraft = new WorldDraft({ messages });
    this.#compiled = compiled;
    this.#committed = exercise;
    this.#pending = exercise;
  }

  /** Read it at once: later events change it in place. */
  get committed(): Exercise {
    return this.#committed;
  }

  /** Read it at once: later events change it in place. */
  get pending(): Exercise {
    return this.#pending;
  }

  /** Changes whenever a seat of the committed state changes. */
  get seatsVersion(): number {
    return this.#seatsVersion;
  }

  /** Judges a command on `exercise`, which is the pending state or what `advanceTo` made of it. */
  decide(exercise: Exercise, command: Command): Decision {
    return this.#orRestore(() => decide(this.#compiled, exercise, command, this.#pendingDraft));
  }

  /** Runs the timers of the pending state up to `at`. The result becomes pending only by `startWrite`. */
  advanceTo(at: CaseMs): { events: Event[]; exercise: Exercise } {
    return this.#orRestore(() => advanceTo(this.#compiled, this.#pending, at, this.#pendingDraft));
  }

  /** Makes `exercise`, the result of `events`, the pending state. Returns the sequence number before `events`. */
  startWrite(exercise: Exercise, events: readonly Event[]): number {
    const { seq } = this.#pending;
    this.#pending = exercise;
    this.#inFlight.add(events);
    return seq;
  }

  /** `events` are on disk: folds them into the committed state. */
  finishWrite(events: readonly Event[]): void {
    this.#inFlight.delete(events);
    this.#committedDraft.touched = NO_PARTS;
    this.#committed = this.#fold(this.#committedDraft, this.#committed, events);
    if ((this.#committedDraft.touched & SEATS) !== 0) this.#seatsVersion += 1;
  }

  /** A write failed: drops every event that is not committed. */
  rollBack(): void {
    this.#inFlight.clear();
    this.#restart();
  }

  /** `work` changes the pending state in place. If it throws, the pending state is folded again from the committed one. */
  #orRestore<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      this.#restart();
      for (const events of this.#inFlight) this.#pending = this.#fold(this.#pendingDraft, this.#pending, events);
      throw error;
    }
  }

  #restart(): void {
    this.#committedDraft.release();
    this.#pendingDraft.release();
    this.#pending = this.#committed;
  }

  #fold(draft: WorldDraft, exercise: Exercise, events: readonly Event[]): Exercise {
    return events.reduce((before, event) => evolveExerciseDraft(draft, this.#compiled, before, event), exercise);
  }
}
