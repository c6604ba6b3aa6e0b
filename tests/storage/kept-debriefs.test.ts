/** The debrief of an ended exercise is computed once and stored: later rules, failures and restarts never change it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Debriefs } from '../../server/exercises/debriefs.ts';
import type { ExerciseStore } from '../../server/storage/exercise-store.ts';
import { StorageError } from '../../server/storage/exercise-store.ts';
import { openSqliteStore } from '../../server/storage/open-sqlite.ts';
import { debrief } from '../../shared/debrief/compute.ts';
import { RULES_VERSION } from '../../shared/debrief/rules-version.ts';
import type { Event } from '../../shared/exercise/events.ts';
import { eventsOf, type KeptLog, openPinned, readLog, readSources } from '../support/kept-logs/kept-log.ts';
import { registryOn } from '../support/registry-on.ts';

const SET = '0.1.0';
const sources = readSources(SET);
const small = readLog(SET, 'hello-baraza-as-it-should-go');
const compiled = openPinned(sources[small.record.hash] ?? {}, small.record.hash);
const { id } = small.record;

let folder: string;
let store: ExerciseStore;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'baraza-debriefs-'));
  store = await openSqliteStore(folder);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

/** Stores the rows of a log, with additional events after them if given. */
async function stored(log: KeptLog, more: Event[] = []): Promise<void> {
  const { endedAt: _notNoted, ...record } = log.record;
  await store.create(record, sources[record.hash] ?? {}, [...eventsOf(log), ...more]);
  const expectedSeq = log.events.length + more.length;
  await store.append({ exercise: record.id, expectedSeq, events: [], texts: log.texts });
  for (const [index, person] of log.people.entries())
    await store.addParticipant({ ...person, tokenHash: `hash-${index}` });
}

const ended = () => ({ id, compiled, seq: small.events.length, status: 'ended' as const });
const today = debrief(compiled, eventsOf(small));
/** Rules of a later version, under which every rating is the lowest. */
const later: typeof debrief = (...of) => {
  const before = debrief(...of);
  return { ...before, competencies: before.competencies.map((mark) => ({ ...mark, rating: 'U' as const })) };
};

describe('the end of an exercise', () => {
  it('stores the debrief with the versions of rules and rubric, once', async () => {
    await stored(small);
    const marked = await new Debriefs(store).of(ended());
    expect(marked).toEqual({ debrief: today, rules: RULES_VERSION, rubric: compiled.hash });
    expect(await store.debriefOf(id)).toEqual({
      rules: RULES_VERSION,
      rubric: compiled.hash,
      seq: small.events.length,
      payload: JSON.stringify(today),
    });
    await store.keepDebrief(id, { rules: 9, rubric: 'another', seq: 1, payload: '{}' });
    expect((await store.debriefOf(id))?.rules).toBe(RULES_VERSION);
  });

  it('fixes marks that later rules do not change', async () => {
    await stored(small);
    await new Debriefs(store).of(ended());
    const after = new Debriefs(store, { rules: RULES_VERSION + 1, compute: later });
    expect(later(compiled, eventsOf(small))).not.toEqual(today);
    expect(await after.of(ended())).toEqual({ debrief: today, rules: RULES_VERSION, rubric: compiled.hash });
  });

  it('is required for storing: before it, the debrief follows the log', async () => {
    await stored(small);
    const running = { ...ended(), status: 'running' as const };
    expect((await new Debriefs(store).of(running)).debrief).toEqual(today);
    expect(await store.debriefOf(id)).toBeUndefined();
  });

  it('is the last event of the debrief: later events of desks do not count', async () => {
    const at = eventsOf(small).at(-1)?.at ?? 0;
    const seq = small.events.length + 1;
    const whisper: Event = {
      seq,
      at,
      type: 'message-sent',
      audience: ['role:police', 'trainer'],
      by: 'trainer',
      message: 'late',
      to: ['police'],
      text: 'text-late',
    };
    await stored(small, [whisper]);
    expect((await new Debriefs(store).of(ended())).debrief).toEqual(today);
  });

  it('on a failing disk is reported, serves the debrief, and stores it at the next request', async () => {
    await stored(small);
    const told: unknown[] = [];
    let full = true;
    const refusing: ExerciseStore = {
      ...store,
      keepDebrief: (...kept) =>
        full ? Promise.reject(new StorageError('full', new Error('no space'))) : store.keepDebrief(...kept),
    };
    const debriefs = new Debriefs(refusing, { onError: (error) => told.push(error) });
    const exercise = ended();
    expect((await debriefs.of(exercise)).debrief).toEqual(today);
    expect(told).toHaveLength(1);
    full = false;
    expect((await debriefs.of(exercise)).debrief).toEqual(today);
    expect((await store.debriefOf(id))?.rules).toBe(RULES_VERSION);
  });
});

describe('a stored debrief with a changed byte', () => {
  beforeEach(async () => {
    await stored(small);
    await new Debriefs(store).of(ended());
    await store.close();
    const database = new Database(join(folder, 'baraza.db'));
    database.exec(`UPDATE debriefs SET payload = replace(payload, '"rating":"P"', '"rating":"U"')`);
    database.close();
    store = await openSqliteStore(folder);
  });

  it('is not used: the same rules give the same marks again', async () => {
    expect((await store.debriefOf(id))?.damaged).toBe(true);
    expect((await new Debriefs(store).of(ended())).debrief).toEqual(today);
  });

  it('is rejected under other rules, which would give new marks', async () => {
    const after = new Debriefs(store, { rules: RULES_VERSION + 1, compute: later });
    await expect(after.of(ended())).rejects.toThrow(new RegExp(`damaged, and rules version ${RULES_VERSION} is not`));
  });
});

describe('the next start of the server', () => {
  it('stores the debrief of an exercise that ended just before the process did', async () => {
    await stored(small);
    expect((await store.list())[0]?.endedAt).toBeUndefined();
    const { exercises, errors } = await registryOn(store);
    await exercises.close();
    expect(errors).toEqual([]);
    expect((await store.debriefOf(id))?.payload).toBe(JSON.stringify(today));
    expect((await store.list())[0]?.endedAt).toBeGreaterThan(0);
  });

  it('does not rate an exercise again that has a debrief', async () => {
    await stored(small);
    await store.keepDebrief(id, { rules: 0, rubric: compiled.hash, seq: 9, payload: '{"scenario":"as it was"}' });
    const { exercises } = await registryOn(store);
    const [open] = exercises.list();
    if (!open) throw new Error('nothing was opened');
    expect(await exercises.debriefs.of(open.live)).toEqual({
      debrief: { scenario: 'as it was' },
      rules: 0,
      rubric: compiled.hash,
    });
    await exercises.close();
  });
});

describe('people in a stored debrief', () => {
  const log = readLog(SET, 'trial-match-every-other-command');
  const whole = openPinned(sources[log.record.hash] ?? {}, log.record.hash);

  it('are seats and references: no name, and no free text', async () => {
    await stored(log);
    const exercise = { id: log.record.id, compiled: whole, seq: log.events.length, status: 'ended' as const };
    await new Debriefs(store).of(exercise);
    const payload = (await store.debriefOf(log.record.id))?.payload ?? '';
    expect(payload.length).toBeGreaterThan(10_000);
    const words = [...Object.values(log.texts), ...log.people.map(({ name }) => name)];
    expect(words.length).toBeGreaterThan(20);
    for (const word of words) expect(payload).not.toContain(word);
  });

  it('are unchanged by erasing names and words; erasing the exercise removes the debrief', async () => {
    await stored(small);
    await new Debriefs(store).of(ended());
    const before = await store.debriefOf(id);
    await store.anonymise(id, 'erased');
    expect(await store.debriefOf(id)).toEqual(before);
    await store.erase(id);
    expect(await store.debriefOf(id)).toBeUndefined();
    await store.keepDebrief(id, { rules: 1, rubric: 'r', seq: 1, payload: '{}' });
    expect(await store.debriefOf(id)).toBeUndefined();
  });
});
