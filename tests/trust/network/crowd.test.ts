/** Case 34 and the figures of a whole class: sixty people from one address join at once, work, and return at once. */
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../../support/eventually.ts';
import { Ledger } from '../support/ledger.ts';
import { readKept } from '../support/kept-log.ts';
import { BusyMachine } from '../support/busy-machine.ts';
import { processorMs } from '../support/resident.ts';
import { figure, percentile, push, seeded } from '../support/scale.ts';
import { ClassBehind } from './a-class-behind.ts';
import { UNDISTURBED } from './bystander.ts';
import type { RealSeat } from './real-seat.ts';

const PEOPLE = 60;
let all: ClassBehind;
let seats: RealSeat[] = [];
let exercise: string;
const ledger = new Ledger();
beforeAll(async () => {
  all = await ClassBehind.opens((draft) => {
    for (const role of Object.values(draft.roles)) role.seats = '1-40';
  });
});
afterAll(() => all.closes());

const print = (what: string, took: readonly number[]): void => {
  for (const share of [0.5, 0.95, 0.99]) figure(`${what}, p${share * 100}`, percentile(took, share), 'ms');
};

describe('a whole class from one address', () => {
  it('joins at once: sixty of sixty, and no client counts as an attacker', async () => {
    const { card } = await all.begins();
    exercise = card.exercise;
    const took: number[] = [];
    const cost = processorMs(all.server.pid);
    const machine = new BusyMachine();
    seats = await Promise.all(
      Array.from({ length: PEOPLE }, async (_, index) => {
        const began = performance.now();
        const role = index % 2 === 0 ? 'police' : 'child-protection';
        const seat = await all.joins(all.server, card.pin, { name: `Person ${index}`, role }, { ledger });
        took.push(performance.now() - began);
        return seat;
      }),
    );
    print('sixty come in at once', took);
    figure('processor time of the server for it', processorMs(all.server.pid) - cost, 'ms');
    expect(new Set(seats.map(({ place }) => place.seat)).size).toBe(PEOPLE);
    expect(percentile(took, 0.95)).toBeLessThanOrEqual(machine.allows(5000, 100));
    await seats[0]?.sees('everybody there', (state) => {
      const roster = state.public?.roster ?? [];
      return roster.length === PEOPLE && roster.every(({ connected }) => connected);
    });
  });

  it('works: every client acts every two seconds', async () => {
    const chance = seeded('a working class');
    const took: number[] = [];
    const rounds = push(4).long(60);
    const machine = new BusyMachine();
    const cost = processorMs(all.server.pid);
    await Promise.all(
      seats.map(async (seat) => {
        for (let round = 0; round < rounds; round += 1) {
          await new Promise((resolve) => setTimeout(resolve, chance.between(1000, 3000)));
          const began = performance.now();
          await seat.does({ type: 'send-message', to: ['police', 'child-protection'], text: ledger.mark() });
          took.push(performance.now() - began);
        }
      }),
    );
    print('answers in a class of sixty', took);
    figure('processor time of the server for one act', (processorMs(all.server.pid) - cost) / took.length, 'ms');
    expect(took).toHaveLength(PEOPLE * rounds);
    expect(percentile(took, 0.95)).toBeLessThanOrEqual(machine.allows(500, 50));
    const { p95, ...noticed } = await all.bystander.leaves();
    figure('answers in the class next door, p95', p95, 'ms');
    expect(noticed).toEqual(UNDISTURBED);
  });

  it('reconnects by itself, all sixty, after the server was killed and restarted (case 34)', async () => {
    const asked = seats.map((seat) => seat.does({ type: 'raise-hand', text: ledger.mark() }));
    await all.server.end('SIGKILL');
    await Promise.all(seats.map((seat) => seat.isAway()));
    const back: number[] = [];
    const machine = new BusyMachine();
    const opened = portOpens(all.server.port);
    const [, opens] = await Promise.all([all.server.start(), opened]);
    await Promise.all(
      seats.map(async (seat) => {
        await seat.isLive(30_000);
        back.push(performance.now() - opens);
      }),
    );
    print('sixty are back after the port opened', back);
    expect(seats.map(({ state }) => state.connection.phase)).toEqual(seats.map(() => 'live'));
    expect(percentile(back, 0.99)).toBeLessThanOrEqual(machine.allows(8000, 200));
    expect(spread(back)).toBeGreaterThan(200);

    for (const answer of await Promise.all(asked)) expect(answer).toMatchObject({ ok: true });
    const kept = readKept(all.server.dataFolder);
    expect(ledger.against(kept)).toMatchObject({ missing: [], twice: [], altered: [] });
    expect(kept.events.get(exercise)?.some(({ type }) => type === 'exercise-paused')).toBe(true);
    const [first, ...others] = seats.filter((_, index) => index % 2 === 0);
    for (const other of others) {
      await other.sees('the same', ({ streams }) => streams.role?.upTo === first?.state.streams.role?.upTo);
      expect(other.state.streams.role?.world).toEqual(first?.state.streams.role?.world);
    }
  });
});

const spread = (values: readonly number[]): number => percentile(values, 0.95) - percentile(values, 0.05);

/** The time at which the port accepts connections again. */
async function portOpens(port: number): Promise<number> {
  const knock = (): Promise<boolean> =>
    new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true));
      socket.on('error', () => resolve(false));
      socket.on('close', () => resolve(false));
      socket.on('connect', () => socket.destroy());
    });
  let open = 0;
  const knocking = (async () => {
    while (!(await knock())) await new Promise((resolve) => setTimeout(resolve, 10));
    open = performance.now();
  })();
  await eventually(
    () => open,
    (at) => at > 0,
    'an open port',
    60_000,
  );
  await knocking;
  return open;
}
