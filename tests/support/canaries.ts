/** What must not turn up where it has not been earned. */
import { type Event } from '../../shared/exercise/events.ts';
import type { World } from '../../shared/exercise/world.ts';
import type { CompiledScenario } from '../../shared/scenario/compiled.ts';

/** Words that the fold itself writes into a view; everything else in it must come out of an event. */
const OF_THE_FOLD = [
  'lobby',
  'running',
  'paused',
  'ended',
  'taken',
  'handed-over',
  'analysis-started',
  'analysis-ended',
  'travel',
  'search',
  'detained',
  'arrested',
  'asked',
  'given',
  'refused',
  'withdrawn',
  'open',
  'met',
  'missed',
  'planned',
  'engaged',
  'account',
  'break',
  'closed',
  'proposed',
  'decided',
  'done',
  'drafting',
  'ready',
  'launched',
  'aborted',
  'confirmed',
  'draft',
  'filed',
  'dropped',
];

function walk(value: unknown, found: Set<string>, keys: boolean): Set<string> {
  if (typeof value === 'string') found.add(value);
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, inner] of Object.entries(value)) {
    if (keys && !Array.isArray(value)) found.add(key);
    walk(inner, found, keys);
  }
  return found;
}

/** Every string that stands anywhere in these events, as a value. */
export const stringsIn = (events: readonly unknown[]): Set<string> => walk(events, new Set(OF_THE_FOLD), false);

/** The records of a world whose keys are ids; each key counts as a leaf. */
const ID_RECORDS = [
  'seats',
  'places',
  'items',
  'requests',
  'people',
  'consents',
  'referrals',
  'room',
  'interviews',
  'conferences',
  'actions',
  'decisions',
  'decisionLog',
  'operations',
  'charges',
  'noCharge',
  'injects',
  'messages',
  'hands',
  'charts',
  'timers',
] as const satisfies readonly (keyof World)[];

/** Every id and every word of a view. */
export function leaves(world: World): string[] {
  const ids = ID_RECORDS.flatMap((record) => Object.keys(world[record]));
  const duties = Object.keys(world.duties).flatMap((key) => key.split(':'));
  return [...new Set([...walk(world, new Set(), false), ...ids, ...duties])];
}

/**
 * Ids of the scenario that this desk has not earned: items it does not know, people it has not heard of, hidden places not shown to
 * it, injects and decisions of others. What another desk named to it of its own accord is earned.
 */
export function canaries(compiled: CompiledScenario, world: World, events: readonly Event[], role: string): string[] {
  const { items, people, places, injects, decisions, operations } = compiled.scenario;
  const without = (record: object, earned: (id: string) => boolean): string[] =>
    Object.keys(record).filter((id) => !earned(id));
  const named = new Set(events.flatMap((event) => namedTo(compiled, event, role)));
  return [
    ...without(items, (id) => world.items[id]?.known[role] !== undefined),
    ...without(people, (id) => world.people[id]?.known[role] !== undefined),
    ...without(places, (id) => !places[id]?.hidden || (world.places[id]?.shownTo.includes(role) ?? false)),
    ...without(injects, (id) => world.injects[id]?.to.some((to) => to === role || to === 'everyone') ?? false),
    ...without(decisions, (id) =>
      [decisions[id]?.propose, decisions[id]?.agree].some((roles) => roles?.includes(role)),
    ),
    ...without(operations, (id) =>
      [operations[id]?.lead, operations[id]?.['need-to-know']].some((roles) => roles?.includes(role)),
    ),
  ].filter((id) => !named.has(id) && !isAlsoNamed(compiled, id));
}

/** What an event names on purpose: asked by another desk; an operation one is to stand by for, its place where one has a part in it. */
function namedTo({ scenario }: CompiledScenario, event: Event, role: string): (string | undefined)[] {
  if (event.type === 'request-made' && event.to === role) return [event.item, event.person, event.place];
  if (event.type === 'standby-asked' && scenario.services[event.service]?.['run-by'] === role) return [event.operation];
  if (event.type !== 'operation-launched') return [];
  const operation = scenario.operations[event.operation];
  return [operation?.lead, operation?.['need-to-know']].some((roles) => roles?.includes(role)) ? [event.place] : [];
}

/** Some scenarios use one id for two things (a home that is a place and a service); such a word proves nothing. */
function isAlsoNamed({ scenario, law }: CompiledScenario, id: string): boolean {
  const records = [
    scenario.items,
    scenario.people,
    scenario.places,
    scenario.services,
    scenario.helpers,
    scenario.roles,
    scenario.injects,
    scenario.decisions,
    scenario.interviews,
  ];
  const laws = [law.bodies, law.requests, law.indicators, law.offences, law['plan-sections'], law['engage-steps']];
  return [...records, ...laws].filter((record) => id in record).length > 1;
}
