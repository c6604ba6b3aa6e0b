/**
 * Cases 2 and 3, and repeated commands: the process dies at the worst points of a transaction, and clients repeat their
 * commands.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desk } from '../../../shared/access/audience.ts';
import type { World } from '../../../shared/exercise/world.ts';
import { eventually } from '../../support/eventually.ts';
import { ServerProcess } from '../../support/server-process.ts';
import { stateHash, worldOf } from '../support/fold-of-log.ts';
import { Ledger, readKept } from '../support/ledger.ts';
import { type Chance, figure, push, seeded } from '../support/scale.ts';
import { comesBack, type PlayedClass, senders, speaks, type TwoClasses, twoClasses } from '../support/two-classes.ts';

const PRELOAD = fileURLToPath(new URL('../support/failpoint.cjs', import.meta.url));
const ROUNDS = push(1).long(10);
const RESENDS = push(24).all(100).long(1000);

let server: ServerProcess;
let classes: TwoClasses;
let failpoint: string;
const ledger = new Ledger();

const start = () => server.start({ FAILPOINT_FILE: failpoint }, { node: ['--require', PRELOAD] });
beforeAll(async () => {
  server = await ServerProcess.prepare();
  failpoint = join(server.folder, 'failpoint');
  await start();
  classes = await twoClasses(server.url, server.trainerKey);
});
afterAll(() => server.dispose());

const isGone = () =>
  eventually(
    () => classes.struck.police.client.closedWith,
    (code) => code !== undefined,
    'the end of the process',
  );

async function startsAgain(): Promise<void> {
  expect(existsSync(failpoint)).toBe(false);
  await server.end('SIGKILL');
  await start();
  await comesBack(classes.struck);
  await comesBack(classes.bystander);
}

async function goesOn(): Promise<void> {
  for (const one of [classes.struck, classes.bystander]) {
    await ledger.send(senders(one).trainer, { type: 'resume' });
    expect(await speaks(ledger, one)).toMatchObject({ ok: true });
  }
  const kept = readKept(server.dataFolder);
  expect(kept.integrity).toBe('ok');
  expect(ledger.against(kept)).toMatchObject({ missing: [], twice: [], altered: [] });
}

/** The server's state of a class equals its log. */
async function tellsItsLog(): Promise<void> {
  const kept = readKept(server.dataFolder);
  for (const { card, trainer } of [classes.struck, classes.bystander]) {
    const events = kept.events.get(card.exercise) ?? [];
    const { body } = await trainer.asks<{ world: World }>(`/api/exercises/${card.exercise}/view/police`);
    expect(stateHash(body.world)).toBe(stateHash(worldOf(events, desk('police'))));
  }
}

describe('a process that dies in the middle of a command', () => {
  it.each(['before-commit', 'after-commit'] as const)(
    '%s: the repeated command is done exactly once',
    async (place) => {
      for (let round = 0; round < ROUNDS; round += 1) {
        writeFileSync(failpoint, place);
        await speaks(ledger, classes.struck);
        const entry = ledger.entries.at(-1);
        expect(entry?.answers).toEqual([]);
        await isGone();
        await startsAgain();
        const kept = readKept(server.dataFolder).commands.some(({ id }) => id === entry?.id);
        expect(kept).toBe(place === 'after-commit');
        const { trainer } = senders(classes.struck);
        await ledger.send(trainer, { type: 'resume' });
        for (let again = 0; again < 3; again += 1)
          expect(await ledger.resend(entry as never)).toMatchObject({ ok: true });
        await goesOn();
      }
    },
  );
});

describe('a process that dies while storing a snapshot', () => {
  it.each(['in-snapshot', 'after-snapshot'] as const)('%s: the class equals its log', async (place) => {
    writeFileSync(failpoint, place);
    const { police, child, trainer } = senders(classes.struck);
    const gone = () => classes.struck.police.client.closedWith !== undefined;
    while (!gone()) {
      await Promise.all(
        [police, child].map((from) =>
          ledger.send(from, { type: 'send-message', to: ['police', 'child-protection'], text: ledger.mark() }),
        ),
      );
      await ledger.send(trainer, { type: 'whisper', to: ['police'], text: ledger.mark() });
      await new Promise((resolve) => setTimeout(resolve, 35));
    }
    await startsAgain();
    await tellsItsLog();
    await goesOn();
  });

  it('leaves a torn snapshot, which is ignored', async () => {
    const { exercise } = classes.struck.card;
    const whole = snapshotOf(exercise);
    expect(whole.length).toBeGreaterThan(1000);
    // storage/damaged.test.ts covers every other length.
    for (const length of [0, whole.length - 1]) {
      await server.end('SIGKILL');
      tear(exercise, whole.slice(0, length));
      await start();
      await comesBack(classes.struck);
      await comesBack(classes.bystander);
      await tellsItsLog();
      await goesOn();
    }
  });
});

describe('a repeated command', () => {
  it(`gets the same answer without a second effect, ${RESENDS} times`, async () => {
    const first = ledger.entries.length;
    const both = [classes.struck, classes.bystander];
    await Promise.all(both.map((one, at) => resends(one, seeded(`resends ${at}`), RESENDS / both.length)));
    expect(ledger.entries.slice(first).filter(({ answers }) => answers.length === 0)).toHaveLength(0);
    expect(ledger.against(readKept(server.dataFolder))).toMatchObject({ missing: [], twice: [], altered: [] });
    figure('resend trials', RESENDS);
  });
});

/** One client sends a command and repeats it: at once, after the answer, after a disconnect. */
async function resends(one: PlayedClass, chance: Chance, trials: number): Promise<void> {
  const { police } = one;
  for (let trial = 0; trial < trials; trial += 1) {
    const sent = speaks(ledger, one);
    const entry = ledger.entries.at(-1) as never;
    const how = chance.pick(['at-once', 'after', 'broken'] as const);
    if (how === 'at-once') await Promise.all([sent, ledger.resend(entry), ledger.resend(entry)]);
    if (how === 'broken') {
      await police.losesConnection();
      await sent;
      await police.comesBack();
    }
    await sent;
    await ledger.resend(entry, senders(one).police.via);
    // Four messages per trial: a little below the room's rate limit for one client.
    await new Promise((resolve) => setTimeout(resolve, 160));
  }
}

const withDatabase = <T>(work: (database: Database.Database) => T): T => {
  const database = new Database(join(server.dataFolder, 'baraza.db'));
  try {
    return work(database);
  } finally {
    database.close();
  }
};

const snapshotOf = (exercise: string): string =>
  withDatabase(
    (database) =>
      (database.prepare('SELECT payload FROM snapshots WHERE exercise = ?').get([exercise]) as { payload: string })
        .payload,
  );

const tear = (exercise: string, payload: string) =>
  withDatabase((database) =>
    database.prepare('UPDATE snapshots SET payload = ? WHERE exercise = ?').run([payload, exercise]),
  );
