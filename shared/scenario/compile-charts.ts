/**
 * A scenario's statechart as an XState machine, driven through XState's pure functions only.
 *
 * - Delays: `after` becomes an event of the chart and a timer of the exercise, set on entry and cleared on exit.
 * - Guards are conditions over the exercise; the event carries the function that evaluates them, so the machine needs
 * no context.
 * - The actions of a step are returned as data, in the order of the statechart semantics.
 */
import {
  type AnyMachineSnapshot,
  type AnyStateMachine,
  initialTransition,
  setup,
  type StateValue,
  transition,
} from 'xstate';
import { parseDuration } from '../time.ts';
import type { Condition } from '../vocabulary/conditions.ts';
import type { Effect } from './schema/effects.ts';
import type { ChartState, Statechart, Transition } from './schema/statecharts.ts';

export type ChartAction =
  | { type: 'entered'; state: string }
  | { type: 'left'; state: string }
  | { type: 'timer'; id: string; delay: number; event: string }
  | { type: 'untimer'; id: string }
  | { type: 'effect'; effect: Effect };

export interface ChartStep {
  value: unknown;
  actions: ChartAction[];
}

/** True if a condition holds in the exercise now. */
export type Holds = (condition: Condition) => boolean;

export interface CompiledState {
  title?: string | undefined;
  public: boolean;
  pace?: number | undefined;
  /** Events that this state itself listens to, with `CHECK` if it has eventless transitions. */
  listens: ReadonlySet<string>;
  always: boolean;
}

export interface CompiledChart {
  id: string;
  machine: AnyStateMachine;
  /** By path inside the chart (`screening`, `home.full`); the root is the empty path. */
  states: Record<string, CompiledState>;
  /** Every event that some state listens to, with `CHECK` if some state has eventless transitions. */
  hears: ReadonlySet<string>;
  /** All guards of the chart. */
  guards: readonly Condition[];
  /** The guards of eventless transitions. */
  checks: readonly Condition[];
  /**
   * A step depends only on the state value, the event and which guards hold, so it is computed once per chart. Holds
   * `undefined` for steps that change nothing.
   */
  steps: Map<string, ChartStep | undefined>;
}

interface ChartEvent {
  type: string;
  holds?: Holds;
  input?: { holds: Holds };
}

/** The event that evaluates eventless transitions. */
export const CHECK = 'check';

const join = (path: string, key: string) => (path === '' ? key : `${path}.${key}`);
export const timerId = (chart: string, path: string, delay: string) =>
  `chart:${chart}:${path}:${delay.replaceAll(' ', '')}`;

/** Guards and actions of every chart. Actions are data: a step answers them, and nothing here runs one. */
const CHARTS = setup({
  guards: {
    holds: ({ event }: { event: ChartEvent }, condition: Condition) =>
      (event.holds ?? event.input?.holds)?.(condition) ?? false,
  },
  actions: { do: (_machine: unknown, _action: ChartAction) => undefined },
});
type StateConfig = Parameters<typeof CHARTS.createStateConfig>[0];

/** Compiles one checked chart: its targets and initial states exist. */
export function compileChart(id: string, chart: Statechart): CompiledChart {
  const states: Record<string, CompiledState> = {};
  const config = compileState(id, chart, '', states);
  const machine: AnyStateMachine = CHARTS.createMachine(config);
  return {
    id,
    machine,
    states,
    hears: heardBy(Object.values(states)),
    guards: guardsOf(chart),
    checks: checksOf(chart),
    steps: new Map(),
  };
}

/** All guards of a chart, inner states after outer ones. */
function guardsOf(state: ChartState): Condition[] {
  const transitions = [
    ...Object.values(state.on ?? {}),
    ...Object.values(state.after ?? {}),
    state.always ?? [],
  ].flat();
  return [
    ...transitions.flatMap(({ guard }) => (guard === undefined ? [] : [guard])),
    ...Object.values(state.states ?? {}).flatMap(guardsOf),
  ];
}

const checksOf = (state: ChartState): Condition[] => [
  ...(state.always ?? []).flatMap(({ guard }) => (guard === undefined ? [] : [guard])),
  ...Object.values(state.states ?? {}).flatMap(checksOf),
];

const heardBy = (states: readonly CompiledState[]): ReadonlySet<string> =>
  new Set(states.flatMap(({ listens, always }) => [...listens, ...(always ? [CHECK] : [])]));

function compileState(
  chart: string,
  state: ChartState,
  path: string,
  states: Record<string, CompiledState>,
): StateConfig {
  const root = path === '';
  const on: Record<string, ReturnType<typeof compileTransition>[]> = {};
  for (const [event, transitions] of Object.entries(state.on ?? {}))
    on[event] = transitions.map((one) => compileTransition(one, root));
  const timers = Object.entries(state.after ?? {}).map(([delay, transitions]) => {
    const timer = timerId(chart, path, delay);
    on[timer] = transitions.map((one) => compileTransition(one, root));
    return { id: timer, delay: parseDuration(delay) ?? 0 };
  });
  states[path] = {
    title: state.title,
    public: state.public ?? false,
    pace: state.pace,
    listens: new Set(Object.keys(on)),
    always: (state.always ?? []).length > 0,
  };
  const children = Object.entries(state.states ?? {}).map(([key, child]): [string, StateConfig] => [
    key,
    compileState(chart, child, join(path, key), states),
  ]);
  return {
    ...(state.type === undefined ? {} : { type: state.type }),
    ...(state.initial === undefined ? {} : { initial: state.initial }),
    ...(children.length === 0 ? {} : { states: Object.fromEntries(children) }),
    on,
    always: (state.always ?? []).map((one) => compileTransition(one, root)),
    entry: [
      ...(root ? [] : [action({ type: 'entered', state: path })]),
      ...timers.map(({ id, delay }) => action({ type: 'timer', id, delay, event: id })),
      ...effects(state.entry),
    ],
    exit: [
      ...timers.map(({ id }) => action({ type: 'untimer', id })),
      ...effects(state.exit),
      ...(root ? [] : [action({ type: 'left', state: path })]),
    ],
  };
}

const action = (params: ChartAction) => ({ type: 'do', params }) as const;
const effects = (list: readonly Effect[] | undefined) =>
  (list ?? []).map((effect) => action({ type: 'effect', effect }));

function compileTransition(one: Transition, fromRoot: boolean) {
  return {
    ...(one.target === undefined ? {} : { target: fromRoot ? `.${one.target}` : one.target }),
    ...(one.guard === undefined ? {} : { guard: { type: 'holds', params: one.guard } as const }),
    actions: effects(one.does),
  };
}

function stepFrom(chart: CompiledChart, from: string, holds: Holds, work: (holds: Holds) => ChartStep | undefined) {
  const { steps } = chart;
  const answers = chart.guards.map((guard) => holds(guard));
  const key = `${from}|${answers.map(Number).join('')}`;
  if (!steps.has(key))
    steps.set(
      key,
      work((condition) => answers[chart.guards.indexOf(condition)] ?? holds(condition)),
    );
  return steps.get(key);
}

/** The chart's first step: its initial states with their entry effects. */
export function enterChart(chart: CompiledChart, holds: Holds): ChartStep {
  const first = (known: Holds) => stepOf(initialTransition(chart.machine, { holds: known }));
  return stepFrom(chart, '', holds, first) ?? first(holds);
}

/**
 * The step for one event. Undefined if no active state listens, so that most events never reach a machine. The event
 * `check` only evaluates eventless transitions.
 */
export function stepChart(chart: CompiledChart, value: unknown, type: string, holds: Holds): ChartStep | undefined {
  if (!chart.hears.has(type) || !listens(chart, value, type)) return undefined;
  return stepFrom(chart, `${type}|${JSON.stringify(value)}`, holds, (known) => {
    const before = chart.machine.resolveState({ value: value as StateValue, context: {} }) as AnyMachineSnapshot;
    const step = stepOf(transition(chart.machine, before, { type, holds: known }));
    return step.actions.length === 0 && JSON.stringify(step.value) === JSON.stringify(value) ? undefined : step;
  });
}

function stepOf([snapshot, actions]: readonly [
  AnyMachineSnapshot,
  readonly { type: string; params?: unknown }[],
]): ChartStep {
  return {
    value: snapshot.value as unknown,
    actions: actions.filter((one) => one.type === 'do').map((one) => one.params as ChartAction),
  };
}

function listens(chart: CompiledChart, value: unknown, type: string): boolean {
  const hears = (path: string) => {
    const state = chart.states[path];
    return state !== undefined && (type === CHECK ? state.always : state.listens.has(type));
  };
  return hears('') || somePath(value, '', hears);
}

/** True if `test` is true for the path of some active state, outer before inner. */
function somePath(value: unknown, parent: string, test: (path: string) => boolean): boolean {
  if (typeof value === 'string') return test(join(parent, value));
  if (typeof value !== 'object' || value === null) return false;
  for (const [key, inner] of Object.entries(value)) {
    const path = join(parent, key);
    if (test(path) || somePath(inner, path, test)) return true;
  }
  return false;
}

/** True where a state is active. `path` holds the keys from the chart's root. */
export function isActive(value: unknown, path: readonly string[]): boolean {
  let inner = value;
  for (const [index, key] of path.entries()) {
    if (typeof inner === 'string') return inner === key && index === path.length - 1;
    if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, key)) return false;
    inner = Reflect.get(inner, key) as unknown;
  }
  return true;
}

/** The paths of all active states of a state value, outer before inner. */
export function activePaths(value: unknown): readonly string[] {
  const paths: string[] = [];
  somePath(value, '', (path) => {
    paths.push(path);
    return false;
  });
  return paths;
}
