/** The worlds of a log, folded from the database file by the core alone, to compare with the server's. */
import { createHash } from 'node:crypto';
import { mayKnow, type Viewer } from '../../../shared/access/audience.ts';
import type { Event } from '../../../shared/exercise/events.ts';
import { evolve } from '../../../shared/exercise/evolve.ts';
import { toKnown } from '../../../shared/exercise/exercise.ts';
import { emptyWorld, type World } from '../../../shared/exercise/world.ts';

export const worldOf = (events: readonly Event[], viewer: Viewer): World =>
  events
    .filter((event) => mayKnow(viewer, event))
    .map(toKnown)
    .reduce(evolve, emptyWorld());

/** Equal for two worlds exactly if they are equal, regardless of key order. */
export const stateHash = (world: unknown): string => createHash('sha256').update(stable(world)).digest('hex');

function stable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stable).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${stable(inner)}`)
    .join(',')}}`;
}
