/** What the conference screen reads: open meetings, who is still missing, actions and who has to agree. Pure. */
import type { AgreedAction, Conference, World } from '../../../../shared/exercise/world.ts';

export interface ConferenceRow {
  id: string;
  conference: Conference;
}

/** Meetings this desk called or was invited to, open ones first, then newest first. */
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

/** Every desk of a meeting, the caller first. */
export const members = (conference: Conference): string[] => [...new Set([conference.by, ...conference.with])];

/** True where this desk sits at the table: it called the meeting or has joined. */
export const isAtTable = (conference: Conference, role: string): boolean =>
  conference.by === role || conference.joined.includes(role);

/** Desks that are invited and have not said anything yet; a conference where one desk is silent has not heard everybody. */
export const silentDesks = (conference: Conference): string[] =>
  members(conference).filter((role) => !conference.statements.some((statement) => statement.by === role));

/** The actions of a meeting, in the order they were proposed. */
export const actionsOf = (world: World, conference: Conference): { id: string; action: AgreedAction }[] =>
  conference.actions.flatMap((id) => (world.actions[id] ? [{ id, action: world.actions[id] }] : []));

/** What this desk can still say to a proposed action: agree until it has (also after a dissent), dissent once. */
export function voice(action: AgreedAction, role: string): { agree: boolean; dissent: boolean } {
  const agree = action.state === 'proposed' && action.by !== role && !action.agreed.includes(role);
  return { agree, dissent: agree && !action.dissent.some((entry) => entry.by === role) };
}

/** Actions that are decided and not done, this desk's own first, then by deadline. */
export function openActions(world: World, role: string): { id: string; action: AgreedAction }[] {
  return Object.entries(world.actions)
    .map(([id, action]) => ({ id, action }))
    .filter(({ action }) => action.state === 'decided')
    .sort((a, b) => Number(b.action.to === role) - Number(a.action.to === role) || a.action.due - b.action.due);
}
