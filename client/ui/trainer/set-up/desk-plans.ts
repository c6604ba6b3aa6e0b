/** How each desk is to be played: by people, simulated, or not at all. What comes of it for a class of a given size. */
import type { TrainerRole } from '../../../../shared/protocol/api.ts';
import type { Manner } from '../../../../shared/vocabulary/enums.ts';
import type { DeskNeed, SeatProposal } from './propose-seats.ts';
import { proposeSeats } from './propose-seats.ts';

export type PlayedBy = 'people' | 'simulated' | 'left-out';

export interface DeskPlan {
  by: PlayedBy;
  /** How it treats the others where it is simulated. */
  manner: Manner;
}

export type DeskPlans = Record<string, DeskPlan>;

/** A desk as the set-up page has it. */
export type PlannedRole = TrainerRole & DeskNeed;

/** Everything by people, simulated desks in the manner of their author. */
export const plansFor = (roles: readonly TrainerRole[]): DeskPlans =>
  Object.fromEntries(roles.map(({ role, manner }) => [role, { by: 'people', manner }]));

/** What a desk may be: one that must be taken is never left out, and some are for people only. */
export function choicesFor({ required, mayBeSimulated }: TrainerRole): PlayedBy[] {
  return ['people', ...(mayBeSimulated ? ['simulated' as const] : []), ...(required ? [] : ['left-out' as const])];
}

/** Where the people would sit. */
export const proposalFor = (roles: readonly PlannedRole[], plans: DeskPlans, people: number): SeatProposal =>
  proposeSeats(
    roles.filter(({ role }) => plans[role]?.by === 'people'),
    people,
  );

/** Desks for which there are too few people, and that may be simulated. */
export const couldBeSimulated = (
  roles: readonly PlannedRole[],
  plans: DeskPlans,
  { seats }: SeatProposal,
): PlannedRole[] =>
  roles.filter(
    ({ role, min, required, mayBeSimulated }) =>
      mayBeSimulated && plans[role]?.by === 'people' && (seats[role] ?? 0) < (required ? min : 1),
  );

/** The settings of a new exercise. */
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
