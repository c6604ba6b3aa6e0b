/** The contract of every store. A new implementation calls this with a function that opens an empty one. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Event } from '../../shared/exercise/events.ts';
import type { ExerciseRecord, ExerciseStore } from '../../server/storage/exercise-store.ts';

export interface OpenedStore {
  store: ExerciseStore;
  /** Closes the store and opens its data, as a new process would. */
  reopen(): Promise<ExerciseStore>;
  dispose(): Promise<void>;
}

const anExercise = (id = 'e1'): ExerciseRecord => ({
  id,
  scenario: 'two-desks',
  hash: 'h1',
  pin: 'ABC234',
  label: 'Class 7',
  languages: ['en', 'fr'],
  pace: 6,
  seating: 'choice',
  without: [],
  createdAt: 1_000,
  clock: 0,
});
const opened: Event = {
  seq: 1,
  at: 0,
  type: 'exercise-opened',
  audience: ['all'],
  scenario: 'two-desks',
  seed: 7,
  roles: ['police'],
};
const signal = (seq: number): Event => ({
  seq,
  at: seq * 1000,
  type: 'signal-sent',
  audience: ['trainer'],
  by: 'story',
  signal: `s${seq}`,
});
const sources = { 'scenario.yaml': 'id: two-desks\n' };
const ok = { ok: true, events: 1 } as const;
const asked = { by: 's1', at: 2000, body: { type: 'search' }, seq: 2 } as const;

export function describeExerciseStore(name: string, open: () => Promise<OpenedStore>): void {
  describe(name, () => {
    let place: OpenedStore;
    let store: ExerciseStore;
    beforeEach(async () => {
      place = await open();
      store = place.store;
    });
    afterEach(() => place.dispose());

    it('gives back an exercise, its sources and its log after a restart', async () => {
      await store.create(anExercise(), sources, [opened]);
      await store.append({ exercise: 'e1', expectedSeq: 1, events: [signal(2), signal(3)] });
      const again = await place.reopen();
      expect(await again.list()).toEqual([anExercise()]);
      expect(await again.sources('h1')).toEqual(sources);
      expect(await again.read('e1', 0)).toEqual([opened, signal(2), signal(3)]);
      expect(await again.read('e1', 2)).toEqual([signal(3)]);
    });

    it('refuses an append to a log that has grown, and leaves nothing of it', async () => {
      await store.create(anExercise(), sources, [opened]);
      await store.append({ exercise: 'e1', expectedSeq: 1, events: [signal(2)] });
      const late = store.append({
        exercise: 'e1',
        expectedSeq: 1,
        events: [signal(2)],
        command: { ...asked, id: 'c1', answer: ok },
        texts: { t1: 'late' },
      });
      await expect(late).rejects.toMatchObject({ name: 'StorageError', reason: 'conflict' });
      expect(await store.read('e1', 0)).toEqual([opened, signal(2)]);
      expect(await store.answerOf('e1', 's1', 'c1')).toBeUndefined();
      expect(await store.texts('e1', ['t1'])).toEqual({});
    });

    it('a refused append does not harm its neighbours of the same turn', async () => {
      await store.create(anExercise('e1'), sources, [opened]);
      await store.create({ ...anExercise('e2'), pin: 'XYZ234' }, sources, [opened]);
      const results = await Promise.allSettled([
        store.append({ exercise: 'e1', expectedSeq: 1, events: [signal(2)] }),
        store.append({ exercise: 'e1', expectedSeq: 9, events: [signal(10)] }),
        store.append({ exercise: 'e2', expectedSeq: 1, events: [signal(2)] }),
      ]);
      expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(await store.read('e1', 1)).toEqual([signal(2)]);
      expect(await store.read('e2', 1)).toEqual([signal(2)]);
    });

    it('keeps the order of many appends asked for in one turn', async () => {
      await store.create(anExercise(), sources, [opened]);
      await Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          store.append({ exercise: 'e1', expectedSeq: index + 1, events: [signal(index + 2)] }),
        ),
      );
      expect((await store.read('e1', 0)).map((event) => event.seq)).toEqual(
        Array.from({ length: 51 }, (_, index) => index + 1),
      );
    });

    it('gives a resent command its answer without the number of events that the database keeps', async () => {
      await store.create(anExercise(), sources, [opened]);
      await store.append({
        exercise: 'e1',
        expectedSeq: 1,
        events: [signal(2)],
        command: { ...asked, id: 'c1', answer: ok },
      });
      const again = await place.reopen();
      expect(await again.answerOf('e1', 's1', 'c1')).toEqual({ ok: true });
      expect(await again.answerOf('e1', 's2', 'c1')).toBeUndefined();
      expect(await again.commands('e1')).toEqual([asked]);
    });

    it('keeps the last snapshot, the clock and the end', async () => {
      await store.create(anExercise(), sources, [opened]);
      await store.saveSnapshot('e1', { seq: 1, payload: 'one' });
      await store.saveSnapshot('e1', { seq: 2, payload: 'two' });
      await store.saveClock('e1', 90_000.4);
      await store.markEnded('e1', 5_000);
      const again = await place.reopen();
      expect(await again.loadSnapshot('e1')).toMatchObject({ seq: 2, payload: 'two' });
      expect(await again.list()).toEqual([
        { ...anExercise(), touchedAt: expect.any(Number), clock: 90_000, endedAt: 5_000 },
      ]);
    });

    it('finds a person by token, and not by a token that was replaced', async () => {
      await store.create(anExercise(), sources, [opened]);
      const amina = { exercise: 'e1', seat: 's1', name: 'Amina', language: 'en' };
      await store.addParticipant({ ...amina, tokenHash: 'first' });
      await store.setLanguage('e1', 's1', 'fr');
      expect(await store.participantByToken('first')).toEqual({ ...amina, language: 'fr' });
      await store.replaceToken('e1', 's1', 'second');
      expect(await store.participantByToken('first')).toBeUndefined();
      expect(await store.participantByToken('second')).toEqual({ ...amina, language: 'fr' });
      expect(await store.participants('e1')).toEqual([{ ...amina, language: 'fr' }]);
    });

    it('knows a wish to join again, until its seat gets another token', async () => {
      await store.create(anExercise(), sources, [opened]);
      await store.create({ ...anExercise('e2'), pin: 'XYZ234' }, sources, [opened]);
      const amina = { exercise: 'e1', seat: 's1', name: 'Amina', language: 'en' };
      await store.addParticipant({ ...amina, tokenHash: 'first', joinHash: 'wish' });
      expect(await store.renewJoin('e1', 'another wish', 'x')).toBeUndefined();
      expect(await store.renewJoin('e2', 'wish', 'x')).toBeUndefined();
      expect(await store.renewJoin('e1', 'wish', 'second')).toBe('s1');
      expect(await store.participantByToken('first')).toBeUndefined();
      expect(await store.participantByToken('second')).toEqual(amina);
      await store.replaceToken('e1', 's1', 'third');
      expect(await store.renewJoin('e1', 'wish', 'fourth')).toBeUndefined();
      expect(await store.participantByToken('third')).toEqual(amina);
    });

    it('a recovery code works once, and not after its time', async () => {
      await store.create(anExercise(), sources, [opened]);
      await store.addParticipant({ exercise: 'e1', seat: 's1', name: 'Amina', language: 'en', tokenHash: 't' });
      await store.setRecoveryCode('e1', 's1', 'code', 1_000);
      expect(await store.takeRecoveryCode('e1', 'code', 1_001)).toBeUndefined();
      expect(await store.takeRecoveryCode('e1', 'code', 999)).toBe('s1');
      expect(await store.takeRecoveryCode('e1', 'code', 999)).toBeUndefined();
    });

    it('erases an exercise with every name and word, and leaves its neighbour', async () => {
      await store.create(anExercise('e1'), sources, [opened]);
      await store.create({ ...anExercise('e2'), pin: 'XYZ234' }, sources, [opened]);
      await store.addParticipant({ exercise: 'e1', seat: 's1', name: 'Amina', language: 'en', tokenHash: 't' });
      await store.append({ exercise: 'e1', expectedSeq: 1, events: [signal(2)], texts: { t1: 'a reason' } });
      await store.erase('e1');
      expect((await store.list()).map((record) => record.id)).toEqual(['e2']);
      expect(await store.read('e1', 0)).toEqual([]);
      expect(await store.texts('e1', ['t1'])).toEqual({});
      expect(await store.participants('e1')).toEqual([]);
      expect(await store.sources('h1')).toEqual(sources);
      await store.erase('e2');
      expect(await store.sources('h1')).toBeUndefined();
    });

    it('a new trainer key ends the sessions of the old one', async () => {
      await store.setTrainerKeyHash('first', 1);
      await store.addSession('session', 1_000);
      expect(await store.hasSession('session', 999)).toBe(true);
      expect(await store.hasSession('session', 1_000)).toBe(false);
      await store.setTrainerKeyHash('second', 2);
      expect(await store.trainerKeyHash()).toBe('second');
      expect(await store.hasSession('session', 999)).toBe(false);
    });
  });
}
