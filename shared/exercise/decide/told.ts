/**
 * The desks that have an authored decision or plan before them. Where it names what it rests on (`known-with`), each
 * desk is told by itself once it knows one of these, and no desk learns who else was told.
 */
import { role as roleAudience } from '../../access/audience.ts';
import type { Scenario } from '../../scenario/schema/scenario.ts';
import type { KeptBy, RoleId } from '../ids.ts';
import { knowsOneOf } from '../known-with.ts';
import type { Stage } from '../stage.ts';
import type { OperationState } from '../world.ts';

/** Logs from before desks were told one by one have no list: every desk was told at the opening. */
const toldOf = (desks: readonly RoleId[], told: readonly RoleId[] | undefined): RoleId[] =>
  [...new Set(desks)].filter((role) => told === undefined || told.includes(role));

const inDecision = ({ propose, agree }: Scenario['decisions'][string]): RoleId[] => [...propose, ...agree];
const inOperation = (operation: Scenario['operations'][string]): RoleId[] => [
  ...operation.lead,
  ...operation['need-to-know'],
];

/** The desks that know of an open decision. */
export function decisionDesks(stage: Stage, id: string): RoleId[] {
  const authored = stage.compiled.scenario.decisions[id];
  const state = stage.world.decisions[id];
  return authored && state ? toldOf(inDecision(authored), state.told) : [];
}

/** The desks that know of an open plan. */
export function operationDesks(stage: Stage, id: string): RoleId[] {
  const authored = stage.compiled.scenario.operations[id];
  const state = stage.world.operations[id];
  return authored && state ? toldOf(inOperation(authored), state.told) : [];
}

const untold = (stage: Stage, desks: readonly RoleId[], told: readonly RoleId[] | undefined): RoleId[] =>
  told === undefined ? [] : stage.world.roles.filter((role) => desks.includes(role) && !told.includes(role));

/** Tells an open decision to the desks that know by now what it rests on. */
export function tellDecision(stage: Stage, id: string): void {
  const authored = stage.compiled.scenario.decisions[id];
  const told = stage.world.decisions[id]?.told;
  if (!authored || told === undefined) return;
  for (const role of untold(stage, inDecision(authored), told))
    if (knowsOneOf(stage.world, role, authored['known-with']))
      stage.emit({ type: 'decision-known', audience: roleAudience(role), role, decision: id, by: 'story' });
}

/** A desk that proposes puts the decision before every desk that shares it. */
export function putBeforeAll(stage: Stage, id: string, by: KeptBy): void {
  const authored = stage.compiled.scenario.decisions[id];
  for (const role of authored ? untold(stage, inDecision(authored), stage.world.decisions[id]?.told) : [])
    stage.emit({ type: 'decision-known', audience: roleAudience(role), role, decision: id, by });
}

/** Tells an open plan, as it is written so far, to the desks that know by now what it rests on. */
export function tellOperation(stage: Stage, id: string): void {
  const authored = stage.compiled.scenario.operations[id];
  const state = stage.world.operations[id];
  if (!authored || state?.told === undefined) return;
  for (const role of untold(stage, inOperation(authored), state.told))
    if (knowsOneOf(stage.world, role, authored['known-with']))
      stage.emit({
        type: 'operation-known',
        audience: roleAudience(role),
        role,
        operation: id,
        by: 'story',
        ...soFar(state),
      });
}

/** The plan as it is written so far. One entry per section, and one per service on standby, in the same order. */
function soFar({ sections, standby, approvedBy, state, launchedAt }: OperationState) {
  const written = Object.values(sections);
  return {
    sections: Object.keys(sections),
    texts: written.map(({ text }) => text),
    writers: written.map(({ by }) => by),
    times: written.map(({ at }) => at),
    services: written.map(({ service }) => service ?? ''),
    standby: Object.keys(standby),
    confirmed: Object.keys(standby).filter((service) => standby[service] === 'confirmed'),
    approved: approvedBy,
    state,
    launched: launchedAt,
  };
}
