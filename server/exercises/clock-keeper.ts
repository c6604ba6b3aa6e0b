/** Saves the clocks of all exercises at intervals, and pauses them after the machine has slept. */
import type { LiveExercise } from './live-exercise.ts';
import type { Timing } from './timing.ts';

const TICK_MS = 1000;
const SAVE_CLOCK_TICKS = 5;
/** After a longer gap between two ticks, the machine was asleep. */
const SLEEP_GAP_MS = 5000;

interface ClockKeeperOptions {
  timing: Timing;
  exercises: () => readonly LiveExercise[];
  onError: (error: unknown, exercise: string) => void;
}

/** The returned function ends it. */
export function keepClocks({ timing, exercises, onError }: ClockKeeperOptions): () => void {
  let [lastTick, lastWall, ticks] = [timing.now(), Date.now(), 0];
  let caseTimes = new Map<string, number>();
  const ticker = setInterval(() => {
    const [now, wall] = [timing.now(), Date.now()];
    // During sleep the monotonic clock stops on some systems and runs on others; the wall clock always runs.
    const slept = Math.max(now - lastTick, wall - lastWall) > TICK_MS + SLEEP_GAP_MS;
    [lastTick, lastWall, ticks] = [now, wall, ticks + 1];
    for (const live of exercises()) {
      const done = slept
        ? live.pauseAt(caseTimes.get(live.id) ?? live.caseNow())
        : ticks % SAVE_CLOCK_TICKS === 0
          ? live.saveClock()
          : undefined;
      done?.catch((error: unknown) => onError(error, live.id));
    }
    caseTimes = new Map(exercises().map((live) => [live.id, live.caseNow()]));
  }, TICK_MS);
  ticker.unref();
  return () => clearInterval(ticker);
}
