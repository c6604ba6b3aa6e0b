/** Advances time: due timers run in order of (due, id), each with all its consequences. */
import { trainerOnly } from '../access/audience.ts';
import type { CaseMs } from '../time.ts';
import { runTimer } from './decide/run-timer.ts';
import { settle } from './decide/settle.ts';
import type { Stage } from './stage.ts';

/** Runs every timer due up to `at`. Stops when the exercise ends. */
export function advanceStage(stage: Stage, at: CaseMs): void {
  for (let next = stage.firstTimer(); next && stage.world.status !== 'ended'; next = stage.firstTimer()) {
    const [id, timer] = next;
    if (timer.due > at) return;
    if (timer.due > stage.at) {
      stage.at = timer.due;
      stage.newCause();
    }
    stage.emit({ type: 'timer-cleared', audience: trainerOnly, timer: id });
    runTimer(stage, timer.action);
    settle(stage);
  }
}
