/** Cases 28, 29 and 30: connections that die silently, clients that do not read, slow connections. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../../support/eventually.ts';
import { TestTrainee } from '../../support/test-trainee.ts';
import { BusyMachine } from '../support/busy-machine.ts';
import { readKept } from '../support/kept-log.ts';
import { residentMb } from '../support/resident.ts';
import { figure, percentile, push, seeded } from '../support/scale.ts';
import { ClassBehind } from './a-class-behind.ts';
import { UNDISTURBED } from './bystander.ts';

let all: ClassBehind;
beforeAll(async () => {
  all = await ClassBehind.opens((draft) => {
    for (const role of Object.values(draft.roles)) role.seats = '1-20';
  });
});
afterAll(() => all.closes());

const amina = { name: 'Amina', role: 'police' };
const since = (began: number): number => (performance.now() - began) / 1000;

describe('a connection that dies silently (case 28)', () => {
  it('is detected on both ends within fifteen seconds, with nothing missing, damaged or duplicated afterwards', async () => {
    const { card, ledger, trainer } = await all.begins();
    const network = await all.network();
    const seat = await all.joins(network, card.pin, amina, { ledger });
    const mate = await TestTrainee.joins(all.server.url, card.pin, 'Baraka', 'police');
    // One client's connection is gone for good (another access point), and new connections work.
    const elsewhere = await all.network();
    const moved = await all.joins(elsewhere, card.pin, { name: 'Chausiku', role: 'police' });
    network.stall();
    elsewhere.lose();
    const began = performance.now();
    const waits = seat.does({ type: 'raise-hand', text: ledger.mark() });
    const acting = (async () => {
      for (let count = 0; count < 60; count += 1) {
        await mate.does({ type: 'send-message', to: ['child-protection'], text: `line ${count}` });
        await new Promise((resolve) => setTimeout(resolve, 45));
      }
    })();
    const seatIn = () => trainer.client.public.roster.find((one) => one.seat === seat.place.seat);
    const grey = eventually(seatIn, (one) => one?.connected === false, 'the seat shown grey', 60_000);
    const machine = new BusyMachine();
    const noticed: number[] = [];
    const notices = (what: string): void => {
      noticed.push(since(began));
      figure(what, since(began), 's');
    };
    await Promise.all([
      acting,
      seat.isAway(60_000).then(() => notices('dead line noticed by the person')),
      moved
        .isAway(60_000)
        .then(() => moved.isLive(60_000))
        .then(() => figure('another line after a dead one', since(began), 's')),
      grey.then(() => notices('dead line noticed by the server')),
    ]);
    expect(Math.max(...noticed) * 1000).toBeLessThanOrEqual(machine.allows(16_000, 50));
    expect(await moved.does({ type: 'raise-hand' })).toMatchObject({ ok: true });

    // The data held in the dead connection arrives now, after its client has left it: it must be ignored.
    network.heal();
    await seat.isLive(60_000);
    expect(await waits).toMatchObject({ ok: true });
    await mate.sees('its own lines', (world) => Object.keys(world.messages).length >= 60);
    await seat.sees('the same', ({ streams }) => streams.role?.upTo === mate.client.streams.role?.upTo);
    expect(seat.state.streams.role?.world).toEqual(mate.client.streams.role?.world);
    expect(seat.state.connection.phase).toBe('live');
    expect(ledger.against(readKept(all.server.dataFolder))).toEqual({
      acknowledged: 1,
      missing: [],
      twice: [],
      altered: [],
    });
  });
});

describe('a client that reads nothing (case 29)', () => {
  it('costs the server a bounded amount of memory, is disconnected, and gets everything when it returns', async () => {
    const { card, trainer } = await all.begins();
    const network = await all.network();
    const reader = await TestTrainee.joins(network.url, card.pin, 'Amina', 'police');
    const mates = await Promise.all(
      Array.from({ length: 8 }, (_, index) => TestTrainee.joins(all.server.url, card.pin, `Mate ${index}`, 'police')),
    );
    await Promise.all(
      mates.map(async (mate) => {
        for (let count = 0; count < 80; count += 1) {
          await mate.does({ type: 'send-message', to: ['child-protection'], text: 'x' });
          await new Promise((resolve) => setTimeout(resolve, 40));
        }
      }),
    );
    network.stall('down');
    const before = residentMb(all.server.pid);
    let most = before;
    const began = performance.now();
    const seatIn = () => trainer.client.public.roster.find((one) => one.seat === reader.seat);
    // Sends a full snapshot twenty-five times a second to a client that reads none.
    while (seatIn()?.connected !== false && since(began) < 30) {
      reader.client.room.send('resume', { have: {} });
      most = Math.max(most, residentMb(all.server.pid));
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
    figure('a reader that stands still is let go after', since(began), 's');
    figure('memory of the server meanwhile', most - before, 'MB more');
    expect(seatIn()).toMatchObject({ connected: false });
    expect(most - before).toBeLessThanOrEqual(64);

    // A client that has not noticed the dead connection keeps sending.
    for (let count = 0; count < 3; count += 1) {
      reader.client.room.send('resume', { have: {} });
      await trainer.does({ type: 'set-pace', pace: 6 });
    }
    network.heal();
    await eventually(
      () => reader.client.closedWith,
      (code) => code !== undefined,
      'the end of the connection',
    );
    await reader.comesBack();
    await reader.sees('all lines', (world) => Object.keys(world.messages).length === 640);
    expect(reader.client.world).toEqual(mates[0]?.client.world);
    expect(mates.flatMap(({ client }) => client.disorder)).toEqual([]);
  });
});

describe('a slow connection: 300 ms round trip, 64 kbit/s, every twentieth piece stalls (case 30)', () => {
  it('is good enough to join and to work', async () => {
    const { card, ledger } = await all.begins();
    const chance = seeded('slow line');
    const network = await all.network({
      latencyMs: 150,
      kbitPerSecond: 64,
      stalls: { share: 0.05, ms: 700, random: () => chance.next() },
    });
    const began = performance.now();
    const seat = await all.joins(network, card.pin, amina, { ledger });
    const machine = new BusyMachine();
    const joined = since(began);
    figure('joining on a slow line', joined, 's');
    const took: number[] = [];
    for (let count = 0; count < push(20).long(200); count += 1) {
      const asked = performance.now();
      expect(await seat.does({ type: 'raise-hand', text: ledger.mark() })).toMatchObject({ ok: true });
      took.push(performance.now() - asked);
    }
    figure('answers on a slow line, p50', percentile(took, 0.5), 'ms');
    figure('answers on a slow line, p95', percentile(took, 0.95), 'ms');
    expect(joined).toBeLessThanOrEqual(10);
    expect(percentile(took, 0.95)).toBeLessThanOrEqual(machine.allows(1500, 50));
    expect(seat.attempts).toBe(1);
    expect(ledger.against(readKept(all.server.dataFolder))).toMatchObject({ missing: [], twice: [], altered: [] });
  });
});

it('other classes are not affected by bad connections', async () => {
  const { p95, ...noticed } = await all.bystander.leaves();
  figure('p95 of the class next door', p95, 'ms');
  expect(noticed).toEqual(UNDISTURBED);
});
