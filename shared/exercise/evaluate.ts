/** Evaluates conditions. The only evaluator for guards, injects, unlocks, answers, rubric and red lines. */
import type { CompiledScenario } from '../scenario/compiled.ts';
import type { Condition } from '../vocabulary/conditions.ts';
import { conditionsOf } from './condition-index.ts';
import type { Exercise } from './truth.ts';

/** True if the condition holds in this exercise now. Total: a condition on anything unknown is false. */
export const evaluate = (compiled: CompiledScenario, condition: Condition, exercise: Exercise): boolean =>
  conditionsOf(compiled).holds(condition, exercise);
