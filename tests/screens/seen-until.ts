/** The seen marks of a person who has read everything except the last half hour. */
import type { World } from '../../shared/exercise/world.ts';
import type { CaseMs } from '../../shared/time.ts';

const LATELY = 20 * 60_000;

/** The seen marks in a browser's format: topic → case time. The brief has been read. */
export function seenUntil(world: World, role: string, now: CaseMs): Record<string, CaseMs> {
  const kinds = {
    item: world.items,
    person: world.people,
    inject: world.injects,
    request: world.requests,
    message: world.messages,
  };
  const topics = Object.entries(kinds).flatMap(([kind, things]) => Object.keys(things).map((id) => `${kind}:${id}`));
  const until = Math.max(0, now - LATELY);
  return { ...Object.fromEntries(topics.map((topic) => [topic, until])), [`brief:${role}`]: now };
}
