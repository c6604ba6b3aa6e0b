/**
 * Refusals of what somebody had no right to: one line each, without who it was in the world, for whoever looks after the server.
 * A stranger who tries ten thousand times must not fill the disk, so of the same refusal one line in ten seconds is written,
 * which counts the others.
 */
import type { RejectionCode } from '../../shared/exercise/rejections.ts';
import type { CommandAnswer } from '../../shared/protocol/messages.ts';
import type { Log } from './log.ts';

const EVERY_MS = 10_000;
/** Kinds of refusal are few; a guard all the same. */
const MOST_KINDS = 500;

/** No button asks for these: somebody tries what the desk has no right to. */
const NO_RIGHT: ReadonlySet<string> = new Set<RejectionCode>(['trainer-only', 'no-power', 'not-seated']);

interface Told {
  at: number;
  /** Refusals since then that have no line yet. */
  more: number;
}

export class RefusedLog {
  readonly #log: Log;
  readonly #now: () => number;
  readonly #told = new Map<string, Told>();

  constructor(log: Log, now: () => number = () => performance.now()) {
    this.#log = log;
    this.#now = now;
  }

  /** A command that was judged; where its asker had no right to it, there is a line. */
  judged(command: Readonly<Record<string, string>>, answer: CommandAnswer): void {
    if (!answer.ok && NO_RIGHT.has(answer.rejection.code)) this.note({ ...command, reason: answer.rejection.code });
  }

  /** `what` holds words of this program and ids of machines and seats, never words of people. */
  note(what: Readonly<Record<string, string>>): void {
    const kind = Object.values(what).join(' ');
    const before = this.#told.get(kind);
    if (before && this.#now() - before.at < EVERY_MS) {
      before.more += 1;
      return;
    }
    if (this.#told.size >= MOST_KINDS) this.#told.clear();
    this.#told.set(kind, { at: this.#now(), more: 0 });
    this.#log.warn({ ...what, ...(before && before.more > 0 && { others: before.more }) }, 'somebody was refused');
  }
}
