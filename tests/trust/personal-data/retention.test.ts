/** A class is erased after its retention time, ended or not; a class in play loses nothing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuditTrail } from '../../../server/audit/audit-trail.ts';
import { createLog } from '../../../server/host/log.ts';
import { PersonalData } from '../../../server/personal-data/personal-data.ts';
import { dueClasses, erasureDueAt } from '../../../server/personal-data/retention.ts';
import type { ExerciseRecord } from '../../../server/storage/exercise-store.ts';
import type { ExerciseCard } from '../../../shared/protocol/api.ts';
import { eventually } from '../../support/eventually.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';
import { TestTrainee } from '../../support/test-trainee.ts';
import type { TestTrainer } from '../../support/test-trainer.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const aRecord = (change: Partial<ExerciseRecord>): ExerciseRecord => ({
  id: 'e1',
  scenario: 'small-case',
  hash: 'h',
  pin: 'ABC234',
  languages: ['en'],
  pace: 6,
  seating: 'choice',
  without: [],
  createdAt: 0,
  clock: 0,
  ...change,
});

describe('the day on which a class is erased', () => {
  it.each([
    ['thirty days after its end where nothing was chosen', { endedAt: 5 * DAY }, 35],
    ['so many days after its end as were chosen', { endedAt: 5 * DAY, retentionDays: 7 }, 12],
    ['never ended: after it was last under way', { touchedAt: 3 * DAY, retentionDays: 7 }, 10],
    ['never begun: after it was opened', { createdAt: 2 * DAY, retentionDays: 7 }, 9],
  ])('is %s', (_when, change, day) => {
    const record = aRecord(change);
    expect(erasureDueAt(record)).toBe(day * DAY);
    expect(dueClasses([record], day * DAY - 1)).toEqual([]);
    expect(dueClasses([record], day * DAY)).toEqual([record]);
  });
});

describe('a server on which time passes', () => {
  let running: TestServer;
  let trainer: TestTrainer;
  let data: PersonalData;
  const cards: ExerciseCard[] = [];

  beforeAll(async () => {
    running = await startTestServer();
    trainer = await running.trainer();
    for (const retentionDays of [7, 90] as const) cards.push(await trainer.opensClass({ retentionDays }));
    const log = createLog('silent');
    const audit = new AuditTrail(running.store, log);
    const { exercises } = running.server;
    data = new PersonalData({ store: running.store, exercises, audit, log, dataFolder: undefined });
  });
  afterAll(() => running.stop());

  const kept = (): string[] => running.server.exercises.list().map(({ live }) => live.id);

  it('shows the day on the card of the class, and the retention of names to a person who joins', async () => {
    const [short] = cards;
    const days = (Date.parse(short?.goesAt ?? '') - Date.parse(short?.createdAt ?? '')) / DAY;
    expect(days).toBe(7);
    const { body } = await trainer.asks(`/api/join/${short?.pin}`);
    expect(body).toMatchObject({ retentionDays: 7, names: 'call-signs' });
  });

  it('accepts only offered numbers of days', async () => {
    const body = { scenario: 'small-case', languages: ['en'], seating: 'choice', retentionDays: 4000 };
    expect((await trainer.asks('/api/exercises', { method: 'POST', body })).status).toBe(400);
  });

  it('never erases a class in play, however old, and erases it when the people have left', async () => {
    const [short, long] = cards;
    const person = await TestTrainee.joins(running.url, short?.pin ?? '', 'Calm Heron', 'police');
    await trainer.entersRoom(short);
    await trainer.does({ type: 'start-exercise' });
    const later = Date.now() + 50 * DAY;
    expect([await data.purge(later, 0), await data.purge(later, HOUR)]).toEqual([0, 0]);
    expect(await person.does({ type: 'raise-hand' })).toMatchObject({ ok: true });
    await trainer.does({ type: 'pause' });
    expect([await data.purge(later, 2 * HOUR), await data.purge(later, 3 * HOUR)]).toEqual([0, 0]);
    await person.losesConnection();
    await eventually(
      () => running.server.exercises.get(short?.exercise ?? '')?.seating.roster()[0]?.connected,
      (connected) => connected === false,
      'the person is gone',
    );
    // A clock that was wrong for a while and is corrected: being due once is not enough.
    expect(await data.purge(later, 4 * HOUR)).toBe(0);
    expect(await data.purge(Date.now(), 5 * HOUR)).toBe(0);
    expect(await data.purge(later, 6 * HOUR)).toBe(0);
    expect(kept()).toHaveLength(2);
    expect(await data.purge(later, 7 * HOUR)).toBe(1);
    expect(kept()).toEqual([long?.exercise]);
    const acts = (await running.store.auditLines(0, 1000)).filter(({ act }) => act === 'purge-class');
    expect(acts).toMatchObject([{ who: 'server', exercise: short?.exercise }]);
  });
});
