/** The debrief as pages and as files. The tool proposes; people confirm. */
import { Router } from 'express';
import { debrief } from '../../shared/debrief/compute.ts';
import type { Debrief } from '../../shared/debrief/debrief.ts';
import { debriefForDesk } from '../../shared/debrief/for-desk.ts';
import type { OpenExercise } from '../exercises/exercise-registry.ts';
import type { LiveExercise } from '../exercises/live-exercise.ts';
import { playthroughText } from '../exercises/recording.ts';
import { HttpError } from '../access/http-error.ts';
import { tasksAsCsv } from './debrief-csv.ts';
import { exerciseOf, seatedCaller } from '../access/identity.ts';
import type { HttpServices } from './services.ts';

export function debriefRoutes(services: HttpServices): Router {
  const router = Router();
  const one = '/api/exercises/:id/debrief';
  const computed = new WeakMap<LiveExercise, { seq: number; result: Promise<Debrief> }>();
  /** A whole class asks at once when it ends: computed once for as long as nothing more has happened. */
  const compute = ({ live }: OpenExercise): Promise<Debrief> => {
    const before = computed.get(live);
    if (before?.seq === live.seq) return before.result;
    const result = services.store.read(live.id, 0).then((events) => debrief(live.compiled, events));
    computed.set(live, { seq: live.seq, result });
    result.catch(() => computed.delete(live));
    return result;
  };

  router.get('/api/debrief', async (request, response) => {
    const caller = await seatedCaller(services, request);
    const role = caller.seating.roleOf(caller.person.seat);
    if (caller.live.status !== 'ended' || role === undefined) throw new HttpError('forbidden');
    response.json(debriefForDesk(await compute(caller), role));
  });
  router.get(one, async (request, response) => {
    response.json(await compute(exerciseOf(services, request)));
  });
  router.get(`${one}.json`, async (request, response) => {
    const exercise = exerciseOf(services, request);
    response.attachment(fileName(exercise, 'json')).json({ exercise: true, ...(await compute(exercise)) });
  });
  router.get(`${one}.csv`, async (request, response) => {
    const exercise = exerciseOf(services, request);
    response
      .attachment(fileName(exercise, 'csv'))
      .type('text/csv')
      .send(tasksAsCsv(await compute(exercise)));
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

/** The EXERCISE mark stands on everything that leaves the machine. */
const fileName = ({ live }: OpenExercise, ending: string): string =>
  `EXERCISE-${live.record.scenario}-${live.record.pin}.${ending}`;
