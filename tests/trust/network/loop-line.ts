/**
 * The connection between one client and the server in a schedule: it may lose requests or answers, duplicate a request,
 * hold messages and release them later (also after the client has a new connection), or break.
 */
import { type Link, type LinkEvents, LostError, type Transport } from '../../../client/connection/transport.ts';
import type { RoomClient } from '../../../server/rooms/hardened-room.ts';
import type { LoopServer } from './loop-server.ts';

interface Wire {
  client: RoomClient;
  events: LinkEvents;
  broken: Set<(error: Error) => void>;
}

export class LoopLine implements Transport {
  /** The present behaviour of the connection. */
  loses: 'nothing' | 'questions' | 'answers' = 'nothing';
  doubles = false;
  #holds = false;
  #held: (() => void)[] = [];
  #news: (() => void)[] = [];
  #wire: Wire | undefined;
  readonly #server: LoopServer;
  readonly #seat: string;

  constructor(server: LoopServer, seat: string) {
    this.#server = server;
    this.#seat = seat;
  }

  readonly open: Transport['open'] = (_credentials, events) => {
    this.#leave();
    const client = this.#server.client(this.#seat, (type, payload) => {
      const tell = (): void => {
        events.heard();
        events.message(type as never, payload as never);
      };
      if (this.#holds) this.#news.push(tell);
      else tell();
    });
    const wire: Wire = { client, events, broken: new Set() };
    this.#wire = wire;
    const link: Link = {
      ping: () => !this.#holds && events.heard(),
      close: () => this.#wire === wire && this.#leave(),
      request: (type, payload) => this.#ask(wire, type, payload),
    };
    return Promise.resolve(link);
  };

  hold(): void {
    this.#holds = true;
  }

  /** Delivers some of the held messages in order; the rest at the next call. */
  release(most = Number.POSITIVE_INFINITY): void {
    if (most === Number.POSITIVE_INFINITY) this.#holds = false;
    for (const go of [...this.#news.splice(0, most), ...this.#held.splice(0, most)]) go();
  }

  /** Breaks the connection. Events in transit are lost; requests in transit may still arrive later. */
  break(): void {
    const wire = this.#wire;
    this.#leave();
    wire?.events.closed(1006);
  }

  heal(): void {
    this.loses = 'nothing';
    this.doubles = false;
    this.release();
  }

  #leave(): void {
    const wire = this.#wire;
    this.#wire = undefined;
    if (!wire) return;
    this.#news = [];
    this.#server.forget(wire.client);
    for (const fail of wire.broken) fail(new LostError('broken'));
  }

  #ask(wire: Wire, type: string, payload: unknown): Promise<unknown> {
    const [loses, doubles] = [this.loses, this.doubles && type === 'command'];
    return new Promise((resolve, reject) => {
      wire.broken.add(reject);
      if (loses === 'questions' && type === 'command') return;
      const go = (): void => {
        // A request that arrives after its connection is closed still reaches the server; only its answer is dropped.
        if (type !== 'command' && this.#wire !== wire) return;
        const asked = structuredClone(payload);
        for (let times = 0; times < (doubles ? 2 : 1); times += 1)
          this.#server.answer(wire.client, type, asked).then(
            (answer) => this.#wire === wire && loses !== 'answers' && resolve(answer),
            () => undefined,
          );
      };
      if (this.#holds && type === 'command') this.#held.push(go);
      else go();
    });
  }
}
