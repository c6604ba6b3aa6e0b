/** Who may know an event. Decided in the core; one filter serves the wire, the log, replay, exports and print. */
import type { Actor } from './actor.ts';
import { may, maySeeDesk } from './capabilities.ts';
import { type StoredTrainer, TRAINER } from './stored-names.ts';

/**
 * The stored form: `all`, `role:police`, `seat:s3`, `trainer` or `wall`. Viewers of `trainer` read the whole log except
 * events for a single seat. `wall` events are for the screen on the wall.
 */
export type AudienceTag = 'all' | `role:${string}` | `seat:${string}` | StoredTrainer | 'wall';
export type Audience = readonly AudienceTag[];

export const everyone: Audience = ['all'];
export const trainerOnly: Audience = [TRAINER];
export const role = (...roles: string[]): Audience => [...new Set(roles)].map((id) => `role:${id}` as const);
export const seat = (id: string): Audience => [`seat:${id}`];

/** What a viewer can see. An actor has one or several viewers (`viewersOf`). */
export type Viewer =
  /** A desk. With `seat`, also the events for that seat alone. A seat without a desk has no role yet. */
  | { kind: 'desk'; role?: string | undefined; seat?: string | undefined }
  /** Every event except those for a single seat. */
  | { kind: 'control' }
  /** The events that all these seated desks know, and the events for the wall. */
  | { kind: 'wall'; desks: readonly string[] }
  /** Only events for everyone. */
  | { kind: 'public' };
export type DeskViewer = Extract<Viewer, { kind: 'desk' }>;

export const desk = (role: string | undefined, seat?: string): DeskViewer => ({ kind: 'desk', role, seat });
export const control: Viewer = { kind: 'control' };
export const publicOnly: Viewer = { kind: 'public' };

/** The only filter: true if this viewer may know this event. */
export function mayKnow(viewer: Viewer, { audience }: { readonly audience: Audience }): boolean {
  if (audience.includes('all')) return true;
  switch (viewer.kind) {
    case 'desk':
      return audience.some(
        (tag) =>
          (viewer.role !== undefined && tag === `role:${viewer.role}`) ||
          (viewer.seat !== undefined && tag === `seat:${viewer.seat}`),
      );
    case 'control':
      return audience.some((tag) => !tag.startsWith('seat:'));
    case 'wall':
      return (
        audience.includes('wall') ||
        (viewer.desks.length > 0 && viewer.desks.every((id) => audience.includes(`role:${id}`)))
      );
    default:
      return false;
  }
}

/** The unit of delivery: each stream has its own event numbers and its own world. */
export type StreamKey = StoredTrainer | `role:${string}` | `seat:${string}` | 'wall' | 'public';

export interface Sight {
  /** Desks of the exercise, in its order. */
  desks: readonly string[];
  /** The desk of a seat; undefined while it has none. */
  roleOf: (seat: string) => string | undefined;
}

/** The streams that an actor follows in a room; empty if the actor may not enter a room. */
export function streamsOf(actor: Actor, { desks, roleOf }: Sight): StreamKey[] {
  if (!may(actor, 'enter')) return [];
  if (may(actor, 'see-truth')) return [TRAINER];
  switch (actor.kind) {
    case 'seat':
    case 'learner': {
      const role = roleOf(actor.seat);
      return role === undefined ? [`seat:${actor.seat}`] : [`role:${role}`, `seat:${actor.seat}`];
    }
    case 'evaluator':
      return desks.filter((id) => maySeeDesk(actor, id)).map((id) => `role:${id}` as const);
    case 'wall':
      return ['wall'];
    default:
      return ['public'];
  }
}

/** The viewer of a stream. `seatedDesks`: the desks that have a seated person now. */
export function viewerOf(key: StreamKey, seatedDesks: readonly string[]): Viewer {
  if (key === TRAINER) return control;
  if (key === 'wall') return { kind: 'wall', desks: seatedDesks };
  if (key === 'public') return publicOnly;
  const [kind, id] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)];
  return kind === 'role' ? desk(id) : desk(undefined, id);
}

/** The name of a stream on the wire. A seat knows its desk's stream as `role` and its own as `seat`. */
export type StreamName = 'role' | 'seat' | StreamKey;

export function streamName(actor: Actor, key: StreamKey): StreamName {
  if (actor.kind !== 'seat' && actor.kind !== 'learner') return key;
  return key.startsWith('role:') ? 'role' : 'seat';
}
