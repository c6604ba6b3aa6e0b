/** The debrief for screens and as files. */
import { Router } from 'express';
import { debriefForDesk } from '../../shared/debrief/for-desk.ts';
import type { OpenExercise } from '../exercises/exercise-registry.ts';
import { playthroughText } from '../exercises/recording.ts';
import { HttpError } from '../access/http-error.ts';
import { tasksAsCsv } from './debrief-csv.ts';
import { exerciseOf, seatedCaller } from '../access/identity.ts';
import type { HttpServices } from './services.ts';

export function debriefRoutes(services: HttpServices): Router {
  const router = Router();
  const one = '/api/exercises/:id/debrief';
  const debriefs = services.exercises.debriefs;

  router.get('/api/debrief', async (request, response) => {
    const caller = await seatedCaller(services, request);
    const role = caller.seating.roleOf(caller.person.seat);
    if (caller.live.status !== 'ended' || role === undefined) throw new HttpError('forbidden');
    response.json(debriefForDesk((await debriefs.of(caller.live)).debrief, role));
  });
  router.get(one, async (request, response) => {
    response.json((await debriefs.of(exerciseOf(services, request).live)).debrief);
  });
  router.get(`${one}.json`, async (request, response) => {
    const exercise = exerciseOf(services, request);
    const { debrief, rules, rubric } = await debriefs.of(exercise.live);
    response.attachment(fileName(exercise, 'json')).json({ exercise: true, marked: { rules, rubric }, ...debrief });
  });
  router.get(`${one}.csv`, async (request, response) => {
    const exercise = exerciseOf(services, request);
    response
      .attachment(fileName(exercise, 'csv'))
      .type('text/csv')
      .send(tasksAsCsv((await debriefs.of(exercise.live)).debrief));
  });
  router.get('/api/exercises/:id/playthrough.yaml', async (request, response) => {
    const exercise = exerciseOf(services, request);
    const { compiled, record } = exercise.live;
    const text = await playthroughText(services.store, compiled, record, exercise.live.caseNow());
    if (text === undefined) throw new HttpError('not-found');
    response.attachment(fileName(exercise, 'playthrough.yaml')).type('text/yaml').send(text);
  });
  return router;
}

/** Every exported file name begins with EXERCISE. */
const fileName = ({ live }: OpenExercise, ending: string): string =>
  `EXERCISE-${live.record.scenario}-${live.record.pin}.${ending}`;
