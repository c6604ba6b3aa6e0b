/** Cases 21 to 24: the wall clock jumps, the machine sleeps, the process dies beside a timer. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../../support/eventually.ts';
import { ServerProcess } from '../../support/server-process.ts';
import { Ledger, readKept } from '../support/ledger.ts';
import { figure, push } from '../support/scale.ts';
import { comesBack, type PlayedClass, playedClass, senders, speaks } from '../support/two-classes.ts';

const SHIM = fileURLToPath(new URL('../support/clock-shim.cjs', import.meta.url));
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ASLEEP_MS = push(7000).long(60_000);

let server: ServerProcess;
let clock: string;
let played: PlayedClass;
const ledger = new Ledger();
const start = (zone = 'UTC') => server.start({ CLOCK_FILE: clock, TZ: zone }, { node: ['--require', SHIM] });
const wallIsOffBy = (ms: number) => writeFileSync(clock, String(ms));
beforeAll(async () => {
  server = await ServerProcess.prepare();
  clock = join(server.folder, 'clock');
  await start('Africa/Nairobi');
  played = await playedClass(server.url, server.trainerKey, 'On time');
});
afterAll(() => server.dispose());

const fired = () =>
  (readKept(server.dataFolder).events.get(played.card.exercise) ?? []).filter(({ type }) => type === 'timer-cleared');
const caseMs = () => played.trainer.client.public.caseMs;
const goesOn = () => ledger.send(senders(played).trainer, { type: 'resume' });
const arrivals = () =>
  (readKept(server.dataFolder).events.get(played.card.exercise) ?? []).filter(({ type }) => type === 'travel-ended');

/** Only the class's own clock may cause events in its log. */
async function nothingFellDue(meanwhile: () => Promise<unknown>): Promise<void> {
  const before = fired().length;
  const [time, real] = [caseMs(), performance.now()];
  await meanwhile();
  expect(await speaks(ledger, played)).toMatchObject({ ok: true });
  expect(fired()).toHaveLength(before);
  // At pace six, and ten seconds of the room's own clock check.
  expect(caseMs() - time).toBeLessThan((performance.now() - real + 11_000) * 6);
}

describe('the wall clock of the server', () => {
  it.each([
    ['two hours ahead', 2 * HOUR],
    ['two hours behind', -2 * HOUR],
    ['one hour ahead, as when summer time begins', HOUR],
    ['forty seconds behind, as after a step of NTP', -40_000],
    ['nine years ahead', 9 * 365 * 24 * HOUR],
  ])('%s: no timer fires early, and no client is disconnected', async (_what, offset) => {
    await nothingFellDue(async () => {
      wallIsOffBy(offset);
      // The machine's clock watch runs once a second.
      await new Promise((resolve) => setTimeout(resolve, 2500));
      if (played.police.client.public.status === 'paused') await goesOn();
    });
    wallIsOffBy(0);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    if (played.police.client.public.status === 'paused') await goesOn();
    expect(played.police.client.closedWith).toBeUndefined();
  });
});

describe('a laptop that sleeps', () => {
  it(`for ${ASLEEP_MS / 1000} s pauses the class where it was, and the trainer resumes it`, async () => {
    const before = caseMs();
    const begun = performance.now();
    process.kill(server.pid, 'SIGSTOP');
    await new Promise((resolve) => setTimeout(resolve, ASLEEP_MS));
    process.kill(server.pid, 'SIGCONT');
    await eventually(
      () => played.trainer.client.public.status,
      (status) => status === 'paused',
      'the pause',
    );
    const awake = performance.now() - begun - ASLEEP_MS;
    expect(caseMs() - before).toBeLessThan((awake + 11_000) * 6);
    await goesOn();
    expect(await speaks(ledger, played)).toMatchObject({ ok: true });
    figure('asleep, then paused at the case time it had: case minutes lost', (caseMs() - before) / MINUTE);
  });
});

describe('a process that dies beside a timer', () => {
  it('before it is due fires it once after the restart, at its time', async () => {
    const seen = arrivals().length;
    const left = await leavesFor('bus-park');
    await server.end('SIGKILL');
    await start('Europe/Berlin');
    await comesBack(played);
    expect(arrivals()).toHaveLength(seen);
    await goesOn();
    await played.trainer.does({ type: 'skip-to', to: left.due + MINUTE });
    await firesOnce(seen, left.due);
  });

  it('after it is due has fired it once, at its time, and does not fire it again', async () => {
    const seen = arrivals().length;
    const left = await leavesFor('station');
    await played.trainer.does({ type: 'skip-to', to: left.due - 2000 });
    await eventually(
      () => arrivals().length,
      (count) => count > seen,
      'the arrival',
    );
    await server.end('SIGKILL');
    await start();
    await comesBack(played);
    await goesOn();
    await played.trainer.does({ type: 'skip-to', to: left.due + 30 * MINUTE });
    await firesOnce(seen, left.due);
    expect(ledger.against(readKept(server.dataFolder))).toMatchObject({ missing: [], twice: [], altered: [] });
  });

  /** The child officer, who has not travelled yet, starts a journey. */
  async function leavesFor(place: string): Promise<{ due: number }> {
    const { child } = played;
    expect(await child.does({ type: 'travel', place })).toMatchObject({ ok: true });
    const world = await child.sees('the way', ({ seats }) => seats[child.seat]?.busy !== undefined);
    return { due: world.seats[child.seat]?.busy?.due ?? 0 };
  }

  async function firesOnce(seen: number, due: number): Promise<void> {
    const mine = () => arrivals().filter((event) => event.at === due);
    await eventually(
      () => mine().length,
      (count) => count > 0,
      'the arrival at its time',
    );
    expect(mine()).toHaveLength(1);
    expect(arrivals().length).toBeGreaterThan(seen);
  }
});
