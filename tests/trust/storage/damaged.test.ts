/** Cases 3, 15 and 18: files that are torn, flipped, empty, or copied in the middle of a write. */
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkBeforeOpening } from '../../../server/backup/before-opening.ts';
import { MIGRATION_NAMES } from '../../../server/storage/migrations.ts';
import { openSqliteStore } from '../../../server/storage/open-sqlite.ts';
import { ServerProcess } from '../../support/server-process.ts';
import { stateHash } from '../support/fold-of-log.ts';
import { Ledger, readKept } from '../support/ledger.ts';
import { figure, push, seeded } from '../support/scale.ts';
import { comesBack, senders, speaks, type TwoClasses, twoClasses } from '../support/two-classes.ts';

const FLIPS = push(12).all(50).long(500);
const COPIES = push(5).all(20).long(200);

let server: ServerProcess;
let classes: TwoClasses;
let place: string;
const ledger = new Ledger();
beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'baraza-damaged-'));
  server = await ServerProcess.prepare();
  await server.start();
  classes = await twoClasses(server.url, server.trainerKey);
});
afterAll(async () => {
  await server.dispose();
  rmSync(place, { recursive: true, force: true });
});

/** The result of opening a data folder with the present program: its content, or the reason for the rejection. */
async function opens(dataFolder: string): Promise<{ logs: Record<string, string> } | { refused: string }> {
  try {
    await checkBeforeOpening({ dataFolder, backups: undefined, version: 'test', known: MIGRATION_NAMES });
    const store = await openSqliteStore(dataFolder);
    try {
      const logs: Record<string, string> = {};
      for (const { id, hash } of await store.list())
        logs[id] = stateHash([await store.read(id, 0), await store.sources(hash)]);
      return { logs };
    } finally {
      await store.close();
    }
  } catch (error) {
    return { refused: error instanceof Error ? error.message : String(error) };
  }
}

describe('a power cut', () => {
  it(`leaves everything acknowledged before it, at ${COPIES} moments in the middle of play`, async () => {
    const chance = seeded('power cuts');
    const play = { over: false };
    const playing = (async () => {
      while (!play.over) {
        await Promise.all([speaks(ledger, classes.struck), speaks(ledger, classes.bystander)]);
        await new Promise((resolve) => setTimeout(resolve, 40));
      }
    })();
    for (let cut = 0; cut < COPIES; cut += 1) {
      await new Promise((resolve) => setTimeout(resolve, chance.between(10, 120)));
      const promised = ledger.entries.filter(({ answers }) => answers.length > 0);
      const copy = join(place, `cut-${cut}`);
      // The database first, then its log: anything appended meanwhile only adds to it.
      for (const file of ['baraza.db', 'baraza.db-wal'])
        cpSync(join(server.dataFolder, file), join(copy, file), { recursive: true });
      const kept = readKept(copy);
      expect(kept.integrity).toBe('ok');
      const ids = new Set(kept.commands.map(({ id }) => id));
      expect(promised.filter(({ id }) => !ids.has(id))).toHaveLength(0);
      rmSync(copy, { recursive: true });
    }
    play.over = true;
    await playing;
    figure('power cuts', COPIES);
    figure('acknowledged', ledger.against(readKept(server.dataFolder)).acknowledged);
  });
});

describe('a damaged database', () => {
  it(`is rejected with a reason, or is complete: ${FLIPS} times with flipped bytes`, async () => {
    const chance = seeded('flipped bytes');
    await server.end('SIGTERM');
    const before = await opens(folderWith(readFileSync(join(server.dataFolder, 'baraza.db'))));
    expect(before).toHaveProperty('logs');
    const whole = readFileSync(join(server.dataFolder, 'baraza.db'));
    let refused = 0;
    for (let flip = 0; flip < FLIPS; flip += 1) {
      const damaged = Buffer.from(whole);
      const bytes = chance.pick([1, 1, 8, 64]);
      // One in five hits the first page, which lists the tables.
      const from = chance.between(0, (flip % 5 === 0 ? 4096 : whole.length) - bytes);
      for (let at = from; at < from + bytes; at += 1) damaged[at] = (damaged[at] ?? 0) ^ chance.between(1, 255);
      const folder = folderWith(damaged);
      const after = await opens(folder);
      if ('refused' in after) {
        refused += 1;
        expect(after.refused).toMatch(/damaged|cannot be opened/);
        expect(after.refused.split('\n')).toHaveLength(1);
        expect(hashOf(join(folder, 'baraza.db'))).toBe(createHash('sha256').update(damaged).digest('hex'));
      } else expect(after).toEqual(before);
      rmSync(folder, { recursive: true });
    }
    figure('flipped bytes: refused', `${refused} of ${FLIPS}, all others whole`);
    await server.start();
    await comesBack(classes.struck);
    await comesBack(classes.bystander);
    for (const one of [classes.struck, classes.bystander]) {
      await ledger.send(senders(one).trainer, { type: 'resume' });
      expect(await speaks(ledger, one)).toMatchObject({ ok: true });
    }
  });

  it.each([
    ['an empty file', () => Buffer.alloc(0)],
    ['no database', () => Buffer.from('These are not the bytes you are looking for.\n'.repeat(200))],
    ['cut off in the middle', (whole: Buffer) => whole.subarray(0, Math.floor(whole.length / 2 / 4096) * 4096)],
  ])(
    '%s: the server prints the file and the remedy in one line, and leaves the file unchanged',
    async (_what, make) => {
      await server.end('SIGTERM');
      const file = join(server.dataFolder, 'baraza.db');
      const whole = readFileSync(file);
      writeFileSync(file, make(whole));
      const before = hashOf(file);
      const child = server.spawn();
      await once(child, 'close');
      expect(child.exitCode).toBe(78);
      const lines = server.output.trim().split('\n');
      expect(lines).toHaveLength(1);
      expect(lines[0]).toContain(file);
      expect(lines[0]).toMatch(/restore|put an undamaged copy/);
      expect(hashOf(file)).toBe(before);
      writeFileSync(file, whole);
      await server.start();
      expect(ledger.against(readKept(server.dataFolder))).toMatchObject({ missing: [], twice: [], altered: [] });
    },
  );
});

describe('a snapshot', () => {
  it('that is truncated in its last 1024 bytes, or has one changed byte, is not used', async () => {
    const folder = mkdtempSync(join(place, 'snapshot-'));
    cpSync(join(server.dataFolder, 'baraza.db'), join(folder, 'baraza.db'));
    const store = await openSqliteStore(folder);
    const [record] = await store.list();
    const id = record?.id ?? '';
    const payload = JSON.stringify({ exercise: { seq: 5 }, words: 'word '.repeat(400) });
    await store.saveSnapshot(id, { seq: 5, payload });
    expect(await store.loadSnapshot(id)).toEqual({ seq: 5, payload });
    const database = new Database(join(folder, 'baraza.db'));
    const tear = database.prepare('UPDATE snapshots SET payload = ? WHERE exercise = ?');
    for (let cut = 1; cut <= 1024; cut += 1) {
      tear.run([payload.slice(0, -cut), id]);
      expect(await store.loadSnapshot(id)).toBeUndefined();
    }
    tear.run([payload.replace('"seq":5', '"seq":6'), id]);
    expect(await store.loadSnapshot(id)).toBeUndefined();
    database.close();
    await store.close();
  });
});

function folderWith(database: Buffer): string {
  const folder = mkdtempSync(join(place, 'copy-'));
  writeFileSync(join(folder, 'baraza.db'), database);
  return folder;
}

const hashOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');
