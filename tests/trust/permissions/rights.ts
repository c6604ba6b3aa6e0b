/**
 * Who may send which command, from the meaning of powers in the law packs and the rules of ownership. An independent
 * table that shares no code with the core.
 *
 * `lacking` returns why this desk may not do this now; undefined if no such rule prevents it (the command may still be
 * rejected for other reasons, such as an absent person).
 */
import type { AnyCommand, CommandOf, TraineeCommand } from '../../../shared/vocabulary/commands.ts';
import type { World } from '../../../shared/exercise/world.ts';
import type { CompiledScenario } from '../../../shared/scenario/compiled.ts';
import type { Power } from '../../../shared/vocabulary/enums.ts';

export interface Claim {
  compiled: CompiledScenario;
  /** The truth. */
  world: World;
  role: string;
}

type PowerRow<T extends TraineeCommand['type']> =
  | readonly Power[]
  | ((claim: Claim, body: CommandOf<T>) => readonly Power[]);

/** One of these powers is required; an empty list means every desk may. */
export const POWERS_FOR: { [T in TraineeCommand['type']]: PowerRow<T> } = {
  travel: [],
  search: ['search', 'inspect-workplace', 'check-records'],
  'take-item': ({ compiled }, { item }) => [compiled.scenario.items[item]?.take?.needs ?? 'seize'],
  'handle-item': [],
  'hand-over-item': [],
  'analyse-item': ({ compiled }, { item }) => {
    const needs = compiled.scenario.items[item]?.analysis?.needs;
    return needs === undefined ? [] : [needs];
  },
  'assess-item': [],
  'link-items': [],
  'unlink-items': [],
  'place-item': [],
  'share-item': [],
  'make-request': [],
  'answer-request': [],
  'tag-indicator': [],
  'untag-indicator': [],
  screen: ['screen'],
  'set-status': ['classify'],
  'assess-risk': ['assess-risk'],
  'notify-guardian': ['notify-guardian'],
  'contact-family': [],
  'move-person': ['move-person'],
  arrest: ['arrest'],
  release: ['arrest', 'move-person'],
  'ask-consent': [],
  'assess-needs': ['assess-needs'],
  'offer-service': ['refer'],
  'start-transport': ['refer', 'move-person', 'run-service'],
  'receive-person': ['run-service'],
  'give-feedback': [],
  'close-referral': [],
  'plan-interview': (_claim, { kind }) =>
    kind === 'suspect' ? ['interview-suspect'] : kind === 'witness' ? ['interview-witness'] : ['interview-victim'],
  'vet-interpreter': [],
  'brief-interpreter': [],
  'change-interpreter': [],
  engage: [],
  'begin-account': [],
  ask: [],
  'suggest-question': [],
  'show-item': [],
  'take-break': [],
  'end-break': [],
  'pass-lead': [],
  'close-interview': [],
  'call-conference': ['call-conference'],
  'join-conference': [],
  'make-statement': [],
  'propose-action': [],
  'agree-action': [],
  'dissent-action': [],
  'finish-action': [],
  'close-conference': [],
  'propose-decision': [],
  'agree-decision': [],
  'dissent-decision': [],
  'log-decision': [],
  'set-plan-section': [],
  'ask-standby': [],
  'confirm-standby': [],
  'approve-plan': [],
  'launch-operation': ['launch-operation'],
  'abort-operation': [],
  'set-charge': ['charge'],
  'drop-charge': ['charge'],
  'file-charge': ['charge'],
  'decide-no-charge': ['charge'],
  'ask-protective-measure': ['charge', 'advise-evidence'],
  'send-message': [],
  'raise-hand': [],
};

function powers({ compiled, role }: Claim): Set<Power> {
  const authored = compiled.scenario.roles[role];
  return new Set([...(compiled.law.agencies[authored?.desk ?? '']?.powers ?? []), ...(authored?.powers ?? [])]);
}

/** True if a required power is missing, which the core rejects with `no-power`. */
export function lacksPower(claim: Claim, body: TraineeCommand): boolean {
  const row = POWERS_FOR[body.type] as PowerRow<'search'>;
  const needed = typeof row === 'function' ? row(claim, body as never) : row;
  const own = powers(claim);
  return needed.length > 0 && !needed.some((power) => own.has(power));
}

/** Owners of a thing: only the desk that made it, or that it is for, may use it. Undefined if there is no such rule. */
const OWNERS: { [field: string]: (claim: Claim, id: string, body: AnyCommand) => readonly string[] | undefined } = {
  interview: ({ world }, id) => [world.interviews[id]?.by ?? ''],
  referral: ({ world, compiled }, id) => {
    const referral = hasOwn(world.referrals, id);
    return [referral?.by ?? '', compiled.scenario.services[referral?.service ?? '']?.['run-by'] ?? ''];
  },
  charge: ({ world }, id) => [world.charges[id]?.by ?? ''],
  conference: ({ world }, id) => [world.conferences[id]?.by ?? '', ...(world.conferences[id]?.with ?? [])],
  action: ({ world }, id, { type }) => (type === 'finish-action' ? [world.actions[id]?.to ?? ''] : undefined),
  request: ({ world }, id) => [world.requests[id]?.to ?? ''],
  consent: ({ world }, id) => [world.consents[id]?.by ?? '', ...(world.consents[id]?.to ?? [])],
  decision: ({ compiled }, id, { type }) => {
    const decision = hasOwn(compiled.scenario.decisions, id);
    const [propose, agree] = [decision?.propose ?? [], decision?.agree ?? []];
    return type === 'propose-decision' ? propose : [...propose, ...agree];
  },
  operation: ({ compiled }, id, body) => {
    const operation = hasOwn(compiled.scenario.operations, id);
    const [lead, circle] = [operation?.lead ?? [], operation?.['need-to-know'] ?? []];
    const runner = 'service' in body ? (compiled.scenario.services[body.service ?? '']?.['run-by'] ?? '') : '';
    if (body.type === 'confirm-standby') return [runner];
    // Desks of the plan's circle edit and approve it; only leading desks launch or abort it.
    return body.type === 'launch-operation' || body.type === 'abort-operation' ? lead : [...lead, ...circle];
  },
};

const ITEM_FIELDS = ['item', 'items', 'act', 'means', 'purposeItems'];

/** The named thing that this desk does not own or know: `item ledger`. */
export function forged(claim: Claim, body: AnyCommand): string | undefined {
  const { world, role } = claim;
  for (const [field, value] of Object.entries(body)) {
    const ids = (Array.isArray(value) ? value : [value]).filter((id): id is string => typeof id === 'string');
    for (const id of ids) {
      const isItem = ITEM_FIELDS.includes(field) || (field === 'with' && body.type.endsWith('link-items'));
      if (isItem && !hasOwn(world.items, id)?.known[role]) return `item ${id}`;
      if (field === 'person' && !hasOwn(world.people, id)?.known[role]) return `person ${id}`;
      const owners = Object.hasOwn(OWNERS, field) ? OWNERS[field]?.(claim, id, body) : undefined;
      if (owners && !owners.includes(role)) return `${field} ${id}`;
    }
  }
  return undefined;
}

const hasOwn = <T>(record: Readonly<Record<string, T>>, id: string): T | undefined =>
  Object.hasOwn(record, id) ? record[id] : undefined;
