/** Who may know an event. Decided in the core; one filter serves the wire, the log, replay, exports and print. */
import type { RoleId, SeatId } from './ids.ts';

/** `all`, `role:police`, `seat:s3`. The trainer may know everything but what is addressed to a seat alone. */
export type AudienceTag = 'all' | `role:${RoleId}` | `seat:${SeatId}` | 'trainer';
export type Audience = readonly AudienceTag[];

export const everyone: Audience = ['all'];
export const trainerOnly: Audience = ['trainer'];
export const role = (...roles: RoleId[]): Audience => [...new Set(roles)].map((id) => `role:${id}` as const);
export const seat = (id: SeatId): Audience => [`seat:${id}`];

/** A pair of eyes: a seat in a role, a role's stream by itself, or the trainer. */
export interface Viewer {
  role?: RoleId | undefined;
  seat?: SeatId | undefined;
  trainer?: boolean | undefined;
}

/** The one filter. True where this viewer may know an event with this audience. */
export function mayKnow(viewer: Viewer, audience: Audience): boolean {
  return audience.some(
    (tag) =>
      tag === 'all' ||
      (viewer.role !== undefined && tag === `role:${viewer.role}`) ||
      (viewer.seat !== undefined && tag === `seat:${viewer.seat}`) ||
      (viewer.trainer === true && !tag.startsWith('seat:')),
  );
}
