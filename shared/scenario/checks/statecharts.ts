/** Statecharts have a start, their targets exist, and every state can be reached. */
import type { CaseUnderCheck, Check } from '../case-under-check.ts';
import { EVENT_TYPES, isEventType } from '../../vocabulary/events.ts';
import { nearest } from '../nearest.ts';
import type { ChartState, Transition } from '../schema/statecharts.ts';
import type { Path } from '../source-map.ts';
import { effectsOf } from '../visit.ts';

export const checkStatecharts: Check = (subject) => {
  for (const [id, chart] of Object.entries(subject.scenario.statecharts)) {
    if (Object.keys(chart.states ?? {}).length === 0)
      subject.report('CHART_WITHOUT_STATES', ['statecharts', id], { state: id }, 'key');
    checkState({ ...subject, path: ['statecharts', id], name: id, siblings: Object.keys(chart.states ?? {}) }, chart);
  }
  checkSignals(subject);
};

interface Place extends CaseUnderCheck {
  path: Path;
  name: string;
  /** Possible targets of this state's transitions: its siblings; at the root its own children. */
  siblings: readonly string[];
}

function checkState(place: Place, state: ChartState): void {
  const { report, path, name } = place;
  const inner = state.states ?? {};
  const ids = Object.keys(inner);
  checkType(place, state, ids);
  if (state.initial !== undefined && !ids.includes(state.initial)) {
    report('UNKNOWN_STATE', [...path, 'initial'], {
      state: state.initial,
      meant: nearest(state.initial, ids),
      known: ids,
    });
  }
  for (const { value, path: at } of transitionsOf(state, path)) checkTransition(place, value, at);
  if (ids.length > 0 && state.type !== 'parallel') {
    for (const id of unreachable(state, path.length === 2))
      report('STATE_UNREACHABLE', [...path, 'states', id], { state: `${name}.${id}` }, 'key');
    checkLoops(place, state);
  }
  for (const [id, child] of Object.entries(inner)) {
    const siblings = state.type === 'parallel' ? [] : ids;
    checkState({ ...place, path: [...path, 'states', id], name: `${name}.${id}`, siblings }, child);
  }
}

function checkType({ report, path, name }: Place, state: ChartState, ids: string[]): void {
  if (ids.length > 0 && state.type !== 'parallel' && state.initial === undefined) {
    report('CHART_WITHOUT_INITIAL', path, { state: name, known: ids }, 'key');
  }
  const cannot = (key: keyof ChartState, why: string) => {
    if (state[key] !== undefined) report('STATE_CANNOT_HAVE', [...path, key], { state: name, key, why }, 'key');
  };
  if (state.type === 'final')
    for (const key of ['states', 'on', 'after', 'always'] as const) cannot(key, 'a chart ends in its final state');
  if (state.type === 'parallel') {
    cannot('initial', 'all parts of a parallel state are active at once');
    if (ids.length === 0) report('CHART_WITHOUT_STATES', path, { state: name }, 'key');
  }
  if (ids.length === 0 && state.type !== 'parallel') cannot('initial', 'it has no states inside');
}

export interface PlacedTransition {
  path: Path;
  value: Transition;
  by: string | undefined;
}

/** All transitions of one state itself, without those of inner states. */
export function transitionsOf(state: ChartState, path: Path): PlacedTransition[] {
  const grouped = (key: 'on' | 'after') =>
    Object.entries(state[key] ?? {}).flatMap(([by, list]) =>
      list.map((value, index) => ({ value, path: [...path, key, by, index], by: key === 'on' ? by : undefined })),
    );
  const always = (state.always ?? []).map((value, index) => ({
    value,
    path: [...path, 'always', index],
    by: undefined,
  }));
  return [...grouped('on'), ...grouped('after'), ...always];
}

function checkTransition({ report, siblings }: Place, { target, does }: Transition, path: Path): void {
  if (target === undefined && (does ?? []).length === 0) report('TRANSITION_IDLE', path, {});
  if (target !== undefined && !siblings.includes(target)) {
    const at = [...path, 'target'];
    report('UNKNOWN_STATE', at, { state: target, meant: nearest(target, siblings), known: [...siblings] });
  }
}

/** The targets of one state's own transitions. */
export const targetsOf = (state: ChartState): string[] =>
  transitionsOf(state, []).flatMap(({ value }) => (value.target === undefined ? [] : [value.target]));

/**
 * Children that cannot be reached. Children reached only from other unreachable ones are left out, because fixing those
 * fixes them.
 */
function unreachable(state: ChartState, root: boolean): string[] {
  const inner = state.states ?? {};
  const ids = Object.keys(inner);
  // Transitions of a chart's root lead to its own states at any time.
  const begin = [...(state.initial === undefined ? [] : [state.initial]), ...(root ? targetsOf(state) : [])];
  const reached = reachable(inner, begin);
  const lost = ids.filter((id) => !reached.has(id));
  const isLed = (id: string) => lost.some((other) => other !== id && targetsOf(inner[other] ?? {}).includes(id));
  const told = lost.filter((id) => !isLed(id));
  const explained = reachable(inner, told);
  // A cycle of states that only lead to each other is reported once, at the first.
  for (const id of lost) {
    if (explained.has(id)) continue;
    told.push(id);
    for (const each of reachable(inner, [id])) explained.add(each);
  }
  return told;
}

function reachable(inner: Readonly<Record<string, ChartState>>, begin: readonly string[]): Set<string> {
  const open = [...begin];
  const reached = new Set<string>();
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const child = Object.hasOwn(inner, id) ? inner[id] : undefined;
    if (!child || reached.has(id)) continue;
    reached.add(id);
    open.push(...targetsOf(child));
  }
  return reached;
}

/** Reports cycles of states that pass on at once, without a guard. */
function checkLoops({ report, path }: Place, state: ChartState): void {
  const inner = state.states ?? {};
  const next = (id: string) => inner[id]?.always?.find((one) => one.guard === undefined)?.target;
  const reported = new Set<string>();
  for (const id of Object.keys(inner)) {
    const round = [id];
    for (let to = next(id); to !== undefined && !round.includes(to); to = next(to)) round.push(to);
    const back = next(round.at(-1) ?? id);
    if (back !== id || reported.has(id)) continue;
    for (const each of round) reported.add(each);
    report('ALWAYS_LOOPS', [...path, 'states', id, 'always'], { states: round }, 'key');
  }
}

/** Every signal that charts listen to is sent or happens; every sent signal has a listener. */
function checkSignals({ scenario, report }: CaseUnderCheck): void {
  const sent = new Map<string, Path>();
  for (const { value, path } of effectsOf(scenario))
    if (value.send !== undefined && !sent.has(value.send)) sent.set(value.send, [...path, 'send']);
  const heard = new Map<string, Path>();
  const listen = (state: ChartState, path: Path): void => {
    for (const name of Object.keys(state.on ?? {})) if (!heard.has(name)) heard.set(name, [...path, 'on', name]);
    for (const [id, child] of Object.entries(state.states ?? {})) listen(child, [...path, 'states', id]);
  };
  for (const [id, chart] of Object.entries(scenario.statecharts)) listen(chart, ['statecharts', id]);
  const asked = JSON.stringify(scenario);
  for (const [signal, path] of sent) {
    if (heard.has(signal) || asked.includes(`"signal":"${signal}"`)) continue;
    report('SIGNAL_UNHEARD', path, { signal, meant: nearest(signal, heard.keys()) });
  }
  for (const [signal, path] of heard) {
    if (sent.has(signal) || isEventType(signal)) continue;
    report('SIGNAL_NEVER_SENT', path, { signal, meant: nearest(signal, [...sent.keys(), ...EVENT_TYPES]) }, 'key');
  }
}
