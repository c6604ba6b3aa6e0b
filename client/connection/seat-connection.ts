/**
 * The connection of one seat. It reconnects without limit, resumes its streams where they stopped, and detects dead connections.
 * It depends on neither the wire (`transport.ts`) nor the screens; it reports everything to the store.
 */
import { may } from '../../shared/access/capabilities.ts';
import type { AnyCommand } from '../../shared/vocabulary/commands.ts';
import {
  CloseCodes,
  type CommandAnswer,
  type ServerMessages,
  type StreamName,
} from '../../shared/protocol/messages.ts';
import type { ClientStore } from '../state/client-store.ts';
import { placeBatch } from '../state/reduce-client-state.ts';
import { backoff } from './backoff.ts';
import { commandId } from './command-id.ts';
import { CommandQueue } from './command-queue.ts';
import { Heartbeat } from './heartbeat.ts';
import { type Credentials, type Link, type LinkEvents, RefusedError, type Transport } from './transport.ts';
import { realTime, type Timing, withTimeout } from './with-timeout.ts';

/** Time to join: two short exchanges. The snapshot that follows may take longer; its timeout grows with every attempt. */
const OPEN_TIMEOUT_MS = 20_000;
const MAX_RESUME_TIMEOUT_MS = 60_000;

type End = 'elsewhere' | 'freed' | 'failed';

export class SeatConnection {
  readonly #transport: Transport;
  readonly #store: ClientStore;
  readonly #credentials: Credentials;
  readonly #time: Timing;
  readonly #queue: CommandQueue;
  /** Identifies this tab among the tabs of one seat. */
  readonly #tab = commandId();
  /** True when a person opened the seat here: the join then takes it from another tab. An automatic reconnect never does. */
  #takesSeat = true;
  #link: Link | undefined;
  #watch: Heartbeat | undefined;
  /** Counts attempts. Events of an earlier attempt are ignored, even if its connection revives. */
  #round = 0;
  #attempt = 0;
  #stopped = true;
  #resuming = false;
  /** True once this tab has reported whether its person stepped out. Until then the server's value counts (after a reload). */
  #hasReportedStepOut = false;
  #cancelRetry: (() => void) | undefined;

  constructor(transport: Transport, store: ClientStore, credentials: Credentials, time: Timing = realTime) {
    this.#transport = transport;
    this.#store = store;
    this.#credentials = credentials;
    this.#time = time;
    const link = (): Link | undefined => (this.#stopped || !this.#watch ? undefined : this.#link);
    this.#queue = new CommandQueue({ store, time, link, reportDead: (dead) => dead === this.#link && this.#lost() });
  }

  /** Opens the connection and keeps it open until `stop`, a newer tab, or the loss of the seat. Takes the seat from any other tab. */
  start(): void {
    if (!this.#stopped) return;
    this.#stopped = false;
    this.#takesSeat = true;
    void this.#open();
  }

  stop(): void {
    this.#stopped = true;
    this.#drop();
  }

  /** Retries now, or pings the open connection: the network returned, the screen was switched on, or a person pressed “Retry”. */
  retryNow(): void {
    if (this.#stopped) return;
    if (this.#watch) return this.#watch.check();
    this.#drop();
    void this.#open();
  }

  /** Sends a command. Resolves with the server's answer, after any number of reconnects. */
  send(body: AnyCommand): Promise<CommandAnswer> {
    return this.#queue.add(body);
  }

  /** Sends a message that is not a command. The message is lost without a connection. */
  async tell(type: 'ready' | 'step-out' | 'screen', payload: unknown): Promise<void> {
    if (type === 'step-out') this.#hasReportedStepOut = true;
    try {
      await this.#link?.request(type, payload);
    } catch {
      // The next join reports the state again.
    }
  }

  async #open(): Promise<void> {
    this.#cancelRetry = undefined;
    this.#round += 1;
    const round = this.#round;
    const isCurrent = (): boolean => round === this.#round;
    this.#phase(this.#attempt === 0 && this.#store.get().epoch === undefined ? 'connecting' : 'reconnecting');
    try {
      const options = { tab: this.#tab, take: this.#takesSeat };
      const opening = this.#transport.open(this.#credentials, this.#handlersWhile(isCurrent), options);
      const link = await withTimeout(this.#time, OPEN_TIMEOUT_MS, opening, (late) => late.close());
      if (!isCurrent()) return link.close();
      this.#link = link;
      await this.#resume(Math.min(OPEN_TIMEOUT_MS * (this.#attempt + 1), MAX_RESUME_TIMEOUT_MS));
      if (isCurrent()) this.#goLive(link);
    } catch (error) {
      if (!isCurrent()) return;
      if (error instanceof RefusedError && error.permanent)
        return this.#end(error.message === 'newer-tab' ? 'elsewhere' : 'failed');
      this.#lost();
    }
  }

  #handlersWhile(isCurrent: () => boolean): LinkEvents {
    return {
      message: (type, payload) => isCurrent() && this.#receive(type, payload),
      publicState: (state) => isCurrent() && this.#store.dispatch({ type: 'public', state, at: this.#time.now() }),
      heard: () => isCurrent() && this.#watch?.heard(),
      closed: (code) => {
        if (!isCurrent()) return;
        if (code === CloseCodes['newer-tab']) this.#end('elsewhere');
        else if (code === CloseCodes.freed) this.#end('freed');
        else this.#lost();
      },
    };
  }

  #goLive(link: Link): void {
    this.#attempt = 0;
    this.#takesSeat = false;
    this.#watch = new Heartbeat(this.#time, { ping: () => link.ping(), dead: () => this.#lost() });
    this.#phase('live');
    const { steppedOut } = this.#store.get();
    if (this.#hasReportedStepOut || steppedOut) void this.tell('step-out', { out: steppedOut });
    void this.#queue.flush();
  }

  #lost(): void {
    this.#drop();
    if (this.#stopped) return;
    this.#attempt += 1;
    this.#phase('reconnecting');
    this.#cancelRetry = this.#time.wait(backoff(this.#attempt), () => void this.#open());
  }

  /** Releases the connection, the attempt in progress and the retry timer. */
  #drop(): void {
    this.#round += 1;
    this.#cancelRetry?.();
    this.#cancelRetry = undefined;
    this.#watch?.stop();
    this.#watch = undefined;
    const link = this.#link;
    this.#link = undefined;
    link?.close();
  }

  #end(phase: End): void {
    this.stop();
    this.#phase(phase);
  }

  #phase(phase: 'connecting' | 'live' | 'reconnecting' | End): void {
    this.#store.dispatch({ type: 'phase', phase, at: this.#time.now(), attempt: this.#attempt });
  }

  /** Reports to the server how far each stream has come. The server answers with the missing events or a snapshot. */
  async #resume(withinMs = OPEN_TIMEOUT_MS): Promise<void> {
    if (!this.#link || this.#resuming) return;
    this.#resuming = true;
    try {
      const { streams, epoch } = this.#store.get();
      const have: Partial<Record<StreamName, number>> = {};
      for (const [name, stream] of Object.entries(streams)) if (stream) have[name as StreamName] = stream.upTo;
      await withTimeout(
        this.#time,
        withinMs,
        this.#link.request('resume', epoch === undefined ? { have } : { have, epoch }),
      );
    } finally {
      this.#resuming = false;
    }
  }

  /** Requests missing events of a stream. If the request fails, the connection counts as lost. */
  #fillGap(): void {
    const round = this.#round;
    this.#resume().catch(() => round === this.#round && this.#lost());
  }

  #receive<K extends keyof ServerMessages>(type: K, payload: ServerMessages[K]): void {
    const message = { type, payload } as {
      [T in keyof ServerMessages]: { type: T; payload: ServerMessages[T] };
    }[keyof ServerMessages];
    switch (message.type) {
      case 'events': {
        const upTo = this.#store.get().streams[message.payload.stream]?.upTo ?? 0;
        if (placeBatch(upTo, message.payload) === 'gap') this.#fillGap();
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
        return this.#receiveStepOut(message.payload);
      case 'screen':
        return this.#store.dispatch({ type: 'seat-screen', screen: message.payload });
      default:
        // Messages that only a newer server knows are ignored.
        return;
    }
  }

  #receiveStepOut({ seat, out }: ServerMessages['step-out']): void {
    const { me } = this.#store.get();
    if (me && may(me.actor, 'see-truth')) return this.#store.dispatch({ type: 'seat-away', seat, out });
    if (!this.#hasReportedStepOut) this.#store.dispatch({ type: 'step-out', out });
  }
}
