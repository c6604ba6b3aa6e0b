/** Grants: the lead of a class gives and revokes them; people accept them with a code. */
import { Router } from 'express';
import { personInTruth } from '../../shared/exercise/person-in-truth.ts';
import { wrongField } from '../../shared/access/invitations.ts';
import { AcceptBody, type GrantLine, InviteBody, type OwnRight } from '../../shared/protocol/grants.ts';
import { read } from './api-error.ts';
import { HttpError } from '../access/http-error.ts';
import { exerciseOf, sessionOf, setSession } from '../access/identity.ts';
import { addressOf } from '../access/limits.ts';
import type { HttpServices } from './services.ts';

export function grantRoutes(services: HttpServices): Router {
  const { trainers, store, invitations } = services;
  const router = Router();
  const one = '/api/exercises/:id/grants';

  router.get(one, async (request, response) => {
    const { live } = exerciseOf(services, request);
    const grants = await store.grants(live.id);
    const lines = grants.map(({ id, actor, madeAt }) => ({ grant: id, actor, madeAt: new Date(madeAt).toISOString() }));
    response.json(lines satisfies GrantLine[]);
  });

  router.post(one, async (request, response) => {
    const { live } = exerciseOf(services, request);
    const { actor } = read(InviteBody, request.body);
    const { roles } = live.compiled.scenario;
    const wrong = wrongField(actor, {
      isDesk: (id) => Object.hasOwn(roles, id),
      person: (id) => personInTruth(live.compiled, id),
    });
    if (wrong !== undefined) throw new HttpError('bad-request', wrong);
    const { grant, code } = await trainers.invite(live.id, actor);
    response.status(201).json({ grant: grant.id, code });
  });

  router.delete(`${one}/:grant`, async (request, response) => {
    const { live } = exerciseOf(services, request);
    if (!(await trainers.revoke(live.id, request.params.grant))) throw new HttpError('not-found');
    response.status(204).end();
  });

  router.post('/api/grants', async (request, response) => {
    const { code } = read(AcceptBody, request.body);
    await invitations.begin(addressOf(request));
    const accepted = await trainers.accept(code, sessionOf(request));
    if (!accepted) throw new HttpError('bad-token');
    await invitations.succeeded(addressOf(request));
    setSession(request, response, accepted.token);
    const { exercise, actor } = accepted.grant;
    response.json({ exercise, actor } satisfies OwnRight);
  });

  router.get('/api/grants', async (request, response) => {
    const held = await trainers.held(sessionOf(request));
    response.json(held.map(({ exercise, actor }) => ({ exercise, actor })) satisfies OwnRight[]);
  });
  return router;
}
