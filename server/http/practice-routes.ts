/** Exercises without a class: one person practising against simulated desks, and a show in which every desk is simulated. */
import { type Request, Router } from 'express';
import { type StoredTrainer, TRAINER } from '../../shared/access/stored-names.ts';
import { DemoBody, type ExerciseCard, PracticeBody, type PracticeAnswer } from '../../shared/protocol/api.ts';
import type { CompiledScenario } from '../../shared/scenario/compiled.ts';
import type { OpenExercise } from '../exercises/exercise-registry.ts';
import type { LibraryCase } from '../cases/scenario-library.ts';
import { HttpError } from '../access/http-error.ts';
import { read } from './api-error.ts';
import { exerciseCard } from './exercise-cards.ts';
import { trainersOnly } from '../access/identity.ts';
import type { HttpServices } from './services.ts';

/** A demo runs this much faster than a class would. */
const DEMO_HASTE = 4;
/** Fewer desks hardly show what agencies are to each other. */
const DESKS_TO_SHOW = 3;

type Playable = LibraryCase & { compiled: CompiledScenario };

/** Both are started by a trainer: nobody else may make exercises on this machine. */
export function practiceRoutes(services: HttpServices): Router {
  const router = Router();
  router.use(['/api/practice', '/api/demo'], trainersOnly(services));
  router.post('/api/practice', async (request, response) => {
    await services.openings.take('all');
    response.status(201).json(await practise(services, request));
  });
  router.post('/api/demo', async (request, response) => {
    const exercise = await show(services, request);
    const card: ExerciseCard = await exerciseCard(exercise, services.now.addresses);
    response.status(201).json(card);
  });
  return router;
}

async function practise({ exercises, library, log }: HttpServices, request: Request): Promise<PracticeAnswer> {
  const { scenario: id, role, language, name, manner } = read(PracticeBody, request.body);
  const found = library
    .list()
    .filter(isPlayable)
    .find((one) => one.id === id);
  if (!found) throw new HttpError('unknown-scenario');
  const { roles } = found.compiled.scenario;
  if (!Object.hasOwn(roles, role)) throw new HttpError('bad-request', 'role');
  const others = Object.keys(roles).filter((other) => other !== role);
  const wanted = {
    scenario: found.id,
    languages: [languageOf(found, language)],
    seating: TRAINER as StoredTrainer,
    purpose: 'practice' as const,
    without: others.filter((other) => roles[other]?.simulated.allowed === false),
    simulated: others.map((other) => ({ role: other, manner })),
  };
  const exercise = await exercises.create(wanted, found, found.compiled);
  const { live, seating } = exercise;
  const joined = await seating.join({ name, language: languageOf(found, language), role });
  if ('refused' in joined) throw new HttpError(joined.refused);
  await live.submitOwn({ type: 'start-exercise' });
  log.info({ exercise: live.id }, 'somebody practises alone');
  return { exercise: live.id, room: live.id, role, ...joined };
}

/** One demo at a time: it is nobody's work, so the one before goes. */
async function show({ exercises, library, log }: HttpServices, request: Request): Promise<OpenExercise> {
  const { language } = read(DemoBody, request.body);
  const [best] = library.list().filter(isPlayable).filter(isForShow).toSorted(bestForShow);
  if (!best) throw new HttpError('unknown-scenario');
  for (const { live } of exercises.list()) if (live.record.purpose === 'demo') await exercises.erase(live.id);
  const { compiled } = best;
  const wanted = {
    scenario: best.id,
    languages: [languageOf(best, language)],
    seating: 'choice' as const,
    purpose: 'demo' as const,
    pace: compiled.scenario.pace * DEMO_HASTE,
    without: [],
    simulated: Object.keys(compiled.scenario.roles).map((role) => ({ role })),
  };
  const exercise = await exercises.create(wanted, best, compiled);
  await exercise.live.submitOwn({ type: 'start-exercise' });
  log.info({ exercise: exercise.live.id }, 'a demo was started');
  return exercise;
}

const isPlayable = (one: LibraryCase): one is Playable => one.compiled !== undefined;

const hasManyDesks = ({ compiled }: Playable): boolean => Object.keys(compiled.scenario.roles).length >= DESKS_TO_SHOW;

const isForShow = ({ compiled }: Playable): boolean =>
  Object.values(compiled.scenario.roles).every(({ simulated }) => simulated.allowed);

/** Cases with enough desks first, of these the shortest. */
const bestForShow = (one: Playable, other: Playable): number =>
  Number(hasManyDesks(other)) - Number(hasManyDesks(one)) ||
  one.compiled.scenario.length - other.compiled.scenario.length ||
  one.id.localeCompare(other.id);

/** The language asked for where the case has it, else the one it was written in. */
const languageOf = ({ compiled }: Playable, asked: string): string =>
  compiled.scenario.languages.includes(asked) ? asked : compiled.scenario.language;
