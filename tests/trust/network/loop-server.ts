/**
 * A server without sockets for thousands of schedules: the real exercise, disk and event delivery, connected to the
 * real client connection. The line decides what happens in between.
 */
import { decode } from '@colyseus/schema';
import { unpack } from 'msgpackr';
import { seated } from '../../../shared/access/actor.ts';
import type { LiveExercise } from '../../../server/exercises/live-exercise.ts';
import { restoreExercise } from '../../../server/exercises/restore.ts';
import { Seating } from '../../../server/exercises/seating.ts';
import { randomId } from '../../../server/host/ids.ts';
import { Delivery } from '../../../server/rooms/delivery.ts';
import type { RoomClient } from '../../../server/rooms/hardened-room.ts';
import type { Admission } from '../../../server/rooms/room-services.ts';
import type { ExerciseRecord, ExerciseStore } from '../../../server/storage/exercise-store.ts';
import type { CompiledScenario } from '../../../shared/scenario/compiled.ts';
import { start } from '../../../shared/exercise/exercise.ts';
import { type ClientMessage, ClientMessages } from '../../../shared/protocol/messages.ts';
import { FakeTiming } from '../../support/fake-timing.ts';

export type Tell = (type: string, payload: unknown) => void;

export class LoopServer {
  live!: LiveExercise;
  #delivery!: Delivery;
  readonly #store: ExerciseStore;
  readonly #compiled: CompiledScenario;
  readonly #record: ExerciseRecord;
  /** Number of pending requests. */
  busy = 0;

  private constructor(store: ExerciseStore, compiled: CompiledScenario) {
    this.#store = store;
    this.#compiled = compiled;
    this.#record = {
      id: randomId(),
      scenario: 'small-case',
      hash: compiled.hash,
      pin: 'ABC234',
      languages: ['en'],
      pace: 6,
      seating: 'choice',
      without: [],
      createdAt: 0,
      clock: compiled.scenario.starts,
    };
  }

  /** A running class with a person at each of these seats. */
  static async opens(store: ExerciseStore, compiled: CompiledScenario, seats: Record<string, string>) {
    const server = new LoopServer(store, compiled);
    await store.create(server.#record, {}, start(compiled, { seed: 7 }).events);
    await server.#open();
    for (const [seat, role] of Object.entries(seats)) await server.live.submitOwn({ type: 'seat', seat, role });
    await server.live.submitOwn({ type: 'start-exercise' });
    return server;
  }

  get exercise(): string {
    return this.#record.id;
  }

  /** Like after a crash: data that is not on disk is lost, and stream numbers start anew. */
  async restart(): Promise<void> {
    this.live.close();
    await this.#open();
    await this.live.submitOwn({ type: 'resume' });
  }

  /** The server's end of a connection. */
  client(seat: string, tell: Tell): RoomClient {
    const client = {
      auth: { exercise: this.exercise, actor: seated(seat) } satisfies Admission,
      send: (type: string, payload: unknown) => tell(type, structuredClone(payload)),
      enqueueRaw: (bytes: Uint8Array) => {
        const it = { offset: 1 };
        tell(decode.string(bytes, it), unpack(bytes.subarray(it.offset)));
      },
    };
    return client as unknown as RoomClient;
  }

  async answer(client: RoomClient, type: string, payload: unknown): Promise<unknown> {
    this.busy += 1;
    const { live } = this;
    try {
      if (type === 'resume') return this.#delivery.resume(client, payload as ClientMessage['resume']);
      const { id, body } = ClientMessages.command.parse(payload);
      if (!client.auth) throw new Error('a client of the loop has no actor');
      return await live.submit(client.auth.actor, id, body);
    } finally {
      this.busy -= 1;
    }
  }

  forget(client: RoomClient): void {
    this.#delivery.forget(client);
  }

  async #open(): Promise<void> {
    this.live = await restoreExercise({
      record: { ...this.#record },
      compiled: this.#compiled,
      store: this.#store,
      timing: new FakeTiming(),
      onError: (error) => {
        throw error;
      },
    });
    const delivery = new Delivery(
      { live: this.live, seating: new Seating(this.live, this.#store, []) },
      (bytes, all) => {
        for (const client of all) client.enqueueRaw(bytes);
      },
    );
    this.#delivery = delivery;
    this.live.listen({ batches: (batches) => delivery.deliver(batches), changed: () => undefined });
  }
}
