/** Opens classes as a trainer, seats all people and starts the classes. */
import { randomBytes } from 'node:crypto';
import { TestTrainer } from '../../support/test-trainer.ts';
import { request } from '../../support/http.ts';
import type { JoinAnswer } from '../../../shared/protocol/api.ts';
import { SocketClient } from './socket-client.ts';

export interface Place {
  room: string;
  token: string;
}

export const ROLES = ['police', 'prosecutor', 'labour-inspector', 'child-protection', 'immigration'];

/** Every person has a seat and no connection yet; every class runs. */
export async function openClasses(
  url: string,
  key: string,
  { rooms, members }: { rooms: number; members: number },
): Promise<Place[][]> {
  const trainer = await TestTrainer.signsIn(url, key);
  const classes: Place[][] = [];
  for (let made = 0; made < rooms; made += 1) {
    const card = await trainer.opensClass({ scenario: 'trial-match' });
    const places: Place[] = [];
    for (let seat = 0; seat < members; seat += 1) {
      const body = { name: `Trainee ${seat + 1}`, language: 'en', role: ROLES[seat % ROLES.length] };
      const joined = await request<JoinAnswer>(`${url}/api/join/${card.pin}`, { method: 'POST', body });
      if (joined.status !== 201) throw new Error(`no seat: ${joined.status} ${JSON.stringify(joined.body)}`);
      places.push({ room: card.exercise, token: joined.body.token });
    }
    await start(trainer, url, card.exercise);
    classes.push(places);
  }
  return classes;
}

async function start(trainer: TestTrainer, url: string, exercise: string): Promise<void> {
  await ask(trainer, url, exercise, { type: 'start-exercise' });
}

/** One command of a trainer, who connects for it and disconnects again. */
export async function commandOfTrainer(
  { url, key }: { url: string; key: string },
  exercise: string,
  body: { type: string },
): Promise<void> {
  await ask(await TestTrainer.signsIn(url, key), url, exercise, body);
}

async function ask(trainer: TestTrainer, url: string, exercise: string, body: { type: string }): Promise<void> {
  const ticket = await trainer.asks<{ room: string; ticket: string }>(`/api/exercises/${exercise}/ticket`, {
    method: 'POST',
    body: {},
  });
  const client = await SocketClient.enter(url, ticket.body.room, { ticket: ticket.body.ticket });
  await new Promise<void>((resolve, reject) => {
    client.heard = {
      acts: () => undefined,
      answer: (_, ok) => (ok ? resolve() : reject(new Error(`${body.type} was refused`))),
    };
    client.request('command', { id: randomBytes(16).toString('hex'), body });
  });
  client.close();
}

/** All people of a class enter their room and follow it. */
export async function enterClass(url: string, places: readonly Place[]): Promise<SocketClient[]> {
  const clients: SocketClient[] = [];
  for (const { room, token } of places) {
    const client = await SocketClient.enter(url, room, { token });
    await client.follow();
    clients.push(client);
  }
  return clients;
}
