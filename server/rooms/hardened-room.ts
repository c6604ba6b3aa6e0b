/**
 * What every room of this server is built on: no message of anybody can end the process, flood it, or get an answer that
 * looks like success where something broke.
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
/** Whoever joined has to say so; until then everything sent is kept for them. */
const GREETED_WITHIN_MS = 10_000;
const MAX_BUFFERED_BYTES = 1024 * 1024;

/** The socket under a client; Colyseus types it loosely. */
export const socketOf = (client: RoomClient): WebSocket => client.ref as unknown as WebSocket;

export abstract class HardenedRoom extends Room<{ state: RoomState; client: RoomClient }> {
  /** Set once by the server before any room is opened; the matchmaker, too, is one for the whole process. */
  static services: RoomServices;

  override maxMessagesPerSecond = 30;

  protected get services(): RoomServices {
    return HardenedRoom.services;
  }

  override onUncaughtException(error: RoomException, where: string): void {
    this.services.log.error({ where, err: error }, 'a room handler failed');
  }

  /** A message handler that checks what came in, and answers an error with an incident number where it fails. */
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

  /** A reader that stalls must neither receive bytes that were overwritten meanwhile nor fill the memory. */
  protected guardSending(client: RoomClient): void {
    admitSocket(socketOf(client));
    setTimeout(() => {
      if (client.state === ClientState.JOINING) socketOf(client).terminate();
    }, GREETED_WITHIN_MS).unref();
    const send = client.raw.bind(client);
    client.raw = (data, options, callBack) => {
      if (socketOf(client).bufferedAmount > MAX_BUFFERED_BYTES) return socketOf(client).terminate();
      // Colyseus hands the encoder's shared buffer to the socket; by the time it is written it may hold the next patch.
      this.services.metrics.frameSent(data.length);
      const shared = data[0] === Protocol.ROOM_STATE || data[0] === Protocol.ROOM_STATE_PATCH;
      return send(shared ? Buffer.from(data) : data, options, callBack);
    };
  }

  /** One message for many, under the same rules as `guardSending`. */
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

  /** Colyseus asks the other side to close; one that does not is cut off. Of one that was thrown out no more is read. */
  protected cutOff(client: RoomClient, code?: number): void {
    const socket = socketOf(client);
    if (code === CloseCode.WITH_ERROR) socket.pause();
    setTimeout(() => socket.terminate(), CUT_AFTER_MS).unref();
  }

  #explain(error: unknown): ApiError {
    const incident = randomId().slice(0, 12);
    this.services.log.error({ incident, room: this.roomId, err: error }, 'a command could not be carried out');
    const { reason } = error instanceof StorageError ? error : { reason: undefined };
    const code =
      reason === 'full' ? 'disk-full' : reason === undefined || reason === 'conflict' ? 'internal' : 'server-busy';
    return { error: code, detail: incident };
  }
}
