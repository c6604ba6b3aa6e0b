/**
 * Delivers events to the clients of a room, each client from its own streams, encoded once for all receivers. A client gets
 * events only after `resume` has stated its position; earlier events are not lost, only not sent.
 */
import { TRAINER } from '../../shared/access/stored-names.ts';
import type { OpenExercise } from '../exercises/exercise-registry.ts';
import type { Batch, StreamKey } from '../exercises/streams.ts';
import type {
  ClientMessage,
  ServerMessages,
  StreamBatch,
  StreamName,
  StreamSnapshot,
} from '../../shared/protocol/messages.ts';
import { BatchMessages } from './batch-messages.ts';
import type { RoomClient } from './hardened-room.ts';

/** Sends one message to many clients. */
export type Spread = (message: Uint8Array, clients: Iterable<RoomClient>) => void;

type Delivered = Pick<OpenExercise, 'live' | 'seating'>;

export class Delivery {
  readonly #exercise: Delivered;
  readonly #spread: Spread;
  /** Subscribers per stream. A seat that changes its desk is removed and subscribes again. */
  readonly #following = new Map<StreamKey, Set<RoomClient>>();
  /** Batches of this turn of the event loop that are not sent yet, in order. */
  readonly #waiting = new Map<StreamKey, Batch>();

  constructor(exercise: Delivered, spread: Spread) {
    this.#exercise = exercise;
    this.#spread = spread;
  }

  forget(client: RoomClient): void {
    for (const [key, clients] of this.#following) {
      if (clients.delete(client) && clients.size === 0) this.#following.delete(key);
    }
  }

  /** Events that were committed together are sent together, in one frame per receiver and before the answers. */
  deliver(batches: readonly Batch[]): void {
    for (const batch of batches) {
      if (!this.#following.has(batch.key)) continue;
      if (this.#waiting.size === 0) queueMicrotask(() => this.#flush());
      const before = this.#waiting.get(batch.key);
      if (before) before.events.push(...batch.events);
      else this.#waiting.set(batch.key, { ...batch, events: [...batch.events] });
    }
  }

  #flush(): void {
    const messages = new BatchMessages();
    for (const [key, batch] of this.#waiting) {
      const clients = this.#following.get(key);
      if (clients) this.#spread(messages.of(onWire(batch)), clients);
    }
    this.#waiting.clear();
  }

  #follow(client: RoomClient): void {
    // A snapshot already contains the waiting batches, so they are sent first.
    this.#flush();
    this.forget(client);
    for (const key of this.#keysOf(client)) {
      const clients = this.#following.get(key) ?? new Set();
      this.#following.set(key, clients.add(client));
    }
  }

  /** Sends the missing events, or a snapshot if they are no longer kept, and subscribes the client. */
  resume(client: RoomClient, { have, epoch }: ClientMessage['resume']): void {
    this.#flush();
    const tails = this.#keysOf(client).map((key) => this.#exercise.live.streams.after(key, have[nameOf(key)] ?? 0));
    const known = tails.filter((tail) => tail !== undefined);
    if (epoch !== this.#epoch(client) || known.length < tails.length) return this.sendSnapshot(client);
    this.#follow(client);
    for (const tail of known) if (tail.events.length > 0) client.send('events', onWire(tail));
  }

  /** Sends everything that this client may know; starts an epoch. */
  sendSnapshot(client: RoomClient): void {
    this.#follow(client);
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
    if (seat === undefined) return [TRAINER];
    const role = this.#exercise.seating.roleOf(seat);
    return role === undefined ? [`seat:${seat}`] : [`role:${role}`, `seat:${seat}`];
  }

  /** The epoch changes with the process and with the desk; stream numbers are valid within one epoch. */
  #epoch(client: RoomClient): string {
    const seat = client.auth?.seat;
    const place = seat === undefined ? TRAINER : (this.#exercise.seating.roleOf(seat) ?? 'unseated');
    return `${this.#exercise.live.epoch}.${place}`;
  }
}

const nameOf = (key: StreamKey): StreamName => key.split(':')[0] as StreamName;

const onWire = ({ key, from, events }: Batch): StreamBatch => ({ stream: nameOf(key), from, events });
