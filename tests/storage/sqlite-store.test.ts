import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { describe, expect, it } from 'vitest';
import { DataFolderInUse, lockDataFolder } from '../../server/storage/data-lock.ts';
import type { ExerciseStore } from '../../server/storage/exercise-store.ts';
import { DatabaseUnreadable, openSqliteStore } from '../../server/storage/open-sqlite.ts';
import { describeExerciseStore, type OpenedStore } from './exercise-store-contract.ts';
import { describeRightsStore } from './rights-store-contract.ts';

const emptyFolder = () => mkdtemp(join(tmpdir(), 'baraza-store-'));

const openEmpty = async (): Promise<OpenedStore> => {
  const folder = await emptyFolder();
  let store: ExerciseStore = await openSqliteStore(folder);
  return {
    store,
    reopen: async () => {
      await store.close();
      store = await openSqliteStore(folder);
      return store;
    },
    dispose: async () => {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
};
describeExerciseStore('SQLite store', openEmpty);
describeRightsStore('SQLite store', openEmpty);

describe('a full disk', () => {
  it('rejects the append with its reason and keeps the stored events', async () => {
    const folder = await emptyFolder();
    const store = await openSqliteStore(folder, { maxPages: 60 });
    const record = {
      id: 'e1',
      scenario: 'x',
      hash: 'h',
      pin: 'ABC234',
      languages: ['en'],
      pace: 6,
      seating: 'choice' as const,
      without: [],
      createdAt: 1,
      clock: 0,
    };
    await store.create(record, {}, []);
    const write = (text: string) =>
      store.append({ exercise: 'e1', expectedSeq: 0, events: [], texts: { [text.slice(0, 8)]: text } });
    await write('small one');
    await expect(write('x'.repeat(1_000_000))).rejects.toMatchObject({ reason: 'full' });
    await write('small two');
    expect(await store.texts('e1', ['small on', 'xxxxxxxx', 'small tw'])).toEqual({
      'small on': 'small one',
      'small tw': 'small two',
    });
    await store.close();
    await rm(folder, { recursive: true });
  });
});

describe('a database that cannot be read', () => {
  it.each([
    ['no database', (file: string) => writeFile(file, 'A text that is certainly no database. '.repeat(40))],
    ['a folder', (file: string) => mkdir(file)],
  ])('because it is %s is reported in one line', async (_what, spoil) => {
    const folder = await emptyFolder();
    await spoil(join(folder, 'baraza.db'));
    const error: unknown = await openSqliteStore(folder).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(DatabaseUnreadable);
    expect(String(error)).toContain(join(folder, 'baraza.db'));
    expect(String(error)).not.toContain('\n');
    await rm(folder, { recursive: true });
  });
});

describe('settings with a changed byte', () => {
  it('are reported as damaged, without quoting them', async () => {
    const folder = await emptyFolder();
    const store = await openSqliteStore(folder);
    const settings = { languages: ['en'], pace: 6, seating: 'choice' as const, without: [] };
    await store.create(
      { id: 'e1', scenario: 'x', hash: 'h', pin: 'ABC234', createdAt: 1, clock: 0, ...settings },
      {},
      [],
    );
    await store.close();
    const database = new Database(join(folder, 'baraza.db'));
    database.exec(`UPDATE exercises SET settings = replace(settings, ':', 'a')`);
    database.close();
    const again = await openSqliteStore(folder);
    await expect(again.list()).rejects.toThrow('the kept settings of an exercise are damaged');
    await again.close();
    await rm(folder, { recursive: true });
  });
});

describe('the data folder', () => {
  it('is locked against a second process, which is told the pid of the first', async () => {
    const folder = await emptyFolder();
    const release = lockDataFolder(folder);
    expect(() => lockDataFolder(folder)).toThrow(DataFolderInUse);
    expect(() => lockDataFolder(folder)).toThrow(String(process.pid));
    release();
    lockDataFolder(folder)();
    await rm(folder, { recursive: true });
  });
});
