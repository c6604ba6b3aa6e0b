/** One person practises alone: when that person is gone for a while, the case waits. Coming back is going on by hand. */
import type { LiveExercise } from './live-exercise.ts';
import type { Seating } from './seating.ts';
import type { Timing } from './timing.ts';

/** A reload or a tunnel is not leaving. */
const GONE_FOR_MS = 60_000;

interface Parts {
  live: LiveExercise;
  seating: Seating;
  timing: Timing;
  onError: (error: unknown) => void;
}

/** Watches an exercise of this purpose; any other is left alone. The answer ends the watch. */
export function watchPractice({ live, seating, timing, onError }: Parts): () => void {
  if (live.record.purpose !== 'practice') return () => undefined;
  let cancel: (() => void) | undefined;
  const isThere = (): boolean => seating.roster().some(({ connected, simulated }) => connected && !simulated);
  const pause = (): void => {
    cancel = undefined;
    if (!isThere() && live.status === 'running') live.submitOwn({ type: 'pause' }).catch(onError);
  };
  const look = (): void => {
    if (isThere()) {
      cancel?.();
      cancel = undefined;
    } else cancel ??= timing.after(GONE_FOR_MS, pause);
  };
  const unlisten = seating.onChange(look);
  look();
  return () => {
    cancel?.();
    unlisten();
  };
}
