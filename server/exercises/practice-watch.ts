/** Pauses a one-person practice when the person is away for a while. The person resumes by hand. */
import type { LiveExercise } from './live-exercise.ts';
import type { Seating } from './seating.ts';
import type { Timing } from './timing.ts';

/** Longer than a page reload or a short loss of network. */
const AWAY_MS = 60_000;

interface PracticeWatchOptions {
  live: LiveExercise;
  seating: Seating;
  timing: Timing;
  onError: (error: unknown) => void;
}

/** Watches a practice exercise and ignores any other. The returned function ends the watch. */
export function watchPractice({ live, seating, timing, onError }: PracticeWatchOptions): () => void {
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
    } else cancel ??= timing.after(AWAY_MS, pause);
  };
  const unlisten = seating.onChange(look);
  look();
  return () => {
    cancel?.();
    unlisten();
  };
}
