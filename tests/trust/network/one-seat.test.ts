/** Cases 32 and 33, one person with one seat: second tabs, reloads, lost answers, lost tokens, stepping out. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JoinAnswer } from '../../../shared/protocol/api.ts';
import { eventually } from '../../support/eventually.ts';
import { request } from '../../support/http.ts';
import { ClassBehind } from './a-class-behind.ts';
import { UNDISTURBED } from './bystander.ts';
import { RealSeat } from './real-seat.ts';

let all: ClassBehind;
beforeAll(async () => {
  all = await ClassBehind.opens();
});
afterAll(() => all.closes());

const amina = { name: 'Amina', role: 'police' };
const phase = (seat: RealSeat): string => seat.state.connection.phase;
const asks = (path: string, body: unknown) =>
  request<JoinAnswer & { error?: string }>(`${all.server.url}${path}`, { method: 'POST', body });

describe('a second tab of the same person (case 32)', () => {
  it('takes the seat; the first tab shows that, and can take it back', async () => {
    const { card } = await all.begins();
    const first = await all.joins(all.server, card.pin, amina);
    const second = all.keep(RealSeat.at(all.server.url, first.place));
    await second.isLive();
    await first.sees('that it is open elsewhere', ({ connection }) => connection.phase === 'elsewhere');
    expect(await second.does({ type: 'raise-hand' })).toMatchObject({ ok: true });
    first.connection.start();
    await first.isLive();
    await second.sees('that it is open elsewhere', ({ connection }) => connection.phase === 'elsewhere');
    expect(await first.does({ type: 'raise-hand' })).toMatchObject({ ok: true });
  });

  it('keeps the seat when the first one wakes from a dead connection and reconnects', async () => {
    const { card } = await all.begins();
    const network = await all.network();
    const first = await all.joins(network, card.pin, amina);
    await network.refuse();
    await first.isAway();
    const second = all.keep(RealSeat.at(all.server.url, first.place));
    await second.isLive();
    await network.accept();
    await first.sees('that it is open elsewhere', ({ connection }) => connection.phase === 'elsewhere', 11_000);
    expect(phase(second)).toBe('live');
  });

  it('is not detected when the same tab changes networks: no tab is closed', async () => {
    const { card } = await all.begins();
    const network = await all.network();
    const seat = await all.joins(network, card.pin, amina);
    network.lose();
    seat.connection.retryNow();
    await seat.isAway();
    await seat.isLive();
    expect(phase(seat)).toBe('live');
    expect(await seat.does({ type: 'raise-hand' })).toMatchObject({ ok: true });
  });
});

describe('a join request', () => {
  const wish = (join?: string) => ({ name: 'Amina', language: 'en', role: 'police', callSign: true, join });
  const id = () => randomBytes(16).toString('hex');

  it('whose answer was lost gets the same seat when repeated, and the newest token opens it', async () => {
    const { card } = await all.begins();
    const path = `/api/join/${card.pin}`;
    const mine = id();
    const first = await asks(path, wish(mine));
    const again = await asks(path, { ...wish(mine), role: 'child-protection' });
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toMatchObject({ seat: first.body.seat, role: 'police' });
    expect(again.body.token).not.toBe(first.body.token);
    const seat = all.keep(RealSeat.at(all.server.url, again.body));
    await seat.isLive();
    const old = all.keep(RealSeat.at(all.server.url, first.body));
    await old.sees('that its token opens nothing', ({ connection }) => connection.phase === 'failed');
    expect(seat.state.public?.roster).toHaveLength(1);
  });

  it('sent many times at once seats one person', async () => {
    const { card } = await all.begins();
    const mine = id();
    const answers = await Promise.all(Array.from({ length: 20 }, () => asks(`/api/join/${card.pin}`, wish(mine))));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => body.seat)).size).toBe(1);
  });

  it('is unknown in another class, and after its seat was given up or recovered', async () => {
    const { card, trainer } = await all.begins();
    const other = await all.begins();
    const mine = id();
    const { body } = await asks(`/api/join/${card.pin}`, wish(mine));
    expect((await asks(`/api/join/${other.card.pin}`, wish(mine))).status).toBe(201);
    await eventually(
      () => other.trainer.client.public.roster.length,
      (people) => people === 1,
      'somebody new in the other class',
    );
    expect(await trainer.does({ type: 'free-seat', seat: body.seat })).toMatchObject({ ok: true });
    await eventually(
      () => trainer.client.world.seats[body.seat]?.freed,
      (freed) => freed === true,
      'the freed seat',
    );
    const anew = await asks(`/api/join/${card.pin}`, { ...wish(mine), callSign: false });
    expect(anew.status).toBe(201);
    expect(anew.body.seat).not.toBe(body.seat);
  });
});

describe('a reload (case 33)', () => {
  it('finds the seat unchanged, and the step-out of its person, who returns there', async () => {
    const { card, trainer } = await all.begins();
    const before = await all.joins(all.server, card.pin, amina);
    before.store.dispatch({ type: 'step-out', out: true });
    await before.connection.tell('step-out', { out: true });
    before.leaves();
    const after = all.keep(RealSeat.at(all.server.url, before.place));
    await after.isLive();
    expect(after.state.steppedOut).toBe(true);
    const rosterSays = () => trainer.client.public.roster[0]?.connected;
    await eventually(
      () => trainer.client.public.roster,
      ([person]) => person !== undefined && !person.connected,
      'the person away, to everybody',
    );

    const colleague = all.keep(await RealSeat.trains(all.server.url, trainer, card));
    expect(colleague.state.away).toEqual({ [before.place.seat]: true });
    after.store.dispatch({ type: 'step-out', out: false });
    await after.connection.tell('step-out', { out: false });
    await eventually(rosterSays, Boolean, 'the person back at the desk');
    after.leaves();
    const third = all.keep(RealSeat.at(all.server.url, before.place));
    await third.isLive();
    expect(third.state.steppedOut).toBe(false);
  });

  it('that finds no token on the device is repaired by a one-time code from the trainer', async () => {
    const { card, trainer } = await all.begins();
    const lost = await all.joins(all.server, card.pin, amina);
    const path = `/api/exercises/${card.exercise}/seats/${lost.place.seat}/code`;
    const { code } = (await trainer.asks<{ code: string }>(path, { method: 'POST', body: {} })).body;
    const recovered = await asks('/api/recover', { pin: card.pin, code });
    expect(recovered.body).toMatchObject({ seat: lost.place.seat, role: 'police' });
    const seat = all.keep(RealSeat.at(all.server.url, recovered.body));
    await seat.isLive();
    expect(await asks('/api/recover', { pin: card.pin, code })).toMatchObject({
      status: 401,
      body: { error: 'bad-token' },
    });
    await lost.sees('that it is open elsewhere', ({ connection }) => connection.phase === 'elsewhere');
    lost.connection.start();
    await lost.sees('that its token opens nothing any more', ({ connection }) => connection.phase === 'failed');
    expect(phase(seat)).toBe('live');
  });
});

it('other classes are not affected by second tabs', async () => {
  const { p95: _p95, ...noticed } = await all.bystander.leaves();
  expect(noticed).toEqual(UNDISTURBED);
});
