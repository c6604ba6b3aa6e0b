/** All kinds of callers with their credentials; created once for a running server. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Database from 'libsql';
import type { Invited } from '../../../shared/access/actor.ts';
import type { ExerciseCard } from '../../../shared/protocol/api.ts';
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

/** Makes the stored session older than its twelve hours. */
function expire(dataFolder: string, { cookie }: TestTrainer): void {
  const token = cookie.split('=')[1] ?? '';
  const database = new Database(join(dataFolder, 'baraza.db'), { timeout: 5000 });
  database.exec('PRAGMA busy_timeout = 5000');
  try {
    const hash = createHash('sha256').update(token).digest('hex');
    const changed = database
      .prepare('UPDATE trainer_sessions SET expires_at = ? WHERE token_hash = ?')
      .run(Date.now() - 1, hash);
    if (changed.changes !== 1) throw new Error('the session is not kept as expected');
  } finally {
    database.close();
  }
}
