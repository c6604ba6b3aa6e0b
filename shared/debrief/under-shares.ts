/** What a desk needed and never received although another desk had held it long enough to share it. */
import type { CaseMs } from '../time.ts';
import { MINUTE } from '../time.ts';
import type { UnderShare } from './debrief.ts';
import { neededParts } from './need-to-know.ts';
import { type Played, rolesOf } from './played.ts';

/** How long a desk may hold what another needs before it counts. */
export const HELD_TOO_LONG_MS = 60 * MINUTE;

export function underSharesOf(played: Played): UnderShare[] {
  const { compiled, end, endedAt } = played;
  return Object.keys(compiled.scenario.items).flatMap((item) => {
    const known = end.world.items[item]?.known ?? {};
    return rolesOf(played).flatMap((role): UnderShare[] => {
      const missing = neededParts(compiled, item, role).filter((part) => !known[role]?.parts.includes(part));
      const holders = Object.entries(known).filter(([, { parts }]) => parts.some((part) => missing.includes(part)));
      // Infinite without a holder, which is never too long ago.
      const since: CaseMs = Math.min(...holders.map(([, { at }]) => at));
      if (endedAt - since <= HELD_TOO_LONG_MS) return [];
      return [{ item, role, heldBy: holders.map(([other]) => other), since }];
    });
  });
}
