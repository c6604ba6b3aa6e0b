/**
 * One pass over the log that notes when conditions come true.
 *
 * A *sighting* is a moment at which a condition turned true, or at which it was true already and happened anew. What was
 * needed once is told by the first sighting, what had to follow on something (a repair) by the first one after it.
 */
import { evaluate, happenings } from '../exercise/evaluate.ts';
import type { Event } from '../exercise/events.ts';
import { emptyExercise, evolveExercise, type Exercise } from '../exercise/truth.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import { type Condition, headOf } from '../scenario/schema/conditions.ts';
import type { CaseMs } from '../time.ts';

export interface Sighting {
  at: CaseMs;
  /** The event after which it was seen. */
  seq: number;
  /** The events that made it true. */
  evidence: number[];
}

export interface Question {
  condition: Condition;
  /** Where set, every sighting is noted, not only the first. */
  again?: boolean;
}

interface Open extends Question {
  key: string;
  true: boolean;
  newest: number;
  /** Reads the parts of an exercise that the condition depends on. */
  parts: ((exercise: Exercise) => unknown)[];
  /** Those parts when it was last looked at. Exercises are immutable: the same parts give the same answer. */
  seen: unknown[];
}

/** Folds the log and answers, for each question, its sightings in order; and the truth at the end. */
export function sightingsOf(
  compiled: CompiledScenario,
  events: readonly Event[],
  questions: Record<string, Question>,
): { sightings: Record<string, Sighting[]>; end: Exercise } {
  const sightings: Record<string, Sighting[]> = {};
  let open: Open[] = Object.entries(questions).map(([key, question]) => ({
    ...question,
    key,
    true: false,
    newest: 0,
    parts: partsOf(question.condition),
    seen: [],
  }));
  let exercise = emptyExercise();
  for (const event of events) {
    exercise = evolveExercise(compiled, exercise, event);
    const now = exercise;
    open = open.filter((question) => {
      const sighting = look(question, now, event);
      if (sighting) (sightings[question.key] ??= []).push(sighting);
      return !sighting || question.again === true;
    });
  }
  return { sightings, end: exercise };
}

function look(question: Open, exercise: Exercise, event: Event): Sighting | undefined {
  const parts = question.parts.map((read) => read(exercise));
  if (question.seen.length > 0 && parts.every((part, index) => part === question.seen[index])) return undefined;
  question.seen = parts;
  const before = question.true;
  question.true = evaluate(question.condition, exercise);
  if (!question.true) return undefined;
  const counted = counts(question.condition, exercise);
  const newest = Math.max(0, ...counted);
  const anew = newest > question.newest;
  question.newest = Math.max(question.newest, newest);
  if (before && !anew) return undefined;
  const evidence = new Set([...counted, ...(anew ? [] : [event.seq])]);
  return { at: event.at, seq: event.seq, evidence: [...evidence].toSorted((a, b) => a - b) };
}

/** The events counted by the parts of a condition that hold. Parts about states have none of their own. */
function counts(condition: Condition, exercise: Exercise): number[] {
  if (condition.happened !== undefined) return happenings(condition, exercise).map(({ seq }) => seq);
  const parts = [...(condition.all ?? []), ...(condition.any ?? []), ...(condition.of ?? [])];
  return parts.filter((part) => evaluate(part, exercise)).flatMap((part) => counts(part, exercise));
}

/** The parts of an exercise that a condition reads (`evaluate.ts`). */
function partsOf(condition: Condition): Open['parts'] {
  const inner = [
    ...(condition.all ?? []),
    ...(condition.any ?? []),
    ...(condition.of ?? []),
    ...(condition.not ? [condition.not] : []),
  ];
  if (inner.length > 0) return inner.flatMap(partsOf);
  const verb = condition.happened;
  switch (headOf(condition)) {
    case 'happened':
      return [({ happened }) => happened[verb ?? '']];
    case 'reached':
      return [({ world }) => world.entered];
    case 'in':
      return [({ world }) => world.charts];
    case 'knows':
    case 'is':
      return [({ world }) => world.items];
    case 'clock':
      return [({ world }) => world.now];
    default:
      return [({ world }) => world.people, ({ world }) => world.consents, ({ world }) => world.referrals];
  }
}
