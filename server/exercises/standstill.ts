/** Why an exercise stands although nobody paused it, as its trainer is told. */
import type { Standstill } from '../../shared/console/console.ts';
import { GoesInCircles } from '../../shared/exercise/stage.ts';
import { StorageError } from '../storage/exercise-store.ts';

const OF_STORAGE = { full: 'disk-full', busy: 'disk-busy', unavailable: 'disk-failed', conflict: 'fault' } as const;

export function standstillOf(error: unknown): Standstill {
  if (error instanceof StorageError) return { reason: OF_STORAGE[error.reason], over: false };
  return { reason: error instanceof GoesInCircles ? 'circles' : 'fault', over: false };
}

/** True where it may pass by itself: room is made, another program lets go. Then the pause is kept as soon as it can be. */
export const mayPass = ({ reason }: Standstill): boolean => reason.startsWith('disk-');
