/**
 * Brings events to the people in a room, each from the streams that are theirs, encoded once for all who get them.
 * Somebody gets events only after having said where to go on (`resume`); before that nothing is missed, only not sent.
 */
import { getMessageBytes, Protocol } from '@colyseus/core';
import type { OpenExercise } from '../exercises/exercise-registry.ts';
import type { Batch, StreamKey } from '../exercises/streams.ts';
import type {
  ClientMessage,
  ServerMessages,
  StreamBatch,
  StreamName,
  StreamSnapshot,
} from '../../shared/protocol/messages.ts';
import type { RoomClient } from './hardened-room.ts';

export class Delivery {
  readonly #exercise: OpenExercise;
  readonly #following = new Set<RoomClient>();

  constructor(exercise: OpenExercise) {
    this.#exercise = exercise;
  }

  forget(client: RoomClient): void {
    this.#following.delete(client);
  }

  deliver(batches: readonly Batch[]): void {
    for (const batch of batches) {
      let bytes: Uint8Array | undefined;
      for (const client of this.#following) {
        if (!this.#keysOf(client).includes(batch.key)) continue;
        bytes ??= getMessageBytes.raw(Protocol.ROOM_DATA, 'events', onWire(batch));
        client.enqueueRaw(bytes);
      }
    }
  }

  /** Sends what is missing, or a snapshot where that is not enough; from here on the client follows. */
  resume(client: RoomClient, { have, epoch }: ClientMessage['resume']): void {
    const tails = this.#keysOf(client).map((key) => this.#exercise.live.streams.after(key, have[nameOf(key)] ?? 0));
    const known = tails.filter((tail) => tail !== undefined);
    if (epoch !== this.#epoch(client) || known.length < tails.length) return this.sendSnapshot(client);
    this.#following.add(client);
    for (const tail of known) if (tail.events.length > 0) client.send('events', onWire(tail));
  }

  /** The whole of what this client knows; begins an epoch. */
  sendSnapshot(client: RoomClient): void {
    this.#following.add(client);
    const { live, seating } = this.#exercise;
    const seat = client.auth?.seat;
    const role = seat === undefined ? undefined : seating.roleOf(seat);
    const streams = this.#keysOf(client).map(
      (key): StreamSnapshot => ({ stream: nameOf(key), upTo: live.streams.count(key), world: live.streams.world(key) }),
    );
    const snapshot: ServerMessages['snapshot'] = {
      epoch: this.#epoch(client),
      ...(seat !== undefined && { seat }),
      ...(role !== undefined && { role }),
      streams,
    };
    client.send('snapshot', snapshot);
  }

  #keysOf(client: RoomClient): StreamKey[] {
    const seat = client.auth?.seat;
    if (seat === undefined) return ['trainer'];
    const role = this.#exercise.seating.roleOf(seat);
    return role === undefined ? [`seat:${seat}`] : [`role:${role}`, `seat:${seat}`];
  }

  /** Changes with the process and with the desk: numbers of one epoch mean nothing in another. */
  #epoch(client: RoomClient): string {
    const seat = client.auth?.seat;
    const place = seat === undefined ? 'trainer' : (this.#exercise.seating.roleOf(seat) ?? 'unseated');
    return `${this.#exercise.live.epoch}.${place}`;
  }
}

const nameOf = (key: StreamKey): StreamName => key.split(':')[0] as StreamName;

const onWire = ({ key, from, events }: Batch): StreamBatch => ({ stream: nameOf(key), from, events });
