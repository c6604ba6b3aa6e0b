/**
 * One pass over the log that records when conditions become true.
 *
 * A *sighting* is a moment at which a condition became true, or at which a true condition counted a new event. A
 * one-time requirement uses the first sighting; a requirement after an event (a repair) uses the first sighting after
 * that event.
 */
import { type ConditionIndex, conditionsOf } from '../exercise/condition-index.ts';
import type { Event } from '../exercise/events.ts';
import { type EventObserver, WorldDraft } from '../exercise/folds/draft.ts';
import { NO_PARTS } from '../exercise/folds/parts.ts';
import { EVERYTHING, NOTHING, overlaps, type Reads, union } from '../exercise/reads.ts';
import { emptyExercise, evolveExerciseDraft, type Exercise } from '../exercise/truth.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import type { CaseMs } from '../time.ts';
import type { Moment, Subject, WatchedCondition } from './watched-conditions.ts';
import { causes, countedBy, type HeldPart, heldBy } from './reasons.ts';

export interface Sighting {
  at: CaseMs;
  /** The event after which the condition held. */
  seq: number;
  /** The events that made it true, and the event after which it held. */
  evidence: number[];
  /** The subset of `evidence` that the condition counts. */
  counted: number[];
  /** The subset of `evidence` that explains the mark: counted events, and causes of a state. */
  reasons: number[];
  /** The parts that held and that no event explains. */
  held: HeldPart[];
}

/** The sightings in a log, by what their condition is about. */
export class Sightings {
  readonly #seen = new Map<string, { about: Subject; all: Sighting[] }>();

  add(about: Subject, sighting: Sighting): void {
    const known = this.#seen.get(keyOf(about));
    if (known) known.all.push(sighting);
    else this.#seen.set(keyOf(about), { about, all: [sighting] });
  }

  /** In order; empty if the condition never came true. */
  of(about: Subject): readonly Sighting[] {
    return this.#seen.get(keyOf(about))?.all ?? [];
  }

  /** The first sighting of each moment that the author marked, by id, in the order of the log. */
  firstOf(kind: Moment): Record<string, Sighting> {
    const found = [...this.#seen.values()].flatMap(({ about, all: [first] }): [string, Sighting][] =>
      about.of === kind && first ? [[about.id, first]] : [],
    );
    return Object.fromEntries(found);
  }
}

const keyOf = ({ of, id, part }: Subject): string => `${of} ${part} ${id}`;

interface OpenCondition extends WatchedCondition {
  reads: Reads;
  true: boolean;
  newest: number;
  answered: boolean;
}

/** Records the sightings of some conditions while a log is folded. */
export class ConditionWatch implements EventObserver {
  readonly sightings = new Sightings();
  #open: OpenCondition[];
  /** The union of what the open conditions read. */
  #reads = EVERYTHING;

  readonly #conditions: ConditionIndex;

  constructor(compiled: CompiledScenario, questions: readonly WatchedCondition[]) {
    this.#conditions = conditionsOf(compiled);
    this.#open = questions.map((question) => ({
      ...question,
      reads: this.#conditions.readsOf(question.condition),
      true: false,
      newest: 0,
      answered: false,
    }));
  }

  before(): void {}

  after(event: Event, exercise: Exercise, change: Reads): void {
    // The first event evaluates every condition; later events only those that read a changed part.
    const first = this.#reads === EVERYTHING;
    if (!overlaps(this.#reads, change) && !first) return;
    let answered = first;
    for (const question of this.#open) {
      if (!first && !overlaps(question.reads, change)) continue;
      const sighting = sightingAfter(this.#conditions, question, exercise, event);
      if (!sighting) continue;
      this.sightings.add(question.about, sighting);
      question.answered = question.again !== true;
      answered ||= question.answered;
    }
    if (answered) this.#dropAnswered();
  }

  /** Drops answered conditions and recomputes what the open ones read. */
  #dropAnswered(): void {
    this.#open = this.#open.filter((question) => !question.answered);
    this.#reads = this.#open.reduce((reads, question) => union(reads, question.reads), NOTHING);
  }
}

/** Folds a log, calls the observer for each event, and returns the truth at the end. */
export function foldObserved(observer: EventObserver, compiled: CompiledScenario, events: readonly Event[]): Exercise {
  let exercise = emptyExercise();
  const conditions = conditionsOf(compiled);
  const draft = new WorldDraft();
  for (const event of events) {
    const { now } = exercise.world;
    observer.before(event, exercise);
    draft.touched = NO_PARTS;
    exercise = evolveExerciseDraft(draft, compiled, exercise, event);
    observer.after(event, exercise, conditions.changeBy(event.type, draft.touched, now, event.at));
  }
  return exercise;
}

/** Folds the log and returns the sightings of each question, and the truth at the end. */
export function sightingsOf(
  compiled: CompiledScenario,
  events: readonly Event[],
  questions: readonly WatchedCondition[],
): { sightings: Sightings; end: Exercise } {
  const watch = new ConditionWatch(compiled, questions);
  const end = foldObserved(watch, compiled, events);
  return { sightings: watch.sightings, end };
}

function sightingAfter(
  conditions: ConditionIndex,
  question: OpenCondition,
  exercise: Exercise,
  event: Event,
): Sighting | undefined {
  const before = question.true;
  question.true = conditions.holds(question.condition, exercise);
  if (!question.true) return undefined;
  const counted = countedBy(conditions, question.condition, exercise);
  const newest = Math.max(0, ...counted);
  const anew = newest > question.newest;
  question.newest = Math.max(question.newest, newest);
  if (before && !anew) return undefined;
  const held = heldBy(conditions, question.condition, exercise);
  const caused = anew ? [] : held.filter((part) => causes(event, part));
  return {
    at: event.at,
    seq: event.seq,
    evidence: inOrder([...counted, ...(anew ? [] : [event.seq])]),
    counted: inOrder(counted),
    reasons: inOrder([...counted, ...(caused.length > 0 ? [event.seq] : [])]),
    held: held.filter((part) => !caused.includes(part)),
  };
}

const inOrder = (seqs: readonly number[]): number[] => [...new Set(seqs)].toSorted((a, b) => a - b);
