/**
 * One pass over the log that notes when conditions come true.
 *
 * A *sighting* is a moment at which a condition turned true, or at which it was true already and happened anew. What was
 * needed once is told by the first sighting, what had to follow on something (a repair) by the first one after it.
 */
import { evaluate, happenings } from '../exercise/evaluate.ts';
import type { Event } from '../exercise/events.ts';
import { Owner } from '../exercise/folds/owner.ts';
import { bitOf, NO_PARTS, type Parts } from '../exercise/folds/parts.ts';
import { emptyExercise, evolveExerciseFor, type Exercise } from '../exercise/truth.ts';
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
}

/** Sees each event with the truth before it, while the log is folded. The truth goes on: nothing of it is to be kept. */
export type Onlooker = (event: Event, before: Exercise) => void;

/** Folds the log and answers, for each question, its sightings in order; and the truth at the end. */
export function sightingsOf(
  compiled: CompiledScenario,
  events: readonly Event[],
  questions: Record<string, Question>,
  onlooker?: Onlooker,
): { sightings: Record<string, Sighting[]>; end: Exercise } {
  const sightings: Record<string, Sighting[]> = {};
  const open = Object.entries(questions).map(([key, question]): Open => ({ ...question, key, true: false, newest: 0 }));
  const byPart = questionsByPart(open);
  const closed = new Set<Open>();
  let exercise = emptyExercise();
  const owner = new Owner();
  // The first look is at all of them; after that only what changed can change an answer.
  let due: Iterable<Open> = open;
  for (const event of events) {
    onlooker?.(event, exercise);
    exercise = evolveExerciseFor(owner, compiled, exercise, event);
    if (event !== events[0]) due = affected(byPart, event, owner.touched);
    owner.touched = NO_PARTS;
    for (const question of due) {
      if (closed.has(question)) continue;
      const sighting = look(question, exercise, event);
      if (!sighting) continue;
      (sightings[question.key] ??= []).push(sighting);
      if (question.again !== true) closed.add(question);
    }
  }
  return { sightings, end: exercise };
}

function questionsByPart(open: readonly Open[]): ReadonlyMap<string, readonly Open[]> {
  const byPart = new Map<string, Open[]>();
  for (const question of open) {
    for (const part of new Set(partsOf(question.condition))) byPart.set(part, [...(byPart.get(part) ?? []), question]);
  }
  return byPart;
}

/** Questions that depend on something this event changed, in the order in which they were put. */
function affected(
  byPart: ReadonlyMap<string, readonly Open[]>,
  event: Event,
  touched: Parts,
): Iterable<Open> {
  let found = byPart.get(`happened:${event.type}`);
  let more: Set<Open> | undefined;
  for (const part of WORLD_PARTS) {
    const questions = (touched & bitOf(part)) !== 0 ? byPart.get(part) : undefined;
    if (!questions) continue;
    if (!found) found = questions;
    else {
      more ??= new Set(found);
      for (const question of questions) more.add(question);
    }
  }
  return more ?? found ?? NONE;
}

const NONE: readonly Open[] = [];

function look(question: Open, exercise: Exercise, event: Event): Sighting | undefined {
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

const WORLD_PARTS = ['entered', 'charts', 'items', 'now', 'people', 'consents', 'referrals'] as const;

/** The parts of an exercise that a condition reads (`evaluate.ts`): parts of the world, or the events of one type. */
function partsOf(condition: Condition): string[] {
  const inner = [
    ...(condition.all ?? []),
    ...(condition.any ?? []),
    ...(condition.of ?? []),
    ...(condition.not ? [condition.not] : []),
  ];
  if (inner.length > 0) return inner.flatMap(partsOf);
  switch (headOf(condition)) {
    case 'happened':
      return [`happened:${condition.happened ?? ''}`];
    case 'reached':
      return ['entered'];
    case 'in':
      return ['charts'];
    case 'knows':
    case 'is':
      return ['items'];
    case 'clock':
      return ['now'];
    default:
      return ['people', 'consents', 'referrals'];
  }
}
