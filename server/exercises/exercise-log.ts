/**
 * The log of one exercise: judges commands on the pending state, appends their events to the store, and rolls back what the
 * store refuses. Several batches may be in flight; the store writes them in order and in one transaction.
 */
import type { Command } from '../../shared/exercise/commands.ts';
import type { Event } from '../../shared/exercise/events.ts';
import type { Decision, Exercise, SharedMessages } from '../../shared/exercise/exercise.ts';
import type { CompiledScenario } from '../../shared/scenario/compiled.ts';
import type { CaseMs } from '../../shared/time.ts';
import type { Append, LogStore } from '../storage/exercise-store.ts';
import { CommittedAndPending } from './committed-and-pending.ts';

interface ExerciseLogOptions {
  id: string;
  compiled: CompiledScenario;
  store: Pick<LogStore, 'append'>;
  exercise: Exercise;
  /** Shared by all worlds of the class. */
  messages: SharedMessages;
  /** Events are on disk and folded into `committed`. */
  onCommitted: (events: readonly Event[]) => void;
  /** The store refused a batch; everything that was not committed is rolled back. */
  onRolledBack: (error: unknown) => void;
}

export class ExerciseLog {
  readonly #options: ExerciseLogOptions;
  readonly #states: CommittedAndPending;
  #rollbacks = 0;

  constructor(options: ExerciseLogOptions) {
    this.#options = options;
    this.#states = new CommittedAndPending(options.compiled, options.exercise, options.messages);
  }

  /** Read it at once: later events change it in place. */
  get committed(): Exercise {
    return this.#states.committed;
  }

  /** Committed events and those in flight. Read it at once. */
  get pending(): Exercise {
    return this.#states.pending;
  }

  /** Changes whenever a committed seat changes. */
  get seatsVersion(): number {
    return this.#states.seatsVersion;
  }

  /** Judges a command on `exercise`: the pending state, or what `advanceTo` returned. */
  decide(exercise: Exercise, command: Command): Decision {
    return this.#states.decide(exercise, command);
  }

  /** The timers that are due up to `at`; nothing while the exercise does not run, so it can end even if a timer cannot run. */
  advanceTo(at: CaseMs): { events: Event[]; exercise: Exercise } {
    const { pending } = this.#states;
    return pending.world.status === 'running' ? this.#states.advanceTo(at) : { events: [], exercise: pending };
  }

  /** Makes events durable, then calls `onCommitted`. `exercise` is the state after them. */
  async commit(exercise: Exercise, append: Omit<Append, 'exercise' | 'expectedSeq'>): Promise<void> {
    if (append.events.length === 0 && !append.command) return;
    const rollbacks = this.#rollbacks;
    const expectedSeq = this.#states.startWrite(exercise, append.events);
    try {
      await this.#options.store.append({ ...append, exercise: this.#options.id, expectedSeq });
    } catch (error) {
      // A batch on top of one that was rolled back went with it.
      if (rollbacks === this.#rollbacks) {
        this.#rollbacks += 1;
        this.#states.rollBack();
        this.#options.onRolledBack(error);
      }
      throw error;
    }
    this.#states.finishWrite(append.events);
    this.#options.onCommitted(append.events);
  }
}
