/** Cases 25, 26 and 27: connections that break, for a second or for half an hour. */
import en from '../../../client/i18n/en/desk.json' with { type: 'json' };
import fr from '../../../client/i18n/fr/desk.json' with { type: 'json' };
import sw from '../../../client/i18n/sw/desk.json' with { type: 'json' };
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HandTime } from '../../client/connection/fake-wire.ts';
import { eventually } from '../../support/eventually.ts';
import { readKept } from '../support/kept-log.ts';
import { figure, LONG } from '../support/scale.ts';
import { ClassBehind } from './a-class-behind.ts';
import { UNDISTURBED } from './bystander.ts';

let all: ClassBehind;
beforeAll(async () => {
  all = await ClassBehind.opens();
});
afterAll(() => all.closes());

const amina = { name: 'Amina', role: 'police' };

describe('a dropped connection', () => {
  for (const [length, ms] of [
    ['1 s', 1000],
    ['30 s', 30_000],
    ['5 min', 5 * 60_000],
    ['30 min', 30 * 60_000],
  ] as const) {
    it(`of ${length} recovers: the seat is held, no command is lost or done twice (case 25)`, async () => {
      const { card, ledger, trainer } = await all.begins();
      const network = await all.network();
      const time = new HandTime();
      const seat = await all.joins(network, card.pin, amina, { time, ledger });
      await seat.does({ type: 'raise-hand', text: ledger.mark() });
      seat.store.dispatch({ type: 'draft', key: 'note', value: { text: 'half a sentence' } });

      // The answer to one command is in transit when the network fails; two more commands are sent without an answer.
      network.stall('down');
      const asked = [ledger.mark(), ledger.mark(), ledger.mark()].map((text) =>
        seat.does({ type: 'raise-hand', text }),
      );
      await eventually(
        () => readKept(all.server.dataFolder).texts.get(card.exercise)?.length ?? 0,
        (count) => count === 2,
        'the command whose answer is lost',
      );
      await network.refuse();
      network.heal();
      await seat.isAway();
      const before = seat.attempts;
      await seat.waits(time, ms);
      expect(seat.state.connection.phase).toBe('reconnecting');
      expect(seat.state.pending).toHaveLength(3);
      figure(`attempts in a drop of ${length}`, seat.attempts - before);
      const seatIn = () => trainer.client.public.roster.find((one) => one.seat === seat.place.seat);
      await eventually(seatIn, (one) => one?.connected === false && one.role === 'police', 'the held seat, shown grey');

      await network.accept();
      await seat.waits(time, 11_000);
      await seat.isLive();
      expect(await Promise.all(asked)).toMatchObject([{ ok: true }, { ok: true }, { ok: true }]);
      expect(seat.state).toMatchObject({ pending: [], drafts: { note: { text: 'half a sentence' } } });
      expect(seat.state.me?.role).toBe('police');
      const kept = readKept(all.server.dataFolder);
      expect(ledger.against(kept)).toEqual({ acknowledged: 4, missing: [], twice: [], altered: [] });
      seat.leaves();
    });
  }

  it('of 5 min of real time recovers as well (long runs only)', async () => {
    const { card } = await all.begins();
    const network = await all.network();
    const seat = await all.joins(network, card.pin, amina);
    await network.refuse();
    await seat.isAway();
    const until = Date.now() + (LONG ? 5 * 60_000 : 2000);
    await eventually(
      () => Date.now(),
      (now) => now >= until,
      'the end of the drop',
      6 * 60_000,
    );
    await network.accept();
    await seat.isLive(11_000);
    expect(await seat.does({ type: 'raise-hand' })).toMatchObject({ ok: true });
  });
});

describe('a connection younger than five seconds (case 26)', () => {
  it('recovers every time it breaks', async () => {
    const { card, ledger } = await all.begins();
    const network = await all.network();
    const seat = await all.joins(network, card.pin, amina, { ledger });
    for (let broken = 0; broken < 5; broken += 1) {
      const asked = seat.does({ type: 'raise-hand', text: ledger.mark() });
      network.reset();
      await seat.isAway();
      await seat.isLive();
      expect(await asked).toMatchObject({ ok: true });
    }
    expect(ledger.against(readKept(all.server.dataFolder))).toMatchObject({ missing: [], twice: [], altered: [] });
  });

  it('recovers if the resume message was cut in two', async () => {
    const { card, ledger } = await all.begins();
    const network = await all.network();
    const seat = await all.joins(network, card.pin, amina, { ledger });
    for (const bytes of [1, 7, 40, 90]) {
      network.cutAfter(bytes);
      expect(await seat.does({ type: 'raise-hand', text: ledger.mark() })).toMatchObject({ ok: true });
      await seat.isLive();
    }
    expect(ledger.against(readKept(all.server.dataFolder))).toMatchObject({ missing: [], twice: [], altered: [] });
  });
});

describe('an unreachable server (case 27)', () => {
  it('is retried for three minutes, at most ten seconds apart, and the first client back sees the same class', async () => {
    const { card } = await all.begins();
    const network = await all.network();
    const time = new HandTime();
    const seat = await all.joins(network, card.pin, amina, { time });
    await seat.does({ type: 'travel', place: 'bus-park' });
    await network.refuse();
    await seat.isAway();
    const before = seat.attempts;
    await seat.waits(time, 180_000);
    expect(seat.attempts - before).toBeGreaterThanOrEqual(180 / 5);
    await network.accept();
    await seat.waits(time, 11_000);
    const state = await seat.isLive();
    expect(state.world.seats[seat.place.seat]?.busy).toBeDefined();
  });

  it('is explained to people: what is saved, what waits, what they can do', () => {
    for (const { connection } of [en, fr, sw])
      expect([connection.title, connection.waiting_other, connection.nothingWaits, connection.now]).not.toContain('');
  });
});

it('other classes are not affected by dropped connections', async () => {
  const { p95, ...noticed } = await all.bystander.leaves();
  figure('p95 of the class next door', p95, 'ms');
  expect(noticed).toEqual(UNDISTURBED);
});
