/** A halt: the disk or the case failed, so the exercise is stopped although no trainer paused it. */
import type { Standstill } from '../../shared/console/console.ts';
import { EventLoopError } from '../../shared/exercise/stage.ts';
import type { ExerciseStatus } from '../../shared/exercise/world.ts';
import { StorageError } from '../storage/exercise-store.ts';
import type { Timing } from './timing.ts';

const RETRY_MS = 1000;

const STORAGE_REASONS = {
  full: 'disk-full',
  busy: 'disk-busy',
  unavailable: 'disk-failed',
  conflict: 'fault',
} as const;

function standstillOf(error: unknown): Standstill {
  if (error instanceof StorageError) return { reason: STORAGE_REASONS[error.reason], over: false };
  return { reason: isCaseLoop(error) ? 'circles' : 'fault', over: false };
}

/** True if the case itself loops, regardless of the command or timer that triggered it. Any other fault belongs to the one command. */
export const isCaseLoop = (error: unknown): boolean => error instanceof EventLoopError;

const isDiskFault = ({ reason }: Standstill): boolean => reason.startsWith('disk-');

/** True if `error` may pass without a change of the case: a disk gets space again, or another program closes the file. */
export const isTemporary = (error: unknown): boolean => isDiskFault(standstillOf(error));

export class Halt {
  readonly #retry: RetryTimer;
  #active = false;
  #standstill: Standstill | undefined;

  /** While a temporary halt is active, `retry` is called until the halt ends. */
  constructor(timing: Timing, retry: () => void) {
    this.#retry = new RetryTimer(timing, retry);
  }

  get isActive(): boolean {
    return this.#active;
  }

  begin(error: unknown): void {
    this.#active = true;
    this.#standstill = standstillOf(error);
    if (isDiskFault(this.#standstill)) this.#retry.start();
  }

  /** The pause is on disk. The trainer still sees the reason until the exercise runs again. */
  end(): void {
    this.#active = false;
    if (this.#standstill && isDiskFault(this.#standstill)) this.#standstill = { ...this.#standstill, over: true };
  }

  /** The trainer is shown `standstill` until the exercise runs. */
  report(standstill: Standstill): void {
    this.#standstill = standstill;
  }

  /** The exercise runs again. */
  clear(): void {
    this.#standstill = undefined;
  }

  /** What the trainer is shown: the reason of a pause, and in the lobby only that acts are missing after a crash. */
  shownIn(status: ExerciseStatus): Standstill | undefined {
    const isShown = status === 'paused' || (status === 'lobby' && this.#standstill?.reason === 'cut-off');
    return isShown ? this.#standstill : undefined;
  }

  close(): void {
    this.#retry.stop();
  }
}

/** Calls `retry` once after a delay; starting it again restarts the delay. */
class RetryTimer {
  readonly #timing: Timing;
  readonly #retry: () => void;
  #cancel: () => void = () => undefined;

  constructor(timing: Timing, retry: () => void) {
    this.#timing = timing;
    this.#retry = retry;
  }

  start(): void {
    this.stop();
    this.#cancel = this.#timing.after(RETRY_MS, this.#retry);
  }

  stop(): void {
    this.#cancel();
  }
}
