/** Lets a request through where its caller may do what the route needs. Which route needs what stands in `http-acts.ts`. */
import type { RequestHandler } from 'express';
import type { Actor } from '../../shared/access/actor.ts';
import { type Capability, HOUSE_CAPABILITIES, may, maySeeDesk } from '../../shared/access/capabilities.ts';
import { HttpError } from '../access/http-error.ts';
import { sessionOf } from '../access/identity.ts';
import type { TrainerAccess } from '../access/trainer-access.ts';
import { actOf, type FoundAct } from './http-acts.ts';

const HOUSE: ReadonlySet<Capability> = new Set(HOUSE_CAPABILITIES);

/** Who a session is for an act: in the class of its address, or in the house where it needs a right of the house. */
export async function callerOf(
  trainers: Pick<TrainerAccess, 'actorIn' | 'isSignedIn'>,
  token: string | undefined,
  { act: { needs }, exercise }: FoundAct,
): Promise<Actor | undefined> {
  if (exercise !== undefined && needs !== undefined && !HOUSE.has(needs)) return trainers.actorIn(token, exercise);
  return (await trainers.isSignedIn(token)) ? { kind: 'host' } : undefined;
}

/** Routes of trainers: a route among them that has no row in the table of acts is for the host alone. */
const GUARDED = /^\/api\/(scenarios|exercises|wall|practice|demo|unopened|audit\.csv)(\/|$)/;

export function requireRights(trainers: TrainerAccess): RequestHandler {
  return async (request, _response, next) => {
    const path = request.path.replace(/(.)\/$/, '$1');
    const found = actOf(request.method, path);
    const needs = found?.act.needs;
    if (needs === undefined && !GUARDED.test(path)) return next();
    const token = sessionOf(request);
    if (!found || needs === undefined) {
      if (!(await trainers.isSignedIn(token))) throw new HttpError('not-signed-in');
      return next();
    }
    const actor = await callerOf(trainers, token, found);
    if (!actor) throw new HttpError('not-signed-in');
    if (!may(actor, needs)) throw new HttpError('forbidden');
    if (needs === 'see-desk' && !maySeeDesk(actor, found.subject ?? '')) throw new HttpError('forbidden');
    next();
  };
}
