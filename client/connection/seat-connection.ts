/**
 * One seat's connection: comes back for ever, sends commands one after the other until each is answered, asks for what it missed.
 * Knows nothing of the wire (`transport.ts`) and nothing of the screens; the store hears everything.
 */
import type { AnyCommand } from '../../shared/exercise/commands.ts';
import type { CommandAnswer, ServerMessages, StreamName } from '../../shared/protocol/messages.ts';
import type { ClientStore } from '../state/client-store.ts';
import { placeBatch } from '../state/reduce-client-state.ts';
import { backoff } from './backoff.ts';
import { commandId } from './command-id.ts';
import { type Credentials, type Link, LostError, RefusedError, type Transport } from './transport.ts';

interface Timing {
  now: () => number;
  wait: (ms: number, then: () => void) => () => void;
}

const realTime: Timing = {
  now: () => Date.now(),
  wait: (ms, then) => {
    const timer = setTimeout(then, ms);
    return () => clearTimeout(timer);
  },
};

/** How often a command is tried that the server keeps failing on, before it is given up as refused. */
const MOST_TRIES = 4;

export class SeatConnection {
  readonly #transport: Transport;
  readonly #store: ClientStore;
  readonly #credentials: Credentials;
  readonly #time: Timing;
  readonly #waiting = new Map<string, (answer: CommandAnswer) => void>();
  readonly #tries = new Map<string, number>();
  #link: Link | undefined;
  #attempt = 0;
  #stopped = true;
  #sending = false;
  #resuming = false;
  #cancelRetry: (() => void) | undefined;

  constructor(transport: Transport, store: ClientStore, credentials: Credentials, time: Timing = realTime) {
    this.#transport = transport;
    this.#store = store;
    this.#credentials = credentials;
    this.#time = time;
  }

  /** Opens, and stays open until `stop`, a newer tab, or the seat is gone. */
  start(): void {
    if (!this.#stopped) return;
    this.#stopped = false;
    void this.#open();
  }

  stop(): void {
    this.#stopped = true;
    this.#cancelRetry?.();
    const link = this.#link;
    this.#link = undefined;
    link?.close();
  }

  /** Tries again at once (the network came back, somebody pressed the button). */
  retryNow(): void {
    if (this.#link || this.#stopped || !this.#cancelRetry) return;
    this.#cancelRetry();
    this.#cancelRetry = undefined;
    void this.#open();
  }

  /** Asks for something. Settles with the server's answer, however long the way is. */
  send(body: AnyCommand): Promise<CommandAnswer> {
    const id = commandId();
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#store.dispatch({ type: 'asked', command: { id, body, since: this.#time.now() } });
      void this.#sendPending();
    });
  }

  /** A message that is not a command (`ready`, `step-out`); lost where there is no connection. */
  async tell(type: 'ready' | 'step-out', payload: unknown): Promise<void> {
    try {
      await this.#link?.request(type, payload);
    } catch {
      // The state is told again after the next join.
    }
  }

  async #open(): Promise<void> {
    this.#cancelRetry = undefined;
    this.#phase(this.#attempt === 0 && this.#store.get().epoch === undefined ? 'connecting' : 'reconnecting');
    let closed = false;
    try {
      const link = await this.#transport.open(this.#credentials, {
        message: (type, payload) => !closed && this.#hear(type, payload),
        publicState: (state) => !closed && this.#store.dispatch({ type: 'public', state, at: this.#time.now() }),
        closed: () => {
          closed = true;
          this.#lost();
        },
      });
      if (this.#stopped || closed) return link.close();
      this.#link = link;
      await this.#resume();
      this.#attempt = 0;
      this.#phase('live');
      if (this.#store.get().steppedOut) void this.tell('step-out', { out: true });
      void this.#sendPending();
    } catch (error) {
      if (error instanceof RefusedError && error.permanent) return this.#end('failed');
      this.#link?.close();
      this.#lost();
    }
  }

  #lost(): void {
    this.#link = undefined;
    if (this.#stopped || this.#cancelRetry) return;
    this.#attempt += 1;
    this.#phase('reconnecting');
    this.#cancelRetry = this.#time.wait(backoff(this.#attempt), () => void this.#open());
  }

  #end(phase: 'elsewhere' | 'freed' | 'failed'): void {
    this.stop();
    this.#phase(phase);
  }

  #phase(phase: 'connecting' | 'live' | 'reconnecting' | 'elsewhere' | 'freed' | 'failed'): void {
    this.#store.dispatch({ type: 'phase', phase, at: this.#time.now(), attempt: this.#attempt });
  }

  /** Tells the server what we have; the tail or a snapshot follows. */
  async #resume(): Promise<void> {
    if (!this.#link || this.#resuming) return;
    this.#resuming = true;
    try {
      const { streams, epoch } = this.#store.get();
      const have: Partial<Record<StreamName, number>> = {};
      for (const [name, stream] of Object.entries(streams)) have[name as StreamName] = stream.upTo;
      await this.#link.request('resume', epoch === undefined ? { have } : { have, epoch });
    } finally {
      this.#resuming = false;
    }
  }

  #hear<K extends keyof ServerMessages>(type: K, payload: ServerMessages[K]): void {
    const message = { type, payload } as {
      [T in keyof ServerMessages]: { type: T; payload: ServerMessages[T] };
    }[keyof ServerMessages];
    switch (message.type) {
      case 'events': {
        const upTo = this.#store.get().streams[message.payload.stream]?.upTo ?? 0;
        if (placeBatch(upTo, message.payload) === 'gap') void this.#resume().catch(() => this.#link?.close());
        else this.#store.dispatch({ type: 'events', batch: message.payload });
        return;
      }
      case 'snapshot':
        return this.#store.dispatch({ type: 'snapshot', snapshot: message.payload });
      case 'elsewhere':
        if (message.payload.reason === 'moved') return;
        return this.#end(message.payload.reason === 'freed' ? 'freed' : 'elsewhere');
      case 'notice':
        return this.#store.dispatch({ type: 'restarting' });
      case 'step-out':
        return this.#store.dispatch({ type: 'seat-away', seat: message.payload.seat, out: message.payload.out });
      default:
        // A newer server may say more than we know.
        return;
    }
  }

  /** Sends what waits, oldest first, one at a time: order is part of the meaning. */
  async #sendPending(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    try {
      for (
        let next = this.#store.get().pending[0];
        next && this.#link && !this.#stopped;
        next = this.#store.get().pending[0]
      ) {
        const answer = await this.#ask(next.id, next.body);
        if (!answer) break;
        this.#tries.delete(next.id);
        this.#store.dispatch({ type: 'answered', id: next.id, body: next.body, answer });
        this.#waiting.get(next.id)?.(answer);
        this.#waiting.delete(next.id);
      }
    } finally {
      this.#sending = false;
    }
  }

  /** One try. Undefined where there was no answer; the command stays and is sent again with the same id. */
  async #ask(id: string, body: AnyCommand): Promise<CommandAnswer | undefined> {
    const refused: CommandAnswer = { ok: false, rejection: { code: 'bad-value' } };
    try {
      const answer = await this.#link?.request('command', { id, body });
      if (isAnswer(answer)) return answer;
    } catch (error) {
      if (error instanceof RefusedError) return refused;
      if (!(error instanceof LostError)) throw error;
    }
    const tries = (this.#tries.get(id) ?? 0) + 1;
    this.#tries.set(id, tries);
    if (this.#link && tries >= MOST_TRIES) return refused;
    if (this.#link) this.#time.wait(backoff(tries), () => void this.#sendPending());
    return undefined;
  }
}

const isAnswer = (value: unknown): value is CommandAnswer =>
  typeof value === 'object' && value !== null && 'ok' in value;
