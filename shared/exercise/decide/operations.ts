/** Commands of the operation plan: sections, standby, approval, launch and abort. */
import type { operationCommands } from '../../vocabulary/commands/together.ts';
import { role as roleAudience } from '../../access/audience.ts';
import type { Stage } from '../stage.ts';
import { acted, type Desk, firstRefusal, type Handlers, type Refusal, refuse } from './desk.ts';
import { applyEffects, knowsService } from './effects.ts';
import { runnerOf } from './referral-steps.ts';
import { operationDesks } from './told.ts';

const operationAudience = (stage: Stage, id: string) => roleAudience(...operationDesks(stage, id));

function needsOperation(stage: Stage, desk: Desk, id: string, states: string[], leadOnly = true): Refusal {
  const leads = stage.compiled.scenario.operations[id]?.lead.includes(desk.role) ?? false;
  const state = stage.world.operations[id]?.state;
  // A plan that is not open, or that this desk was not told of, is rejected like one that does not exist.
  if (state === undefined || !operationDesks(stage, id).includes(desk.role) || (leadOnly && !leads))
    return refuse('not-for-you');
  return states.includes(state) ? undefined : refuse('wrong-state', { state });
}

export const operationHandlers: Handlers<keyof typeof operationCommands> = {
  'set-plan-section': (stage, desk, { operation, section, text, service }) => {
    const refusal = firstRefusal(
      () => needsOperation(stage, desk, operation, ['drafting', 'ready'], false),
      () =>
        stage.compiled.scenario.operations[operation]?.sections.includes(section)
          ? undefined
          : refuse('unknown-id', { id: section }),
      () =>
        service === undefined || knowsService(stage, desk.role, service)
          ? undefined
          : refuse('unknown-id', { id: service }),
    );
    if (refusal) return refusal;
    stage.emit({
      type: 'plan-section-set',
      audience: operationAudience(stage, operation),
      ...acted(desk),
      operation,
      section,
      text,
      service,
    });
    return undefined;
  },
  'ask-standby': (stage, desk, { operation, service }) => {
    const refusal = firstRefusal(
      () => needsOperation(stage, desk, operation, ['drafting', 'ready'], false),
      () => (knowsService(stage, desk.role, service) ? undefined : refuse('unknown-id', { id: service })),
      () => (stage.world.operations[operation]?.standby[service] ? refuse('already-done') : undefined),
    );
    if (refusal) return refusal;
    const runner = runnerOf(stage, service);
    const audience = [...new Set([...operationAudience(stage, operation), ...(runner ? roleAudience(runner) : [])])];
    stage.emit({ type: 'standby-asked', audience, ...acted(desk), operation, service });
    if (runner === undefined && (stage.world.room[service] ?? 0) > 0)
      stage.emit({ type: 'standby-confirmed', audience, by: 'story', operation, service });
    return undefined;
  },
  'confirm-standby': (stage, desk, { operation, service }) => {
    const refusal = firstRefusal(
      () => (runnerOf(stage, service) === desk.role ? undefined : refuse('not-for-you')),
      () => (stage.world.operations[operation]?.standby[service] === 'asked' ? undefined : refuse('not-open')),
    );
    if (refusal) return refusal;
    const audience = [...new Set([...operationAudience(stage, operation), ...roleAudience(desk.role)])];
    stage.emit({ type: 'standby-confirmed', audience, ...acted(desk), operation, service });
    return undefined;
  },
  'approve-plan': (stage, desk, { operation }) => {
    const refusal = needsOperation(stage, desk, operation, ['drafting', 'ready'], false);
    if (refusal) return refusal;
    if (stage.world.operations[operation]?.approvedBy.includes(desk.role)) return refuse('already-done');
    stage.emit({ type: 'plan-approved', audience: operationAudience(stage, operation), ...acted(desk), operation });
    return undefined;
  },
  'launch-operation': (stage, desk, { operation }) => {
    const authored = stage.compiled.scenario.operations[operation];
    const refusal = needsOperation(stage, desk, operation, ['drafting', 'ready']);
    if (refusal || !authored) return refusal;
    stage.emit({
      type: 'operation-launched',
      audience: operationAudience(stage, operation),
      ...acted(desk),
      operation,
      place: authored.at,
    });
    applyEffects(stage, authored.launched, `operation:${operation}`);
    return undefined;
  },
  'abort-operation': (stage, desk, { operation }) => {
    const authored = stage.compiled.scenario.operations[operation];
    const refusal = needsOperation(stage, desk, operation, ['drafting', 'ready', 'launched']);
    if (refusal || !authored) return refusal;
    stage.emit({ type: 'operation-aborted', audience: operationAudience(stage, operation), ...acted(desk), operation });
    applyEffects(stage, authored.aborted, `operation:${operation}`);
    return undefined;
  },
};
