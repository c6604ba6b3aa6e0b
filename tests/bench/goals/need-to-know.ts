/**
 * P13: who may know nothing of an event gets no frame of it, of whatever kind; and who did not read for a minute has missed
 * nothing and got nothing changed.
 */
import type { SocketClient } from '../load/socket-client.ts';
import { commandOfTrainer, enterClass, openClasses, ROLES } from '../load/baraza-rooms.ts';
import { actOf } from '../load/acts.ts';
import { startBaraza } from '../support/baraza-server.ts';
import type { Finding } from '../support/figures.ts';
import type { Scale } from '../support/scale.ts';
import { randomBytes } from 'node:crypto';

const MEMBERS = 10;
const ACTS = 100;
const GAP_MS = 40;
const SETTLE_MS = 1500;
const GIVE_UP_MS = 15_000;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export async function needToKnowFindings(scale: Scale): Promise<Finding[]> {
  const server = await startBaraza();
  try {
    const [places = []] = await openClasses(server.url, server.key, { rooms: 1, members: MEMBERS });
    const room = places[0]?.room ?? '';
    const clients = await enterClass(server.url, places);
    const needless = await framesOfOthers(clients, () => commandOfTrainer(server, room, { type: 'pause' }));
    await commandOfTrainer(server, room, { type: 'resume' });
    const wrong = await stalled(clients, scale.stallSeconds);
    return [
      {
        goal: 'P13',
        what: `frames to seats that may know nothing, ${ACTS} acts of another desk`,
        value: needless,
        unit: '',
        limit: 0,
        measured: String(needless),
      },
      {
        goal: 'P13',
        what: `events missing or changed at a client stalled for ${scale.stallSeconds} s`,
        value: wrong,
        unit: '',
        limit: 0,
        measured: String(wrong),
      },
    ];
  } finally {
    await server.dispose();
  }
}

/** The class stands still, so nothing happens by itself; what goes out at fixed intervals has just gone out. */
async function framesOfOthers(clients: SocketClient[], standStill: () => Promise<void>): Promise<number> {
  await standStill();
  await pause(SETTLE_MS);
  const others = clients.filter((_, index) => ROLES[index % ROLES.length] !== 'police');
  const [police] = clients;
  const before = others.map(({ frames }) => frames);
  const end = Date.now() + GIVE_UP_MS;
  while (others.every(({ frames }, index) => frames === before[index]) && Date.now() < end) await pause(50);
  await pause(SETTLE_MS / 2);
  const counted = others.map(({ frames }) => frames);
  for (let act = 0; act < ACTS; act += 1) {
    police?.request('command', {
      id: randomBytes(16).toString('hex'),
      body: { type: 'place-item', item: 'coach-nickname', x: act, y: act },
    });
    await pause(GAP_MS);
  }
  await pause(SETTLE_MS / 2);
  return others.reduce((sum, { frames }, index) => sum + frames - (counted[index] ?? 0), 0);
}

/** Two phones at one desk: what the one that slept was told in the end is what the other was told. */
async function stalled(clients: SocketClient[], seconds: number): Promise<number> {
  const [awake, asleep] = clients.filter((_, index) => ROLES[index % ROLES.length] === 'police');
  if (!awake || !asleep) throw new Error('a desk needs two phones');
  awake.told = [];
  asleep.told = [];
  asleep.stall();
  const speakers = clients.filter((client) => client !== asleep);
  const end = Date.now() + seconds * 1000;
  for (let act = 0; Date.now() < end; act += 1) {
    speakers[act % speakers.length]?.request('command', actOf(ROLES));
    await pause(GAP_MS / 8);
  }
  await pause(SETTLE_MS);
  asleep.wake();
  const flat = (client: SocketClient) =>
    (client.told ?? []).flatMap(({ from, events }) => events.map((event, at) => JSON.stringify([from + at, event])));
  const give = Date.now() + GIVE_UP_MS;
  while (flat(asleep).length < flat(awake).length && Date.now() < give) await pause(100);
  const [all, got] = [flat(awake), new Set(flat(asleep))];
  if (all.length === 0) throw new Error('nothing happened while a phone was asleep');
  return all.filter((line) => !got.has(line)).length + (got.size - all.filter((line) => got.has(line)).length);
}
