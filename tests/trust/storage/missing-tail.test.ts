/**
 * Cases 3 and 15: acknowledged data is first in SQLite's write-ahead log. If that file is removed or truncated after a
 * crash, SQLite opens the rest silently; the trainer is told nevertheless, and never without reason.
 */
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  mkdirSync,
  copyFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UnopenedCard } from '../../../shared/protocol/api.ts';
import { unpackBackup } from '../../../server/backup/unpack-backup.ts';
import { eventually } from '../../support/eventually.ts';
import { runBaraza } from '../../support/run-baraza.ts';
import { ServerProcess } from '../../support/server-process.ts';
import { Ledger, readKept } from '../support/ledger.ts';
import { push } from '../support/scale.ts';
import {
  comesBack,
  consoleOf,
  type PlayedClass,
  senders,
  speaks,
  type TwoClasses,
  twoClasses,
} from '../support/two-classes.ts';

const KILLS = push(3).long(50);
const CUT_OFF = { reason: 'cut-off', over: false };

let server: ServerProcess;
let classes: TwoClasses;
const ledger = new Ledger();
beforeAll(async () => {
  server = await ServerProcess.prepare();
  await server.start();
  classes = await twoClasses(server.url, server.trainerKey);
});
afterAll(() => server.dispose());

const log = (): string => join(server.dataFolder, 'baraza.db-wal');

const markOf = (id: string): number => {
  const file = join(server.dataFolder, 'baraza.mark');
  const { exercises } = JSON.parse(readFileSync(file, 'utf8')) as { exercises: Record<string, { seq: number }> };
  return exercises[id]?.seq ?? 0;
};

/**
 * The last stored event of a class. Read from a copy: closing a database checkpoints its log, and a connection of this
 * process would do so after the log was removed.
 */
function keptOf(exercise: string): number {
  const copy = mkdtempSync(join(server.folder, 'left-'));
  for (const file of ['baraza.db', 'baraza.db-wal'])
    if (existsSync(join(server.dataFolder, file))) copyFileSync(join(server.dataFolder, file), join(copy, file));
  return readKept(copy).events.get(exercise)?.length ?? 0;
}

/** The mark beside the database covers this class: from now on its loss is detected. */
async function isMarked({ card }: PlayedClass): Promise<void> {
  const reached = keptOf(card.exercise);
  await eventually(
    () => markOf(card.exercise),
    (seq) => seq >= reached,
    'the mark',
  );
}

/** Acts, and kills the server as soon as the mark covers the act. */
async function actsAndDies(one: PlayedClass): Promise<void> {
  for (let act = 0; act < 5; act += 1) expect(await speaks(ledger, one)).toMatchObject({ ok: true });
  await isMarked(one);
  await server.end('SIGKILL');
}

/** Acts, dies and loses its log. If the database had just been checkpointed, nothing is lost: then repeat. */
async function loses(one: PlayedClass, spoil: () => void): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    await goOn(one);
    await actsAndDies(one);
    spoil();
    if (keptOf(one.card.exercise) < markOf(one.card.exercise)) return;
    await server.start();
    await bothBack();
  }
  throw new Error('the database always had everything');
}

async function bothBack(): Promise<void> {
  await comesBack(classes.struck);
  await comesBack(classes.bystander);
}

const goOn = (one: PlayedClass) => ledger.send(senders(one).trainer, { type: 'resume' });
const told = async (one: PlayedClass) => (await consoleOf(one)).standstill;

describe('a write-ahead log that was removed after a crash', () => {
  it(`is never reported without reason: killed ${KILLS} times, and while a class is erased`, async () => {
    for (let kill = 0; kill < KILLS; kill += 1) {
      const spare = await classes.struck.trainer.asks<{ exercise: string }>('/api/exercises', {
        method: 'POST',
        body: { scenario: 'small-case', languages: ['en'], seating: 'choice' },
      });
      const erased = classes.struck.trainer
        .asks(`/api/exercises/${spare.body.exercise}`, { method: 'DELETE' })
        .catch(() => undefined);
      await speaks(ledger, classes.struck);
      if (kill % 2 === 0) await erased;
      await server.end('SIGKILL');
      await erased;
      await server.start();
      await bothBack();
      expect([await told(classes.struck), await told(classes.bystander)]).toEqual([undefined, undefined]);
      expect((await classes.struck.trainer.asks('/api/unopened')).body).toEqual([]);
      for (const one of [classes.struck, classes.bystander]) await goOn(one);
    }
    expect(server.output).not.toContain('are missing');
  });

  it('is reported to the trainer of the affected class only, until the class resumes', async () => {
    await server.end('SIGTERM');
    await server.start();
    await bothBack();
    await loses(classes.struck, () => rmSync(log()));
    await server.start();
    await bothBack();
    expect(await told(classes.struck)).toEqual(CUT_OFF);
    expect(await told(classes.bystander)).toBeUndefined();
    expect(server.output).toContain('acknowledged acts are missing');
    expect(server.output).toContain(classes.struck.card.exercise);
    await goOn(classes.bystander);
    expect(await speaks(ledger, classes.bystander)).toMatchObject({ ok: true });
    await server.end('SIGKILL');
    await server.start();
    await bothBack();
    expect(await told(classes.struck)).toEqual(CUT_OFF);
    await goOn(classes.struck);
    expect(await speaks(ledger, classes.struck)).toMatchObject({ ok: true });
    expect(await told(classes.struck)).toBeUndefined();
    await server.end('SIGTERM');
    await server.start();
    await bothBack();
    expect(await told(classes.struck)).toBeUndefined();
    const csv = (await classes.struck.trainer.asks<string>('/api/audit.csv')).body;
    expect(csv).toContain('acts-missing');
  });

  it('or truncated is reported too', async () => {
    await loses(classes.struck, () => truncateSync(log(), Math.floor(statSync(log()).size / 2)));
    await server.start();
    await bothBack();
    expect(await told(classes.struck)).toEqual(CUT_OFF);
    await goOn(classes.struck);
  });

  it('with a whole class in it: that class is listed with the reason, and its entry can be removed', async () => {
    let exercise = '';
    for (let attempt = 0; attempt < 5 && (exercise === '' || keptOf(exercise) > 0); attempt += 1) {
      if (attempt > 0) await server.start();
      const body = { scenario: 'small-case', languages: ['en'], seating: 'choice' };
      const made = await classes.struck.trainer.asks<{ exercise: string }>('/api/exercises', { method: 'POST', body });
      ({ exercise } = made.body);
      await eventually(
        () => markOf(exercise),
        (seq) => seq > 0,
        'the mark of the new class',
      );
      await server.end('SIGKILL');
      rmSync(log());
    }
    await server.start();
    const { trainer } = classes.struck;
    const { body: unopened } = await trainer.asks<UnopenedCard[]>('/api/unopened');
    expect(unopened).toMatchObject([
      { exercise, gone: true, why: expect.stringContaining('restore a backup') as string },
    ]);
    expect((await trainer.asks(`/api/unopened/${exercise}/record.json`)).status).toBe(200);
    expect((await trainer.asks(`/api/exercises/${exercise}`, { method: 'DELETE' })).status).toBe(204);
    await server.end('SIGTERM');
    await server.start();
    expect((await trainer.asks('/api/unopened')).body).toEqual([]);
  });

  it('left behind by a copy of the database is reported; a copy with its log, or of a stopped server, is complete', async () => {
    await bothBack();
    await goOn(classes.struck);
    await actsAndDies(classes.struck);
    for (const [name, files, expected] of [
      ['whole', ['baraza.db', 'baraza.db-wal'], undefined],
      ['alone', ['baraza.db'], CUT_OFF],
    ] as const) {
      const folder = join(server.folder, name);
      mkdirSync(folder);
      for (const file of files) copyFileSync(join(server.dataFolder, file), join(folder, file));
      await server.start({ BARAZA_DATA: folder });
      expect(await told(classes.struck), name).toEqual(expected);
      await server.end('SIGTERM');
    }
    const ended = join(server.folder, 'ended');
    mkdirSync(ended);
    copyFileSync(join(server.folder, 'whole', 'baraza.db'), join(ended, 'baraza.db'));
    await server.start({ BARAZA_DATA: ended });
    expect(await told(classes.struck)).toBeUndefined();
    await server.end('SIGTERM');
  });

  it('is not reported after restoring a backup taken during play', async () => {
    await server.start();
    await bothBack();
    const file = join(server.folder, 'in-play.baraza-backup');
    expect(await runBaraza(['backup', '--data', server.dataFolder, '--to', file])).toMatchObject({ exit: 0 });
    const byHand = join(server.folder, 'by-hand.db');
    await unpackBackup(file, byHand);
    expect(readFileSync(byHand).readUInt32BE(60), 'what an open database says of itself').toBe(0);
    await goOn(classes.struck);
    await actsAndDies(classes.struck);
    expect(await runBaraza(['restore', file, '--data', server.dataFolder])).toMatchObject({ exit: 0 });
    await server.start();
    expect([await told(classes.struck), await told(classes.bystander)]).toEqual([undefined, undefined]);
  });
});
