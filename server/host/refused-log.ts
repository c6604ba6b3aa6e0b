/**
 * Logs requests and commands without the right, for the operator, without personal data. Equal refusals share one line per ten
 * seconds, which counts the others, so that an attacker cannot fill the disk.
 */
import type { RejectionCode } from '../../shared/exercise/rejections.ts';
import type { CommandAnswer } from '../../shared/protocol/messages.ts';
import type { Log } from './log.ts';

const EVERY_MS = 10_000;
/** A guard on memory: kinds of refusal are few. */
const MAX_KINDS = 500;

/** Rejections that no screen can cause: the client tried a command that its desk may not give. */
const NO_RIGHT: ReadonlySet<string> = new Set<RejectionCode>(['trainer-only', 'lead-only', 'no-power', 'not-seated']);

interface LastLine {
  at: number;
  /** Refusals since then that are not logged yet. */
  more: number;
}

export class RefusedLog {
  readonly #log: Log;
  readonly #now: () => number;
  readonly #lastLines = new Map<string, LastLine>();

  constructor(log: Log, now: () => number = () => performance.now()) {
    this.#log = log;
    this.#now = now;
  }

  /** Logs the answer to a command if the caller had no right to the command. */
  judged(command: Readonly<Record<string, string>>, answer: CommandAnswer): void {
    if (!answer.ok && NO_RIGHT.has(answer.rejection.code)) this.note({ ...command, reason: answer.rejection.code });
  }

  /** `what` holds constants of this program and ids, never user content. */
  note(what: Readonly<Record<string, string>>): void {
    const kind = Object.values(what).join(' ');
    const before = this.#lastLines.get(kind);
    if (before && this.#now() - before.at < EVERY_MS) {
      before.more += 1;
      return;
    }
    if (this.#lastLines.size >= MAX_KINDS) this.#lastLines.clear();
    this.#lastLines.set(kind, { at: this.#now(), more: 0 });
    this.#log.warn({ ...what, ...(before && before.more > 0 && { others: before.more }) }, 'request refused');
  }
}
