/** Commands of desks working together: conference, authored decisions, decision log, operation plan. */
import { role as roleAudience } from '../audience.ts';
import type { Stage } from '../stage.ts';
import { acted, type Desk, firstRefusal, type Handlers, isRole, needsPower, type Refusal, refuse } from './desk.ts';
import { applyEffects } from './effects.ts';
import { runnerOf } from './referral-steps.ts';

const conferenceAudience = (stage: Stage, id: string) => {
  const conference = stage.world.conferences[id];
  return roleAudience(...(conference ? [conference.by, ...conference.with] : []));
};

function needsConference(stage: Stage, desk: Desk, id: string, joined = true): Refusal {
  const conference = stage.world.conferences[id];
  if (!conference || (conference.by !== desk.role && !conference.with.includes(desk.role)))
    return refuse('not-invited');
  if (conference.state === 'closed') return refuse('wrong-state', { state: 'closed' });
  return joined && !conference.joined.includes(desk.role) ? refuse('not-invited') : undefined;
}

function needsProposed(stage: Stage, desk: Desk, conference: string, action: string): Refusal {
  const found = stage.world.actions[action];
  return firstRefusal(
    () => needsConference(stage, desk, conference),
    () => (found?.conference === conference ? undefined : refuse('unknown-id', { id: action })),
    () => (found?.state === 'proposed' ? undefined : refuse('already-done')),
  );
}

/** An action is decided when every desk in the room has agreed or recorded its dissent, and its owner has agreed. */
function decideAction(stage: Stage, conference: string, id: string): void {
  const room = stage.world.conferences[conference];
  const action = stage.world.actions[id];
  if (!room || action?.state !== 'proposed') return;
  const heard = new Set([...action.agreed, ...action.dissent.map((one) => one.by)]);
  const ownerAgrees = action.agreed.includes(action.to) || !room.joined.includes(action.to);
  if (!ownerAgrees || !room.joined.every((role) => heard.has(role))) return;
  stage.emit({
    type: 'action-decided',
    audience: conferenceAudience(stage, conference),
    by: action.by,
    conference,
    action: id,
    to: action.to,
    due: action.due,
  });
}

const decisionAudience = (stage: Stage, id: string) => {
  const decision = stage.compiled.scenario.decisions[id];
  return roleAudience(...(decision ? [...decision.propose, ...decision.agree] : []));
};

/** A decision is made when everybody who must agree and is seated has agreed to the option proposed. */
function makeDecision(stage: Stage, desk: Desk, id: string): void {
  const authored = stage.compiled.scenario.decisions[id];
  const state = stage.world.decisions[id];
  if (!authored || !state?.proposal || state.made) return;
  const needed = authored.agree.filter((role) => isRole(stage, role));
  if (!needed.every((role) => state.agreed.includes(role))) return;
  const { option } = state.proposal;
  stage.emit({ type: 'decision-made', audience: decisionAudience(stage, id), ...acted(desk), decision: id, option });
  applyEffects(stage, authored.options[option]?.does ?? [], `decision:${id}`);
}

export const conferenceHandlers: Handlers<
  | 'call-conference'
  | 'join-conference'
  | 'make-statement'
  | 'propose-action'
  | 'agree-action'
  | 'dissent-action'
  | 'finish-action'
  | 'close-conference'
> = {
  'call-conference': (stage, desk, command) => {
    const invited = [...new Set(command.with.filter((role) => role !== desk.role))];
    const refusal = firstRefusal(
      () => needsPower(stage, desk, 'call-conference'),
      () => (invited.length > 0 && invited.every((role) => isRole(stage, role)) ? undefined : refuse('bad-value')),
    );
    if (refusal) return refusal;
    const conference = stage.nextId(desk.role, 'conference', stage.world.conferences);
    const audience = roleAudience(desk.role, ...invited);
    stage.emit({
      type: 'conference-called',
      audience,
      ...acted(desk),
      conference,
      with: invited,
      agenda: command.agenda,
    });
    return undefined;
  },
  'join-conference': (stage, desk, { conference }) => {
    const refusal = firstRefusal(
      () => needsConference(stage, desk, conference, false),
      () => (stage.world.conferences[conference]?.joined.includes(desk.role) ? refuse('already-done') : undefined),
    );
    if (refusal) return refusal;
    stage.emit({
      type: 'conference-joined',
      audience: conferenceAudience(stage, conference),
      ...acted(desk),
      conference,
    });
    return undefined;
  },
  'make-statement': (stage, desk, { conference, text }) => {
    const refusal = needsConference(stage, desk, conference);
    if (refusal) return refusal;
    stage.emit({
      type: 'statement-made',
      audience: conferenceAudience(stage, conference),
      ...acted(desk),
      conference,
      text,
    });
    return undefined;
  },
  'propose-action': (stage, desk, { conference, text, to, due }) => {
    const refusal = firstRefusal(
      () => needsConference(stage, desk, conference),
      () => (conferenceAudience(stage, conference).includes(`role:${to}`) ? undefined : refuse('not-invited')),
      () => (due > stage.at ? undefined : refuse('bad-value')),
    );
    if (refusal) return refusal;
    const action = stage.nextId(desk.role, 'action', stage.world.actions);
    stage.emit({
      type: 'action-proposed',
      audience: conferenceAudience(stage, conference),
      ...acted(desk),
      conference,
      action,
      text,
      to,
      due,
    });
    decideAction(stage, conference, action);
    return undefined;
  },
  'agree-action': (stage, desk, { conference, action }) => {
    const refusal = needsProposed(stage, desk, conference, action);
    if (refusal) return refusal;
    stage.emit({
      type: 'action-agreed',
      audience: conferenceAudience(stage, conference),
      ...acted(desk),
      conference,
      action,
    });
    decideAction(stage, conference, action);
    return undefined;
  },
  'dissent-action': (stage, desk, { conference, action, text }) => {
    const refusal = needsProposed(stage, desk, conference, action);
    if (refusal) return refusal;
    stage.emit({
      type: 'action-dissented',
      audience: conferenceAudience(stage, conference),
      ...acted(desk),
      conference,
      action,
      text,
    });
    decideAction(stage, conference, action);
    return undefined;
  },
  'finish-action': (stage, desk, { action: id }) => {
    const action = stage.world.actions[id];
    const refusal = firstRefusal(
      () => (action?.to === desk.role ? undefined : refuse('not-for-you')),
      () => (action?.state === 'done' ? refuse('already-done') : undefined),
    );
    if (refusal || !action) return refusal;
    stage.emit({
      type: 'action-done',
      audience: conferenceAudience(stage, action.conference),
      ...acted(desk),
      action: id,
    });
    return undefined;
  },
  'close-conference': (stage, desk, { conference }) => {
    const refusal = needsConference(stage, desk, conference);
    if (refusal) return refusal;
    stage.emit({
      type: 'conference-closed',
      audience: conferenceAudience(stage, conference),
      ...acted(desk),
      conference,
    });
    return undefined;
  },
};

export const decisionHandlers: Handlers<'propose-decision' | 'agree-decision' | 'dissent-decision' | 'log-decision'> = {
  'propose-decision': (stage, desk, { decision, option, reason, confidence }) => {
    const authored = stage.compiled.scenario.decisions[decision];
    const state = stage.world.decisions[decision];
    const refusal = firstRefusal(
      () => (state && authored ? undefined : refuse('not-open')),
      () => (authored?.propose.includes(desk.role) ? undefined : refuse('not-for-you')),
      () => (authored && option in authored.options ? undefined : refuse('unknown-id', { id: option })),
      () => (state?.made ? refuse('already-done') : undefined),
    );
    if (refusal) return refusal;
    stage.emit({
      type: 'decision-proposed',
      audience: decisionAudience(stage, decision),
      ...acted(desk),
      decision,
      option,
      reason,
      confidence,
    });
    makeDecision(stage, desk, decision);
    return undefined;
  },
  'agree-decision': (stage, desk, { decision }) => {
    const state = stage.world.decisions[decision];
    const refusal = firstRefusal(
      () => needsVoice(stage, desk, decision),
      () => (state?.agreed.includes(desk.role) ? refuse('already-done') : undefined),
    );
    if (refusal || !state?.proposal) return refusal;
    const { option } = state.proposal;
    stage.emit({
      type: 'decision-agreed',
      audience: decisionAudience(stage, decision),
      ...acted(desk),
      decision,
      option,
    });
    makeDecision(stage, desk, decision);
    return undefined;
  },
  'dissent-decision': (stage, desk, { decision, text }) => {
    const state = stage.world.decisions[decision];
    const refusal = needsVoice(stage, desk, decision);
    if (refusal || !state?.proposal) return refusal;
    const { option } = state.proposal;
    stage.emit({
      type: 'decision-dissented',
      audience: decisionAudience(stage, decision),
      ...acted(desk),
      decision,
      option,
      text,
    });
    return undefined;
  },
  'log-decision': (stage, desk, { text, reason, rejected, confidence, step }) => {
    if (step !== undefined && !(step in stage.compiled.law['sop-elements'])) return refuse('unknown-id', { id: step });
    const entry = stage.nextId(desk.role, 'entry', stage.world.decisionLog);
    stage.emit({
      type: 'decision-logged',
      audience: roleAudience(desk.role),
      ...acted(desk),
      entry,
      text,
      reason,
      rejected,
      confidence,
      step,
    });
    return undefined;
  },
};

function needsVoice(stage: Stage, desk: Desk, decision: string): Refusal {
  const authored = stage.compiled.scenario.decisions[decision];
  const state = stage.world.decisions[decision];
  return firstRefusal(
    () => (state && authored ? undefined : refuse('not-open')),
    () =>
      authored && [...authored.propose, ...authored.agree].includes(desk.role) ? undefined : refuse('not-for-you'),
    () => (state?.proposal ? undefined : refuse('not-agreed-yet')),
    () => (state?.made ? refuse('already-done') : undefined),
  );
}

const operationAudience = (stage: Stage, id: string) => {
  const operation = stage.compiled.scenario.operations[id];
  return roleAudience(...(operation ? [...operation.lead, ...operation['need-to-know']] : []));
};

function needsOperation(stage: Stage, desk: Desk, id: string, states: string[], leadOnly = true): Refusal {
  const authored = stage.compiled.scenario.operations[id];
  const state = stage.world.operations[id]?.state;
  if (!authored || state === undefined) return refuse('not-open');
  const allowed = leadOnly ? authored.lead : [...authored.lead, ...authored['need-to-know']];
  if (!allowed.includes(desk.role)) return refuse('not-for-you');
  return states.includes(state) ? undefined : refuse('wrong-state', { state });
}

export const operationHandlers: Handlers<
  'set-plan-section' | 'ask-standby' | 'confirm-standby' | 'approve-plan' | 'launch-operation' | 'abort-operation'
> = {
  'set-plan-section': (stage, desk, { operation, section, text, service }) => {
    const refusal = firstRefusal(
      () => needsOperation(stage, desk, operation, ['drafting', 'ready'], false),
      () =>
        stage.compiled.scenario.operations[operation]?.sections.includes(section)
          ? undefined
          : refuse('unknown-id', { id: section }),
      () =>
        service === undefined || service in stage.compiled.scenario.services
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
      () => (service in stage.compiled.scenario.services ? undefined : refuse('unknown-id', { id: service })),
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
    const refusal = firstRefusal(
      () => needsPower(stage, desk, 'launch-operation'),
      () => needsOperation(stage, desk, operation, ['drafting', 'ready']),
    );
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
