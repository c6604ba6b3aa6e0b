/**
 * The words of events and of views: a view contains only words from its events. `shared/simulation` computes what is
 * earned.
 */
import type { World } from '../../shared/exercise/world.ts';

/** Words that the fold itself writes into a view; all other words come from events. */
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

/** Every string value in these events. */
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
