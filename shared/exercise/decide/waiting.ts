/** Whatever waits for a condition: injects, perishables, decisions, operations. Looked at after everything that happens. */
import type { CompiledScenario } from '../../scenario/compiled.ts';
import type { Condition } from '../../scenario/schema/conditions.ts';
import type { Inject, Scenario } from '../../scenario/schema/scenario.ts';
import type { z } from 'zod';
import { role as roleAudience, trainerOnly } from '../../access/audience.ts';
import { both, meet, type Reads, readsOf, readsPart } from '../reads.ts';
import type { Stage } from '../stage.ts';
import { fireInject } from './effects.ts';

/** One thing that waits: what its answer hangs on, and the look at it. */
interface Waiting {
  reads: Reads;
  check: (stage: Stage) => void;
}

/** What waits for nothing is there from the start. */
const RUNNING = readsPart('status');

const cache = new WeakMap<CompiledScenario, readonly Waiting[]>();

/** What of a case can wait at all, in the order in which it is looked at. */
function waitingIn(compiled: CompiledScenario): readonly Waiting[] {
  let waiting = cache.get(compiled);
  if (!waiting) cache.set(compiled, (waiting = allWaiting(compiled.scenario)));
  return waiting;
}

function allWaiting({ injects, items, decisions, operations }: Scenario): Waiting[] {
  const ofInjects = Object.entries(injects).filter(
    ([, { when, expects }]) => when !== undefined || expects !== undefined,
  );
  return [
    ...ofInjects.map(([id, inject]) => ({
      // Held, released, skipped, fired: what becomes of the inject itself counts too.
      reads: [readsPart('injects'), readsOf(inject.when), readsOf(inject.expects?.do)].reduce(both),
      check: (stage: Stage) => checkInject(stage, id, inject),
    })),
    ...Object.entries(items).flatMap(([id, { lasts, 'lasts-from': from }]) =>
      lasts === undefined || from === undefined
        ? []
        : [
            {
              reads: both(readsPart('items'), readsOf(from)),
              check: (stage: Stage) => checkPerishable(stage, { id, lasts, from }),
            },
          ],
    ),
    ...Object.entries(decisions).map(([id, decision]) => ({
      reads: both(RUNNING, readsOf(decision.when)),
      check: (stage: Stage) => checkDecision(stage, id, decision),
    })),
    ...Object.entries(operations).map(([id, operation]) => ({
      reads: both(RUNNING, readsOf(operation.when)),
      check: (stage: Stage) => checkOperation(stage, id, operation),
    })),
  ];
}

/**
 * Looks at what may have come true by `news`, or by what follows while looking. Whatever has no news was looked at after the
 * last change of what it hangs on, and goes on waiting.
 */
export function checkWaiting(stage: Stage, news: Reads): void {
  for (const { reads, check } of waitingIn(stage.compiled))
    if (meet(reads, news) || meet(reads, stage.news)) check(stage);
}

function checkDecision(stage: Stage, id: string, decision: Scenario['decisions'][string]): void {
  if (id in stage.world.decisions || (decision.when && !stage.holds(decision.when))) return;
  stage.emit({ type: 'decision-opened', audience: roleAudience(...decision.propose, ...decision.agree), decision: id });
}

function checkOperation(stage: Stage, id: string, operation: Scenario['operations'][string]): void {
  if (id in stage.world.operations || (operation.when && !stage.holds(operation.when))) return;
  stage.emit({
    type: 'operation-opened',
    audience: roleAudience(...operation.lead, ...operation['need-to-know']),
    operation: id,
  });
}

function checkInject(stage: Stage, id: string, inject: z.infer<typeof Inject>): void {
  const state = stage.world.injects[id];
  if (state?.firedAt !== undefined) {
    if (inject.expects && state.due !== undefined && !state.met && !state.missed && stage.holds(inject.expects.do)) {
      stage.emit({ type: 'expectation-met', audience: trainerOnly, inject: id });
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
function checkPerishable(stage: Stage, { id, lasts, from }: { id: string; lasts: number; from: Condition }): void {
  if (`perish:${id}` in stage.world.timers) return;
  const state = stage.world.items[id];
  if (state?.perished || state?.heldBy !== undefined || !stage.holds(from)) return;
  stage.setTimer(`perish:${id}`, stage.at + lasts, { do: 'perish', item: id });
}
