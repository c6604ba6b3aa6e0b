/**
 * The truth of one exercise, twice: as far as it is on disk, and with what is still being written, on which the next command is
 * judged. Each is folded in place by an owner of its own, so that an event costs the same however much has happened; what
 * both still share is copied by whichever changes it first.
 */
import type { Command } from '../../shared/exercise/commands.ts';
import type { Event } from '../../shared/exercise/events.ts';
import { advanceTo, type Decision, decide, type Exercise, Owner } from '../../shared/exercise/exercise.ts';
import { bitOf, NO_PARTS } from '../../shared/exercise/folds/parts.ts';
import { evolveExerciseFor } from '../../shared/exercise/truth.ts';
import type { CompiledScenario } from '../../shared/scenario/compiled.ts';
import type { CaseMs } from '../../shared/time.ts';

const SEATS = bitOf('seats');

export class TwoTruths {
  readonly #compiled: CompiledScenario;
  readonly #durableOwner = new Owner();
  readonly #headOwner = new Owner();
  /** What is being written, in order. */
  readonly #inFlight = new Set<readonly Event[]>();
  #durable: Exercise;
  #head: Exercise;
  #seatsChanged = 0;

  constructor(compiled: CompiledScenario, exercise: Exercise) {
    this.#compiled = compiled;
    this.#durable = exercise;
    this.#head = exercise;
  }

  /** To be read at once; it goes on under whoever keeps it. */
  get durable(): Exercise {
    return this.#durable;
  }

  get head(): Exercise {
    return this.#head;
  }

  /** Another number whenever a seat changed in what is on disk. */
  get seatsChanged(): number {
    return this.#seatsChanged;
  }

  /** Judges a command on `exercise`, which is the head or what `advanceTo` made of it. */
  decide(exercise: Exercise, command: Command): Decision {
    return this.#judge(() => decide(this.#compiled, exercise, command, this.#headOwner));
  }

  /** What falls due on the head up to `at`. */
  advanceTo(at: CaseMs): { events: Event[]; exercise: Exercise } {
    return this.#judge(() => advanceTo(this.#compiled, this.#head, at, this.#headOwner));
  }

  /** What is worked out becomes the head by `begun`, or was refused. Where it throws, nothing has happened. */
  #judge<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      this.#restart();
      for (const events of this.#inFlight) this.#head = this.#fold(this.#headOwner, this.#head, events);
      throw error;
    }
  }

  /** `events`, which lead to `exercise`, are being written. Answers the number of the event before them. */
  begun(exercise: Exercise, events: readonly Event[]): number {
    const { seq } = this.#head;
    this.#head = exercise;
    this.#inFlight.add(events);
    return seq;
  }

  /** They are on disk. */
  kept(events: readonly Event[]): void {
    this.#inFlight.delete(events);
    this.#durableOwner.touched = NO_PARTS;
    this.#durable = this.#fold(this.#durableOwner, this.#durable, events);
    if ((this.#durableOwner.touched & SEATS) !== 0) this.#seatsChanged += 1;
  }

  /** The disk refused something: whatever was judged on top of it goes with it. */
  refused(): void {
    this.#inFlight.clear();
    this.#restart();
  }

  #restart(): void {
    this.#durableOwner.release();
    this.#headOwner.release();
    this.#head = this.#durable;
  }

  #fold(owner: Owner, exercise: Exercise, events: readonly Event[]): Exercise {
    return events.reduce((before, event) => evolveExerciseFor(owner, this.#compiled, before, event), exercise);
  }
}
