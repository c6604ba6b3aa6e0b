/**
 * The actor of an exercise. One union for commands, routes, streams and the audit; `capabilities.ts` says what each
 * kind may do, `audience.ts` what each kind may know.
 *
 * Rights are held for one class: a host, for example, steers a class only as its lead. `server/access` maps the rights
 * of a caller to the actor that the caller is in that class.
 */
import { z } from 'zod';

/** What a program with an API token may do, in the classes that the token names. */
export const SCOPES = ['read-cases', 'open-classes', 'read-classes', 'read-debriefs'] as const;
export const Scope = z.enum(SCOPES);
export type Scope = z.infer<typeof Scope>;
/** Scopes that open nothing without a class. */
export const CLASS_SCOPES: readonly Scope[] = ['read-classes', 'read-debriefs'];

export type Actor =
  | { kind: 'lead' }
  | { kind: 'co-trainer' }
  /** Watches these desks and changes nothing. */
  | { kind: 'evaluator'; desks: readonly string[] }
  /** Speaks for these people of the case; `maySpeakFor` decides about each. */
  | { kind: 'role-player'; people: readonly string[] }
  | { kind: 'seat'; seat: string }
  /** A seat whose person practises alone, and so holds the clock. */
  | { kind: 'learner'; seat: string }
  /** The screen on the wall of the room. */
  | { kind: 'wall' }
  /** The author in the preview of a case. */
  | { kind: 'author' }
  /** The person who holds the key of the server. */
  | { kind: 'host' }
  | { kind: 'token'; scopes: readonly Scope[] }
  /** The server itself: it pauses after a restart and seats people who join. */
  | { kind: 'server' };
export type ActorKind = Actor['kind'];

export const lead: Actor = { kind: 'lead' };
export const server: Actor = { kind: 'server' };
export const author: Actor = { kind: 'author' };
export const seated = (seat: string): Actor => ({ kind: 'seat', seat });

/** The seat this actor sits at; undefined for an actor without one. */
export const seatOfActor = (actor: Actor): string | undefined =>
  actor.kind === 'seat' || actor.kind === 'learner' ? actor.seat : undefined;

const ids = z.array(z.string().min(1).max(80)).max(60);
/** The actors that a lead invites into a class. Seats have their own way in, with the code of the class. */
export const Invited = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('co-trainer') }),
  z.strictObject({ kind: z.literal('evaluator'), desks: ids.min(1) }),
  z.strictObject({ kind: z.literal('role-player'), people: ids.min(1) }),
  z.strictObject({ kind: z.literal('wall') }),
]);
export type Invited = z.infer<typeof Invited>;
