/**
 * The way between one person and the server in a schedule: it may lose questions or answers, deliver a question twice, hold
 * things back and let them go later (also after the person has long had another wire), or break.
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
  /** What the line does now. */
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

  /** Some of what was held arrives, in its order; the rest when it is asked for again. */
  release(most = Number.POSITIVE_INFINITY): void {
    if (most === Number.POSITIVE_INFINITY) this.#holds = false;
    for (const go of [...this.#news.splice(0, most), ...this.#held.splice(0, most)]) go();
  }

  /** The wire breaks. News on the way are lost; questions on the way may still arrive later. */
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
        // What arrives after its wire is gone still reaches the server; only the answer finds nobody.
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
