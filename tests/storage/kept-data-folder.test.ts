/** The database of a killed server of an earlier version: this version starts on it, after a backup, with all data. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backupsIn } from '../../server/backup/backup-folder.ts';
import { checkBeforeOpening } from '../../server/backup/before-opening.ts';
import { restoreBackup } from '../../server/backup/restore-backup.ts';
import type { ExerciseStore } from '../../server/storage/exercise-store.ts';
import { HighWater } from '../../server/storage/high-water.ts';
import { findCutOff } from '../../server/storage/marked-store.ts';
import { MIGRATION_NAMES, migrations } from '../../server/storage/migrations.ts';
import { DATABASE_FILE, openSqliteStore } from '../../server/storage/open-sqlite.ts';
import { debrief } from '../../shared/debrief/compute.ts';
import { RULES_VERSION } from '../../shared/debrief/rules-version.ts';
import { firstDifference } from '../support/kept-logs/first-difference.ts';
import { asRecorded } from '../support/kept-logs/meant-changes.ts';
import { openPinned } from '../support/kept-logs/kept-log.ts';
import { registryOn } from '../support/registry-on.ts';

const RELEASES = join(import.meta.dirname, '../fixtures/releases');
const FOLDERS = readdirSync(RELEASES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

interface ToldClass {
  exercise: string;
  debrief: unknown;
}

describe.each(FOLDERS)('the data folder %s', (name) => {
  const told = JSON.parse(readFileSync(join(RELEASES, name, 'told.json'), 'utf8')) as Record<
    'ended' | 'running',
    ToldClass
  >;
  const look = () =>
    checkBeforeOpening({ dataFolder: folder, backups: undefined, version: 'test', known: MIGRATION_NAMES });
  const sameMarks = (then: ToldClass, now: unknown) =>
    firstDifference(
      JSON.stringify(then.debrief),
      asRecorded('debrief', 'of the trainer', JSON.stringify(now), JSON.stringify(then.debrief)),
    );
  let folder: string;
  let store: ExerciseStore;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'baraza-kept-data-'));
    for (const file of readdirSync(join(RELEASES, name)).filter((one) => one.endsWith('.gz')))
      writeFileSync(join(folder, file.slice(0, -3)), gunzipSync(readFileSync(join(RELEASES, name, file))));
    await look();
    store = await openSqliteStore(folder);
  });
  afterAll(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  it('is backed up before its tables change', () => {
    expect(backupsIn(join(folder, 'backups')).map(({ reason }) => reason)).toEqual(['before-migration']);
  });

  it('has every act that was acknowledged before the kill', async () => {
    const mark = new HighWater(folder, DATABASE_FILE);
    const { shorter, gone, audit } = await findCutOff(store, mark);
    expect([shorter.size, gone.length, audit]).toEqual([0, 0, 0]);
  });

  it('gives the running class the debrief it had', async () => {
    const { exercise } = told.running;
    const record = (await store.list()).find(({ id }) => id === exercise);
    if (!record) throw new Error('the class under way is not in the database');
    const compiled = openPinned(withoutDrawings((await store.sources(record.hash)) ?? {}), record.hash);
    expect(sameMarks(told.running, debrief(compiled, await store.read(exercise, 0)))).toBeUndefined();
  });

  it('opens both classes; the ended one gets a stored debrief with its marks', async () => {
    const { exercises, errors } = await registryOn(store);
    expect(errors).toEqual([]);
    const status = (id: string) => exercises.get(id)?.live.status;
    expect([status(told.ended.exercise), status(told.running.exercise)]).toEqual(['ended', 'paused']);
    const kept = await store.debriefOf(told.ended.exercise);
    expect(kept?.rules).toBe(RULES_VERSION);
    expect(sameMarks(told.ended, JSON.parse(kept?.payload ?? '{}'))).toBeUndefined();
    expect(await store.debriefOf(told.running.exercise)).toBeUndefined();
    await exercises.close();
  });

  it('can be rolled back: the backup restores the database for the earlier version', async () => {
    const [backup] = backupsIn(join(folder, 'backups'));
    const dataFolder = mkdtempSync(join(tmpdir(), 'baraza-way-back-'));
    const earlier = Object.fromEntries(Object.entries(migrations).filter(([one]) => one < '008'));
    await restoreBackup({ file: backup?.file ?? '', dataFolder, known: Object.keys(earlier) });
    const before = await openSqliteStore(dataFolder, { migrations: earlier });
    expect((await before.list()).map(({ id }) => id).sort()).toEqual(
      [told.ended.exercise, told.running.exercise].sort(),
    );
    expect((await before.read(told.ended.exercise, 0)).at(-1)?.type).toBe('exercise-ended');
    await before.close();
    rmSync(dataFolder, { recursive: true });
  });
});

const withoutDrawings = (files: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).filter(([file]) => !file.startsWith('art/')));
