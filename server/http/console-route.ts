/** What the trainer's console asks beside the live room: what is coming and why not yet, where the threads stand. */
import { Router } from 'express';
import { askConsole } from '../../shared/console/ask.ts';
import type { ConsoleAnswer } from '../../shared/console/console.ts';
import { exerciseOf, trainersOnly } from './identity.ts';
import type { HttpServices } from './services.ts';

export function consoleRoute(services: HttpServices): Router {
  const router = Router();
  router.get('/api/exercises/:id/console', trainersOnly(services), async (request, response) => {
    const { live } = exerciseOf(services, request);
    response.json(askConsole(live.compiled, await services.store.read(live.id, 0)) satisfies ConsoleAnswer);
  });
  return router;
}
