/** Why an exercise stands although nobody paused it, as its trainer is told. */
import type { Standstill } from '../../shared/console/console.ts';
import { GoesInCircles } from '../../shared/exercise/stage.ts';
import type { ExerciseStatus } from '../../shared/exercise/world.ts';
import { StorageError } from '../storage/exercise-store.ts';
import type { Host } from './host.ts';

/** How long after a refusal of the disk it is asked again. */
const ASK_DISK_MS = 1000;

const OF_STORAGE = { full: 'disk-full', busy: 'disk-busy', unavailable: 'disk-failed', conflict: 'fault' } as const;

export function standstillOf(error: unknown): Standstill {
  if (error instanceof StorageError) return { reason: OF_STORAGE[error.reason], over: false };
  return { reason: isOfTheCase(error) ? 'circles' : 'fault', over: false };
}

/** True where the case itself cannot go on, whoever or whatever set it off; another fault is of the one act that met it. */
export const isOfTheCase = (error: unknown): boolean => error instanceof GoesInCircles;

/** True where it may pass by itself: room is made, another program lets go. Then the pause is kept as soon as it can be. */
export const mayPass = ({ reason }: Standstill): boolean => reason.startsWith('disk-');

/** In the lobby nothing stands, but what is missing of it is told there too. */
export const isTold = (standstill: Standstill | undefined, status: ExerciseStatus): boolean =>
  status === 'paused' || (status === 'lobby' && standstill?.reason === 'cut-off');

/** Nobody has to act for a pause to be kept: the disk is asked until it takes it. */
export class AskAgain {
  readonly #host: Host;
  readonly #ask: () => unknown;
  #cancel: () => void = () => undefined;

  constructor(host: Host, ask: () => unknown) {
    this.#host = host;
    this.#ask = ask;
  }

  start(): void {
    this.stop();
    this.#cancel = this.#host.after(ASK_DISK_MS, () => void this.#ask());
  }

  stop(): void {
    this.#cancel();
  }
}
