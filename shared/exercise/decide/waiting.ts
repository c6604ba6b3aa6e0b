/**
 * Everything that waits for a condition: injects, perishables, decisions, operations. Evaluated after every event that
 * changes it.
 */
import type { CompiledScenario } from '../../scenario/compiled.ts';
import { derive } from '../../scenario/derived.ts';
import type { Condition } from '../../vocabulary/conditions.ts';
import type { Inject, Scenario } from '../../scenario/schema/scenario.ts';
import type { z } from 'zod';
import { role as roleAudience, trainerOnly } from '../../access/audience.ts';
import { conditionsOf } from '../condition-index.ts';
import { NOTHING, overlaps, type Reads, readsPart, union } from '../reads.ts';
import type { Stage } from '../stage.ts';
import { fireInject } from './effects.ts';
import { tellDecision, tellOperation } from './told.ts';

/** One waiting entry: what its conditions read, and the check that evaluates them. */
interface Waiting {
  reads: Reads;
  check: (stage: Stage) => void;
}

/** An entry without a condition opens when the exercise starts. */
const RUNNING = readsPart('status');

/** Everything in a case that can wait, in order of evaluation. */
function allWaiting(compiled: CompiledScenario): readonly Waiting[] {
  const { injects, items, decisions, operations } = compiled.scenario;
  const conditions = conditionsOf(compiled);
  const readsOf = (condition: Condition | undefined) => conditions.readsOf(condition);
  const ofInjects = Object.entries(injects).filter(
    ([, { when, expects }]) => when !== undefined || expects !== undefined,
  );
  return [
    ...ofInjects.map(([id, inject]) => ({
      // The state of the inject itself counts too: held, released, skipped, fired.
      reads: [readsPart('injects'), readsOf(inject.when), readsOf(inject.expects?.do)].reduce(union),
      check: (stage: Stage) => checkInject(stage, id, inject),
    })),
    ...Object.entries(items).flatMap(([id, { lasts, 'lasts-from': from }]) =>
      lasts === undefined || from === undefined
        ? []
        : [
            {
              reads: union(readsPart('items'), readsOf(from)),
              check: (stage: Stage) => checkPerishable(stage, { id, lasts, from }),
            },
          ],
    ),
    ...Object.entries(decisions).map(([id, decision]) => ({
      reads: [RUNNING, readsOf(decision.when), readsKnown(decision)].reduce(union),
      check: (stage: Stage) => checkDecision(stage, id, decision),
    })),
    ...Object.entries(operations).map(([id, operation]) => ({
      reads: [RUNNING, readsOf(operation.when), readsKnown(operation)].reduce(union),
      check: (stage: Stage) => checkOperation(stage, id, operation),
    })),
  ];
}

/**
 * Evaluates the entries that `changes`, or resulting events, may have made true. All others were evaluated after the
 * last change of what they read.
 */
export function checkWaiting(stage: Stage, changes: Reads): void {
  for (const { reads, check } of derive(stage.compiled, allWaiting))
    if (overlaps(reads, changes) || overlaps(reads, stage.changes)) check(stage);
}

/** Desks are told of an open entry when they come to know what it rests on. */
const KNOWLEDGE = ['items', 'people', 'injects'].map(readsPart).reduce(union);
const readsKnown = (entry: { 'known-with'?: readonly string[] | undefined }): Reads =>
  entry['known-with'] === undefined ? NOTHING : KNOWLEDGE;

function checkDecision(stage: Stage, id: string, decision: Scenario['decisions'][string]): void {
  if (!(id in stage.world.decisions) && (!decision.when || stage.holds(decision.when))) {
    if (decision['known-with'] === undefined)
      stage.emit({
        type: 'decision-opened',
        audience: roleAudience(...decision.propose, ...decision.agree),
        decision: id,
      });
    else stage.emit({ type: 'decision-opened', audience: trainerOnly, decision: id, apart: true });
  }
  tellDecision(stage, id);
}

function checkOperation(stage: Stage, id: string, operation: Scenario['operations'][string]): void {
  if (!(id in stage.world.operations) && (!operation.when || stage.holds(operation.when))) {
    if (operation['known-with'] === undefined)
      stage.emit({
        type: 'operation-opened',
        audience: roleAudience(...operation.lead, ...operation['need-to-know']),
        operation: id,
      });
    else stage.emit({ type: 'operation-opened', audience: trainerOnly, operation: id, apart: true });
  }
  tellOperation(stage, id);
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
  if (!stage.holds(inject.when)) return;
  if (inject.delay === undefined) fireInject(stage, id, 'story');
  else stage.setTimer(`inject:${id}`, stage.at + inject.delay, { do: 'inject', inject: id });
}

/** Perishables whose clock starts by a condition. */
function checkPerishable(stage: Stage, { id, lasts, from }: { id: string; lasts: number; from: Condition }): void {
  if (`perish:${id}` in stage.world.timers) return;
  const state = stage.world.items[id];
  if (state?.perished || state?.heldBy !== undefined || !stage.holds(from)) return;
  stage.setTimer(`perish:${id}`, stage.at + lasts, { do: 'perish', item: id });
}
