/**
 * The permitted callers of each route: one row per registered route. A new route without a row fails the test; callers
 * not named in a row get 401.
 */
import type { Caller, Door } from './callers.ts';

export interface Row {
  /** As registered: `GET /api/exercises/:id`. */
  route: string;
  /** The requested address, unless it is the pattern with the class's own ids. */
  path?: (door: Door) => string;
  body?: (door: Door) => unknown;
  answers: Partial<Record<Caller, number>>;
  /** The status for all other callers; default 401. */
  others?: number;
  /** Requested by these callers only, because of rate limits. */
  only?: readonly Caller[];
  /** Changes what later rows need, so it is requested last. */
  last?: true;
}

const seated = { trainee: 200, 'trainee of another class': 200, 'trainee of an ended class': 200 } as const;
/** A valid token is refused with 403 where it has no right, and one that is not valid with 401 wherever it is shown. */
const noProgram = { program: 403, 'program of another class': 403 } as const;
const notValid = { 'program whose token was revoked': 401, 'program whose token expired': 401 } as const;
const trainer = (status = 200) => ({ trainer: status, ...noProgram });
/** A program with every scope, in a class that its token names or in none. */
const programs = (status = 200, elsewhere = status) => ({ program: status, 'program of another class': elsewhere });
/**
 * The other actors with a right in the class, in this order: co-trainer, evaluator of the police, role-player, wall.
 */
const inClass = (status: number, ...[coTrainer, evaluator, rolePlayer, wall]: [number, number, number, number]) => ({
  trainer: status,
  'co-trainer': coTrainer,
  evaluator,
  'role-player': rolePlayer,
  wall,
  ...noProgram,
});
const leadOnly = (status = 200) => inClass(status, 403, 403, 403, 403);
const one = '/api/exercises/:id';

const FEW: readonly Caller[] = ['nobody', 'trainee', 'trainer', 'expired trainer', 'forged token', 'evaluator'];

export const ROWS: readonly Row[] = [
  { route: 'GET /healthz', answers: {}, others: 200 },
  { route: 'GET /readyz', answers: {}, others: 200 },
  // From this machine; other machines need the token of the metrics (tests/trust/operations).
  { route: 'GET /metrics', answers: {}, others: 200 },
  { route: 'GET /api/trainer', answers: notValid, others: 200 },
  {
    route: 'POST /api/trainer/sign-in',
    body: () => ({ key: 'AAAAA-AAAAA-AAAAA-AAAAA' }),
    answers: {},
    only: FEW,
    last: true,
  },
  { route: 'GET /api/join/:pin', answers: notValid, others: 200 },
  { route: 'POST /api/join/:pin', body: () => ({ name: 'Newcomer', language: 'en' }), answers: notValid, others: 201 },
  {
    route: 'POST /api/recover',
    body: ({ exercise }) => ({ pin: exercise.pin, code: 'AAAAAAAA' }),
    answers: {},
  },
  { route: 'GET /api/seat', answers: seated },
  { route: 'POST /api/seat/language', body: () => ({ language: 'en' }), answers: seated },
  {
    route: 'POST /api/cards',
    body: ({ exercise }) => ({ ids: ['law'], language: 'en', exercise: exercise.exercise }),
    answers: { ...seated, ...inClass(200, 200, 200, 200, 200), ...programs(401) },
  },
  // An unused drawing gets the same answer as an unearned one.
  {
    route: 'GET /api/art/:name',
    path: () => `/api/art/${'0'.repeat(64)}.svg`,
    answers: {
      trainee: 404,
      'trainee of another class': 404,
      'trainee of an ended class': 404,
      trainer: 404,
      'co-trainer': 404,
    },
  },
  {
    route: 'GET /api/debrief',
    answers: { trainee: 403, 'trainee of another class': 403, 'trainee of an ended class': 200 },
  },
  { route: 'GET /api/scenarios', answers: { ...trainer(), ...programs() } },
  { route: 'GET /api/exercises', answers: { ...trainer(), ...programs() } },
  {
    route: 'POST /api/exercises',
    body: () => ({ scenario: 'small-case', languages: ['en'], seating: 'choice' }),
    answers: { ...trainer(201), ...programs(201) },
  },
  { route: `GET ${one}`, answers: { ...inClass(200, 200, 200, 200, 200), ...programs(200, 403) } },
  { route: `POST ${one}/ticket`, body: () => ({}), answers: inClass(200, 200, 200, 200, 200) },
  { route: `POST ${one}/seats/:seat/code`, body: () => ({}), answers: inClass(200, 200, 403, 403, 403) },
  { route: `GET ${one}/view/:role`, answers: inClass(200, 200, 200, 403, 403) },
  { route: 'GET /api/wall/:id', answers: inClass(200, 200, 403, 403, 200) },
  { route: `GET ${one}/console`, answers: inClass(200, 200, 403, 403, 403) },
  { route: `GET ${one}/debrief`, answers: { ...inClass(200, 200, 403, 403, 403), ...programs(200, 403) } },
  { route: `GET ${one}/debrief.json`, answers: { ...leadOnly(), ...programs(200, 403) } },
  { route: `GET ${one}/debrief.csv`, answers: { ...leadOnly(), ...programs(200, 403) } },
  { route: `GET ${one}/playthrough.yaml`, answers: { ...leadOnly(), ...programs(200, 403) } },
  { route: `GET ${one}/people`, answers: leadOnly() },
  { route: `GET ${one}/people/:seat/export.json`, answers: leadOnly() },
  { route: `GET ${one}/people/:seat/export.txt`, answers: leadOnly() },
  { route: `GET ${one}/grants`, answers: leadOnly() },
  { route: `POST ${one}/grants`, body: () => ({ actor: { kind: 'wall' } }), answers: leadOnly(201) },
  {
    route: `DELETE ${one}/grants/:grant`,
    path: ({ exercise }) => `/api/exercises/${exercise.exercise}/grants/none`,
    answers: leadOnly(404),
  },
  { route: 'GET /api/tokens', answers: trainer() },
  {
    route: 'POST /api/tokens',
    body: () => ({ label: 'another', scopes: ['read-cases'], days: 1 }),
    answers: trainer(201),
  },
  { route: 'DELETE /api/tokens/:token', path: () => '/api/tokens/none', answers: trainer(404) },
  { route: 'GET /api/grants', answers: notValid, others: 200 },
  { route: 'POST /api/grants', body: () => ({ code: 'AAAAA-AAAAA-AAAAA-AAAAA' }), answers: {} },
  { route: 'GET /api/audit.csv', answers: trainer() },
  { route: 'GET /api/unopened', answers: trainer() },
  { route: 'GET /api/unopened/:id/record.json', answers: trainer(404) },
  {
    route: 'POST /api/practice',
    body: () => ({ scenario: 'no-such-case', role: 'police', language: 'en', name: 'Alone' }),
    answers: trainer(404),
  },
  // The small case allows simulated desks only where its author says so, so a demo of it may succeed or not.
  { route: 'POST /api/demo', body: () => ({ language: 'xx-nowhere' }), answers: trainer(201), last: true },
  {
    route: `POST ${one}/anonymise`,
    path: ({ spare }) => `/api/exercises/${spare.exercise}/anonymise`,
    body: () => ({}),
    // Only an ended class can be anonymised.
    answers: trainer(409),
    last: true,
  },
  {
    route: `DELETE ${one}/people/:seat`,
    path: ({ exercise }) => `/api/exercises/${exercise.exercise}/people/s99`,
    answers: leadOnly(404),
  },
  {
    route: `DELETE ${one}`,
    path: ({ spare }) => `/api/exercises/${spare.exercise}`,
    answers: trainer(204),
    last: true,
  },
  // Last, because a signed-out trainer could do none of the above.
  {
    route: 'POST /api/trainer/sign-out',
    body: () => ({}),
    answers: { trainer: 200, ...notValid },
    others: 200,
    last: true,
  },
];

/** The address of a row. */
export function addressOf({ route, path }: Row, door: Door): string {
  if (path) return path(door);
  return route
    .slice(route.indexOf(' ') + 1)
    .replace(':id', door.exercise.exercise)
    .replace(':pin', door.exercise.pin)
    .replace(':seat', door.trainee.seat)
    .replace(':role', 'police');
}
