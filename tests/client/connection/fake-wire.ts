/** A wire for tests: says what was asked of it, answers what the test wants (`resume` at once), breaks when told to. */
import {
  LostError,
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
}

export class FakeWire implements Transport {
  readonly asked: Asked[] = [];
  opened = 0;
  closed = 0;
  /** Set to have the next joins fail: for a moment, or for good. */
  failing: 'no' | 'lost' | 'permanent' = 'no';
  #events: LinkEvents | undefined;

  get events(): LinkEvents {
    if (!this.#events) throw new Error('the wire is not open');
    return this.#events;
  }

  readonly open: Transport['open'] = async (credentials, events) => {
    await credentials.pass();
    this.opened += 1;
    if (this.failing === 'lost') throw new LostError('join');
    if (this.failing === 'permanent') throw new RefusedError('401', true);
    this.#events = events;
    const link: Link = {
      request: (type, payload) =>
        new Promise((resolve, reject) => {
          if (type === 'resume') resolve(undefined);
          this.asked.push({
            type,
            payload,
            answer: resolve,
            lose: () => reject(new LostError(type)),
            refuse: () => reject(new RefusedError(type, false)),
          });
        }),
      close: () => (this.closed += 1),
    };
    return link;
  };

  /** Requests of one type, oldest first. */
  of(type: string): Asked[] {
    return this.asked.filter((asked) => asked.type === type);
  }

  /** Breaks the wire: requests under way get no answer. */
  break(): void {
    for (const asked of this.asked) asked.lose();
    this.events.closed(1006);
  }
}

/** Time that only moves when the test says so. */
export class HandTime {
  readonly #due: { run: () => void; ms: number }[] = [];
  now = (): number => 0;
  wait = (ms: number, then: () => void): (() => void) => {
    const entry = { run: then, ms };
    this.#due.push(entry);
    return () => void this.#due.splice(this.#due.indexOf(entry), 1);
  };
  get waiting(): number {
    return this.#due.length;
  }
  /** Runs everything that waits now. */
  pass(): void {
    for (const entry of this.#due.splice(0)) entry.run();
  }
}
