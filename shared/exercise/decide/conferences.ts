/** Commands of the case conference: call, speak, agree on actions with owner and deadline, dissent. */
import type { conferenceCommands } from '../../vocabulary/commands/together.ts';
import { role as roleAudience } from '../../access/audience.ts';
import type { Stage } from '../stage.ts';
import { acted, type Desk, firstRefusal, type Handlers, isRole, type Refusal, refuse } from './desk.ts';

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
  if (!action.agreed.includes(action.to) || !room.joined.every((role) => heard.has(role))) return;
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

export const conferenceHandlers: Handlers<keyof typeof conferenceCommands> = {
  'call-conference': (stage, desk, command) => {
    const invited = [...new Set(command.with.filter((role) => role !== desk.role))];
    const refusal =
      invited.length > 0 && invited.every((role) => isRole(stage, role)) ? undefined : refuse('bad-value');
    if (refusal) return refusal;
    const conference = stage.drawnId(desk.role, 'conference', stage.world.conferences);
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
    const action = stage.drawnId(desk.role, 'action', stage.world.actions);
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
    const refusal = firstRefusal(
      () => needsProposed(stage, desk, conference, action),
      () => (stage.world.actions[action]?.agreed.includes(desk.role) ? refuse('already-done') : undefined),
    );
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
      () => (action?.state === 'proposed' ? refuse('not-agreed-yet') : undefined),
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
