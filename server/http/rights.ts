/** Lets a request through where its caller may do what the route needs. Which route needs what stands in `http-acts.ts`. */
import type { RequestHandler } from 'express';
import type { Actor } from '../../shared/access/actor.ts';
import { type Capability, HOUSE_CAPABILITIES, may, maySeeDesk } from '../../shared/access/capabilities.ts';
import type { Caller, Callers } from '../access/callers.ts';
import { HttpError } from '../access/http-error.ts';
import { actOf, type FoundAct } from './http-acts.ts';

const HOUSE: ReadonlySet<Capability> = new Set(HOUSE_CAPABILITIES);

/** Who a caller is for an act: in the class of its address, or in the house where it needs a right of the house. */
export async function actorFor(
  callers: Callers,
  caller: Caller,
  { act: { needs }, exercise }: FoundAct,
): Promise<Actor | undefined> {
  if (exercise !== undefined && needs !== undefined && !HOUSE.has(needs)) return callers.inClass(caller, exercise);
  return callers.inHouse(caller);
}

/** Routes of trainers: a route among them that has no row in the table of acts needs every right of the house. */
const GUARDED = /^\/api\/(scenarios|exercises|wall|practice|demo|unopened|tokens|audit\.csv)(\/|$)/;

export function requireRights(callers: Callers): RequestHandler {
  return async (request, _response, next) => {
    const caller = await callers.of(request);
    if (caller.kind === 'refused') throw caller.error;
    const path = request.path.replace(/(.)\/$/, '$1');
    const found = actOf(request.method, path);
    const needs = found?.act.needs;
    if (needs === undefined && !GUARDED.test(path)) return next();
    const actor = found ? await actorFor(callers, caller, found) : await callers.inHouse(caller);
    // A valid token without this right needs no new sign-in; a person without a right may only lack the session.
    if (!actor) throw new HttpError(caller.kind === 'program' ? 'forbidden' : 'not-signed-in');
    const needed = needs === undefined ? HOUSE_CAPABILITIES : [needs];
    if (!needed.every((capability) => may(actor, capability))) throw new HttpError('forbidden');
    if (needs === 'see-desk' && !maySeeDesk(actor, found?.subject ?? '')) throw new HttpError('forbidden');
    next();
  };
}
