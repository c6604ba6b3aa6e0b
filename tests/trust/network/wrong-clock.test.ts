/** Case 24: the device’s calendar is wrong by years, or is corrected during a class. Nothing depends on it. */
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { CardLoader } from '../../../client/state/card-loader.ts';
import { caseNow, ClientStore } from '../../../client/state/client-store.ts';
import { keepOnDevice } from '../../../client/state/keep-on-device.ts';
import { makeSeatTools } from '../../../client/context/seat-tools.ts';
import type { CardsAnswer } from '../../../shared/protocol/api.ts';
import type { Card } from '../../../shared/protocol/cards.ts';
import { eventually } from '../../support/eventually.ts';
import { request } from '../../support/http.ts';
import { ClassBehind } from './a-class-behind.ts';
import { UNDISTURBED } from './bystander.ts';
import { RealSeat } from './real-seat.ts';

const YEAR_MS = 365.25 * 24 * 3_600_000;
/** Years; the server, in its own process, has the right date. */
const WRONG = [-9, 30] as const;
/** The delay of a very busy machine in real time; small compared with a year. */
const LATE_MS = 30_000;

let all: ClassBehind;
beforeAll(async () => {
  all = await ClassBehind.opens();
});
afterEach(() => void vi.restoreAllMocks());
afterAll(() => all.closes());

const rightNow = Date.now.bind(Date);

/** From here on this device has another date; its timers run as before. */
function calendarIsOff(years: number): void {
  vi.spyOn(Date, 'now').mockImplementation(() => rightNow() + years * YEAR_MS);
}

const nothing = () => undefined;

/** The clock that every countdown on the screens uses. */
const shownTo = ({ state }: RealSeat): number =>
  makeSeatTools(state, {
    readOnly: false,
    dispatch: nothing,
    send: () => Promise.reject(new Error('not asked')),
    requestCard: nothing,
    stepOut: nothing,
  }).caseNow();

/** The difference between the clock on screen and the server’s, which records its time at a pause. */
async function shownWrongBy(seat: RealSeat, trainer: Awaited<ReturnType<ClassBehind['begins']>>['trainer']) {
  const shown = shownTo(seat);
  await trainer.does({ type: 'pause' });
  const world = await trainer.sees('the pause', ({ status }) => status === 'paused');
  await trainer.does({ type: 'resume' });
  await seat.sees('that it goes on', (state) => state.public?.status === 'running');
  return Math.abs(world.now - shown);
}

const amina = { name: 'Amina', role: 'police' };

describe('a device with a wrong calendar (case 24)', () => {
  it.each(WRONG)('that is wrong by %i years joins, acts, shows the right time, and reconnects', async (years) => {
    calendarIsOff(years);
    const { card, trainer } = await all.begins();
    const network = await all.network();
    const seat = await all.joins(network, card.pin, amina);
    expect(await seat.does({ type: 'raise-hand' })).toMatchObject({ ok: true });
    expect(await shownWrongBy(seat, trainer)).toBeLessThan(LATE_MS * card.pace);
    network.lose();
    seat.connection.retryNow();
    await seat.isAway();
    await seat.isLive();
    expect(await seat.does({ type: 'raise-hand' })).toMatchObject({ ok: true });
    const again = all.keep(RealSeat.at(all.server.url, seat.place));
    await again.isLive();
    expect(await shownWrongBy(again, trainer)).toBeLessThan(LATE_MS * card.pace);
  });

  it.each(WRONG)('that jumps by %i years in between keeps clock, acts and connection', async (years) => {
    const { card, trainer } = await all.begins();
    const network = await all.network();
    const seat = await all.joins(network, card.pin, amina);
    calendarIsOff(years);
    expect(await shownWrongBy(seat, trainer)).toBeLessThan(LATE_MS * card.pace);
    expect(seat.state.connection.phase).toBe('live');
    for (let act = 0; act < 5; act += 1) expect(await seat.does({ type: 'raise-hand' })).toMatchObject({ ok: true });
    expect(seat.attempts).toBe(1);
    // While disconnected, the clock stops at its last value.
    await network.refuse();
    await seat.isAway();
    const waiting = seat.does({ type: 'raise-hand' });
    const stood = caseNow(seat.state, performance.now());
    calendarIsOff(-years);
    expect(Math.abs(shownTo(seat) - stood)).toBeLessThan(LATE_MS * card.pace);
    await network.accept();
    await seat.isLive();
    expect(await waiting).toMatchObject({ ok: true });
  });

  it.each(WRONG)('that jumps by %i years requests a rejected text again', async (years) => {
    const { card } = await all.begins();
    const network = await all.network();
    const seat = await all.joins(network, card.pin, amina);
    await network.refuse();
    const arrived: Card[] = [];
    let asked = 0;
    const loader = new CardLoader(
      async (ids) => {
        asked += 1;
        const answer = await request<CardsAnswer>(`${network.url}/api/cards`, {
          method: 'POST',
          headers: { authorization: `Bearer ${seat.place.token}` },
          body: { ids, language: 'en' },
        }).catch(() => undefined);
        return answer?.body.cards;
      },
      (cards) => void arrived.push(...cards),
    );
    loader.request('item:tip');
    await eventually(
      () => asked,
      (count) => count === 1,
      'the first asking',
    );
    calendarIsOff(years);
    await network.accept();
    await eventually(
      () => {
        loader.request('item:tip');
        return arrived;
      },
      (cards) => cards.length > 0,
      'the text',
      20_000,
    );
  });

  it('keeps drafts over a reload, at any date', () => {
    const place = 'a-room.s1';
    const before = new ClientStore();
    const stop = keepOnDevice(before, place);
    before.dispatch({ type: 'draft', key: 'message', value: { text: 'half a sentence' } });
    stop();
    for (const years of WRONG) {
      calendarIsOff(years);
      const store = new ClientStore();
      keepOnDevice(store, place)();
      expect(store.get().drafts['message']).toEqual({ text: 'half a sentence' });
    }
  });
});

it('other classes are not affected by wrong calendars', async () => {
  const { p95: _p95, ...noticed } = await all.bystander.leaves();
  expect(noticed).toEqual(UNDISTURBED);
});
