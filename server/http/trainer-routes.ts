/** Sign-in and sign-out with the trainer key. */
import { Router } from 'express';
import { SignInBody } from '../../shared/protocol/api.ts';
import { HttpError } from '../access/http-error.ts';
import { read } from './api-error.ts';
import { sessionOf, setSession } from '../access/identity.ts';
import { addressOf } from '../access/limits.ts';
import type { HttpServices } from './services.ts';

export function trainerRoutes({ trainers, keys, signIns, log }: HttpServices): Router {
  const router = Router();
  router.get('/api/trainer', async (request, response) => {
    response.json({ signedIn: await trainers.isSignedIn(sessionOf(request)) });
  });
  router.post('/api/trainer/sign-in', async (request, response) => {
    const { key } = read(SignInBody, request.body);
    const address = addressOf(request);
    await keys.begin(address);
    const token = await signIns.pass(() => trainers.signIn(key));
    if (token === undefined) {
      log.warn({ address }, 'a wrong trainer key');
      throw new HttpError('bad-key');
    }
    await keys.succeeded(address);
    log.info({ address }, 'a trainer signed in');
    setSession(request, response, token);
    response.json({ signedIn: true });
  });
  router.post('/api/trainer/sign-out', async (request, response) => {
    const token = sessionOf(request);
    if (token !== undefined) await trainers.signOut(token);
    setSession(request, response, undefined);
    response.json({ signedIn: false });
  });
  return router;
}
