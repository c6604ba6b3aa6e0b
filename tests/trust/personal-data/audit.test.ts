/**
 * Trainers' acts are recorded in a hash chain: a changed, removed or truncated line is detected, and no person is
 * named.
 */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashOfLine, FIRST_HASH } from '../../../server/storage/audit-hash.ts';
import type { AuditLine } from '../../../server/storage/exercise-store.ts';
import { openTables } from '../../../server/storage/open-sqlite.ts';
import { verifyAudit } from '../../../server/audit/verify-audit.ts';
import { eventually } from '../../support/eventually.ts';
import { request } from '../../support/http.ts';
import { runBaraza } from '../../support/run-baraza.ts';
import { ServerProcess } from '../../support/server-process.ts';
import { TestTrainee } from '../../support/test-trainee.ts';
import { TestTrainer } from '../../support/test-trainer.ts';
import { hitsIn } from './canary-search.ts';

const NAME = 'Zuwena Kanaritoni';
const NOTE = 'kanari-note of the trainer';

let server: ServerProcess;
let work: string;
let csv = '';

/** One class with every act of a trainer, and rejected acts. */
async function aDay(): Promise<void> {
  const trainer = await TestTrainer.signsIn(server.url, server.trainerKey);
  const card = await trainer.opensClass();
  const one = `/api/exercises/${card.exercise}`;
  const person = await TestTrainee.joins(server.url, card.pin, NAME, 'police');
  await trainer.entersRoom();
  await trainer.does({ type: 'start-exercise' });
  await trainer.does({ type: 'pause', reason: NOTE });
  await trainer.does({ type: 'resume' });
  await trainer.does({ type: 'fire-inject', inject: 'no-such-inject' });
  await trainer.does({ type: 'whisper', to: ['police'], text: NOTE });
  expect(await person.does({ type: 'end-exercise' })).toMatchObject({ ok: false });
  await trainer.does({ type: 'end-exercise' });
  for (const path of ['debrief', 'debrief', 'debrief.json', 'people', 'people/s1/export.json', 'view/police'])
    await trainer.asks(`${one}/${path}`);
  await trainer.asks(`${one}/seats/s1/code`, { method: 'POST', body: {} });
  await trainer.asks(`${one}/people/s1`, { method: 'DELETE' });
  await trainer.asks(one, { method: 'DELETE' });
  await request(`${server.url}/api/trainer/sign-in`, { method: 'POST', body: { key: 'WRONG-WRONG' } });
  await request(`${server.url}${one}/debrief.json`);
  await trainer.asks('/api/trainer/sign-out', { method: 'POST', body: {} });
}

const actsOf = (text: string): string[] =>
  [...text.matchAll(/^"\d+","[^"]*","[^"]*","([^"]*)"/gm)].map(([, act = '']) => act);

/** Modifies a copy of the data behind the server's back and returns the result of the check. */
async function altered(change: (db: Database.Database) => void, anchors: readonly string[] = []) {
  const folder = await mkdtemp(join(work, 'copy-'));
  await cp(server.dataFolder, folder, { recursive: true });
  const file = join(folder, 'baraza.db');
  const raw = new Database(file);
  change(raw);
  raw.close();
  const db = await openTables(file);
  try {
    return await verifyAudit(db, anchors);
  } finally {
    await db.destroy();
  }
}

const linesOf = (db: Database.Database): AuditLine[] =>
  db.prepare('SELECT * FROM audit ORDER BY seq').all() as AuditLine[];

/** An attacker who knows the chain rebuilds every hash, including the head. */
function forge(db: Database.Database): void {
  let before = FIRST_HASH;
  let seq = 0;
  for (const line of linesOf(db)) {
    seq += 1;
    const hash = hashOfLine(before, { ...line, seq });
    db.prepare('UPDATE audit SET seq = ?, hash = ? WHERE seq = ?').run(seq, hash, line.seq);
    before = hash;
  }
  db.prepare('UPDATE audit_head SET seq = ?, hash = ?').run(seq, before);
}

beforeAll(async () => {
  server = await ServerProcess.prepare();
  work = await mkdtemp(join(tmpdir(), 'baraza-audit-'));
  await server.start({ BARAZA_BACKUPS: 'off' });
  await eventually(
    () => server.trainerKey,
    (key) => key !== '',
    'the key',
  );
  await aDay();
  const trainer = await TestTrainer.signsIn(server.url, server.trainerKey);
  // An ended class that stays: it also stores how far the audit went.
  const card = await trainer.opensClass();
  await trainer.entersRoom(card);
  await trainer.does({ type: 'start-exercise' });
  await trainer.does({ type: 'end-exercise' });
  await trainer.asks(`/api/exercises/${card.exercise}/debrief`);
  for (;;) {
    csv = (await trainer.asks<string>('/api/audit.csv')).body;
    if (actsOf(csv).at(-2) === 'view-debrief' || actsOf(csv).filter((act) => act === 'export-audit').length > 20) break;
  }
  await server.end('SIGTERM');
});
afterAll(async () => {
  await server.dispose();
  await rm(work, { recursive: true, force: true });
});

describe('the audit of trainers’ acts', () => {
  it('has every act and every rejection of a day', () => {
    for (const act of [
      'sign-in',
      'create-class',
      'enter-class',
      'start-exercise',
      'pause',
      'resume',
      'refused fire-inject',
      'whisper',
      'refused end-exercise',
      'end-exercise',
      'view-debrief',
      'export-debrief',
      'view-people',
      'export-person',
      'view-desk',
      'make-return-code',
      'erase-person',
      'erase-class',
      'refused sign-in',
      'refused export-debrief',
      'sign-out',
    ])
      expect(actsOf(csv), act).toContain(act);
    expect(actsOf(csv).filter((act) => act === 'view-debrief')).toHaveLength(2);
  });

  it('outlives the erasure of its class, and contains no name, no word, no key and no token', () => {
    expect(
      hitsIn('audit', csv, [NAME, 'Zuwena', NOTE, 'kanari', server.trainerKey, 'WRONG', 'seat_', 'session_']),
    ).toEqual([]);
  });

  it('records a new key', async () => {
    const child = server.spawn({ BARAZA_BACKUPS: 'off' }, ['--new-key']);
    await eventually(
      () => server.output,
      (output) => output.includes('is ready'),
      'the server',
      60_000,
    );
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await gone;
    const raw = new Database(join(server.dataFolder, 'baraza.db'));
    expect(linesOf(raw).map(({ act }) => act)).toContain('renew-key');
    raw.close();
  });
});

describe('verification of the audit', () => {
  it('passes an unchanged one, and the command reports it', async () => {
    expect(await altered(() => undefined)).toMatchObject({ ok: true, anchors: 1 });
    const said = await runBaraza(['audit', '--data', server.dataFolder]);
    expect(said).toMatchObject({ exit: 0, text: expect.stringContaining('is intact') });
  });

  it('detects a changed line', async () => {
    const change = (db: Database.Database) => void db.exec("UPDATE audit SET act = 'pause' WHERE act = 'erase-class'");
    expect(await altered(change)).toMatchObject({ ok: false, fault: 'changed' });
  });

  it('detects a removed line', async () => {
    expect(await altered((db) => void db.exec('DELETE FROM audit WHERE seq = 5'))).toEqual({
      ok: false,
      fault: 'missing',
      seq: 6,
    });
  });

  it('detects a removed tail', async () => {
    const cut = (db: Database.Database) => void db.exec('DELETE FROM audit WHERE seq > 8');
    expect(await altered(cut)).toEqual({ ok: false, fault: 'cut-off', seq: 8 });
  });

  it('detects a removed tail with a repaired head, by a class that ended', async () => {
    const cut = (db: Database.Database): void => {
      db.exec('DELETE FROM audit WHERE seq > 8');
      forge(db);
    };
    expect(await altered(cut)).toEqual({ ok: false, fault: 'cut-off', seq: 8 });
  });

  it('detects a rebuilt chain without one line', async () => {
    const rewrite = (db: Database.Database): void => {
      db.exec("DELETE FROM audit WHERE act = 'erase-class'");
      forge(db);
    };
    expect(await altered(rewrite)).toMatchObject({ ok: false });
  });

  it('detects it without any class left, by the end of a downloaded audit', async () => {
    const last = [...csv.matchAll(/^"(\d+)".*"([0-9a-f]{64})"\r?$/gm)].at(-1);
    const anchor = `${last?.[1]}:${last?.[2]}`;
    expect(await altered(() => undefined, [anchor])).toMatchObject({ ok: true });
    const everything = (db: Database.Database): void => {
      db.exec('UPDATE exercises SET audit_anchor = NULL');
      db.exec('DELETE FROM audit WHERE seq > 8');
      forge(db);
    };
    expect(await altered(everything)).toMatchObject({ ok: true });
    expect(await altered(everything, [anchor])).toEqual({ ok: false, fault: 'cut-off', seq: 8 });
  });
});
