/** A client in a room: the real SDK, the shared fold, and every received byte. */
import { randomBytes } from 'node:crypto';
import { ColyseusSDK, type Room } from '@colyseus/sdk';
import type { AnyCommand } from '../../shared/vocabulary/commands.ts';
import type { KnownEvent } from '../../shared/exercise/events.ts';
import { evolve } from '../../shared/exercise/evolve.ts';
import { emptyWorld, type World } from '../../shared/exercise/world.ts';
import type { CommandAnswer, PublicState, ServerMessages, StreamName } from '../../shared/protocol/messages.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/version.ts';
import { eventually } from './eventually.ts';

export type Pass = { token: string } | { ticket: string };

interface FollowedStream {
  upTo: number;
  world: World;
  events: KnownEvent[];
}

export class TestClient {
  readonly #url: string;
  readonly #roomId: string;
  #room: Room | undefined;
  epoch: string | undefined;
  streams: Partial<Record<StreamName, FollowedStream>> = {};
  readonly received: { type: string; payload: unknown }[] = [];
  closedWith: number | undefined;
  /** Numbers that were repeated or skipped; empty while the server is right. */
  readonly disorder: string[] = [];

  constructor(url: string, roomId: string) {
    this.#url = url;
    this.#roomId = roomId;
  }

  get room(): Room {
    if (!this.#room) throw new Error('not in the room');
    return this.#room;
  }

  get public(): PublicState {
    return (this.room.state as unknown as { toJSON(): PublicState }).toJSON();
  }

  /** The world of the desk's stream, or of the trainer's. */
  get world(): World {
    return (this.streams.trainer ?? this.streams.role)?.world ?? emptyWorld();
  }

  async enter(pass: Pass): Promise<void> {
    const client = new ColyseusSDK(this.#url);
    if ('token' in pass) client.auth.token = pass.token;
    const room = await client.joinById(this.#roomId, { ...pass, protocol: PROTOCOL_VERSION });
    room.reconnection.enabled = false;
    this.closedWith = undefined;
    this.#room = room;
    for (const type of ['events', 'snapshot', 'elsewhere', 'notice', 'step-out', 'screen'] as const) {
      room.onMessage(type, (payload: never) => this.#hear(type, payload));
    }
    room.onLeave((code) => {
      this.closedWith = code;
    });
    await this.resume();
  }

  /** Sends its numbers; the server answers with the tail or a snapshot. */
  async resume(): Promise<void> {
    const have = Object.fromEntries(Object.entries(this.streams).map(([name, stream]) => [name, stream?.upTo ?? 0]));
    await this.room.request('resume', this.epoch === undefined ? { have } : { have, epoch: this.epoch });
    await eventually(
      () => this.epoch,
      (epoch) => epoch !== undefined,
      'a snapshot',
    );
  }

  command(body: AnyCommand, id = randomBytes(16).toString('hex')): Promise<CommandAnswer> {
    return this.room.request('command', { id, body }) as Promise<CommandAnswer>;
  }

  /** Breaks the socket without a close frame. */
  async breakOff(): Promise<void> {
    this.room.connection.close(4999);
    await eventually(
      () => this.closedWith,
      (code) => code !== undefined,
      'the end of the connection',
    );
  }

  #hear<K extends keyof ServerMessages>(type: K, payload: ServerMessages[K]): void {
    this.received.push({ type, payload });
    if (type === 'snapshot') {
      const snapshot = payload as ServerMessages['snapshot'];
      this.epoch = snapshot.epoch;
      this.streams = Object.fromEntries(
        snapshot.streams.map(({ stream, upTo, world }) => [stream, { upTo, world, events: [] }]),
      );
    }
    if (type === 'events') this.#fold(payload as ServerMessages['events']);
  }

  #fold({ stream: name, from, events }: ServerMessages['events']): void {
    const stream = this.streams[name];
    if (!stream || from !== stream.upTo + 1) {
      this.disorder.push(`${name}: ${from} after ${stream?.upTo ?? 'nothing'}`);
      return;
    }
    stream.upTo += events.length;
    stream.world = events.reduce(evolve, stream.world);
    stream.events.push(...events);
  }
}
