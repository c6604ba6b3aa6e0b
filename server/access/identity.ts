/** Identifies callers: a trainee by bearer token, a trainer by cookie, a program by API token. */
import type { Request, RequestHandler, Response } from 'express';
import { Language } from '../../shared/protocol/api.ts';
import type { ExerciseRegistry, OpenExercise } from '../exercises/exercise-registry.ts';
import { hashToken } from '../host/ids.ts';
import type { ExerciseStore, Participant } from '../storage/exercise-store.ts';
import { HttpError } from './http-error.ts';
import { SESSION_SECONDS, type TrainerAccess } from './trainer-access.ts';

const COOKIE = 'baraza_session';

/** The services that identify a caller. */
interface Services {
  store: Pick<ExerciseStore, 'participantByToken'>;
  exercises: Pick<ExerciseRegistry, 'get'>;
  trainers: Pick<TrainerAccess, 'isSignedIn'>;
}

export interface SeatedCaller extends OpenExercise {
  person: Participant;
}

/** The person with this bearer token. Throws `bad-token` if the token is not valid. */
export async function seatedCaller(
  { store, exercises }: Pick<Services, 'store' | 'exercises'>,
  request: Request,
): Promise<SeatedCaller> {
  const token = bearerOf(request);
  const person = token === undefined ? undefined : await store.participantByToken(hashToken(token));
  const exercise = person && exercises.get(person.exercise);
  if (!person || !exercise) throw new HttpError('bad-token');
  return { ...exercise, person };
}

/** The token of the `Authorization` header. The name of the scheme has no case (RFC 9110, section 11.1). */
export const bearerOf = (request: Request): string | undefined =>
  /^Bearer (\S{1,200})$/i.exec(request.headers.authorization ?? '')?.[1];

/** The secret of an API token, valid or not. */
export const apiTokenOf = (request: Request): string | undefined => {
  const token = bearerOf(request);
  return token?.startsWith('api_') ? token : undefined;
};

/** The session in the cookie. Beside an API token a cookie counts for nothing. */
export const sessionOf = (request: Request): string | undefined =>
  apiTokenOf(request) === undefined
    ? new RegExp(`(?:^|;\\s*)${COOKIE}=([^;\\s]{1,200})`).exec(request.headers.cookie ?? '')?.[1]
    : undefined;

/** Lets only signed-in trainers through. */
export function trainersOnly({ trainers }: Pick<Services, 'trainers'>): RequestHandler {
  return async (request, _response, next) => {
    if (!(await trainers.isSignedIn(sessionOf(request)))) throw new HttpError('not-signed-in');
    next();
  };
}

/** The cookie is `Secure` only over TLS, which a class-room network lacks; scripts and other sites never see it. */
export function setSession(request: Request, response: Response, token: string | undefined): void {
  response.cookie(COOKIE, token ?? '', {
    httpOnly: true,
    sameSite: 'strict',
    secure: request.secure,
    path: '/',
    maxAge: token === undefined ? 0 : SESSION_SECONDS * 1000,
  });
}

/** The exercise that the path names. */
export function exerciseOf({ exercises }: Pick<Services, 'exercises'>, request: Request): OpenExercise {
  const exercise = exercises.get(String(request.params['id']));
  if (!exercise) throw new HttpError('not-found');
  return exercise;
}

/** The language in `?language=fr`, if it is valid. */
export const languageAsked = (request: Request): string | undefined =>
  Language.safeParse(request.query['language']).data;

/** Refuses cross-site requests; newer browsers mark them by `sec-fetch-site` even without an `origin`. */
export const sameOriginOnly: RequestHandler = (request, _response, next) => {
  const { origin, host, 'sec-fetch-site': from } = request.headers;
  if (origin !== undefined && !isSameOrigin(origin, host)) throw new HttpError('forbidden');
  if (from === 'cross-site' || from === 'same-site') throw new HttpError('forbidden');
  next();
};

export const isSameOrigin = (origin: string | null | undefined, host: string | null | undefined): boolean =>
  !origin || (!!host && URL.canParse(origin) && new URL(origin).host === host);
