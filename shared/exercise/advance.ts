/** Time passes: timers that fell due, in order of (due, id), each with all its consequences. */
import type { CaseMs } from '../time.ts';
import { runTimer } from './decide/run-timer.ts';
import { settle } from './decide/settle.ts';
import type { Stage } from './stage.ts';
import { firstTimer } from './folds/timers.ts';
import type { World } from './world.ts';

/** Runs on a stage every timer due up to `at`. Ends where the exercise ends. */
export function advanceStage(stage: Stage, at: CaseMs): void {
  for (let next = dueTimer(stage.world, at); next && stage.world.status !== 'ended'; next = dueTimer(stage.world, at)) {
    const [id, timer] = next;
    if (timer.due > stage.at) {
      stage.at = timer.due;
      stage.newCause();
    }
    stage.emit({ type: 'timer-cleared', audience: ['trainer'], timer: id });
    runTimer(stage, timer.action);
    settle(stage);
  }
}

/** The first timer due up to `at`. */
export function dueTimer({ timers }: World, at: CaseMs): ReturnType<typeof firstTimer> {
  const first = firstTimer(timers);
  return first === undefined || first[1].due > at ? undefined : first;
}
