/** Stored classes that cannot be opened: a trainer can see the reason, export the stored data, and erase the class. */
import { type Request, Router } from 'express';
import type { UnopenedCard } from '../../shared/protocol/api.ts';
import type { UnopenedExercise } from '../exercises/exercise-registry.ts';
import { HttpError } from '../access/http-error.ts';
import { trainersOnly } from '../access/identity.ts';
import type { HttpServices } from './services.ts';

/** Must be added before the exercise routes; requests for open exercises are passed on to them. */
export function unopenedRoutes(services: HttpServices): Router {
  const { exercises, personal, store, log } = services;
  const router = Router();
  const find = (request: Request): UnopenedExercise | undefined =>
    exercises.unopened().find(({ record }) => record.id === request.params['id']);
  router.use('/api/unopened', trainersOnly(services));

  router.get('/api/unopened', (_request, response) => {
    response.json(exercises.unopened().map(cardOf));
  });

  router.get('/api/unopened/:id/record.json', async (request, response) => {
    const unopened = find(request);
    if (!unopened) throw new HttpError('not-found');
    const { record } = unopened;
    const { events, damaged } = await store.readWhatIsThere(record.id);
    response.attachment(`EXERCISE-${record.scenario}-${record.pin}.record.json`).json({
      exercise: true,
      why: unopened.why,
      record,
      sources: (await store.sources(record.hash)) ?? null,
      events,
      damaged,
      commands: await store.commands(record.id).catch(() => []),
    });
  });

  router.delete('/api/exercises/:id', trainersOnly(services), async (request, response, next) => {
    const unopened = find(request);
    if (!unopened) return next();
    await personal.eraseUnopened(unopened.record.id);
    log.info({ exercise: unopened.record.id }, 'an exercise that could not be opened was erased');
    response.status(204).end();
  });
  return router;
}

const cardOf = ({ record, why, gone }: UnopenedExercise): UnopenedCard => ({
  exercise: record.id,
  scenario: record.scenario,
  ...(record.label !== undefined && { label: record.label }),
  pin: record.pin,
  createdAt: new Date(record.createdAt).toISOString(),
  why,
  ...(gone && { gone }),
});
