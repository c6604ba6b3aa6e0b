/**
 * Consequences. After every event listening statecharts step, duties start and end, and waiting conditions are
 * evaluated, until no new event follows.
 */
import { TRAINER } from '../../access/stored-names.ts';
import { activePaths, CHECK, type ChartStep, stepChart } from '../../scenario/compile-charts.ts';
import type { CompiledScenario } from '../../scenario/compiled.ts';
import { derive } from '../../scenario/derived.ts';
import { chartsToCheck } from '../../scenario/scenario-index.ts';
import { everyone, role as roleAudience, trainerOnly } from '../../access/audience.ts';
import { conditionsOf } from '../condition-index.ts';
import type { Event } from '../events.ts';
import { overlaps, type Reads, readsPart, union } from '../reads.ts';
import type { Stage } from '../stage.ts';
import { checkWaiting } from './waiting.ts';
import { applyEffects } from './effects.ts';
import { knowsPerson, meetPeopleAt } from './knowledge.ts';

export function settle(stage: Stage): void {
  while (stage.settled < stage.events.length) {
    while (stage.settled < stage.events.length) {
      const event = stage.events[stage.settled];
      stage.settled += 1;
      if (event) reactTo(stage, event);
    }
    if (stage.world.status === 'running') {
      const changes = stage.takeChanges();
      checkCharts(stage, changes);
      checkWaiting(stage, changes);
    }
  }
}

function reactTo(stage: Stage, event: Event): void {
  if (event.type === 'travel-ended' && event.by !== TRAINER) meetPeopleAt(stage, event.by, event.place);
  if (stage.world.status !== 'running') return;
  feedCharts(stage, event.type);
  if (event.type === 'signal-sent') feedCharts(stage, event.signal);
  followDuties(stage, event);
}

type Chart = CompiledScenario['charts'][string];
function feedCharts(stage: Stage, name: string): void {
  for (const [id, chart] of stage.compiled.index.chartsByEvent.get(name) ?? []) feedChart(stage, id, chart, name);
}

function feedChart(stage: Stage, id: string, chart: Chart, name: string): void {
  const step = stepChart(chart, stage.world.charts[id], name, (condition) => stage.holds(condition));
  if (step) applyStep(stage, id, step);
}

/** The charts with eventless transitions, which depend on their guards and on the state of the chart. */
const checkedCharts = (compiled: CompiledScenario) =>
  chartsToCheck(compiled.index).map(([id, chart]) => {
    const guards = chart.checks.map((guard) => conditionsOf(compiled).readsOf(guard));
    return { id, chart, reads: guards.reduce(union, readsPart('charts')) };
  });

/** Evaluates the eventless transitions that `changes`, or resulting events, may have enabled. */
function checkCharts(stage: Stage, changes: Reads): void {
  for (const { id, chart, reads } of derive(stage.compiled, checkedCharts)) {
    if (overlaps(reads, changes) || overlaps(reads, stage.changes)) feedChart(stage, id, chart, CHECK);
  }
}

/** Emits the events of a chart's step. */
export function applyStep(stage: Stage, chart: string, step: ChartStep): void {
  const left = step.actions.flatMap((action) => (action.type === 'left' ? [action.state] : []));
  stage.emit({ type: 'chart-moved', audience: trainerOnly, chart, value: step.value });
  for (const action of step.actions) {
    if (action.type === 'timer')
      stage.setTimer(action.id, stage.at + action.delay, { do: 'chart', chart, event: action.event });
    if (action.type === 'untimer') stage.clearTimer(action.id);
    if (action.type === 'effect') applyEffects(stage, [action.effect], `chart:${chart}`);
    if (action.type === 'entered') enter(stage, chart, action.state, left);
  }
}

function enter(stage: Stage, chart: string, state: string, leaves: string[]): void {
  stage.emit({ type: 'state-entered', audience: trainerOnly, chart, state, leaves });
  const pace = stage.compiled.charts[chart]?.states[state]?.pace;
  if (pace !== undefined && pace !== stage.world.pace)
    stage.emit({ type: 'pace-changed', audience: everyone, by: 'story', pace });
}

/** Passes a timer's event to its chart. */
export function stepByTimer(stage: Stage, chart: string, name: string): void {
  const compiled = stage.compiled.charts[chart];
  const step = compiled && stepChart(compiled, stage.world.charts[chart], name, (condition) => stage.holds(condition));
  if (step) applyStep(stage, chart, step);
}

/**
 * Duties of the law: an event about a person starts the clock for desks that owe the duty and know the person; another
 * event meets it. A desk that learns of the person later owes the duty from then on.
 */
function followDuties(stage: Stage, event: Event): void {
  if (!('person' in event) || event.person === undefined) return;
  const person = event.person;
  for (const [id, duty] of stage.compiled.index.dutiesByEvent.get(event.type) ?? []) {
    if (duty.met.includes(event.type)) meetDuty(stage, id, person);
    if (startsDuty(duty.starts, event)) startDuty(stage, id, person);
    else if (event.type === 'person-known' && !duty.repeats && hasStarted(stage, id, person))
      startDuty(stage, id, person);
  }
}

type Starts = CompiledScenario['law']['duties'][string]['starts'];

const startsDuty = (starts: Starts, event: { type: string }): boolean => {
  const fields = event as Record<string, unknown>;
  return (
    starts.happened === event.type &&
    (['child', 'outcome', 'kind'] as const).every(
      (field) => starts[field] === undefined || fields[field] === starts[field],
    )
  );
};

const hasStarted = (stage: Stage, id: string, person: string): boolean => {
  const starts = stage.compiled.law.duties[id]?.starts;
  return (
    starts !== undefined &&
    (stage.exercise.happened[starts.happened] ?? []).some(
      (event) => event['person'] === person && startsDuty(starts, event),
    )
  );
};

function startDuty(stage: Stage, id: string, person: string): void {
  const duty = stage.compiled.law.duties[id];
  if (!duty || (!duty.repeats && wasMet(stage, duty.met, person))) return;
  for (const role of stage.rolesOf(duty.who).filter((one) => knowsPerson(stage, one, person))) {
    const key = `${id}:${person}:${role}`;
    const before = stage.world.duties[key]?.state;
    if (before === 'open' || (before !== undefined && !duty.repeats)) continue;
    const due = stage.at + duty.within;
    stage.emit({ type: 'duty-started', audience: roleAudience(role), by: 'story', duty: id, person, role, due });
    stage.setTimer(`duty:${key}`, due, { do: 'duty', duty: id, person });
  }
}

const wasMet = (stage: Stage, verbs: readonly string[], person: string): boolean =>
  verbs.some((verb) => (stage.exercise.happened[verb] ?? []).some((event) => event['person'] === person));

function meetDuty(stage: Stage, id: string, person: string): void {
  for (const open of Object.values(stage.world.duties)) {
    if (open.duty !== id || open.person !== person || open.state === 'met') continue;
    stage.emit({ type: 'duty-met', audience: roleAudience(open.role), by: 'story', duty: id, person, role: open.role });
    stage.clearTimer(`duty:${id}:${person}:${open.role}`);
  }
}

/** Active states of all charts, as `chart.state`. */
export const activeStates = (charts: Record<string, unknown>): string[] =>
  Object.entries(charts).flatMap(([chart, value]) => activePaths(value).map((path) => `${chart}.${path}`));
