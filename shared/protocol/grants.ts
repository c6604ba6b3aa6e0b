/**
 * Rights in a class on the wire. A lead grants them, people accept them with a code, and then get a ticket for the
 * room.
 */
import { z } from 'zod';
import { Invited } from '../access/actor.ts';

/** POST /api/exercises/:id/grants → {grant, code}; the code is shown once. */
export const InviteBody = z.strictObject({ actor: Invited });
/** GET /api/exercises/:id/grants → GrantLine[]; DELETE /api/exercises/:id/grants/:grant */
export interface GrantLine {
  grant: string;
  actor: Invited;
  madeAt: string;
}
/** POST /api/grants → OwnRight, with a session cookie. */
export const AcceptBody = z.strictObject({ code: z.string().min(1).max(60) });
/** GET /api/grants → OwnRight[]: the rights of this session. */
export interface OwnRight {
  exercise: string;
  actor: Invited;
}
