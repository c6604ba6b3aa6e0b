/** Exercises without a class: practice for one person with simulated desks, and a demo in which every desk is simulated. */
import { type Request, Router } from 'express';
import { type StoredTrainer, TRAINER } from '../../shared/access/stored-names.ts';
import { DemoBody, type ExerciseCard, PracticeBody, type PracticeAnswer } from '../../shared/protocol/api.ts';
import type { CompiledScenario } from '../../shared/scenario/compiled.ts';
import type { OpenExercise } from '../exercises/exercise-registry.ts';
import type { LibraryCase } from '../cases/scenario-library.ts';
import { HttpError } from '../access/http-error.ts';
import { read } from './api-error.ts';
import { exerciseCard, joinAddressesFor } from './exercise-cards.ts';
import { trainersOnly } from '../access/identity.ts';
import type { HttpServices } from './services.ts';

/** Multiplies the pace of the case. */
const DEMO_SPEED = 4;
/** Fewer desks hardly show how agencies work together. */
const MIN_DEMO_DESKS = 3;

type Playable = LibraryCase & { compiled: CompiledScenario };

/** Only trainers may create exercises on this server. */
export function practiceRoutes(services: HttpServices): Router {
  const router = Router();
  router.use(['/api/practice', '/api/demo'], trainersOnly(services));
  router.post('/api/practice', async (request, response) => {
    await services.openings.take('all');
    response.status(201).json(await startPractice(services, request));
  });
  router.post('/api/demo', async (request, response) => {
    const exercise = await startDemo(services, request);
    const card: ExerciseCard = await exerciseCard(exercise, joinAddressesFor(services, request));
    response.status(201).json(card);
  });
  return router;
}

async function startPractice({ exercises, library, log }: HttpServices, request: Request): Promise<PracticeAnswer> {
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
  log.info({ exercise: live.id }, 'a practice was started');
  return { exercise: live.id, room: live.id, role, ...joined };
}

/** Starts the demo and erases the previous one, which holds no one's work. */
async function startDemo({ exercises, library, log }: HttpServices, request: Request): Promise<OpenExercise> {
  const { language } = read(DemoBody, request.body);
  const [best] = library.list().filter(isPlayable).filter(canBeDemo).toSorted(byDemoRank);
  if (!best) throw new HttpError('unknown-scenario');
  for (const { live } of exercises.list()) if (live.record.purpose === 'demo') await exercises.erase(live.id);
  const { compiled } = best;
  const wanted = {
    scenario: best.id,
    languages: [languageOf(best, language)],
    seating: 'choice' as const,
    purpose: 'demo' as const,
    pace: compiled.scenario.pace * DEMO_SPEED,
    without: [],
    simulated: Object.keys(compiled.scenario.roles).map((role) => ({ role })),
  };
  const exercise = await exercises.create(wanted, best, compiled);
  await exercise.live.submitOwn({ type: 'start-exercise' });
  log.info({ exercise: exercise.live.id }, 'a demo was started');
  return exercise;
}

const isPlayable = (one: LibraryCase): one is Playable => one.compiled !== undefined;

const hasManyDesks = ({ compiled }: Playable): boolean => Object.keys(compiled.scenario.roles).length >= MIN_DEMO_DESKS;

const canBeDemo = ({ compiled }: Playable): boolean =>
  Object.values(compiled.scenario.roles).every(({ simulated }) => simulated.allowed);

/** Cases with enough desks first, shorter cases before longer ones. */
const byDemoRank = (one: Playable, other: Playable): number =>
  Number(hasManyDesks(other)) - Number(hasManyDesks(one)) ||
  one.compiled.scenario.length - other.compiled.scenario.length ||
  one.id.localeCompare(other.id);

/** The requested language if the case has it, else the language of the case. */
const languageOf = ({ compiled }: Playable, requested: string): string =>
  compiled.scenario.languages.includes(requested) ? requested : compiled.scenario.language;
