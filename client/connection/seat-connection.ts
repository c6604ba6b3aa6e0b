/**
 * One seat's connection: comes back for ever, asks for what it missed, notices when a wire has died without a word.
 * Knows nothing of the wire (`transport.ts`) and nothing of the screens; the store hears everything.
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
import { LinkWatch } from './link-watch.ts';
import { type Credentials, type Link, type LinkEvents, RefusedError, type Transport } from './transport.ts';
import { realTime, type Timing, within } from './within.ts';

/** Getting in is two short exchanges; on a very slow line the snapshot after it takes longer, and more time at every attempt. */
const OPEN_WITHIN_MS = 20_000;
const MOST_PATIENCE_MS = 60_000;

type End = 'elsewhere' | 'freed' | 'failed';

export class SeatConnection {
  readonly #transport: Transport;
  readonly #store: ClientStore;
  readonly #credentials: Credentials;
  readonly #time: Timing;
  readonly #queue: CommandQueue;
  /** This tab, as the server tells tabs of one seat apart. */
  readonly #tab = commandId();
  /** Taking the seat from another tab, as a person does who opens it here; coming back by itself takes it from nobody. */
  #take = true;
  #link: Link | undefined;
  #watch: LinkWatch | undefined;
  /** Counts attempts; whatever belongs to an earlier one is over, also where its wire comes alive again. */
  #round = 0;
  #attempt = 0;
  #stopped = true;
  #resuming = false;
  /** This tab has said whether its person stepped out; before that the server's word counts (after a reload). */
  #toldStepOut = false;
  #cancelRetry: (() => void) | undefined;

  constructor(transport: Transport, store: ClientStore, credentials: Credentials, time: Timing = realTime) {
    this.#transport = transport;
    this.#store = store;
    this.#credentials = credentials;
    this.#time = time;
    const link = (): Link | undefined => (this.#stopped || !this.#watch ? undefined : this.#link);
    this.#queue = new CommandQueue({ store, time, link, dead: (dead) => dead === this.#link && this.#lost() });
  }

  /** Opens, and stays open until `stop`, a newer tab, or the seat is gone. Takes the seat from any other tab. */
  start(): void {
    if (!this.#stopped) return;
    this.#stopped = false;
    this.#take = true;
    void this.#open();
  }

  stop(): void {
    this.#stopped = true;
    this.#drop();
  }

  /** Tries again at once, or makes sure of the wire there is (the network came back, the screen was switched on, a press). */
  retryNow(): void {
    if (this.#stopped) return;
    if (this.#watch) return this.#watch.check();
    this.#drop();
    void this.#open();
  }

  /** Asks for something. Settles with the server's answer, however long the way is. */
  send(body: AnyCommand): Promise<CommandAnswer> {
    return this.#queue.add(body);
  }

  /** A message that is not a command (`ready`, `step-out`); lost where there is no connection. */
  async tell(type: 'ready' | 'step-out', payload: unknown): Promise<void> {
    if (type === 'step-out') this.#toldStepOut = true;
    try {
      await this.#link?.request(type, payload);
    } catch {
      // The state is told again after the next join.
    }
  }

  async #open(): Promise<void> {
    this.#cancelRetry = undefined;
    this.#round += 1;
    const round = this.#round;
    const current = (): boolean => round === this.#round;
    this.#phase(this.#attempt === 0 && this.#store.get().epoch === undefined ? 'connecting' : 'reconnecting');
    try {
      const options = { tab: this.#tab, take: this.#take };
      const opening = this.#transport.open(this.#credentials, this.#eventsWhile(current), options);
      const link = await within(this.#time, OPEN_WITHIN_MS, opening, (late) => late.close());
      if (!current()) return link.close();
      this.#link = link;
      await this.#resume(Math.min(OPEN_WITHIN_MS * (this.#attempt + 1), MOST_PATIENCE_MS));
      if (current()) this.#live(link);
    } catch (error) {
      if (!current()) return;
      if (error instanceof RefusedError && error.permanent)
        return this.#end(error.message === 'newer-tab' ? 'elsewhere' : 'failed');
      this.#lost();
    }
  }

  #eventsWhile(current: () => boolean): LinkEvents {
    return {
      message: (type, payload) => current() && this.#hear(type, payload),
      publicState: (state) => current() && this.#store.dispatch({ type: 'public', state, at: this.#time.now() }),
      heard: () => current() && this.#watch?.heard(),
      closed: (code) => {
        if (!current()) return;
        if (code === CloseCodes['newer-tab']) this.#end('elsewhere');
        else if (code === CloseCodes.freed) this.#end('freed');
        else this.#lost();
      },
    };
  }

  #live(link: Link): void {
    this.#attempt = 0;
    this.#take = false;
    this.#watch = new LinkWatch(this.#time, { ask: () => link.ping(), dead: () => this.#lost() });
    this.#phase('live');
    const { steppedOut } = this.#store.get();
    if (this.#toldStepOut || steppedOut) void this.tell('step-out', { out: steppedOut });
    void this.#queue.flush();
  }

  #lost(): void {
    this.#drop();
    if (this.#stopped) return;
    this.#attempt += 1;
    this.#phase('reconnecting');
    this.#cancelRetry = this.#time.wait(backoff(this.#attempt), () => void this.#open());
  }

  /** Lets go of whatever there is: a wire, an attempt, the wait for one. */
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

  /** Tells the server what we have; the tail or a snapshot follows. */
  async #resume(withinMs = OPEN_WITHIN_MS): Promise<void> {
    if (!this.#link || this.#resuming) return;
    this.#resuming = true;
    try {
      const { streams, epoch } = this.#store.get();
      const have: Partial<Record<StreamName, number>> = {};
      for (const [name, stream] of Object.entries(streams)) if (stream) have[name as StreamName] = stream.upTo;
      await within(
        this.#time,
        withinMs,
        this.#link.request('resume', epoch === undefined ? { have } : { have, epoch }),
      );
    } finally {
      this.#resuming = false;
    }
  }

  /** Something is missing in a stream. Where that cannot be asked for, the wire is of no use. */
  #fillGap(): void {
    const round = this.#round;
    this.#resume().catch(() => round === this.#round && this.#lost());
  }

  #hear<K extends keyof ServerMessages>(type: K, payload: ServerMessages[K]): void {
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
        return this.#hearStepOut(message.payload);
      default:
        // A newer server may say more than we know.
        return;
    }
  }

  #hearStepOut({ seat, out }: ServerMessages['step-out']): void {
    const { me } = this.#store.get();
    if (me && may(me.actor, 'see-truth')) return this.#store.dispatch({ type: 'seat-away', seat, out });
    if (!this.#toldStepOut) this.#store.dispatch({ type: 'step-out', out });
  }
}
