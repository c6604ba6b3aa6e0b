/**
 * The debriefs of exercises. While one is under way its debrief follows the log. At its end the debrief is computed once and
 * stored with the versions of rubric and rules: from then on the stored one is served, even if later versions have other rules.
 */
import { debrief } from '../../shared/debrief/compute.ts';
import type { Debrief } from '../../shared/debrief/debrief.ts';
import { RULES_VERSION } from '../../shared/debrief/rules-version.ts';
import type { Event } from '../../shared/exercise/events.ts';
import type { ExerciseStore } from '../storage/exercise-store.ts';
import type { LiveExercise } from './live-exercise.ts';

/** A debrief with the versions that it was computed with. */
export interface MarkedDebrief {
  debrief: Debrief;
  /** Version of the rules that gave its marks. */
  rules: number;
  /** Content hash of the case whose rubric gave its marks. */
  rubric: string;
}

/** The stored debrief is damaged, and this release does not have the rules that gave its marks. */
export class DebriefDamaged extends Error {
  constructor(exercise: string, rules: number) {
    super(
      `the stored debrief of exercise ${exercise} is damaged, and rules version ${rules} is not that of this program: restore a backup`,
    );
    this.name = 'DebriefDamaged';
  }
}

type Exercise = Pick<LiveExercise, 'id' | 'compiled' | 'seq' | 'status'>;
type Compute = typeof debrief;

interface Options {
  /** Receives the error if a debrief cannot be stored. It is served, and stored at the next request. */
  onError?: (error: unknown, exercise: string) => void;
  /** Version of the rules that `compute` uses. */
  rules?: number;
  compute?: Compute;
}

export class Debriefs {
  readonly #store: Pick<ExerciseStore, 'read' | 'debriefOf' | 'keepDebrief'>;
  readonly #rules: number;
  readonly #compute: Compute;
  readonly #onError: NonNullable<Options['onError']>;
  readonly #asked = new WeakMap<Exercise, { seq: number | 'ended'; result: Promise<MarkedDebrief> }>();
  readonly #pending = new Set<Promise<unknown>>();

  constructor(
    store: Pick<ExerciseStore, 'read' | 'debriefOf' | 'keepDebrief'>,
    { rules = RULES_VERSION, compute = debrief, onError = () => undefined }: Options = {},
  ) {
    this.#store = store;
    this.#rules = rules;
    this.#compute = compute;
    this.#onError = onError;
  }

  /** Cached until the next event, because a whole class requests it at the same moment. */
  of(exercise: Exercise): Promise<MarkedDebrief> {
    const seq = exercise.status === 'ended' ? 'ended' : exercise.seq;
    const before = this.#asked.get(exercise);
    if (before?.seq === seq) return before.result;
    const result = seq === 'ended' ? this.#ofEnded(exercise) : this.#now(exercise);
    this.#asked.set(exercise, { seq, result });
    this.#pending.add(result);
    result
      .catch(() => this.#asked.delete(exercise))
      .finally(() => this.#pending.delete(result))
      .catch(() => undefined);
    return result;
  }

  /** Resolves when every started write is stored or has failed. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#pending);
  }

  async #now({ id, compiled }: Exercise): Promise<MarkedDebrief> {
    return this.#marked(compiled, await this.#store.read(id, 0));
  }

  async #ofEnded(exercise: Exercise): Promise<MarkedDebrief> {
    const { id, compiled } = exercise;
    const kept = await this.#store.debriefOf(id);
    if (kept && !kept.damaged)
      return { debrief: JSON.parse(kept.payload) as Debrief, rules: kept.rules, rubric: kept.rubric };
    // The same rules give the same marks; other rules would change them silently.
    if (kept && kept.rules !== this.#rules) throw new DebriefDamaged(id, kept.rules);
    const events = upToEnd(await this.#store.read(id, 0));
    const marked = this.#marked(compiled, events);
    if (!kept) await this.#keep(exercise, marked, events.at(-1)?.seq ?? 0);
    return marked;
  }

  async #keep(exercise: Exercise, { debrief: computed, rules, rubric }: MarkedDebrief, seq: number): Promise<void> {
    try {
      await this.#store.keepDebrief(exercise.id, { rules, rubric, seq, payload: JSON.stringify(computed) });
    } catch (error) {
      this.#asked.delete(exercise);
      this.#onError(error, exercise.id);
    }
  }

  #marked(compiled: Exercise['compiled'], events: readonly Event[]): MarkedDebrief {
    return { debrief: this.#compute(compiled, events), rules: this.#rules, rubric: compiled.hash };
  }
}

/** Notes and seats after the end of the exercise do not belong to the debrief. */
function upToEnd(events: readonly Event[]): readonly Event[] {
  const end = events.findIndex(({ type }) => type === 'exercise-ended');
  return end === -1 ? events : events.slice(0, end + 1);
}
