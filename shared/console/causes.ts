/**
 * What must happen before the story fires an inject that has neither a time nor a condition of its own: the states, decisions and
 * answers of the case that fire it, as leaves of conditions, so that they are put in words like every other condition.
 */
import { activeStates } from '../exercise/decide/settle.ts';
import { evaluate } from '../exercise/evaluate.ts';
import type { Exercise } from '../exercise/exercise.ts';
import { missingFor, type Wait } from '../exercise/missing.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import type { ChartState, Transition } from '../scenario/schema/statecharts.ts';
import type { Effect } from '../scenario/schema/effects.ts';
import type { Path } from '../scenario/source-map.ts';
import { effectsOf } from '../scenario/visit.ts';
import type { Condition } from '../vocabulary/conditions.ts';
import { isEventType } from '../vocabulary/events.ts';

interface Look {
  compiled: CompiledScenario;
  exercise: Exercise;
  active: ReadonlySet<string>;
  /** Signals and states on the way here: a circle of states explains nothing. */
  seen: ReadonlySet<string>;
}

/** Alternatives share the choice 1. Empty only if no part of the case fires the inject. */
export function waitsForStory(compiled: CompiledScenario, exercise: Exercise, inject: string): Wait[] {
  const active = new Set(activeStates(exercise.world.charts));
  const look: Look = { compiled, exercise, active, seen: new Set() };
  const ways = causesOf(look, ({ fire }) => fire === inject);
  return ways.flatMap((way) => way.map((wait) => (ways.length > 1 ? { ...wait, choice: 1 } : wait)));
}

/** One list of missing leaves for each effect that does it. */
function causesOf(look: Look, does: (effect: Effect) => boolean): Wait[][] {
  return effectsOf(look.compiled.scenario)
    .filter(({ value }) => does(value))
    .flatMap(({ path }) => causeAt(look, path));
}

const wanted = (leaf: Condition): Wait => ({ leaf, wanted: true });

function causeAt(look: Look, path: Path): Wait[][] {
  const [section, id = '', ...rest] = path.map(String);
  switch (section) {
    case 'statecharts':
      return chartCause(look, id, rest);
    case 'decisions':
      return [[wanted({ happened: 'decision-made', decision: id, option: rest[1] ?? '' })]];
    case 'operations':
      return [
        [wanted({ happened: rest[0] === 'aborted' ? 'operation-aborted' : 'operation-launched', operation: id })],
      ];
    case 'injects':
      return [[wanted({ happened: 'inject-fired', inject: id })]];
    case 'interviews':
      return [[wanted({ happened: 'question-asked', question: [id, rest[1], rest[3]].join('.') })]];
    default:
      return [];
  }
}

/** `rest`: the path below the chart, such as `states, stopped, entry, 0`. */
function chartCause(look: Look, chart: string, rest: readonly string[]): Wait[][] {
  const names: string[] = [];
  let at = 0;
  for (; rest[at] === 'states'; at += 2) names.push(rest[at + 1] ?? '');
  const state = stateAt(look.compiled.scenario.statecharts[chart], names);
  if (!state) return [];
  const address = [chart, ...names].join('.');
  const [how, by = '', index = '0'] = rest.slice(at);
  if (how === 'entry') return waysInto(look, chart, names, state);
  if (how === 'exit') return [[wanted({ happened: 'state-entered', chart })]];
  const transition =
    how === 'always' ? state.always?.[Number(by)] : state[how === 'on' ? 'on' : 'after']?.[by]?.[Number(index)];
  return transition ? waysAlong(look, { from: address, by: how === 'on' ? by : undefined, transition }) : [];
}

const stateAt = (chart: ChartState | undefined, names: readonly string[]): ChartState | undefined =>
  names.reduce<ChartState | undefined>((state, name) => state?.states?.[name], chart);

/** A state with a title is named by it, with what the only way there still needs; one without is explained by the ways into it. */
function waysInto(look: Look, chart: string, names: readonly string[], state: ChartState): Wait[][] {
  const ways = waysFromNow(look, chart, names);
  if (state.title === undefined) return ways;
  return [[wanted({ reached: [chart, ...names].join('.') }), ...(ways.length === 1 ? (ways[0] ?? []) : [])]];
}

/** What lets the chart leave an active state towards this one, perhaps through others. */
function waysFromNow(look: Look, chart: string, names: readonly string[]): Wait[][] {
  const address = [chart, ...names].join('.');
  if (look.seen.has(address)) return [];
  const nearer = { ...look, seen: new Set([...look.seen, address]) };
  const around = names.slice(0, -1);
  const siblings = stateAt(look.compiled.scenario.statecharts[chart], around)?.states ?? {};
  return Object.entries(siblings).flatMap(([name, sibling]) => {
    const from = [chart, ...around, name].join('.');
    const there = transitionsTo(sibling, names.at(-1));
    if (there.length === 0) return [];
    if (!look.active.has(from)) return waysFromNow(nearer, chart, [...around, name]);
    return there.flatMap(({ by, transition }) => waysAlong(nearer, { from, by, transition }));
  });
}

interface Way {
  from: string;
  /** The event or signal that it waits for, if it waits for one. */
  by: string | undefined;
  transition: Transition;
}

function waysAlong(look: Look, { from, by, transition }: Way): Wait[][] {
  const { compiled, exercise } = look;
  const title = stateAt(compiled.scenario.statecharts[from.split('.')[0] ?? ''], from.split('.').slice(1))?.title;
  const source = look.active.has(from) || title === undefined ? [] : [wanted({ reached: from })];
  const guard = transition.guard ? missingFor(transition.guard, (part) => evaluate(compiled, part, exercise)) : [];
  const triggers = by === undefined ? [[]] : triggersOf(look, by);
  return (triggers.length === 1 ? triggers : [[]]).map((trigger) => [...source, ...trigger, ...guard]);
}

/** What brings about an event or a signal that a transition waits for. */
function triggersOf(look: Look, by: string): Wait[][] {
  if (isEventType(by)) return [[wanted({ happened: by })]];
  if (look.seen.has(by)) return [];
  return causesOf({ ...look, seen: new Set([...look.seen, by]) }, ({ send }) => send === by);
}

const transitionsTo = (state: ChartState, target: string | undefined): Omit<Way, 'from'>[] =>
  [
    ...Object.entries(state.on ?? {}).flatMap(([by, list]) => list.map((transition) => ({ by, transition }))),
    ...Object.values(state.after ?? {}).flatMap((list) => list.map((transition) => ({ by: undefined, transition }))),
    ...(state.always ?? []).map((transition) => ({ by: undefined, transition })),
  ].filter(({ transition }) => transition.target === target);
