/**
 * Sends what waits, oldest first, one at a time, until each has its answer: order is part of the meaning. What got no answer
 * stays and is sent again with the same id, however long it takes.
 */
import type { AnyCommand } from '../../shared/vocabulary/commands.ts';
import type { CommandAnswer } from '../../shared/protocol/messages.ts';
import type { ClientStore } from '../state/client-store.ts';
import { backoff } from './backoff.ts';
import { commandId } from './command-id.ts';
import { type Link, LostError, NotNowError, RefusedError } from './transport.ts';
import { type Timing, TooLateError, within } from './within.ts';

/** How often a command is tried that the server itself keeps failing on, before it is given up as refused. */
const MOST_TRIES = 4;
const ANSWER_WITHIN_MS = 12_000;
/** After a long way without network much may wait; the server cuts off whoever sends more than thirty messages a second. */
const MOST_PER_SECOND = 15;

interface Means {
  store: ClientStore;
  time: Timing;
  /** The wire, while there is one. */
  link: () => Link | undefined;
  /** Nothing passes on this wire any more. */
  dead: (link: Link) => void;
}

export class CommandQueue {
  readonly #means: Means;
  readonly #waiting = new Map<string, (answer: CommandAnswer) => void>();
  readonly #tries = new Map<string, number>();
  #sending = false;
  #sentAt: number[] = [];

  constructor(means: Means) {
    this.#means = means;
  }

  /** Settles with the server's answer, however long the way is. */
  add(body: AnyCommand): Promise<CommandAnswer> {
    const id = commandId();
    const { store, time } = this.#means;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      store.dispatch({ type: 'asked', command: { id, body, since: time.now() } });
      void this.flush();
    });
  }

  async flush(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    const { store, link } = this.#means;
    try {
      for (let next = store.get().pending[0]; next && link(); next = store.get().pending[0]) {
        if (!this.#maySend()) break;
        const answer = await this.#ask(next.id, next.body);
        if (!answer) break;
        this.#tries.delete(next.id);
        store.dispatch({ type: 'answered', id: next.id, body: next.body, answer });
        this.#waiting.get(next.id)?.(answer);
        this.#waiting.delete(next.id);
      }
    } finally {
      this.#sending = false;
    }
  }

  /** False where so much was sent in the last second that the rest had better wait; it is gone on with by itself. */
  #maySend(): boolean {
    const { time } = this.#means;
    const now = time.now();
    this.#sentAt = this.#sentAt.filter((at) => now - at < 1000 && at <= now);
    if (this.#sentAt.length < MOST_PER_SECOND) {
      this.#sentAt.push(now);
      return true;
    }
    time.wait(1000 - (now - (this.#sentAt[0] ?? now)), () => void this.flush());
    return false;
  }

  /** One try. Undefined where there was no answer. */
  async #ask(id: string, body: AnyCommand): Promise<CommandAnswer | undefined> {
    const { link, time, dead } = this.#means;
    const wire = link();
    if (!wire) return undefined;
    let notNow = false;
    try {
      const answer = await within(time, ANSWER_WITHIN_MS, wire.request('command', { id, body }));
      if (isAnswer(answer)) return answer;
    } catch (error) {
      if (error instanceof RefusedError) return { ok: false, rejection: { code: 'bad-value' } };
      if (!(error instanceof LostError)) throw error;
      if (error instanceof TooLateError) dead(wire);
      notNow = error instanceof NotNowError;
    }
    // The wire broke: what comes after it sends again. Where it did not, the server could not answer this command.
    if (link() !== wire) return undefined;
    const tries = (this.#tries.get(id) ?? 0) + 1;
    this.#tries.set(id, tries);
    if (tries >= MOST_TRIES && !notNow) return { ok: false, rejection: { code: 'bad-value' } };
    time.wait(backoff(tries), () => void this.flush());
    return undefined;
  }
}

const isAnswer = (value: unknown): value is CommandAnswer =>
  typeof value === 'object' && value !== null && 'ok' in value;
