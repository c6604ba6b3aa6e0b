/** Selectors of the conference screen: meetings, absent desks, actions and missing agreements. Pure. */
import type { AgreedAction, Conference, World } from '../../../../shared/exercise/world.ts';

export interface ConferenceRow {
  id: string;
  conference: Conference;
}

/** The meetings this desk called or was invited to: open ones first, then newest first. */
export function conferencesOf(world: World, role: string): ConferenceRow[] {
  return Object.entries(world.conferences)
    .map(([id, conference]) => ({ id, conference }))
    .filter(({ conference }) => conference.by === role || conference.with.includes(role))
    .sort(
      (a, b) =>
        Number(b.conference.state === 'open') - Number(a.conference.state === 'open') ||
        b.conference.at - a.conference.at,
    );
}

/** All desks of a meeting, the calling desk first. */
export const members = (conference: Conference): string[] => [...new Set([conference.by, ...conference.with])];

/** True if this desk called the meeting or joined it. */
export const isAtTable = (conference: Conference, role: string): boolean =>
  conference.by === role || conference.joined.includes(role);

/** The desks of a meeting that have not made a statement yet. */
export const silentDesks = (conference: Conference): string[] =>
  members(conference).filter((role) => !conference.statements.some((statement) => statement.by === role));

/** The actions of a meeting, in the order of proposal. */
export const actionsOf = (world: World, conference: Conference): { id: string; action: AgreedAction }[] =>
  conference.actions.flatMap((id) => (world.actions[id] ? [{ id, action: world.actions[id] }] : []));

/** How this desk may respond to a proposed action: agree until it has agreed (also after a dissent), dissent once. */
export function possibleResponses(action: AgreedAction, role: string): { agree: boolean; dissent: boolean } {
  const agree = action.state === 'proposed' && action.by !== role && !action.agreed.includes(role);
  return { agree, dissent: agree && !action.dissent.some((entry) => entry.by === role) };
}

/** Decided actions that are not done: this desk's own first, then by deadline. */
export function openActions(world: World, role: string): { id: string; action: AgreedAction }[] {
  return Object.entries(world.actions)
    .map(([id, action]) => ({ id, action }))
    .filter(({ action }) => action.state === 'decided')
    .sort((a, b) => Number(b.action.to === role) - Number(a.action.to === role) || a.action.due - b.action.due);
}
