/**
 * Delivers events to the clients of a room, each client from its own streams, encoded once for all receivers. A client gets
 * events only after `resume` has stated its position; earlier events are not lost, only not sent.
 */
import { streamName, streamsOf } from '../../shared/access/audience.ts';
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
import { seatAt } from './room-services.ts';

/** Sends one message to many clients. */
export type Spread = (message: Uint8Array, clients: Iterable<RoomClient>) => void;

type Delivered = Pick<OpenExercise, 'live' | 'seating'>;

export class Delivery {
  readonly #exercise: Delivered;
  readonly #spread: Spread;
  /**
   * Subscribers per stream and name: an evaluator and a seat follow the stream of a desk under different names. A seat that
   * changes its desk is removed and subscribes again.
   */
  readonly #following = new Map<StreamKey, Map<StreamName, Set<RoomClient>>>();
  /** Batches of this turn of the event loop that are not sent yet, in order. */
  readonly #waiting = new Map<StreamKey, Batch>();

  constructor(exercise: Delivered, spread: Spread) {
    this.#exercise = exercise;
    this.#spread = spread;
  }

  forget(client: RoomClient): void {
    for (const [key, byName] of this.#following) {
      for (const [name, clients] of byName) if (clients.delete(client) && clients.size === 0) byName.delete(name);
      if (byName.size === 0) this.#following.delete(key);
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
      for (const [name, clients] of this.#following.get(key) ?? [])
        this.#spread(messages.of(onWire(batch, name)), clients);
    }
    this.#waiting.clear();
  }

  #follow(client: RoomClient): void {
    // A snapshot already contains the waiting batches, so they are sent first.
    this.#flush();
    this.forget(client);
    for (const { key, name } of this.#streamsOf(client)) {
      const byName = this.#following.get(key) ?? new Map<StreamName, Set<RoomClient>>();
      byName.set(name, (byName.get(name) ?? new Set()).add(client));
      this.#following.set(key, byName);
    }
  }

  /** Sends the missing events, or a snapshot if they are no longer kept, and subscribes the client. */
  resume(client: RoomClient, { have, epoch }: ClientMessage['resume']): void {
    this.#flush();
    const followed = this.#streamsOf(client);
    const tails = followed.flatMap(({ key, name }) => {
      const tail = this.#exercise.live.streams.after(key, have[name] ?? 0);
      return tail ? [onWire(tail, name)] : [];
    });
    if (epoch !== this.#epoch(client) || tails.length < followed.length) return this.sendSnapshot(client);
    this.#follow(client);
    for (const tail of tails) if (tail.events.length > 0) client.send('events', tail);
  }

  /** Sends everything that this client may know; starts an epoch. */
  sendSnapshot(client: RoomClient): void {
    this.#follow(client);
    const { live, seating } = this.#exercise;
    const seat = seatAt(client);
    const role = seat === undefined ? undefined : seating.roleOf(seat);
    const streams = this.#streamsOf(client).map(
      ({ key, name }): StreamSnapshot => ({
        stream: name,
        upTo: live.streams.count(key),
        world: live.streams.world(key),
      }),
    );
    const snapshot: ServerMessages['snapshot'] = {
      epoch: this.#epoch(client),
      ...(seat !== undefined && { seat }),
      ...(role !== undefined && { role }),
      streams,
    };
    client.send('snapshot', snapshot);
  }

  #streamsOf(client: RoomClient): { key: StreamKey; name: StreamName }[] {
    const { live, seating } = this.#exercise;
    const actor = client.auth?.actor;
    if (!actor) return [];
    const sight = { desks: live.world.roles, roleOf: (seat: string) => seating.roleOf(seat) };
    return streamsOf(actor, sight).map((key) => ({ key, name: streamName(actor, key) }));
  }

  /** The epoch changes with the process, the kind of actor and the desk; stream numbers are valid within one epoch. */
  #epoch(client: RoomClient): string {
    const { live, seating } = this.#exercise;
    const seat = seatAt(client);
    const place = seat === undefined ? client.auth?.actor.kind : (seating.roleOf(seat) ?? 'unseated');
    return `${live.epoch}.${place}`;
  }
}

const onWire = ({ from, events }: Batch, stream: StreamName): StreamBatch => ({ stream, from, events });
