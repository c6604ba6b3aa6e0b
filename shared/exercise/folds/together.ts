/** What desks do together: conferences, decisions, the decision log, operations. */
import type { AgreedAction, Conference, DecisionState, OperationState, World } from '../world.ts';
import { addOnce, fieldsOf, type Folds, put } from './fold.ts';
import { changeIn, putIn } from './owner.ts';

const conference = (world: World, id: string, edit: (value: Conference) => Conference): World =>
  changeIn(world, 'conferences', id, edit);
const action = (world: World, id: string, edit: (value: AgreedAction) => AgreedAction): World =>
  changeIn(world, 'actions', id, edit);
const decision = (world: World, id: string, edit: (value: DecisionState) => DecisionState): World =>
  changeIn(world, 'decisions', id, edit);
const operation = (world: World, id: string, edit: (value: OperationState) => OperationState): World =>
  changeIn(world, 'operations', id, edit);

export const togetherFolds: Folds<
  | 'conference-called'
  | 'conference-joined'
  | 'statement-made'
  | 'action-proposed'
  | 'action-agreed'
  | 'action-dissented'
  | 'action-decided'
  | 'action-done'
  | 'conference-closed'
  | 'decision-opened'
  | 'decision-proposed'
  | 'decision-agreed'
  | 'decision-dissented'
  | 'decision-made'
  | 'decision-logged'
  | 'operation-opened'
  | 'plan-section-set'
  | 'standby-asked'
  | 'standby-confirmed'
  | 'plan-approved'
  | 'operation-launched'
  | 'operation-aborted'
  | 'operation-ended'
> = {
  'conference-called': (world, event) => {
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
    return putIn(world, 'conferences', event.conference, called);
  },
  'conference-joined': (world, event) =>
    conference(world, event.conference, (value) => ({ ...value, joined: addOnce(value.joined, event.by) })),
  'statement-made': (world, event) => {
    const { at, by, seat, text } = event;
    return conference(world, event.conference, (value) => ({
      ...value,
      statements: [...value.statements, { at, by, seat, text }],
    }));
  },
  'action-proposed': (world, event) => {
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
    const listed = conference(world, event.conference, (value) => ({
      ...value,
      actions: addOnce(value.actions, event.action),
    }));
    return putIn(listed, 'actions', event.action, proposed);
  },
  'action-agreed': (world, event) =>
    action(world, event.action, (value) => ({ ...value, agreed: addOnce(value.agreed, event.by) })),
  'action-dissented': (world, event) =>
    action(world, event.action, (value) => ({
      ...value,
      dissent: [...value.dissent, { by: event.by, text: event.text }],
    })),
  'action-decided': (world, event) => action(world, event.action, (value) => ({ ...value, state: 'decided' })),
  'action-done': (world, event) => action(world, event.action, (value) => ({ ...value, state: 'done' })),
  'conference-closed': (world, event) =>
    conference(world, event.conference, (value) => ({ ...value, state: 'closed' })),
  'decision-opened': (world, event) =>
    putIn(world, 'decisions', event.decision, { openedAt: event.at, agreed: [], dissent: [] }),
  'decision-proposed': (world, event) => {
    const { by, option, reason, confidence, at } = event;
    return decision(world, event.decision, (value) => ({
      ...value,
      proposal: { by, option, reason, confidence, at },
      agreed: [by],
    }));
  },
  'decision-agreed': (world, event) =>
    decision(world, event.decision, (value) => ({ ...value, agreed: addOnce(value.agreed, event.by) })),
  'decision-dissented': (world, event) =>
    decision(world, event.decision, (value) => ({
      ...value,
      dissent: [...value.dissent, { by: event.by, text: event.text, option: event.option }],
    })),
  'decision-made': (world, event) =>
    decision(world, event.decision, (value) => ({ ...value, made: { option: event.option, at: event.at } })),
  'decision-logged': (world, event) => {
    const { entry, ...logged } = fieldsOf(event);
    return putIn(world, 'decisionLog', entry, logged);
  },
  'operation-opened': (world, event) =>
    putIn(world, 'operations', event.operation, {
      openedAt: event.at,
      sections: {},
      standby: {},
      approvedBy: [],
      state: 'drafting',
    }),
  'plan-section-set': (world, event) => {
    const { text, by, at, service } = event;
    return operation(world, event.operation, (value) => ({
      ...value,
      sections: put(value.sections, event.section, { text, by, at, service }),
    }));
  },
  'standby-asked': (world, event) =>
    operation(world, event.operation, (value) => ({
      ...value,
      standby: put(value.standby, event.service, 'asked' as const),
    })),
  'standby-confirmed': (world, event) =>
    operation(world, event.operation, (value) => ({
      ...value,
      standby: put(value.standby, event.service, 'confirmed' as const),
    })),
  'plan-approved': (world, event) =>
    operation(world, event.operation, (value) => ({
      ...value,
      state: 'ready',
      approvedBy: addOnce(value.approvedBy, event.by),
    })),
  'operation-launched': (world, event) =>
    operation(world, event.operation, (value) => ({ ...value, state: 'launched', launchedAt: event.at })),
  'operation-aborted': (world, event) => operation(world, event.operation, (value) => ({ ...value, state: 'aborted' })),
  'operation-ended': (world, event) => operation(world, event.operation, (value) => ({ ...value, state: 'ended' })),
};
