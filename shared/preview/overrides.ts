/**
 * "Test from here": facts that an author sets before play. They are applied as events with all their consequences, so
 * that the same fold and rules follow. Used in the preview only.
 */
import { z } from 'zod';
import { advanceStage } from '../exercise/advance.ts';
import { role as roleAudience, trainerOnly } from '../access/audience.ts';
import { changeMood } from '../exercise/decide/mood.ts';
import { knowPerson, learnItem, movePerson } from '../exercise/decide/knowledge.ts';
import { applyStep, settle } from '../exercise/decide/settle.ts';
import type { Event } from '../exercise/events.ts';
import { Stage } from '../exercise/stage.ts';
import type { Exercise } from '../exercise/truth.ts';
import { activePaths, type ChartAction, timerId } from '../scenario/compile-charts.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import { ConsentKind } from '../vocabulary/enums.ts';
import { Id } from '../vocabulary/scalars.ts';
import type { ChartState } from '../scenario/schema/statecharts.ts';
import { parseDuration } from '../time.ts';

const Mood = z.number().min(0).max(10);

export const Overrides = z.strictObject({
  /** Case time to start at; everything due before it has happened. */
  at: z.int().min(0).optional(),
  /** The state to enter, by chart: `{first-bus: stopped}`. */
  states: z.record(Id, z.string().max(200)).default({}),
  /** Items that desks know. */
  items: z
    .array(z.strictObject({ role: Id, item: Id }))
    .max(200)
    .default([]),
  people: z
    .record(Id, z.strictObject({ trust: Mood.optional(), stress: Mood.optional(), place: Id.optional() }))
    .default({}),
  consents: z
    .array(z.strictObject({ person: Id, kind: ConsentKind, role: Id }))
    .max(60)
    .default([]),
  signals: z.array(Id).max(60).default([]),
});
export type Overrides = z.infer<typeof Overrides>;

export const noOverrides: Overrides = { states: {}, items: [], people: {}, consents: [], signals: [] };

export const isEmpty = (overrides: Overrides): boolean =>
  JSON.stringify({ ...overrides, at: overrides.at ?? null }) === JSON.stringify({ ...noOverrides, at: null });

/** Ids that this case does not have; their overrides are ignored. */
export function unknownOverrides({ scenario, charts }: CompiledScenario, overrides: Overrides): string[] {
  const missing = (ids: string[], known: object) => ids.filter((id) => !Object.hasOwn(known, id));
  const states = Object.entries(overrides.states).filter(([chart, path]) => charts[chart]?.states[path] === undefined);
  const places = Object.values(overrides.people).flatMap(({ place }) => place ?? []);
  return [
    ...states.map(([chart, path]) => `${chart}.${path}`),
    ...missing(
      [...overrides.items, ...overrides.consents].map(({ role }) => role),
      scenario.roles,
    ),
    ...missing(
      overrides.items.map(({ item }) => item),
      scenario.items,
    ),
    ...missing([...Object.keys(overrides.people), ...overrides.consents.map(({ person }) => person)], scenario.people),
    ...missing(places, scenario.places),
  ];
}

/** The running exercise with these facts. Order: time, then states, then people, items, consents, signals. */
export function applyOverrides(
  compiled: CompiledScenario,
  exercise: Exercise,
  overrides: Overrides,
): { events: Event[]; exercise: Exercise } {
  const stage = new Stage(compiled, exercise, exercise.world.now);
  if (overrides.at !== undefined && overrides.at > stage.at) {
    advanceStage(stage, overrides.at);
    stage.at = overrides.at;
    stage.newCause();
  }
  for (const [chart, path] of Object.entries(overrides.states)) enterState(stage, chart, path);
  for (const [person, { trust, stress, place }] of Object.entries(overrides.people)) {
    const mood = stage.world.people[person]?.mood;
    if (mood)
      changeMood(stage, person, {
        trust: (trust ?? mood.trust) - mood.trust,
        stress: (stress ?? mood.stress) - mood.stress,
      });
    if (place !== undefined && place in compiled.scenario.places) movePerson(stage, person, place, 'story');
  }
  for (const { role, item } of overrides.items) learnItem(stage, role, item, 'story', 'story');
  for (const consent of overrides.consents) giveConsent(stage, consent);
  for (const signal of overrides.signals)
    stage.emit({ type: 'signal-sent', audience: trainerOnly, by: 'story', signal });
  settle(stage);
  return { events: stage.events, exercise: stage.exercise };
}

function giveConsent(stage: Stage, { person, kind, role }: Overrides['consents'][number]): void {
  if (!(person in stage.compiled.scenario.people) || !stage.world.roles.includes(role)) return;
  knowPerson(stage, role, person, true);
  const consent = stage.nextId(role, 'consent', stage.world.consents);
  const about = { audience: roleAudience(role), by: role, consent, person, kind, to: [role] };
  stage.emit({ type: 'consent-asked', ...about, explained: true });
  stage.emit({ type: 'consent-given', ...about, answer: 0 });
}

/** Enters a state as the machine would: outer states, initial inner states, timers and entry effects. */
function enterState(stage: Stage, chart: string, path: string): void {
  const text = stage.compiled.scenario.statecharts[chart];
  if (!text || stage.compiled.charts[chart]?.states[path] === undefined) return;
  const before = stage.world.charts[chart];
  const value = valueIn(text, path.split('.'), before);
  const [left, now] = [activePaths(before), activePaths(value)];
  const leaves = left.filter((one) => !now.includes(one)).reverse();
  const enters = now.filter((one) => !left.includes(one));
  if (leaves.length === 0 && enters.length === 0) return;
  const actions: ChartAction[] = [
    ...leaves.flatMap((one): ChartAction[] => [
      ...timersOf(text, chart, one).map(({ id }): ChartAction => ({ type: 'untimer', id })),
      { type: 'left', state: one },
    ]),
    ...enters.flatMap((one): ChartAction[] => [
      { type: 'entered', state: one },
      ...timersOf(text, chart, one).map((timer): ChartAction => ({ type: 'timer', ...timer, event: timer.id })),
      ...(stateAt(text, one)?.entry ?? []).map((effect): ChartAction => ({ type: 'effect', effect })),
    ]),
  ];
  applyStep(stage, chart, { value, actions });
}

/** The state value with one path fixed; parallel states keep their value, others start in their initial state. */
function valueIn(state: ChartState, way: readonly string[], before: unknown): unknown {
  const inner = state.states ?? {};
  const [next, ...rest] = way;
  const old = typeof before === 'object' && before !== null ? (before as Record<string, unknown>) : {};
  if (state.type === 'parallel')
    return Object.fromEntries(
      Object.entries(inner).map(([key, child]) => [
        key,
        key === next ? valueIn(child, rest, old[key]) : (old[key] ?? valueIn(child, [], undefined)),
      ]),
    );
  const key = next ?? state.initial;
  const child = key === undefined ? undefined : inner[key];
  if (key === undefined || !child) return {};
  const value = Object.keys(child.states ?? {}).length === 0 ? undefined : valueIn(child, rest, old[key]);
  return value === undefined ? key : { [key]: value };
}

const stateAt = (chart: ChartState, path: string): ChartState | undefined =>
  path.split('.').reduce<ChartState | undefined>((state, key) => state?.states?.[key], chart);

const timersOf = (text: ChartState, chart: string, path: string): { id: string; delay: number }[] =>
  Object.keys(stateAt(text, path)?.after ?? {}).map((delay) => ({
    id: timerId(chart, path, delay),
    delay: parseDuration(delay) ?? 0,
  }));
