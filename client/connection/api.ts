/** One function per HTTP route of `shared/protocol/api.ts`. Every function returns a result; `offline` means no answer arrived. */
import type { Debrief } from '../../shared/debrief/debrief.ts';
import type { World } from '../../shared/exercise/world.ts';
import type {
  ApiError,
  CardsAnswer,
  CreateExerciseBody,
  ExerciseCard,
  JoinAnswer,
  JoinBody,
  JoinCard,
  PersonalDataAnswer,
  PersonLine,
  PracticeAnswer,
  PracticeBody,
  ScenarioCard,
  SeatAnswer,
  TicketAnswer,
  UnopenedCard,
} from '../../shared/protocol/api.ts';
import type { Card } from '../../shared/protocol/cards.ts';
import type { z } from 'zod';
import { PROTOCOL_HEADER, PROTOCOL_VERSION } from '../../shared/protocol/version.ts';
import { reportOtherVersion } from '../state/other-version.ts';

export type ErrorCode = ApiError['error'] | 'offline';
export type ApiResult<T> = { ok: true; value: T } | { ok: false; error: ErrorCode; detail?: string | undefined };

/** A request can hang on a bad network; after this time it counts as `offline`. Long enough for cards on a slow line. */
const REQUEST_TIMEOUT_MS = 30_000;

interface Call {
  method?: 'GET' | 'POST' | 'DELETE';
  body?: unknown;
  /** A trainee's seat token. Trainers send a cookie instead. */
  token?: string | undefined;
  signal?: AbortSignal;
}

const CODES: ReadonlySet<string> = new Set<ApiError['error']>([
  'bad-request',
  'bad-key',
  'not-signed-in',
  'no-such-class',
  'class-full',
  'class-ended',
  'other-version',
  'bad-token',
  'too-many-tries',
  'not-found',
  'forbidden',
  'server-busy',
  'unknown-scenario',
  'disk-full',
  'class-under-way',
  'not-ended',
  'name-taken',
  'internal',
]);

function asError(status: number, body: unknown): { ok: false; error: ErrorCode; detail?: string | undefined } {
  const answer = typeof body === 'object' && body !== null ? (body as Partial<ApiError>) : {};
  if (answer.error === 'other-version') reportOtherVersion(Number(answer.detail));
  if (answer.error !== undefined && CODES.has(answer.error))
    return { ok: false, error: answer.error, detail: answer.detail };
  if (status === 429) return { ok: false, error: 'too-many-tries' };
  return { ok: false, error: status === 404 ? 'not-found' : status >= 502 ? 'server-busy' : 'internal' };
}

/** Calls a route and reads its JSON. Never throws. */
export async function call<T>(path: string, { method = 'GET', body, token, signal }: Call = {}): Promise<ApiResult<T>> {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  const timer = setTimeout(abort, REQUEST_TIMEOUT_MS);
  signal?.addEventListener('abort', abort);
  try {
    const response = await fetch(path, {
      method,
      signal: controller.signal,
      credentials: 'same-origin',
      headers: {
        [PROTOCOL_HEADER]: String(PROTOCOL_VERSION),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const value: unknown = text === '' ? undefined : JSON.parse(text);
    return response.ok ? { ok: true, value: value as T } : asError(response.status, value);
  } catch {
    return { ok: false, error: 'offline' };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

const encode = (part: string): string => encodeURIComponent(part);
const post = <T>(path: string, body: unknown = {}, token?: string): Promise<ApiResult<T>> =>
  call<T>(path, { method: 'POST', body, token });

// --- trainee
export const readJoinCard = (pin: string, language: string) =>
  call<JoinCard>(`/api/join/${encode(pin)}?language=${encode(language)}`);
export const join = (pin: string, body: z.input<typeof JoinBody>) => post<JoinAnswer>(`/api/join/${encode(pin)}`, body);
export const readSeat = (token: string) => call<SeatAnswer>('/api/seat', { token });
export const recoverSeat = (pin: string, code: string) => post<JoinAnswer>('/api/recover', { pin, code });
export const readOwnDebrief = (token: string) => call<Debrief>('/api/debrief', { token });

/** Reads the cards that a seat (token) or a trainer (cookie, exercise) may read; the server leaves out all other ids. */
export async function readCards(
  ids: string[],
  language: string,
  reader: { token: string } | { exercise: string; desk?: string },
): Promise<Card[] | undefined> {
  const body = { ids, language, ...('exercise' in reader ? reader : {}) };
  const answer = await post<CardsAnswer>('/api/cards', body, 'token' in reader ? reader.token : undefined);
  return answer.ok ? answer.value.cards : undefined;
}

/** Reads the SVG text of a drawing from a route that checks access. */
export async function readArt(path: string, token?: string): Promise<string | undefined> {
  try {
    const response = await fetch(path, {
      credentials: 'same-origin',
      headers: token ? { authorization: `Bearer ${token}` } : {},
    });
    return response.ok ? await response.text() : undefined;
  } catch {
    return undefined;
  }
}

// --- trainer
export const readTrainer = () => call<{ signedIn: boolean }>('/api/trainer');
export const signIn = (key: string) => post<unknown>('/api/trainer/sign-in', { key });
export const signOut = () => post<unknown>('/api/trainer/sign-out');
export const readScenarios = (language: string) => call<ScenarioCard[]>(`/api/scenarios?language=${encode(language)}`);
export const createExercise = (body: z.input<typeof CreateExerciseBody>) => post<ExerciseCard>('/api/exercises', body);
export const startPractice = (body: z.input<typeof PracticeBody>) => post<PracticeAnswer>('/api/practice', body);
export const startDemo = (language: string) => post<ExerciseCard>('/api/demo', { language });
export const readExercises = () => call<ExerciseCard[]>('/api/exercises');
export const readExercise = (id: string) => call<ExerciseCard>(`/api/exercises/${encode(id)}`);
export const readUnopened = () => call<UnopenedCard[]>('/api/unopened');
export const unopenedRecordPath = (id: string): string => `/api/unopened/${encode(id)}/record.json`;
export const readPeople = (id: string) => call<PersonLine[]>(`/api/exercises/${encode(id)}/people`);
export const erasePerson = (id: string, seat: string) =>
  call<PersonalDataAnswer>(`/api/exercises/${encode(id)}/people/${encode(seat)}`, { method: 'DELETE' });
export const anonymiseClass = (id: string) => post<PersonalDataAnswer>(`/api/exercises/${encode(id)}/anonymise`);
export const personExport = (id: string, seat: string, ending: 'json' | 'txt'): string =>
  `/api/exercises/${encode(id)}/people/${encode(seat)}/export.${ending}`;
export const AUDIT_FILE = '/api/audit.csv';
export const deleteExercise = (id: string) => call<unknown>(`/api/exercises/${encode(id)}`, { method: 'DELETE' });
export const makeTicket = (id: string) => post<TicketAnswer>(`/api/exercises/${encode(id)}/ticket`);
export const makeSeatCode = (id: string, seat: string) =>
  post<{ code: string }>(`/api/exercises/${encode(id)}/seats/${encode(seat)}/code`);
export const readView = (id: string, role: string) =>
  call<{ world: World }>(`/api/exercises/${encode(id)}/view/${encode(role)}`);
export const readDebrief = (id: string) => call<Debrief>(`/api/exercises/${encode(id)}/debrief`);
