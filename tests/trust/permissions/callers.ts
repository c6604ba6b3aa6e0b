/** All kinds of callers with their credentials; created once for a running server. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Database from 'libsql';
import { type Invited, SCOPES } from '../../../shared/access/actor.ts';
import type { ExerciseCard } from '../../../shared/protocol/api.ts';
import type { TokenMade } from '../../../shared/protocol/tokens.ts';
import { type HttpAnswer, request } from '../../support/http.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { TestTrainee } from '../../support/test-trainee.ts';
import { TestTrainer } from '../../support/test-trainer.ts';

export const CALLERS = [
  'nobody',
  'trainee',
  'trainee of another class',
  'freed trainee',
  'trainee of an ended class',
  'trainer',
  'co-trainer',
  'evaluator',
  'role-player',
  'wall',
  'trainer signed out',
  'expired trainer',
  'forged token',
  'program',
  'program of another class',
  'program whose token was revoked',
  'program whose token expired',
] as const;
export type Caller = (typeof CALLERS)[number];

export interface Door {
  /** The class that all requests are about, and one that may be lost. */
  exercise: ExerciseCard;
  spare: ExerciseCard;
  trainer: TestTrainer;
  trainee: TestTrainee;
  freed: TestTrainee;
  asks(caller: Caller, method: string, path: string, body?: unknown): Promise<HttpAnswer<unknown>>;
}

export async function openDoor(server: ServerProcess): Promise<Door> {
  const trainer = await TestTrainer.signsIn(server.url, server.trainerKey);
  const ended = await trainer.opensClass();
  const late = await TestTrainee.joins(server.url, ended.pin, 'Late', 'police');
  await trainer.entersRoom(ended);
  await trainer.does({ type: 'start-exercise' });
  await trainer.does({ type: 'end-exercise' });
  const [other, spare, exercise] = [await trainer.opensClass(), await trainer.opensClass(), await trainer.opensClass()];
  const neighbour = await TestTrainee.joins(server.url, other.pin, 'Neighbour', 'police');
  const trainee = await TestTrainee.joins(server.url, exercise.pin, 'Trainee', 'police');
  const freed = await TestTrainee.joins(server.url, exercise.pin, 'Freed', 'child-protection');
  const inside = await TestTrainer.signsIn(server.url, server.trainerKey);
  await inside.entersRoom(exercise);
  await inside.does({ type: 'start-exercise' });
  await inside.does({ type: 'free-seat', seat: freed.seat });
  const gone = await TestTrainer.signsIn(server.url, server.trainerKey);
  await gone.asks('/api/trainer/sign-out', { method: 'POST' });
  const old = await TestTrainer.signsIn(server.url, server.trainerKey);
  expire(server.dataFolder, old);

  const invited = async (actor: Invited) => ({ cookie: (await inside.invites(actor, exercise)).cookie });
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const programs = await makePrograms(server, inside, { exercise, other });
  const hands: Record<Caller, Record<string, string>> = {
    nobody: {},
    trainee: bearer(trainee.token),
    'trainee of another class': bearer(neighbour.token),
    'freed trainee': bearer(freed.token),
    'trainee of an ended class': bearer(late.token),
    trainer: { cookie: trainer.cookie },
    'co-trainer': await invited({ kind: 'co-trainer' }),
    evaluator: await invited({ kind: 'evaluator', desks: ['police'] }),
    'role-player': await invited({ kind: 'role-player', people: ['coach'] }),
    wall: await invited({ kind: 'wall' }),
    'trainer signed out': { cookie: gone.cookie },
    'expired trainer': { cookie: old.cookie },
    'forged token': { ...bearer(`seat_${'A'.repeat(32)}`), cookie: `baraza_session=session_${'A'.repeat(32)}` },
    // A cookie beside a token counts for nothing: the host's own changes no answer.
    program: { ...bearer(programs.valid), cookie: trainer.cookie },
    'program of another class': bearer(programs.elsewhere),
    'program whose token was revoked': { ...bearer(programs.revoked), cookie: trainer.cookie },
    'program whose token expired': bearer(programs.expired),
  };
  return {
    exercise,
    spare,
    trainer: inside,
    trainee,
    freed,
    asks: (caller, method, path, body) => request(`${server.url}${path}`, { method, body, headers: hands[caller] }),
  };
}

/** Secrets of four programs. All have worked once from here, so that no limit on wrong tokens hides an answer. */
async function makePrograms(
  server: ServerProcess,
  host: TestTrainer,
  { exercise, other }: Record<'exercise' | 'other', ExerciseCard>,
): Promise<Record<'valid' | 'elsewhere' | 'revoked' | 'expired', string>> {
  const make = async ({ exercise: id }: ExerciseCard): Promise<TokenMade> => {
    const body = { label: 'a program', scopes: SCOPES, classes: [id], days: 1 };
    const made = await host.asks<TokenMade>('/api/tokens', { method: 'POST', body });
    const headers = { authorization: `Bearer ${made.body.secret}` };
    const { status } = await request(`${server.url}/api/scenarios`, { headers });
    if (made.status !== 201 || status !== 200) throw new Error(`a token was answered ${made.status}, then ${status}`);
    return made.body;
  };
  const [valid, elsewhere, revoked, expired] = [
    await make(exercise),
    await make(other),
    await make(exercise),
    await make(exercise),
  ];
  await host.asks(`/api/tokens/${revoked.token}`, { method: 'DELETE' });
  change(server.dataFolder, 'UPDATE api_tokens SET expires_at = ? WHERE id = ?', [Date.now() - 1, expired.token]);
  return { valid: valid.secret, elsewhere: elsewhere.secret, revoked: revoked.secret, expired: expired.secret };
}

/** Makes the stored session older than its twelve hours. */
function expire(dataFolder: string, { cookie }: TestTrainer): void {
  const token = cookie.split('=')[1] ?? '';
  const hash = createHash('sha256').update(token).digest('hex');
  change(dataFolder, 'UPDATE trainer_sessions SET expires_at = ? WHERE token_hash = ?', [Date.now() - 1, hash]);
}

/** Changes one row of the database beside the server. */
function change(dataFolder: string, statement: string, values: readonly (string | number)[]): void {
  const database = new Database(join(dataFolder, 'baraza.db'), { timeout: 5000 });
  database.exec('PRAGMA busy_timeout = 5000');
  try {
    const { changes } = database.prepare(statement).run(values);
    if (changes !== 1) throw new Error(`${changes} rows are kept as expected`);
  } finally {
    database.close();
  }
}
