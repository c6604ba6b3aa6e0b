/** Routes of trainees: class card, join, reconnect, recover a lost seat. */
import { type Request, Router } from 'express';
import { TRAINER } from '../../shared/access/stored-names.ts';
import {
  type JoinAnswer,
  JoinBody,
  type JoinCard,
  LanguageBody,
  Pin,
  RecoverBody,
  type SeatAnswer,
} from '../../shared/protocol/api.ts';
import type { OpenExercise } from '../exercises/exercise-registry.ts';
import { hashToken } from '../host/ids.ts';
import { DEFAULT_DAYS } from '../personal-data/retention.ts';
import { HttpError } from '../access/http-error.ts';
import { read } from './api-error.ts';
import { contentCard, deskFacts, joinRoles, languageFor, words } from './exercise-cards.ts';
import { languageAsked, seatedCaller } from '../access/identity.ts';
import { addressOf } from '../access/limits.ts';
import type { HttpServices } from './services.ts';

/** More people than any class has; a client must not fill the disk. */
const MAX_PEOPLE = 200;

export function joinRoutes(services: HttpServices): Router {
  const { store, codes } = services;
  const router = Router();

  router.get('/api/join/:pin', async (request, response) => {
    const exercise = await byPin(services, request, request.params.pin);
    response.json(joinCard(exercise, languageAsked(request) ?? ''));
  });

  router.post('/api/join/:pin', async (request, response) => {
    const exercise = await byPin(services, request, request.params.pin);
    const { name, language, role, callSign, join } = read(JoinBody, request.body);
    const { live, seating } = exercise;
    // A repeated request whose answer was lost gets the same seat, before any limit is checked.
    const before = join === undefined ? undefined : await seating.joinedBefore(join);
    if (before) {
      response.status(201).json(joinAnswer(exercise, before));
      return;
    }
    await services.joins.take(addressOf(request), live.id);
    if (seating.roster().length >= MAX_PEOPLE) throw new HttpError('class-full');
    const wanted = live.record.seating === 'choice' ? role : undefined;
    if (wanted !== undefined && !live.world.roles.includes(wanted)) throw new HttpError('bad-request', 'role');
    const person = { name, language: languageFor(exercise, language), role: wanted, callSign, join };
    const joined = await seating.join(person);
    if ('refused' in joined) throw new HttpError(joined.refused);
    response.status(201).json(joinAnswer(exercise, joined));
  });

  router.post('/api/recover', async (request, response) => {
    const { pin, code } = read(RecoverBody, request.body);
    const exercise = await byPin(services, request, pin);
    const plain = code.toUpperCase().replaceAll(/[\s-]/g, '');
    await codes.begin(addressOf(request));
    const seat = await store.takeRecoveryCode(exercise.live.id, hashToken(plain), Date.now());
    if (seat === undefined) throw new HttpError('bad-token');
    await codes.succeeded(addressOf(request));
    response.json(joinAnswer(exercise, { seat, token: await exercise.seating.renewToken(seat) }));
  });

  router.get('/api/seat', async (request, response) => {
    const { live, seating, person } = await seatedCaller(services, request);
    const role = seating.roleOf(person.seat);
    const answer: SeatAnswer = {
      seat: person.seat,
      ...(role !== undefined && { role }),
      room: live.id,
      name: person.name,
      language: person.language,
      pin: live.record.pin,
      status: live.status,
      alone: live.record.purpose === 'practice',
    };
    response.json(answer);
  });

  router.post('/api/seat/language', async (request, response) => {
    const { language } = read(LanguageBody, request.body);
    const caller = await seatedCaller(services, request);
    await caller.seating.setLanguage(caller.person.seat, languageFor(caller, language));
    response.json({ language: languageFor(caller, language) });
  });

  return router;
}

/** The class with this code. Wrong codes are counted, so that a client cannot try all codes. */
async function byPin({ exercises, codes }: HttpServices, request: Request, typed: string): Promise<OpenExercise> {
  const address = addressOf(request);
  const pin = Pin.safeParse(typed).data;
  const { counted } = await codes.begin(address, pin);
  const exercise = pin === undefined ? undefined : exercises.byPin(pin);
  if (!exercise || pin === undefined) throw new HttpError('no-such-class');
  if (counted) await codes.succeeded(address);
  codes.vouch(address, pin);
  return exercise;
}

function joinCard(exercise: OpenExercise, requested: string): JoinCard {
  const { live } = exercise;
  const language = languageFor(exercise, requested);
  return {
    exercise: live.id,
    title: words(exercise.case, language).text('title'),
    languages: live.record.languages,
    contentCard: contentCard(exercise.case, language),
    roles:
      live.record.seating === TRAINER ? [] : joinRoles(exercise.case, language, live.world.roles, deskFacts(exercise)),
    seating: live.record.seating,
    status: live.status,
    names: live.record.names ?? 'call-signs',
    retentionDays: live.record.retentionDays ?? DEFAULT_DAYS,
  };
}

function joinAnswer({ live, seating }: OpenExercise, { token, seat }: { token: string; seat: string }): JoinAnswer {
  const role = seating.roleOf(seat);
  return { token, seat, ...(role !== undefined && { role }), room: live.id };
}
