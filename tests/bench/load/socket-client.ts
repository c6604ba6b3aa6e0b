/**
 * A minimal phone: speaks just enough of Colyseus's protocol to enter a room, act and count messages. The real SDK
 * folds a state per client, so a thousand of them would measure the generator.
 */
import { PROTOCOL_VERSION } from '../../../shared/protocol/version.ts';
import { Socket } from 'node:net';
import { Protocol } from '@colyseus/core';
import { decode, encode, type Iterator } from '@colyseus/schema';
import { pack, unpack } from 'msgpackr';
import { WebSocket } from 'ws';
import { ACT_EVENT } from './acts.ts';
import type { ClientMessage, CommandAnswer, ServerMessages } from '../../../shared/protocol/messages.ts';

export interface Heard {
  /** Number of acts in this room that this client has received. */
  acts(count: number): void;
  /** The answer to a request. */
  answer(request: number, ok: boolean): void;
}

export interface Told {
  snapshot(snapshot: ServerMessages['snapshot']): void;
  events(batch: ServerMessages['events']): void;
}

interface Seat {
  sessionId: string;
  roomId: string;
  processId: string;
}

const header = new Uint8Array(64);
/** First byte of a change of the state's first field. */
const FIRST_FIELD = 0x80;

export class SocketClient {
  readonly #socket: WebSocket;
  #requests = 0;
  /** Resolved once the room has let it in. */
  joined: Promise<void>;
  /** First number of the role's stream. */
  #base = -1;
  #counted = 0;
  /** All received messages. */
  frames = 0;
  /** Called with all received events, for comparisons. */
  told: Told | undefined;
  closed = false;
  /** The bare room sends a number, ours sends events. */
  readonly #bare: boolean;
  heard: Heard = { acts: () => undefined, answer: () => undefined };

  private constructor(url: string, bare: boolean) {
    this.#bare = bare;
    this.#socket = new WebSocket(url, { perMessageDeflate: false, skipUTF8Validation: true });
    this.joined = new Promise((resolve, reject) => {
      this.#socket.on('error', reject);
      this.#socket.on('close', (code) => {
        this.closed = true;
        reject(new Error(`the room closed with ${code}`));
      });
      this.#socket.on('message', (data: Buffer) => this.#hear(data, resolve));
    });
  }

  /** Reserves a place and connects. */
  static async enter(url: string, room: string, pass: { token?: string; ticket?: string } = {}): Promise<SocketClient> {
    const response = await fetch(`${url}/matchmake/joinById/${room}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(pass.token !== undefined && { authorization: `Bearer ${pass.token}` }),
      },
      body: JSON.stringify({ ...pass, protocol: PROTOCOL_VERSION }),
    });
    if (!response.ok) throw new Error(`no place in room ${room}: ${response.status} ${await response.text()}`);
    const { sessionId, roomId, processId } = (await response.json()) as Seat;
    const token = pass.token === undefined ? '' : `&_authToken=${pass.token}`;
    const client = new SocketClient(
      `${url.replace('http', 'ws')}/${processId}/${roomId}?sessionId=${sessionId}${token}`,
      pass.token === undefined && pass.ticket === undefined,
    );
    await client.joined;
    return client;
  }

  /** Received bytes, including frame headers. */
  get bytesIn(): number {
    const plain: unknown = Reflect.get(this.#socket, '_socket');
    return plain instanceof Socket ? plain.bytesRead : 0;
  }

  send(type: string, payload?: unknown): void {
    const it: Iterator = { offset: 1 };
    header[0] = Protocol.ROOM_DATA;
    encode.string(header, type, it);
    this.#write(it.offset, payload);
  }

  request(type: string, payload: unknown): number {
    const it: Iterator = { offset: 1 };
    header[0] = Protocol.ROOM_REQUEST;
    encode.number(header, this.#requests, it);
    encode.string(header, type, it);
    this.#write(it.offset, payload);
    return this.#requests++;
  }

  /** Resumes its streams from its numbers; resolves after the snapshot or the tail. */
  async follow(known: ClientMessage['resume'] = { have: {} }): Promise<void> {
    const before = this.heard;
    await new Promise<void>((resolve, reject) => {
      const asked = this.request('resume', known);
      const answer = (request: number, ok: boolean): void => {
        if (request !== asked) return before.answer(request, ok);
        this.heard = before;
        if (ok) resolve();
        else reject(new Error('the room would not go on'));
      };
      this.heard = { acts: (count) => before.acts(count), answer };
    });
  }

  /** Stops reading while the connection stays open. */
  stall(): void {
    this.#socket.pause();
  }

  wake(): void {
    this.#socket.resume();
  }

  close(): void {
    this.#socket.terminate();
  }

  #write(headerLength: number, payload: unknown): void {
    const head = header.subarray(0, headerLength);
    this.#socket.send(payload === undefined ? head.slice() : Buffer.concat([head, pack(payload)]));
  }

  #hear(data: Buffer, joined: () => void): void {
    this.frames += 1;
    const it: Iterator = { offset: 1 };
    switch (data[0]) {
      case Protocol.JOIN_ROOM:
        this.#socket.send(Uint8Array.of(Protocol.JOIN_ROOM));
        return joined();
      case Protocol.ROOM_STATE_PATCH:
        // The bare room's state is a counter and eight bytes, each after its field index.
        if (this.#bare) this.#hearCount(data);
        return;
      case Protocol.ROOM_RESPONSE: {
        const request = decode.number(data, it);
        const ok = data[it.offset] === 0;
        const said = data.subarray(it.offset + 1);
        const answer = ok && said.length > 0 ? (unpack(said) as CommandAnswer) : undefined;
        return this.heard.answer(request, ok && answer?.ok !== false);
      }
      case Protocol.ROOM_DATA:
        return this.#hearMessage(decode.string(data, it), data.subarray(it.offset));
      default:
    }
  }

  #hearCount(data: Buffer): void {
    if (data[1] !== FIRST_FIELD || data.length < 4) return;
    const count = data.readUInt16LE(2);
    this.#counted += (count - this.#counted) & 0xffff;
    this.heard.acts(this.#counted);
  }

  #hearMessage(type: string, payload: Buffer): void {
    if (type === 'snapshot') {
      const snapshot = unpack(payload) as ServerMessages['snapshot'];
      this.#base = snapshot.streams.find(({ stream }) => stream === 'role')?.upTo ?? 0;
      this.told?.snapshot(snapshot);
    }
    if (type !== 'events') return;
    const batch = unpack(payload) as ServerMessages['events'];
    this.told?.events(batch);
    const { stream, from, events } = batch;
    if (stream !== 'role') return;
    // Events of the story count as no act.
    for (const event of events) if (event.type !== ACT_EVENT) this.#base += 1;
    this.heard.acts(from + events.length - 1 - this.#base);
  }
}
