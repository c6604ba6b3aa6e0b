/** Trainer routes for cases and exercises outside the room. */
import { type Request, Router } from 'express';
import {
  CreateExerciseBody,
  type ExerciseCard,
  type TicketAnswer,
  type WallAnswer,
} from '../../shared/protocol/api.ts';
import { sessionName } from '../audit/audit-trail.ts';
import type { OpenExercise } from '../exercises/exercise-registry.ts';
import { hashToken, newRecoveryCode } from '../host/ids.ts';
import { HttpError } from '../access/http-error.ts';
import { read } from './api-error.ts';
import { exerciseCard, joinAddressesFor, scenarioCard } from './exercise-cards.ts';
import { exerciseOf, languageAsked, sessionOf } from '../access/identity.ts';
import { addressOf } from '../access/limits.ts';
import type { HttpServices } from './services.ts';

const RECOVERY_CODE_LIFETIME_MS = 15 * 60_000;

export function exerciseRoutes(services: HttpServices): Router {
  const { callers, exercises, library, log } = services;
  const router = Router();
  const one = '/api/exercises/:id';

  /** A trainer's request vouches for the class code at the trainer's address, because the class often shares that router. */
  const show = (request: Request, exercise: OpenExercise): Promise<ExerciseCard> => {
    services.codes.vouch(addressOf(request), exercise.live.record.pin);
    return exerciseCard(exercise, joinAddressesFor(services, request));
  };

  router.get('/api/scenarios', (request, response) => {
    const language = languageAsked(request) ?? 'en';
    response.json(library.list().map((libraryCase) => scenarioCard(libraryCase, language)));
  });

  router.get('/api/exercises', async (request, response) => {
    const caller = await callers.of(request);
    const listed = exercises.list().filter(({ live }) => callers.mayList(caller, live.id));
    response.json(await Promise.all(listed.map((exercise) => show(request, exercise))));
  });

  router.post('/api/exercises', async (request, response) => {
    response.status(201).json(await show(request, await openClass(services, request)));
  });

  router.get(one, async (request, response) => {
    response.json(await show(request, exerciseOf(services, request)));
  });

  router.delete(one, async (request, response) => {
    const exercise = exerciseOf(services, request);
    const refused = await services.personal.eraseClass(exercise);
    if (refused) throw new HttpError(refused);
    log.info({ exercise: exercise.live.id }, 'an exercise was erased');
    response.status(204).end();
  });

  router.post(`${one}/ticket`, async (request, response) => {
    const { live } = exerciseOf(services, request);
    const token = sessionOf(request);
    const actor = await services.trainers.actorIn(token, live.id);
    if (!actor) throw new HttpError('not-signed-in');
    const ticket = services.trainers.ticketFor(live.id, actor, sessionName(token));
    response.json({ room: live.id, ticket } satisfies TicketAnswer);
  });

  router.post(`${one}/seats/:seat/code`, async (request, response) => {
    const { live, seating } = exerciseOf(services, request);
    const { seat } = request.params;
    if (!seating.person(seat)) throw new HttpError('not-found');
    const code = newRecoveryCode();
    await services.store.setRecoveryCode(live.id, seat, hashToken(code), Date.now() + RECOVERY_CODE_LIFETIME_MS);
    response.json({ code });
  });

  router.get(`${one}/view/:role`, (request, response) => {
    const { live } = exerciseOf(services, request);
    const { role } = request.params;
    if (!live.world.roles.includes(role)) throw new HttpError('not-found');
    response.json({ world: live.streams.world(`role:${role}`) });
  });

  router.get('/api/wall/:id', async (request, response) => {
    const exercise = exerciseOf(services, request);
    response.json({ card: await show(request, exercise), roster: exercise.seating.roster() } satisfies WallAnswer);
  });

  return router;
}

async function openClass(services: HttpServices, request: Request): Promise<OpenExercise> {
  const { callers, log } = services;
  await services.openings.take('all');
  const exercise = await createExercise(services, request.body);
  await callers.opened(await callers.of(request), exercise.live.id);
  log.info({ exercise: exercise.live.id }, 'an exercise was opened');
  return exercise;
}

async function createExercise({ exercises, library }: HttpServices, body: unknown): Promise<OpenExercise> {
  const wanted = read(CreateExerciseBody, body);
  const libraryCase = library.find(wanted.scenario);
  const compiled = libraryCase?.compiled;
  if (!libraryCase || !compiled) throw new HttpError('unknown-scenario');
  const { roles, languages } = compiled.scenario;
  if (wanted.languages.some((language) => !languages.includes(language)))
    throw new HttpError('bad-request', 'languages');
  const unknown = wanted.without.some((role) => !Object.hasOwn(roles, role));
  if (unknown || Object.keys(roles).every((role) => wanted.without.includes(role)))
    throw new HttpError('bad-request', 'without');
  if (wanted.simulated.some(({ role }) => !Object.hasOwn(roles, role) || wanted.without.includes(role)))
    throw new HttpError('bad-request', 'simulated');
  return exercises.create(wanted, libraryCase, compiled);
}
