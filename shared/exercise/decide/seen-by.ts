/** Who hears of what a desk did with a person: only those who would find it out by themselves. */
import type { Power } from '../../vocabulary/enums.ts';
import { type Audience, role as roleAudience } from '../../access/audience.ts';
import { powersOf } from '../powers.ts';
import type { Stage } from '../stage.ts';
import type { Desk } from './desk.ts';
import { knowsPerson, knowsPlace } from './knowledge.ts';

/**
 * Desks that know this person and whose powers let them ask for themselves: what their own act would be answered, they may hear.
 * No other desk is told: what one agency has done it passes on by sharing it.
 */
export const rolesAsking = (stage: Stage, desk: Desk, person: string, ...anyOf: Power[]) =>
  roleAudience(
    desk.role,
    ...Object.keys(stage.world.people[person]?.known ?? {}).filter((role) => {
      const powers = powersOf(stage.compiled, role);
      return anyOf.some((power) => powers.has(power));
    }),
  );

/** Custody is seen by those who can take or end it, and by who stands beside; a place is told only to desks that have it on the map. */
export function seeingCustody(stage: Stage, desk: Desk, person: string, place?: string): Audience {
  const beside = stage.rolesAt(stage.world.people[person]?.place).filter((role) => knowsPerson(stage, role, person));
  const seeing = [...rolesAsking(stage, desk, person, 'arrest', 'move-person'), ...roleAudience(...beside)];
  return [...new Set(seeing)].filter(
    (tag) => place === undefined || tag === `role:${desk.role}` || knowsPlace(stage, tag.slice('role:'.length), place),
  );
}
