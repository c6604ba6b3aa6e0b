/**
 * The base of every room: no client message can end the process, flood it, or get a success answer after an internal error.
 */
import {
  type Client,
  ClientState,
  CloseCode,
  type MessageContext,
  Protocol,
  Room,
  type RoomException,
} from '@colyseus/core';
import type { WebSocket } from 'ws';
import type { z } from 'zod';
import type { ApiError } from '../../shared/protocol/api.ts';
import { randomId } from '../host/ids.ts';
import { StorageError } from '../storage/exercise-store.ts';
import { admitSocket } from './guarded-transport.ts';
import type { RoomState } from './room-state.ts';
import type { Admission, RoomServices } from './room-services.ts';
import { frameOf, wire } from './shared-frame.ts';

export type RoomClient = Client<{ auth: Admission }>;

const CUT_AFTER_MS = 1000;
/** A client must acknowledge its join in this time; until then Colyseus queues everything sent to it. */
const ACKNOWLEDGE_TIMEOUT_MS = 10_000;
const MAX_BUFFERED_BYTES = 1024 * 1024;

/** The socket under a client; Colyseus types it loosely. */
export const socketOf = (client: RoomClient): WebSocket => client.ref as unknown as WebSocket;

export abstract class HardenedRoom extends Room<{ state: RoomState; client: RoomClient }> {
  /** Set once before any room opens; the matchmaker is global to the process, too. */
  static services: RoomServices;

  override maxMessagesPerSecond = 30;

  protected get services(): RoomServices {
    return HardenedRoom.services;
  }

  override onUncaughtException(error: RoomException, where: string): void {
    this.services.log.error({ where, err: error }, 'a room handler failed');
  }

  /** A message handler that validates its input and answers an internal error with an incident number. */
  protected handle<S extends z.ZodType, R>(
    schema: S,
    work: (client: RoomClient, message: z.output<S>) => R | Promise<R>,
  ) {
    return async (client: RoomClient, raw: unknown, ctx: MessageContext) => {
      const parsed = schema.safeParse(raw);
      if (!parsed.success) {
        const detail = parsed.error.issues[0]?.path.join('.') ?? '';
        return ctx.reject({ error: 'bad-request', detail } satisfies ApiError);
      }
      try {
        return await work(client, parsed.data);
      } catch (error) {
        return ctx.reject(this.#explain(error));
      }
    };
  }

  /** Protects a slow reader from overwritten buffers, and the memory from a slow reader. */
  protected guardSending(client: RoomClient): void {
    admitSocket(socketOf(client));
    setTimeout(() => {
      if (client.state === ClientState.JOINING) socketOf(client).terminate();
    }, ACKNOWLEDGE_TIMEOUT_MS).unref();
    const send = client.raw.bind(client);
    client.raw = (data, options, callBack) => {
      if (socketOf(client).bufferedAmount > MAX_BUFFERED_BYTES) return socketOf(client).terminate();
      // Colyseus passes the encoder's shared buffer to the socket, which may write it after the next patch has overwritten it.
      this.services.metrics.frameSent(data.length);
      const shared = data[0] === Protocol.ROOM_STATE || data[0] === Protocol.ROOM_STATE_PATCH;
      return send(shared ? Buffer.from(data) : data, options, callBack);
    };
  }

  /** Sends one message to many clients, with the rules of `guardSending`. */
  protected spread(message: Uint8Array, clients: Iterable<RoomClient>): void {
    const frame = frameOf(message);
    let receivers = 0;
    for (const client of clients) {
      receivers += 1;
      if (socketOf(client).bufferedAmount > MAX_BUFFERED_BYTES) socketOf(client).terminate();
      else wire.write(client, message, frame);
    }
    this.services.metrics.frameSent(message.length, receivers);
  }

  /** Closes the connection, by force if the client does not respond. Frames from a disconnected client are ignored. */
  protected cutOff(client: RoomClient, code?: number): void {
    const socket = socketOf(client);
    if (code === CloseCode.WITH_ERROR) socket.pause();
    setTimeout(() => socket.terminate(), CUT_AFTER_MS).unref();
  }

  #explain(error: unknown): ApiError {
    const incident = randomId().slice(0, 12);
    this.services.log.error({ incident, room: this.roomId, err: error }, 'a command failed');
    const { reason } = error instanceof StorageError ? error : { reason: undefined };
    const code =
      reason === 'full' ? 'disk-full' : reason === undefined || reason === 'conflict' ? 'internal' : 'server-busy';
    return { error: code, detail: incident };
  }
}
