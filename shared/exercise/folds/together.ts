/** Joint work of desks: conferences, decisions, the decision log, operations. */
import type { togetherEvents } from '../../vocabulary/events/together.ts';
import type { AgreedAction, Conference, DecisionState, OperationState } from '../world.ts';
import type { KnownEvent } from '../events.ts';
import type { WorldDraft } from './draft.ts';
import { addOnce, fieldsOf, type Folds, put } from './fold.ts';

const conference = (draft: WorldDraft, id: string, edit: (value: Conference) => Conference): void =>
  draft.change('conferences', id, edit);
const action = (draft: WorldDraft, id: string, edit: (value: AgreedAction) => AgreedAction): void =>
  draft.change('actions', id, edit);
const decision = (draft: WorldDraft, id: string, edit: (value: DecisionState) => DecisionState): void =>
  draft.change('decisions', id, edit);
const operation = (draft: WorldDraft, id: string, edit: (value: OperationState) => OperationState): void =>
  draft.change('operations', id, edit);

/** The plan that a desk is told of. */
function planSoFar(event: KnownEvent<'operation-known'>): OperationState {
  const { sections, texts, writers, times, services, standby, confirmed, approved, state, launched } = event;
  return {
    openedAt: event.at,
    sections: Object.fromEntries(
      sections.map((section, index) => [
        section,
        {
          text: texts[index] ?? '',
          by: writers[index] ?? '',
          at: times[index] ?? event.at,
          service: services[index] === '' ? undefined : services[index],
        },
      ]),
    ),
    standby: Object.fromEntries(
      standby.map((service) => [service, confirmed.includes(service) ? ('confirmed' as const) : ('asked' as const)]),
    ),
    approvedBy: approved,
    state: PLAN_STATES.find((one) => one === state) ?? 'drafting',
    launchedAt: launched,
  };
}

const PLAN_STATES: readonly OperationState['state'][] = ['drafting', 'ready', 'launched', 'aborted', 'ended'];

export const togetherFolds: Folds<keyof typeof togetherEvents> = {
  'conference-called': (draft, event) => {
    const { by, agenda, at } = event;
    const called: Conference = {
      by,
      with: event.with,
      joined: [by],
      agenda,
      statements: [],
      actions: [],
      state: 'open',
      at,
    };
    draft.put('conferences', event.conference, called);
  },
  'conference-joined': (draft, event) =>
    conference(draft, event.conference, (value) => ({ ...value, joined: addOnce(value.joined, event.by) })),
  'statement-made': (draft, event) => {
    const { at, by, seat, text } = event;
    conference(draft, event.conference, (value) => ({
      ...value,
      statements: [...value.statements, { at, by, seat, text }],
    }));
  },
  'action-proposed': (draft, event) => {
    const { by, text, to, due } = event;
    const proposed: AgreedAction = {
      conference: event.conference,
      by,
      text,
      to,
      due,
      agreed: [by],
      dissent: [],
      state: 'proposed',
    };
    conference(draft, event.conference, (value) => ({
      ...value,
      actions: addOnce(value.actions, event.action),
    }));
    draft.put('actions', event.action, proposed);
  },
  'action-agreed': (draft, event) =>
    action(draft, event.action, (value) => ({ ...value, agreed: addOnce(value.agreed, event.by) })),
  'action-dissented': (draft, event) =>
    action(draft, event.action, (value) => ({
      ...value,
      dissent: [...value.dissent, { by: event.by, text: event.text }],
    })),
  'action-decided': (draft, event) => action(draft, event.action, (value) => ({ ...value, state: 'decided' })),
  'action-done': (draft, event) => action(draft, event.action, (value) => ({ ...value, state: 'done' })),
  'conference-closed': (draft, event) =>
    conference(draft, event.conference, (value) => ({ ...value, state: 'closed' })),
  'decision-opened': (draft, event) =>
    draft.put('decisions', event.decision, {
      openedAt: event.at,
      agreed: [],
      dissent: [],
      ...(event.apart && { told: [] }),
    }),
  'decision-known': (draft, event) => {
    const known = draft.world.decisions[event.decision] ?? { openedAt: event.at, agreed: [], dissent: [] };
    draft.put('decisions', event.decision, { ...known, told: addOnce(known.told ?? [], event.role) });
  },
  'decision-proposed': (draft, event) => {
    const { by, option, reason, confidence, at } = event;
    return decision(draft, event.decision, (value) => ({
      ...value,
      proposal: { by, option, reason, confidence, at },
      agreed: [by],
    }));
  },
  'decision-agreed': (draft, event) =>
    decision(draft, event.decision, (value) => ({ ...value, agreed: addOnce(value.agreed, event.by) })),
  'decision-dissented': (draft, event) =>
    decision(draft, event.decision, (value) => ({
      ...value,
      dissent: [...value.dissent, { by: event.by, text: event.text, option: event.option }],
    })),
  'decision-made': (draft, event) =>
    decision(draft, event.decision, (value) => ({ ...value, made: { option: event.option, at: event.at } })),
  'decision-logged': (draft, event) => {
    const { entry, ...logged } = fieldsOf(event);
    draft.put('decisionLog', entry, logged);
  },
  'operation-opened': (draft, event) =>
    draft.put('operations', event.operation, {
      openedAt: event.at,
      sections: {},
      standby: {},
      approvedBy: [],
      state: 'drafting',
      ...(event.apart && { told: [] }),
    }),
  'operation-known': (draft, event) => {
    const known = draft.world.operations[event.operation] ?? planSoFar(event);
    draft.put('operations', event.operation, { ...known, told: addOnce(known.told ?? [], event.role) });
  },
  'plan-section-set': (draft, event) => {
    const { text, by, at, service } = event;
    return operation(draft, event.operation, (value) => ({
      ...value,
      sections: put(value.sections, event.section, { text, by, at, service }),
    }));
  },
  'standby-asked': (draft, event) =>
    operation(draft, event.operation, (value) => ({
      ...value,
      standby: put(value.standby, event.service, 'asked' as const),
    })),
  'standby-confirmed': (draft, event) =>
    operation(draft, event.operation, (value) => ({
      ...value,
      standby: put(value.standby, event.service, 'confirmed' as const),
    })),
  'plan-approved': (draft, event) =>
    operation(draft, event.operation, (value) => ({
      ...value,
      state: 'ready',
      approvedBy: addOnce(value.approvedBy, event.by),
    })),
  'operation-launched': (draft, event) =>
    operation(draft, event.operation, (value) => ({ ...value, state: 'launched', launchedAt: event.at })),
  'operation-aborted': (draft, event) => operation(draft, event.operation, (value) => ({ ...value, state: 'aborted' })),
  'operation-ended': (draft, event) => operation(draft, event.operation, (value) => ({ ...value, state: 'ended' })),
};
