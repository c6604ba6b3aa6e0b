/** Whatever waits for a condition: injects, perishables, decisions, operations. Looked at after everything that happens. */
import type { CompiledScenario } from '../../scenario/compiled.ts';
import type { Condition } from '../../scenario/schema/conditions.ts';
import type { Inject, Scenario } from '../../scenario/schema/scenario.ts';
import type { z } from 'zod';
import { role as roleAudience } from '../audience.ts';
import type { Stage } from '../stage.ts';
import { fireInject } from './effects.ts';

/** What of a case can wait at all. Most things cannot, and this is asked after every event. */
interface Waiting {
  injects: [id: string, inject: z.infer<typeof Inject>][];
  perishables: { id: string; lasts: number; from: Condition }[];
  decisions: [id: string, decision: Scenario['decisions'][string]][];
  operations: [id: string, operation: Scenario['operations'][string]][];
}

const cache = new WeakMap<CompiledScenario, Waiting>();

function waitingIn(compiled: CompiledScenario): Waiting {
  let waiting = cache.get(compiled);
  if (!waiting) {
    const { injects, items, decisions, operations } = compiled.scenario;
    waiting = {
      injects: Object.entries(injects).filter(([, { when, expects }]) => when !== undefined || expects !== undefined),
      perishables: Object.entries(items).flatMap(([id, { lasts, 'lasts-from': from }]) =>
        lasts === undefined || from === undefined ? [] : [{ id, lasts, from }],
      ),
      decisions: Object.entries(decisions),
      operations: Object.entries(operations),
    };
    cache.set(compiled, waiting);
  }
  return waiting;
}

export function checkWaiting(stage: Stage): void {
  const { injects, perishables, decisions, operations } = waitingIn(stage.compiled);
  for (const [id, inject] of injects) checkInject(stage, id, inject);
  for (const perishable of perishables) checkPerishable(stage, perishable);
  for (const [id, decision] of decisions) {
    if (id in stage.world.decisions || (decision.when && !stage.holds(decision.when))) continue;
    stage.emit({
      type: 'decision-opened',
      audience: roleAudience(...decision.propose, ...decision.agree),
      decision: id,
    });
  }
  for (const [id, operation] of operations) {
    if (id in stage.world.operations || (operation.when && !stage.holds(operation.when))) continue;
    stage.emit({
      type: 'operation-opened',
      audience: roleAudience(...operation.lead, ...operation['need-to-know']),
      operation: id,
    });
  }
}

function checkInject(stage: Stage, id: string, inject: z.infer<typeof Inject>): void {
  const state = stage.world.injects[id];
  if (state?.firedAt !== undefined) {
    if (inject.expects && state.due !== undefined && !state.met && !state.missed && stage.holds(inject.expects.do)) {
      stage.emit({ type: 'expectation-met', audience: ['trainer'], inject: id });
      stage.clearTimer(`expectation:${id}`);
    }
    return;
  }
  if (!inject.when || state?.held || state?.skipped || `inject:${id}` in stage.world.timers) return;
  if (inject.at !== undefined && stage.at < inject.at) return;
  if (!stage.holds(inject.when)) return;
  if (inject.delay === undefined) fireInject(stage, id, 'story');
  else stage.setTimer(`inject:${id}`, stage.at + inject.delay, { do: 'inject', inject: id });
}

/** Perishables whose time starts with a condition. */
function checkPerishable(stage: Stage, { id, lasts, from }: Waiting['perishables'][number]): void {
  if (`perish:${id}` in stage.world.timers) return;
  const state = stage.world.items[id];
  if (state?.perished || state?.heldBy !== undefined || !stage.holds(from)) return;
  stage.setTimer(`perish:${id}`, stage.at + lasts, { do: 'perish', item: id });
}
