/** Automatic backups: at the end of a class, daily, and before an older database is upgraded; and their rotation. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, describe, expect, it } from 'vitest';
import { AutomaticBackups, isDue } from '../../../server/backup/automatic-backups.ts';
import { backupName, backupsIn, surplus } from '../../../server/backup/backup-folder.ts';
import { checkBeforeOpening } from '../../../server/backup/before-opening.ts';
import { readManifest } from '../../../server/backup/unpack-backup.ts';
import { createLog } from '../../../server/host/log.ts';
import { MIGRATION_NAMES } from '../../../server/storage/migrations.ts';
import { openSqliteStore } from '../../../server/storage/open-sqlite.ts';
import { eventually } from '../../support/eventually.ts';
import { ServerProcess } from '../../support/server-process.ts';
import { TestTrainer } from '../../support/test-trainer.ts';

const HOUR = 3600_000;
const place = mkdtempSync(join(tmpdir(), 'baraza-backups-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

const aFolder = (name: string): string => {
  const folder = join(place, name);
  mkdirSync(folder, { recursive: true });
  return folder;
};

describe('a server with automatic backups', () => {
  it('takes one when a class ends, and counts it', async () => {
    const server = await ServerProcess.prepare();
    const folder = join(server.folder, 'kept');
    try {
      await server.start({ BARAZA_BACKUPS: folder, BARAZA_BACKUPS_KEEP: '3', BARAZA_LOG: 'info' });
      const trainer = await TestTrainer.signsIn(server.url, server.trainerKey);
      await trainer.opensClass();
      await trainer.entersRoom();
      await trainer.does({ type: 'start-exercise' });
      expect(backupsIn(folder)).toEqual([]);
      await trainer.does({ type: 'end-exercise' });
      const [taken] = await eventually(
        () => backupsIn(folder),
        (files) => files.length > 0,
        'a backup',
        30_000,
      );
      expect(taken).toMatchObject({ reason: 'class-ended' });
      expect((await readManifest(taken?.file ?? '')).manifest).toMatchObject({ exercises: 1, reason: 'class-ended' });
      await eventually(
        () => server.output,
        (output) => output.includes('a backup was taken'),
        'its line in the log',
      );
      const figures = await (await fetch(`${server.url}/metrics`)).text();
      expect(figures).toContain('baraza_backups_total{outcome="ok"} 1');
    } finally {
      await server.dispose();
    }
  });
});

describe('a database of an older Baraza', () => {
  it('is backed up before its tables change, and stays unchanged if that fails', async () => {
    const dataFolder = aFolder('older');
    const store = await openSqliteStore(dataFolder);
    await store.setTrainerKeyHash('a hash', 1);
    await store.close();
    const database = new Database(join(dataFolder, 'baraza.db'));
    const [last = ''] = MIGRATION_NAMES.slice(-1);
    database.prepare('DELETE FROM kysely_migration WHERE name = ?').run(last);
    database.close();
    const folder = join(dataFolder, 'backups');
    const look = (backups: { folder: string; keep: number } | undefined) =>
      checkBeforeOpening({ dataFolder, backups, version: '0', known: MIGRATION_NAMES });
    const inTheWay = join(place, 'a-file');
    writeFileSync(inTheWay, '');
    await expect(look({ folder: join(inTheWay, 'backups'), keep: 1 })).rejects.toThrow(/cannot be created/);
    await look({ folder, keep: 1 });
    expect(backupsIn(folder).map(({ reason }) => reason)).toEqual(['before-migration']);
    const { manifest } = await readManifest(backupsIn(folder)[0]?.file ?? '');
    expect(manifest.migrations).toEqual(MIGRATION_NAMES.slice(0, -1));
  });

  it('is not backed up if it is current or does not exist yet', async () => {
    const dataFolder = aFolder('new');
    const backups = { folder: join(dataFolder, 'backups'), keep: 1 };
    await checkBeforeOpening({ dataFolder, backups, version: '0', known: MIGRATION_NAMES });
    await (await openSqliteStore(dataFolder)).close();
    await checkBeforeOpening({ dataFolder, backups, version: '0', known: MIGRATION_NAMES });
    expect(backupsIn(backups.folder)).toEqual([]);
  });
});

describe('the daily backup', () => {
  it('is due a day after the last one, and only if something was written since', () => {
    expect(isDue(undefined, 0, 100 * HOUR)).toBe(false);
    expect(isDue(undefined, HOUR, 100 * HOUR)).toBe(true);
    expect(isDue(10 * HOUR, 11 * HOUR, 33 * HOUR)).toBe(false);
    expect(isDue(10 * HOUR, 11 * HOUR, 34 * HOUR)).toBe(true);
    expect(isDue(10 * HOUR, 9 * HOUR, 1000 * HOUR)).toBe(false);
  });

  it('runs, and a failure is logged without disturbing a class', async () => {
    const dataFolder = aFolder('daily');
    await (await openSqliteStore(dataFolder)).close();
    const lines: string[] = [];
    const outcomes: string[] = [];
    const parts = {
      dataFolder,
      folder: join(dataFolder, 'backups'),
      keep: 2,
      version: '0',
      log: createLog('info', { write: (line) => void lines.push(line) }),
      onAttempt: (outcome: string) => void outcomes.push(outcome),
    };
    await new AutomaticBackups(parts).takeIfDue();
    await new AutomaticBackups(parts).takeIfDue();
    expect(backupsIn(parts.folder).map(({ reason }) => reason)).toEqual(['daily']);
    const failing = new AutomaticBackups({ ...parts, take: () => Promise.reject(new Error('no room')) });
    await failing.takeIfDue(Date.now() + 48 * HOUR);
    utimesSync(join(dataFolder, 'baraza.db'), new Date(), new Date(Date.now() + HOUR));
    await failing.takeIfDue(Date.now() + 48 * HOUR);
    expect(outcomes).toEqual(['ok', 'failed']);
    expect(lines.join('')).toContain('a backup could not be taken');
  });
});

describe('the rotation of backups', () => {
  it('keeps the newest of each reason, and all that were requested by hand', () => {
    const files = (['daily', 'class-ended', 'asked'] as const).flatMap((reason) =>
      [1, 2, 3, 4].map((day) => ({ file: `${reason} ${day}`, reason, at: day * 24 * HOUR, bytes: 1 })),
    );
    expect(surplus(files, 3).map(({ file }) => file)).toEqual(['daily 1', 'class-ended 1']);
    expect(surplus(files, 9)).toEqual([]);
  });

  it('counts only files with Baraza’s own names, which sort by time', () => {
    const folder = aFolder('names');
    const at = new Date('2026-11-22T05:43:41.123Z');
    writeFileSync(join(folder, backupName(at, 'daily')), 'x');
    for (const other of ['notes.txt', 'monday.baraza-backup', '2026-11-22T05-43-41-123Z.mine.baraza-backup'])
      writeFileSync(join(folder, other), 'x');
    expect(backupsIn(folder)).toMatchObject([{ reason: 'daily', at: at.getTime(), bytes: 1 }]);
    expect(readdirSync(folder)).toHaveLength(4);
  });
});
