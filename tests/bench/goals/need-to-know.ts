/**
 * P13: a client without the need to know gets no frame of an event; a client that did not read for a minute misses no
 * event and gets none changed.
 */
import type { SocketClient } from '../load/socket-client.ts';
import { commandOfTrainer, enterClass, openClasses, type Place, ROLES } from '../load/baraza-rooms.ts';
import { DeskPhone, differences } from '../load/desk-phone.ts';
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
    const { wrong, said } = await stalled(server.url, places, clients, scale.stallSeconds);
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
        measured: said,
      },
    ];
  } finally {
    await server.dispose();
  }
}

/** The class is paused, so nothing happens by itself, and the periodic frames have just been sent. */
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

/**
 * Two phones at one desk. One stops reading, is disconnected when its queue is full, and returns; in the end it knows
 * what the other knows.
 */
async function stalled(url: string, places: readonly Place[], clients: SocketClient[], seconds: number) {
  const [first, second] = places.filter((_, index) => ROLES[index % ROLES.length] === 'police');
  if (!first || !second) throw new Error('a desk needs two phones');
  const [awake, asleep] = [await DeskPhone.enters(url, first), await DeskPhone.enters(url, second)];
  const since = awake.upTo;
  asleep.client.stall();
  // A client that entered again replaces the earlier phone.
  const speakers = clients.filter((_, index) => ROLES[index % ROLES.length] !== 'police');
  const end = Date.now() + seconds * 1000;
  for (let act = 0; Date.now() < end; act += 1) {
    speakers[act % speakers.length]?.request('command', actOf(ROLES));
    await pause(GAP_MS / 8);
  }
  await pause(SETTLE_MS);
  asleep.client.wake();
  const give = Date.now() + GIVE_UP_MS;
  let returns = 0;
  while ((asleep.upTo < awake.upTo || asleep.client.closed) && Date.now() < give) {
    await pause(100);
    if (!asleep.client.closed) continue;
    returns += 1;
    await asleep.comesBack();
  }
  if (awake.upTo === since) throw new Error('nothing happened while a phone was asleep');
  const wrong = differences(awake, asleep, since);
  const how = returns === 0 ? 'not cut off' : `came back ${returns}×, ${asleep.snapshots - 1} by snapshot`;
  return { wrong, said: `${wrong} of ${awake.upTo - since} (${how})` };
}
