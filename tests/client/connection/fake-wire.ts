/** A fake connection: records requests, answers as the test says (`resume` at once), and breaks on demand. */
import type { JoinOptions } from '../../../shared/protocol/messages.ts';
import {
  LostError,
  NotNowError,
  RefusedError,
  type Link,
  type LinkEvents,
  type Transport,
} from '../../../client/connection/transport.ts';

export interface Asked {
  type: string;
  payload: unknown;
  answer: (value: unknown) => void;
  lose: () => void;
  refuse: () => void;
  notNow: () => void;
}

export class FakeWire implements Transport {
  readonly asked: Asked[] = [];
  opened = 0;
  closed = 0;
  pings = 0;
  /** How the next joins fail: temporarily or for good. */
  failing: 'no' | 'lost' | 'permanent' | 'newer-tab' = 'no';
  /** Answers nothing any more, not even `resume`. */
  silent = false;
  /** Answers every command at once. */
  answering = false;
  readonly options: JoinOptions[] = [];
  #events: LinkEvents | undefined;

  get events(): LinkEvents {
    if (!this.#events) throw new Error('the wire is not open');
    return this.#events;
  }

  readonly open: Transport['open'] = async (credentials, events, options) => {
    await credentials.pass();
    this.opened += 1;
    this.options.push(options);
    if (this.failing === 'lost') throw new LostError('join');
    if (this.failing === 'newer-tab') throw new RefusedError('newer-tab', true);
    if (this.failing === 'permanent') throw new RefusedError('401', true);
    this.#events = events;
    const link: Link = {
      request: (type, payload) =>
        new Promise((resolve, reject) => {
          if (type === 'resume' && !this.silent) resolve(undefined);
          if (type === 'command' && this.answering) resolve({ ok: true });
          this.asked.push({
            type,
            payload,
            answer: resolve,
            lose: () => reject(new LostError(type)),
            refuse: () => reject(new RefusedError(type, false)),
            notNow: () => reject(new NotNowError('disk-full')),
          });
        }),
      ping: () => void (this.pings += 1),
      close: () => void (this.closed += 1),
    };
    return link;
  };

  /** Requests of one type, oldest first. */
  of(type: string): Asked[] {
    return this.asked.filter((asked) => asked.type === type);
  }

  /** Breaks the connection: pending requests get no answer. */
  break(): void {
    for (const asked of this.asked) asked.lose();
    this.events.closed(1006);
  }
}

/** A clock that only the test advances. */
export class HandTime {
  #now = 0;
  #due: { run: () => void; at: number }[] = [];
  now = (): number => this.#now;
  wait = (ms: number, then: () => void): (() => void) => {
    const entry = { run: then, at: this.#now + ms };
    this.#due.push(entry);
    return () => {
      this.#due = this.#due.filter((one) => one !== entry);
    };
  };
  get waiting(): number {
    return this.#due.length;
  }
  /** Advances time, by default by the longest delay between two attempts, and runs due timers in order. */
  pass(ms = 10_000): void {
    const end = this.#now + ms;
    for (let next = this.#next(end); next; next = this.#next(end)) {
      this.#due = this.#due.filter((one) => one !== next);
      this.#now = Math.max(this.#now, next.at);
      next.run();
    }
    this.#now = end;
  }

  #next(end: number) {
    return this.#due.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
  }
}
