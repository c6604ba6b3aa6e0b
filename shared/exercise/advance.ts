/** Time passes: timers that fell due, in order of (due, id), each with all its consequences. */
import type { CaseMs } from '../time.ts';
import { runTimer } from './decide/run-timer.ts';
import { settle } from './decide/settle.ts';
import type { Stage } from './stage.ts';
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

type Timers = World['timers'];
type Due = [id: string, timer: Timers[string]];

/** Timers are never altered in place, so the first of a record is looked for once. */
const firstOf = new WeakMap<Timers, Due | 'none'>();

/** The first timer due up to `at`. */
export function dueTimer({ timers }: World, at: CaseMs): Due | undefined {
  let first = firstOf.get(timers);
  if (first === undefined) firstOf.set(timers, (first = firstTimer(timers) ?? 'none'));
  return first === 'none' || first[1].due > at ? undefined : first;
}

function firstTimer(timers: Timers): Due | undefined {
  let first: Due | undefined;
  for (const id in timers) {
    const timer = timers[id];
    if (!timer) continue;
    if (!first || timer.due < first[1].due || (timer.due === first[1].due && id < first[0])) first = [id, timer];
  }
  return first;
}
