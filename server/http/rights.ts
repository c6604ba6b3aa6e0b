/** Rejects requests whose caller lacks the capability of the route; `http-acts.ts` defines the capabilities. */
import type { RequestHandler } from 'express';
import type { Actor } from '../../shared/access/actor.ts';
import { type Capability, HOUSE_CAPABILITIES, may, maySeeDesk } from '../../shared/access/capabilities.ts';
import type { Caller, Callers } from '../access/callers.ts';
import { HttpError } from '../access/http-error.ts';
import { actOf, type FoundAct } from './http-acts.ts';

const HOST_CAPABILITIES: ReadonlySet<Capability> = new Set(HOUSE_CAPABILITIES);

/** The actor of a caller for a request: in the class that the URL names, or in the house if the request needs a host capability. */
export async function actorFor(
  callers: Callers,
  caller: Caller,
  { act: { needs }, exercise }: FoundAct,
): Promise<Actor | undefined> {
  if (exercise !== undefined && needs !== undefined && !HOST_CAPABILITIES.has(needs))
    return callers.inClass(caller, exercise);
  return callers.inHouse(caller);
}

/** Paths of trainer routes. Such a route without a row in `HTTP_ACTS` needs every host capability. */
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
