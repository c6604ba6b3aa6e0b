/**
 * Sends pending commands one at a time, oldest first, because their order matters. A command without an answer stays pending
 * and is sent again with the same id until the server answers.
 */
import type { AnyCommand } from '../../shared/vocabulary/commands.ts';
import type { CommandAnswer } from '../../shared/protocol/messages.ts';
import type { ClientStore } from '../state/client-store.ts';
import { backoff } from './backoff.ts';
import { commandId } from './command-id.ts';
import { type Link, LostError, NotNowError, RefusedError } from './transport.ts';
import { type Timing, TimeoutError, withTimeout } from './with-timeout.ts';

/** After this many failures on the server's side a command counts as refused. */
const MAX_TRIES = 4;
const ANSWER_TIMEOUT_MS = 12_000;
/** Many commands may be pending after a long outage. The server disconnects a client that sends more than 30 messages a second. */
const MAX_PER_SECOND = 15;

interface CommandQueueDeps {
  store: ClientStore;
  time: Timing;
  /** The open connection, if there is one. */
  link: () => Link | undefined;
  /** Reports that a connection no longer answers. */
  reportDead: (link: Link) => void;
}

export class CommandQueue {
  readonly #deps: CommandQueueDeps;
  readonly #waiting = new Map<string, (answer: CommandAnswer) => void>();
  readonly #tries = new Map<string, number>();
  #sending = false;
  #sentAt: number[] = [];

  constructor(deps: CommandQueueDeps) {
    this.#deps = deps;
  }

  /** Resolves with the server's answer, after any number of reconnects. */
  add(body: AnyCommand): Promise<CommandAnswer> {
    const id = commandId();
    const { store, time } = this.#deps;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      store.dispatch({ type: 'asked', command: { id, body, since: time.now() } });
      void this.flush();
    });
  }

  async flush(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    const { store, link } = this.#deps;
    try {
      for (let next = store.get().pending[0]; next && link(); next = store.get().pending[0]) {
        if (!this.#takeSendBudget()) break;
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

  /** Returns false when the per-second budget is used up; the queue then resumes by itself. */
  #takeSendBudget(): boolean {
    const { time } = this.#deps;
    const now = time.now();
    this.#sentAt = this.#sentAt.filter((at) => now - at < 1000 && at <= now);
    if (this.#sentAt.length < MAX_PER_SECOND) {
      this.#sentAt.push(now);
      return true;
    }
    time.wait(1000 - (now - (this.#sentAt[0] ?? now)), () => void this.flush());
    return false;
  }

  /** Tries once. Returns undefined if no answer arrived. */
  async #ask(id: string, body: AnyCommand): Promise<CommandAnswer | undefined> {
    const { link, time, reportDead } = this.#deps;
    const attempted = link();
    if (!attempted) return undefined;
    let isTemporary = false;
    try {
      const answer = await withTimeout(time, ANSWER_TIMEOUT_MS, attempted.request('command', { id, body }));
      if (isAnswer(answer)) return answer;
    } catch (error) {
      if (error instanceof RefusedError) return { ok: false, rejection: { code: 'bad-value' } };
      if (!(error instanceof LostError)) throw error;
      if (error instanceof TimeoutError) reportDead(attempted);
      isTemporary = error instanceof NotNowError;
    }
    // If the connection broke, its successor sends the command again. If it did not, the server failed on this command.
    if (link() !== attempted) return undefined;
    const tries = (this.#tries.get(id) ?? 0) + 1;
    this.#tries.set(id, tries);
    if (tries >= MAX_TRIES && !isTemporary) return { ok: false, rejection: { code: 'bad-value' } };
    time.wait(backoff(tries), () => void this.flush());
    return undefined;
  }
}

const isAnswer = (value: unknown): value is CommandAnswer =>
  typeof value === 'object' && value !== null && 'ok' in value;
