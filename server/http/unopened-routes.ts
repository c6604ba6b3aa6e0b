/** Classes that are kept and cannot be opened: the trainer sees them with the reason, can save what is kept, and can erase them. */
import { type Request, Router } from 'express';
import type { UnopenedCard } from '../../shared/protocol/api.ts';
import type { UnopenedExercise } from '../exercises/exercise-registry.ts';
import { HttpError } from '../access/http-error.ts';
import { trainersOnly } from '../access/identity.ts';
import type { HttpServices } from './services.ts';

/** To be asked before the routes of exercises: what is open is passed on to them. */
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
    const kept = find(request);
    if (!kept) throw new HttpError('not-found');
    const { record } = kept;
    const { events, damaged } = await store.readWhatIsThere(record.id);
    response.attachment(`EXERCISE-${record.scenario}-${record.pin}.record.json`).json({
      exercise: true,
      why: kept.why,
      record,
      sources: (await store.sources(record.hash)) ?? null,
      events,
      damaged,
      commands: await store.commands(record.id).catch(() => []),
    });
  });

  router.delete('/api/exercises/:id', trainersOnly(services), async (request, response, next) => {
    const kept = find(request);
    if (!kept) return next();
    await personal.eraseUnopened(kept.record.id);
    log.info({ exercise: kept.record.id }, 'an exercise that could not be opened was erased');
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
