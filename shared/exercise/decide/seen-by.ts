/** Audiences of acts on a person, and of what a person says: only desks that would find out by themselves. */
import type { Power } from '../../vocabulary/enums.ts';
import { type Audience, role as roleAudience } from '../../access/audience.ts';
import { powersOf } from '../powers.ts';
import type { Stage } from '../stage.ts';
import type { Desk } from './desk.ts';
import { knowsPerson, knowsPlace } from './knowledge.ts';

/**
 * Desks that know this person and whose powers let them ask about it; they would get the same answer. All other desks
 * learn of an act only when the agency shares it.
 */
export const rolesAsking = (stage: Stage, desk: Desk, person: string, ...anyOf: Power[]) =>
  roleAudience(
    desk.role,
    ...Object.keys(stage.world.people[person]?.known ?? {}).filter((role) => {
      const powers = powersOf(stage.compiled, role);
      return anyOf.some((power) => powers.has(power));
    }),
  );

const TALKING: ReadonlySet<string> = new Set(['engaged', 'account', 'break']);

/** The desk that talks with this person; without a talk every desk that is beside the person and knows who it is. */
export function hearersOf(stage: Stage, person: string): string[] {
  const beside = stage.rolesAt(stage.world.people[person]?.place).filter((role) => knowsPerson(stage, role, person));
  const talk = Object.values(stage.world.interviews).find(
    (one) => one.person === person && TALKING.has(one.state) && beside.includes(one.by),
  );
  return talk ? [talk.by] : beside;
}

/**
 * Custody is visible to desks that can take or end it, and to desks beside the person; a place only to desks that have
 * it on their map.
 */
export function seeingCustody(stage: Stage, desk: Desk, person: string, place?: string): Audience {
  const beside = stage.rolesAt(stage.world.people[person]?.place).filter((role) => knowsPerson(stage, role, person));
  const seeing = [...rolesAsking(stage, desk, person, 'arrest', 'move-person'), ...roleAudience(...beside)];
  return [...new Set(seeing)].filter(
    (tag) => place === undefined || tag === `role:${desk.role}` || knowsPlace(stage, tag.slice('role:'.length), place),
  );
}
