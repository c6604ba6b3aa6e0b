/** Cases 20 and 15: a backup during play, restored elsewhere; and a damaged database. */
import { execFile, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExerciseCard } from '../../../shared/protocol/api.ts';
import { readManifest, unpackBackup } from '../../../server/backup/unpack-backup.ts';
import { eventually } from '../../support/eventually.ts';
import { runBaraza } from '../../support/run-baraza.ts';
import { ServerProcess } from '../../support/server-process.ts';
import { TestTrainee } from '../../support/test-trainee.ts';
import { TestTrainer } from '../../support/test-trainer.ts';
import { ActingClass } from '../support/acting-class.ts';
import { Ledger, readKept } from '../support/ledger.ts';
import { figure, percentile, push, seeded } from '../support/scale.ts';

const BARAZA = resolve(import.meta.dirname, '../../../server/cli/baraza.mjs');
const FLIPS = push(50).long(500);

let server: ServerProcess;
let elsewhere: ServerProcess;
let key: string;
beforeAll(async () => {
  [server, elsewhere] = await Promise.all([ServerProcess.prepare(), ServerProcess.prepare()]);
  await server.start();
  key = server.trainerKey;
});
afterAll(() => Promise.all([server.dispose(), elsewhere.dispose()]));

/** The command in a shell, beside the server. */
function baraza(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BARAZA, ...words], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** The same without blocking, so that play continues. */
const beside = (...words: string[]) =>
  new Promise<{ exit: number; notes: string }>((done) => {
    execFile(process.execPath, [BARAZA, ...words], (error, _text, notes) => done({ exit: error ? 1 : 0, notes }));
  });

describe('a backup that is taken while classes play', () => {
  const chance = seeded('backups');
  const ledger = new Ledger();
  let played: ActingClass;
  let standing: { card: ExerciseCard; desk: TestTrainee; debrief: string };
  let file: string;
  let ackedBefore: string[] = [];

  beforeAll(async () => {
    const trainer = await TestTrainer.signsIn(server.url, key);
    standing = await standsStill(await TestTrainer.signsIn(server.url, key));
    played = await ActingClass.opens({ url: server.url, trainer, ledger, chance });
    file = join(server.folder, 'in-play.baraza-backup');
  });

  /** A class that has played for a while and is paused, so that its log is the same in both places. */
  async function standsStill(trainer: TestTrainer) {
    const card = await trainer.opensClass({ label: 'Standing' });
    await trainer.entersRoom();
    const desk = await TestTrainee.joins(server.url, card.pin, 'Amina', 'police');
    await trainer.does({ type: 'start-exercise' });
    for (const text of ['A first word', 'A second word']) await desk.does({ type: 'raise-hand', text });
    await desk.does({ type: 'travel', place: 'bus-park' });
    await trainer.does({ type: 'skip-to', to: (await trainer.sees('time', () => true)).now + 60 * 60_000 });
    await trainer.does({ type: 'pause' });
    return { card, desk, debrief: await debriefOf(trainer, card) };
  }

  const debriefOf = async (trainer: TestTrainer, card: ExerciseCard): Promise<string> =>
    JSON.stringify((await trainer.asks(`/api/exercises/${card.exercise}/debrief`)).body);

  it('is of one consistent moment, and does not disturb the playing class', async () => {
    const until = { over: false };
    const took: number[] = [];
    const bystander = (async () => {
      while (!until.over) {
        const began = performance.now();
        await standing.desk.asks('/api/seat');
        took.push(performance.now() - began);
        await new Promise((wait) => setTimeout(wait, 10));
      }
    })();
    const acting = played.acts(() => until.over);
    const acked = () => ledger.entries.filter(({ answers }) => answers.some(({ ok }) => ok)).map(({ id }) => id);
    await eventually(acked, (ids) => ids.length > 15 && took.length > 20, 'a class at play', 60_000);
    const quiet = took.splice(0);
    ackedBefore = acked();
    const { exit, notes } = await beside('backup', '--data', server.dataFolder, '--to', file);
    until.over = true;
    await Promise.all([acting, bystander]);
    expect(exit, notes).toBe(0);
    expect(notes).toMatch(/2 exercises, \d+ events/);
    figure('a bystander’s answers before the backup, p99', percentile(quiet, 0.99), 'ms');
    figure('a bystander’s answers during the backup, p99', percentile(took, 0.99), 'ms');
    // On a busy machine it also waits before the backup.
    expect(percentile(took, 0.99)).toBeLessThan(Math.max(500, 5 * percentile(quiet, 0.99)));
    expect(ledger.against(readKept(server.dataFolder))).toMatchObject({ missing: [], twice: [], altered: [] });
  });

  it('is readable by its owner only, identifies itself in its first line, and is never overwritten unasked', async () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const { manifest } = await readManifest(file);
    expect(manifest).toMatchObject({
      format: 'baraza-backup',
      reason: 'asked',
      exercises: 2,
      audit: expect.stringMatching(/^\d+:/),
    });
    const before = readFileSync(file);
    const refused = await runBaraza(['backup', '--data', server.dataFolder, '--to', file]);
    expect(refused).toMatchObject({ exit: 2, text: '', notes: expect.stringContaining('--force') });
    expect(readFileSync(file).equals(before)).toBe(true);
    const copy = join(server.folder, 'again.baraza-backup');
    copyFileSync(file, copy);
    expect(await runBaraza(['backup', '--data', server.dataFolder, '--to', copy, '--force'])).toMatchObject({
      exit: 0,
    });
    expect(readdirSync(server.folder).filter((name) => name.startsWith('.baraza-backup'))).toEqual([]);
  });

  it('is not restored into a folder with a running server, and changes nothing there', async () => {
    const refused = await runBaraza(['restore', file, '--data', server.dataFolder]);
    expect(refused).toMatchObject({ exit: 2, text: '' });
    expect(refused.notes).toContain(`process ${server.pid}`);
    expect(readKept(server.dataFolder).integrity).toBe('ok');
  });

  it('opens elsewhere with everything acknowledged before it began, and the same debrief, byte for byte', async () => {
    expect(baraza('restore', file, '--data', elsewhere.dataFolder)).toMatchObject({ status: 0 });
    const [here, there] = [readKept(server.dataFolder), readKept(elsewhere.dataFolder)];
    for (const [exercise, events] of there.events) {
      expect(here.events.get(exercise)?.slice(0, events.length)).toEqual(events);
    }
    const ids = new Set(there.commands.map(({ id }) => id));
    expect(ackedBefore.length).toBeGreaterThan(10);
    expect(ackedBefore.filter((id) => !ids.has(id))).toEqual([]);

    await elsewhere.start();
    const trainer = await TestTrainer.signsIn(elsewhere.url, key);
    expect(await debriefOf(trainer, standing.card)).toBe(standing.debrief);
    await standing.desk.losesConnection();
    await standing.desk.comesBack(elsewhere.url);
    await standing.desk.seesPublic('the class as it stood', ({ status }) => status === 'paused');
    await trainer.entersRoom(standing.card);
    expect(await trainer.does({ type: 'resume' })).toMatchObject({ ok: true });
    expect(await standing.desk.does({ type: 'raise-hand', text: 'Back again' })).toMatchObject({ ok: true });
    await elsewhere.end('SIGTERM');
  });

  it('moves the old data aside, complete, and can be undone by it', async () => {
    const before = readKept(elsewhere.dataFolder).events;
    const { exit, text } = await runBaraza(['restore', file, '--data', elsewhere.dataFolder]);
    expect(exit).toBe(0);
    const aside = /previous data is in (\S+);/.exec(text)?.[1] ?? '';
    expect(readKept(aside).events).toEqual(before);
  });

  it('that is truncated, changed or of another kind is rejected with its reason, and nothing changes', async () => {
    const whole = readFileSync(file);
    const spoilt: [what: string, bytes: Buffer, reason: RegExp][] = [
      ['empty', Buffer.alloc(0), /does not start with the manifest/],
      ['a text', Buffer.from('This is no backup.\n'), /does not start with the manifest/],
      ['cut off', whole.subarray(0, whole.length - 2000), /damaged or incomplete/],
      ['only its first line', whole.subarray(0, whole.indexOf('\n') + 1), /incomplete/],
      [
        'with another checksum',
        Buffer.from(whole.toString('latin1').replace(/"sha256":"../, '"sha256":"00'), 'latin1'),
        /checksum/,
      ],
      [
        'longer than it says',
        Buffer.from(whole.toString('latin1').replace(/"bytes":\d+/, '"bytes":4096'), 'latin1'),
        /larger than its manifest/,
      ],
    ];
    for (let flip = 0; flip < 20; flip += 1) {
      const at = chance.between(whole.indexOf('\n') + 12, whole.length - 1);
      const bytes = Buffer.from(whole);
      bytes.writeUInt8((bytes.readUInt8(at) ^ (1 << chance.between(0, 7))) & 0xff, at);
      spoilt.push([`one bit at ${at}`, bytes, /damaged|checksum|incomplete|larger than/]);
    }
    const kept = readFileSync(join(elsewhere.dataFolder, 'baraza.db'));
    for (const [what, bytes, reason] of spoilt) {
      const bad = join(elsewhere.folder, 'bad.baraza-backup');
      writeFileSync(bad, bytes);
      const refused = await runBaraza(['restore', bad, '--data', elsewhere.dataFolder]);
      expect(refused, what).toMatchObject({ exit: 2, text: '', notes: expect.stringMatching(reason) });
      expect(refused.notes, what).toContain('nothing was changed');
    }
    expect(readFileSync(join(elsewhere.dataFolder, 'baraza.db')).equals(kept)).toBe(true);
    expect(readdirSync(elsewhere.dataFolder).filter((name) => name.includes('restoring'))).toEqual([]);
  });
});

describe('a database that is damaged', () => {
  const chance = seeded('damaged databases');
  let whole: Buffer;
  let place: string;
  let backups: string;

  beforeAll(async () => {
    await server.end('SIGTERM');
    place = server.dataFolder;
    backups = join(place, 'backups');
    const { exit, text } = await runBaraza(['backup', '--data', place]);
    expect(exit).toBe(0);
    const unpacked = join(server.folder, 'whole.db');
    await unpackBackup(text.trim(), unpacked);
    whole = readFileSync(unpacked);
  });

  const put = (bytes: Buffer): void => {
    for (const part of ['-wal', '-shm']) rmSync(join(place, `baraza.db${part}`), { force: true });
    writeFileSync(join(place, 'baraza.db'), bytes);
  };
  const start = async (): Promise<{ code: number | null; output: string }> => {
    try {
      await server.start();
      return { code: null, output: server.output };
    } catch {
      return { code: 78, output: server.output };
    }
  };

  it.each([
    ['of zero length', () => Buffer.alloc(0)],
    ['with its first page gone', () => Buffer.concat([Buffer.alloc(4096), whole.subarray(4096)])],
    [
      'with pages of noise',
      () => Buffer.concat([whole.subarray(0, 8192), Buffer.alloc(16_384, 0x5a), whole.subarray(24_576)]),
    ],
    ['cut in half', () => whole.subarray(0, Math.floor(whole.length / 8192) * 4096)],
  ])('%s is rejected in one line that names the backup, and the backup repairs it', async (_what, damage) => {
    put(damage());
    const { code, output } = await start();
    expect(code).toBe(78);
    expect(output.trim().split('\n'), output).toHaveLength(1);
    const named = /npx baraza restore (\S+)/.exec(output)?.[1] ?? '';
    expect(existsSync(named), output).toBe(true);
    expect(await runBaraza(['restore', named, '--data', place])).toMatchObject({ exit: 0 });
    expect((await start()).code).toBeNull();
    expect(await server.end('SIGTERM')).toBe(0);
  });

  it(`by ${FLIPS} flipped bits, one at a time, is detected or leaves every event intact, and never crashes the check`, async () => {
    const { checkBeforeOpening } = await import('../../../server/backup/before-opening.ts');
    const { openSqliteStore } = await import('../../../server/storage/open-sqlite.ts');
    const { MIGRATION_NAMES } = await import('../../../server/storage/migrations.ts');
    const outcome = { refused: 0, 'told when read': 0, harmless: 0, unnoticed: 0 };
    const folder = join(server.folder, 'flipped');
    const logOf = async (): Promise<string> => {
      const store = await openSqliteStore(folder);
      try {
        const logs = (await store.list()).map(async ({ id }) => [
          id,
          await store.read(id, 0),
          await store.commands(id),
        ]);
        return JSON.stringify(await Promise.all(logs));
      } finally {
        await store.close();
      }
    };
    mkdirSync(folder);
    writeFileSync(join(folder, 'baraza.db'), whole);
    const truth = await logOf();
    for (let flip = 0; flip < FLIPS; flip += 1) {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder);
      const bytes = Buffer.from(whole);
      const at = chance.between(0, bytes.length - 1);
      bytes.writeUInt8((bytes.readUInt8(at) ^ (1 << chance.between(0, 7))) & 0xff, at);
      writeFileSync(join(folder, 'baraza.db'), bytes);
      try {
        await checkBeforeOpening({ dataFolder: folder, backups: undefined, version: '0', known: MIGRATION_NAMES });
      } catch {
        outcome.refused += 1;
        continue;
      }
      try {
        outcome[(await logOf()) === truth ? 'harmless' : 'unnoticed'] += 1;
      } catch {
        outcome['told when read'] += 1;
      }
    }
    for (const [what, times] of Object.entries(outcome)) figure(`flipped bits ${what}`, times, `of ${FLIPS}`);
    expect(outcome.unnoticed).toBe(0);
  });

  it('that is truncated is not silently replaced by a new one', async () => {
    put(whole);
    truncateSync(join(place, 'baraza.db'), 100);
    expect((await start()).code).toBe(78);
    put(whole);
    expect(readdirSync(backups).length).toBeGreaterThan(0);
  });
});
