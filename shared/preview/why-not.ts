/**
 * "Why not?": a condition part by part with what blocks it now, and everything in a case that waits for a condition.
 */
import { missingFor } from '../exercise/missing.ts';
import { evaluate } from '../exercise/evaluate.ts';
import type { Exercise } from '../exercise/exercise.ts';
import { activeStates } from '../exercise/decide/settle.ts';
import { conditionInShort } from '../graph/short-words.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import { transitionsOf } from '../scenario/checks/statecharts.ts';
import { type Condition, type GroupHead, insideOf } from '../vocabulary/conditions.ts';
import type { ChartState } from '../scenario/schema/statecharts.ts';
import type { Path } from '../scenario/source-map.ts';

/** A part of a condition. Groups hold parts, leaves hold words. */
export interface ConditionPart {
  words: string;
  holds: boolean;
  /** True if this part itself is missing, or is true and must not be. */
  blocks: boolean;
  group?: GroupHead | undefined;
  atLeast?: number | undefined;
  parts: ConditionPart[];
}

export function explainCondition(compiled: CompiledScenario, condition: Condition, exercise: Exercise): ConditionPart {
  const holds = (part: Condition) => evaluate(compiled, part, exercise);
  const blocking = new Set(missingFor(condition, holds).map(({ leaf }) => leaf));
  const explain = (part: Condition): ConditionPart => {
    const inside = insideOf(part);
    return {
      words: conditionInShort(part),
      holds: holds(part),
      blocks: blocking.has(part),
      group: inside?.head,
      atLeast: inside?.head === 'of' ? inside.enough : undefined,
      parts: (inside?.conditions ?? []).map(explain),
    };
  };
  return explain(condition);
}

export interface Waiting {
  kind: 'inject' | 'transition' | 'decision' | 'operation' | 'item' | 'question';
  /** The id of the thing, or a transition's edge id (as in the graph). */
  id: string;
  /** - `done`: it has happened. - `now`: nothing is missing. - `waits`: something is missing. */
  state: 'done' | 'now' | 'waits';
  /** The required conditions. An `unless` appears as a `not`. */
  conditions: { key: 'when' | 'unless' | 'guard' | 'needs'; part: ConditionPart }[];
  /** Its place in the scenario. */
  path: Path;
}

type Asked = { key: Waiting['conditions'][number]['key']; condition: Condition | undefined }[];

/** Everything that waits for a condition, in the order of the case. Transitions: those out of active states. */
export function whatWaits(compiled: CompiledScenario, exercise: Exercise): Waiting[] {
  const { scenario } = compiled;
  const { world } = exercise;
  const make = (kind: Waiting['kind'], id: string, path: Path, done: boolean, asked: Asked): Waiting[] => {
    const conditions = asked.flatMap(({ key, condition }) =>
      condition === undefined ? [] : [{ key, part: explainCondition(compiled, condition, exercise) }],
    );
    if (conditions.length === 0) return [];
    const state = done ? 'done' : conditions.every(({ part }) => part.holds) ? 'now' : 'waits';
    return [{ kind, id, state, conditions, path }];
  };
  return [
    ...transitionsNow(compiled, exercise, make),
    ...Object.entries(scenario.injects).flatMap(([id, { when, unless }]) =>
      make('inject', id, ['injects', id], world.injects[id]?.firedAt !== undefined, [
        { key: 'when', condition: when },
        { key: 'unless', condition: unless && { not: unless } },
      ]),
    ),
    ...Object.entries(scenario.decisions).flatMap(([id, { when }]) =>
      make('decision', id, ['decisions', id], id in world.decisions, [{ key: 'when', condition: when }]),
    ),
    ...Object.entries(scenario.operations).flatMap(([id, { when }]) =>
      make('operation', id, ['operations', id], id in world.operations, [{ key: 'when', condition: when }]),
    ),
    ...Object.entries(scenario.items).flatMap(([id, { found }]) =>
      make('item', id, ['items', id, 'found'], world.items[id]?.foundAt !== undefined, [
        { key: 'when', condition: found?.when },
      ]),
    ),
    ...Object.entries(scenario.interviews).flatMap(([script, { topics }]) =>
      Object.entries(topics).flatMap(([topic, { questions }]) =>
        Object.entries(questions).flatMap(([question, { needs }]) =>
          make(
            'question',
            `${script}.${topic}.${question}`,
            ['interviews', script, 'topics', topic, 'questions', question],
            false,
            [{ key: 'needs', condition: needs }],
          ),
        ),
      ),
    ),
  ];
}

type Make = (kind: Waiting['kind'], id: string, path: Path, done: boolean, asked: Asked) => Waiting[];

function transitionsNow({ scenario }: CompiledScenario, { world }: Exercise, make: Make): Waiting[] {
  const active = new Set([...Object.keys(scenario.statecharts), ...activeStates(world.charts)]);
  const look = (state: ChartState, id: string, path: Path): Waiting[] => [
    ...(active.has(id)
      ? transitionsOf(state, path).flatMap(({ value, path: at }) =>
          make('transition', [id, ...at.slice(path.length)].join('/'), at, false, [
            { key: 'guard', condition: value.guard },
          ]),
        )
      : []),
    ...Object.entries(state.states ?? {}).flatMap(([key, child]) =>
      look(child, `${id}.${key}`, [...path, 'states', key]),
    ),
  ];
  return Object.entries(scenario.statecharts).flatMap(([id, chart]) => look(chart, id, ['statecharts', id]));
}
