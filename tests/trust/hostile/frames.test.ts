/** Case 44 of the faults and attacks: arbitrary bytes through the socket of a joined client. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { WebSocket } from 'ws';
import { type Arena, openArena } from './support/arena.ts';
import { type Frame, frameOf } from './support/frames.ts';
import { rawClient } from './support/raw.ts';
import { type Chance, figure, push, SEED, seeded } from '../support/scale.ts';

const FRAMES = push(2000).all(10_000).long(100_000);
const INTRUDERS = 16;
/** Frames per second that the room reads; more would count as a flood. */
const A_SECOND = 28;
/** Seeds that once caused a fault; each is replayed for ever. */
const PINNED: readonly number[] = [];
/** Repeated log lines are suppressed, so the log grows at most this fast, however many frames there are. */
const MAX_LOG_BYTES_A_SECOND = 4096;

let arena: Arena;
let tokens: string[];
beforeAll(async () => {
  arena = await openArena();
  // One sits at a desk, where valid commands are judged; the others have no desk.
  const intruders = await Promise.all(
    Array.from({ length: INTRUDERS }, (_, at) =>
      arena.intruder(`Mallory ${at}`, at === 0 ? 'child-protection' : undefined),
    ),
  );
  tokens = intruders.map(({ token }) => token);
});
afterAll(() => arena.close());

/** Sends survivable frames and finally a deadly one; returns how many of them the room has read. */
async function turn(socket: WebSocket, chance: Chance, count: number): Promise<number> {
  let sent = 0;
  let frame: Frame;
  do {
    frame = frameOf(chance);
    socket.send(frame.data);
    sent += 1;
  } while (sent < count && !frame.deadly && socket.readyState === socket.OPEN);
  return sent;
}

async function attack(seed: number, frames: number): Promise<number> {
  const each = Math.ceil(frames / tokens.length);
  const sent = await Promise.all(
    tokens.map(async (token, at) => {
      const chance = seeded(`frames of intruder ${at}`, seed);
      // Spread over the second, like people's commands.
      await new Promise((resolve) => setTimeout(resolve, (at * 1000) / tokens.length));
      let [left, socket] = [each, await rawClient(arena.url, arena.room, token)];
      while (left > 0) {
        const second = new Promise((resolve) => setTimeout(resolve, 1050));
        for (let read = 0; read < A_SECOND && left > 0; ) {
          if (socket.readyState !== socket.OPEN) socket = await rawClient(arena.url, arena.room, token);
          const count = await turn(socket, chance, Math.min(A_SECOND - read, left));
          [read, left] = [read + count, left - count];
          await closedOrRead(socket);
        }
        await second;
      }
      socket.terminate();
      return each;
    }),
  );
  return sent.reduce((sum, count) => sum + count, 0);
}

/** A pong, or a closed socket, shows that all earlier frames were read. */
function closedOrRead(socket: WebSocket): Promise<void> {
  if (socket.readyState !== socket.OPEN) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      socket.off('pong', done).off('close', done);
      resolve();
    };
    socket.on('pong', done).on('close', done);
    socket.ping();
  });
}

it(`${FRAMES} frames that no client of ours sends disconnect only their sender`, async () => {
  const logged = arena.server.output.length;
  const began = performance.now();
  const { result, harm } = await arena.during(() => attack(SEED, FRAMES));
  figure('malformed frames', result);
  const seconds = (performance.now() - began) / 1000;
  figure('malformed frames a second', result / seconds);
  figure('log of malformed frames', arena.server.output.length - logged, 'bytes');
  arena.expectUnharmed('malformed frames', harm);
  expect(arena.server.output.length - logged).toBeLessThan(MAX_LOG_BYTES_A_SECOND * seconds);
  expect(result).toBeGreaterThanOrEqual(FRAMES);
});

it('frames that once caused a fault do so no more', async () => {
  for (const seed of PINNED) await attack(seed, 2000);
  expect((await fetch(`${arena.url}/healthz`)).status).toBe(200);
  expect(await arena.trainer.does({ type: 'take-note', text: 'still here' })).toMatchObject({ ok: true });
});
