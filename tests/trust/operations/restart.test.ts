/** Case 4: the server gets SIGTERM in the middle of a class, and is restarted. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Event } from '../../../shared/exercise/events.ts';
import type { JoinAnswer } from '../../../shared/protocol/api.ts';
import { eventually } from '../../support/eventually.ts';
import { request } from '../../support/http.ts';
import { ServerProcess } from '../../support/server-process.ts';
import type { TestClient } from '../../support/test-client.ts';
import { TestTrainee } from '../../support/test-trainee.ts';
import { TestTrainer } from '../../support/test-trainer.ts';
import { ActingClass } from '../support/acting-class.ts';
import { Ledger, readKept } from '../support/ledger.ts';
import { figure, push, seeded } from '../support/scale.ts';

const ROUNDS = push(2).long(20);
const END_WITHIN_MS = 5000;

let server: ServerProcess;
let trainer: TestTrainer;
let played: ActingClass;
let others: TestTrainee[];
const chance = seeded('restarts');
const ledger = new Ledger();

beforeAll(async () => {
  server = await ServerProcess.prepare();
  await server.start();
  trainer = await TestTrainer.signsIn(server.url, server.trainerKey);
  played = await ActingClass.opens({ url: server.url, trainer, ledger, chance });
  others = [];
  for (const name of ['Cleo', 'Dalia', 'Ekow', 'Farida', 'Gor', 'Hawa', 'Imani', 'Jua'])
    others.push(await TestTrainee.joins(server.url, played.card.pin, name));
});
afterAll(() => server.dispose());

const kept = (): Event[] => readKept(server.dataFolder).events.get(played.card.exercise) ?? [];

const everybody = (): TestClient[] => [
  trainer.client,
  ...[...played.trainees, ...others].map((trainee) => trainee.client),
];

interface Stop {
  exit: number | null;
  tookMs: number;
  /** Case time at which the clock stopped. */
  at: number;
  /** Case time that real time allows between the last act before the signal and the stop. */
  least: number;
  most: number;
}

/** Every client acts, the signal comes, the process ends. */
async function stopsInPlay(): Promise<Stop> {
  let over = false;
  const acting = played.acts(() => over);
  await new Promise((resolve) => setTimeout(resolve, chance.between(150, 500)));
  // The trainer's own acts change the pace; from here on it is known.
  over = true;
  await acting;
  await trainer.does({ type: 'resume' });
  await trainer.does({ type: 'set-pace', pace: 6 });
  const sent = performance.now();
  await trainer.does({ type: 'whisper', to: ['police'], text: ledger.mark() });
  const answered = performance.now();
  const before = kept().at(-1)?.at ?? 0;
  over = false;
  const stillActing = played.trainees.map((trainee) =>
    ledger.send(
      { by: trainee.seat, exercise: played.card.exercise, via: trainee.client },
      { type: 'raise-hand', text: ledger.mark() },
    ),
  );
  const began = performance.now();
  const exit = await server.end('SIGTERM');
  const ended = performance.now();
  await Promise.allSettled(stillActing);
  const last = kept().findLast(({ type }) => type === 'exercise-paused');
  return {
    exit,
    tookMs: ended - began,
    at: last?.at ?? -1,
    least: before + 6 * (began - answered) - 6,
    most: before + 6 * (ended - sent) + 6,
  };
}

describe('a server that is stopped in the middle of a class', () => {
  it(`tells every client, loses no second of the case and nothing acknowledged, ${ROUNDS} times`, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const client of everybody()) client.received.length = 0;
      const { exit, tookMs, at, least, most } = await stopsInPlay();
      figure('from SIGTERM to the end of the process', tookMs, 'ms');
      expect(exit, server.output).toBe(0);
      expect(tookMs).toBeLessThan(END_WITHIN_MS);
      for (const client of everybody()) {
        await eventually(
          () => client.closedWith,
          (code) => code !== undefined,
          'the end of the connection',
        );
        expect(client.received.filter(({ type }) => type === 'notice')).toEqual([
          { type: 'notice', payload: { code: 'restarting' } },
        ]);
        // Close codes after which no client reconnects.
        expect([4100, 4101]).not.toContain(client.closedWith);
      }
      expect(at).toBeGreaterThanOrEqual(Math.floor(least));
      expect(at).toBeLessThanOrEqual(Math.ceil(most));
      expect(kept().at(-1)).toMatchObject({ type: 'exercise-paused', at });

      await server.start();
      await played.comesBack();
      await Promise.all(others.map((trainee) => trainee.comesBack()));
      const state = await others[0]?.seesPublic('the class, paused', (now) => now.status === 'paused');
      expect(state?.caseMs).toBe(at);
      // Restoring adds no pause to the stored one.
      expect(kept().at(-1)?.seq).toBe(kept().findLast(({ type }) => type === 'exercise-paused')?.seq);
      const resumed = performance.now();
      await played.resends();
      await played.goesOn();
      const goesOnAt = kept().findLast(({ type }) => type === 'exercise-resumed')?.at ?? -1;
      expect(goesOnAt).toBeGreaterThanOrEqual(at);
      expect(goesOnAt).toBeLessThanOrEqual(at + 6 * (performance.now() - resumed));
    }
    expect(ledger.against(readKept(server.dataFolder))).toMatchObject({ missing: [], twice: [], altered: [] });
    for (const client of everybody()) expect(client.disorder).toEqual([]);
  });

  it('keeps the seat of every client that joined while it was ending, and no half-joined one', async () => {
    const until = { over: false };
    const tokens: string[] = [];
    const statuses = new Set<number>();
    const knocking = (async () => {
      while (!until.over) {
        const body = { name: 'Late', language: 'en' };
        const answer = await request<JoinAnswer>(`${server.url}/api/join/${played.card.pin}`, {
          method: 'POST',
          body,
        }).catch(() => undefined);
        if (answer) statuses.add(answer.status);
        if (answer?.status === 201) tokens.push(answer.body.token);
      }
    })();
    await eventually(
      () => tokens.length,
      (count) => count > 2,
      'people at the door',
    );
    await server.end('SIGTERM');
    until.over = true;
    await knocking;
    expect([...statuses].filter((status) => ![201, 429, 503].includes(status))).toEqual([]);
    await server.start();
    for (const token of tokens) {
      const { status } = await request(`${server.url}/api/seat`, { headers: { authorization: `Bearer ${token}` } });
      expect(status).toBe(200);
    }
  });
});
