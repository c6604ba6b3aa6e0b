/**
 * One pass over the log that notes when conditions come true.
 *
 * A *sighting* is a moment at which a condition turned true, or at which it was true already and happened anew. What was
 * needed once is told by the first sighting, what had to follow on something (a repair) by the first one after it.
 */
import { type ConditionIndex, conditionsOf } from '../exercise/condition-index.ts';
import type { Event } from '../exercise/events.ts';
import { type Onlooker, WorldDraft } from '../exercise/folds/draft.ts';
import { NO_PARTS } from '../exercise/folds/parts.ts';
import { EVERYTHING, NOTHING, overlaps, type Reads, union } from '../exercise/reads.ts';
import { emptyExercise, evolveExerciseDraft, type Exercise } from '../exercise/truth.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import type { Condition } from '../scenario/schema/conditions.ts';
import type { CaseMs } from '../time.ts';
import { causes, countedBy, type HeldPart, heldBy } from './reasons.ts';

export interface Sighting {
  at: CaseMs;
  /** The event after which it was seen. */
  seq: number;
  /** The events that made it true, and the one after which it was seen. */
  evidence: number[];
  /** Of these, the events that are a reason by themselves: counted, or the cause of a state. */
  reasons: number[];
  /** The parts that held and that none of the events stands for. */
  held: HeldPart[];
}

export interface Question {
  condition: Condition;
  /** Where set, every sighting is noted, not only the first. */
  again?: boolean;
}

interface Open extends Question {
  key: string;
  reads: Reads;
  true: boolean;
  newest: number;
  answered: boolean;
}

/** Looks out for the answers to some questions while an exercise goes on. */
export class Lookout implements Onlooker {
  /** By question, in order. */
  readonly sightings: Record<string, Sighting[]> = {};
  #open: Open[];
  /** What any of them hangs on. */
  #reads = EVERYTHING;

  readonly #conditions: ConditionIndex;

  constructor(compiled: CompiledScenario, questions: Record<string, Question>) {
    this.#conditions = conditionsOf(compiled);
    this.#open = Object.entries(questions).map(([key, { condition, again }]) => ({
      condition,
      again: again === true,
      key,
      reads: this.#conditions.readsOf(condition),
      true: false,
      newest: 0,
      answered: false,
    }));
  }

  before(): void {}

  after(event: Event, exercise: Exercise, change: Reads): void {
    // The first look is at all of them; after that only what changed can change an answer.
    const first = this.#reads === EVERYTHING;
    if (!overlaps(this.#reads, change) && !first) return;
    let answered = first;
    for (const question of this.#open) {
      if (!first && !overlaps(question.reads, change)) continue;
      const sighting = look(this.#conditions, question, exercise, event);
      if (!sighting) continue;
      (this.sightings[question.key] ??= []).push(sighting);
      question.answered = question.again !== true;
      answered ||= question.answered;
    }
    if (answered) this.#goOn();
  }

  /** With the questions that are still open. */
  #goOn(): void {
    this.#open = this.#open.filter((question) => !question.answered);
    this.#reads = this.#open.reduce((reads, question) => union(reads, question.reads), NOTHING);
  }
}

/** Folds a log under the eyes of an onlooker, and answers the truth at its end. */
export function foldBefore(onlooker: Onlooker, compiled: CompiledScenario, events: readonly Event[]): Exercise {
  let exercise = emptyExercise();
  const conditions = conditionsOf(compiled);
  const draft = new WorldDraft();
  for (const event of events) {
    const { now } = exercise.world;
    onlooker.before(event, exercise);
    draft.touched = NO_PARTS;
    exercise = evolveExerciseDraft(draft, compiled, exercise, event);
    onlooker.after(event, exercise, conditions.changeBy(event.type, draft.touched, now, event.at));
  }
  return exercise;
}

/** Folds the log and answers, for each question, its sightings in order; and the truth at the end. */
export function sightingsOf(
  compiled: CompiledScenario,
  events: readonly Event[],
  questions: Record<string, Question>,
): { sightings: Record<string, Sighting[]>; end: Exercise } {
  const lookout = new Lookout(compiled, questions);
  const end = foldBefore(lookout, compiled, events);
  return { sightings: lookout.sightings, end };
}

function look(conditions: ConditionIndex, question: Open, exercise: Exercise, event: Event): Sighting | undefined {
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
    reasons: inOrder([...counted, ...(caused.length > 0 ? [event.seq] : [])]),
    held: held.filter((part) => !caused.includes(part)),
  };
}

const inOrder = (seqs: readonly number[]): number[] => [...new Set(seqs)].toSorted((a, b) => a - b);
