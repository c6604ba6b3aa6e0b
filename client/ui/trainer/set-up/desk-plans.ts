/** How each desk is played (people, simulated, left out), and what follows for a class of a given size. */
import type { TrainerRole } from '../../../../shared/protocol/api.ts';
import type { Manner } from '../../../../shared/vocabulary/enums.ts';
import type { DeskNeed, SeatProposal } from './propose-seats.ts';
import { proposeSeats } from './propose-seats.ts';

export type PlayedBy = 'people' | 'simulated' | 'left-out';

export interface DeskPlan {
  by: PlayedBy;
  /** The manner of the desk if it is simulated. */
  manner: Manner;
}

export type DeskPlans = Record<string, DeskPlan>;

/** A desk on the set-up page. */
export type PlannedRole = TrainerRole & DeskNeed;

/** The default plans: all desks by people, with the author's manner in case of simulation. */
export const plansFor = (roles: readonly TrainerRole[]): DeskPlans =>
  Object.fromEntries(roles.map(({ role, manner }) => [role, { by: 'people', manner }]));

/** The possible plans of a desk: a required desk cannot be left out, and some desks cannot be simulated. */
export function choicesFor({ required, mayBeSimulated }: TrainerRole): PlayedBy[] {
  return ['people', ...(mayBeSimulated ? ['simulated' as const] : []), ...(required ? [] : ['left-out' as const])];
}

/** The proposed number of people at each desk. */
export const proposalFor = (roles: readonly PlannedRole[], plans: DeskPlans, people: number): SeatProposal =>
  proposeSeats(
    roles.filter(({ role }) => plans[role]?.by === 'people'),
    people,
  );

/** Desks with too few people that may be simulated. */
export const couldBeSimulated = (
  roles: readonly PlannedRole[],
  plans: DeskPlans,
  { seats }: SeatProposal,
): PlannedRole[] =>
  roles.filter(
    ({ role, min, required, mayBeSimulated }) =>
      mayBeSimulated && plans[role]?.by === 'people' && (seats[role] ?? 0) < (required ? min : 1),
  );

/** The settings of the new exercise. */
export function settingsOf(
  plans: DeskPlans,
  { leftOut }: SeatProposal,
): { without: string[]; simulated: { role: string; manner: Manner }[] } {
  const of = (by: PlayedBy): [string, DeskPlan][] => Object.entries(plans).filter(([, plan]) => plan.by === by);
  return {
    without: [...new Set([...of('left-out').map(([role]) => role), ...leftOut])],
    simulated: of('simulated').map(([role, { manner }]) => ({ role, manner })),
  };
}
