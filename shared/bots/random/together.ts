/** Random commands of interviews, of joint work of desks, and of the charging table. */
import type { TraineeCommand } from '../../vocabulary/commands.ts';
import { INTERVIEW_KINDS, POWER_OF_INTERVIEW, RANKS } from '../../vocabulary/enums.ts';
import { HOUR } from '../../time.ts';
import { entries, isFree, type CommandMaker } from './maker.ts';

const NON_PUNISHMENT = ['not-checked', 'checked-applies', 'checked-does-not-apply'] as const;

export const INTERVIEWS: readonly CommandMaker[] = [
  (sight, draw) => {
    const kinds = INTERVIEW_KINDS.filter((kind) => sight.can(POWER_OF_INTERVIEW[kind]));
    const [kind, person, place] = [
      draw.one(kinds),
      draw.one(sight.people),
      draw.yes(0.8) ? sight.place : draw.one(sight.places),
    ];
    if (!kind || !person || !place) return undefined;
    const helper = (of: 'interpreter' | 'support-person' | 'guardian') =>
      draw.yes() ? draw.one(sight.helpers(of)) : undefined;
    const [interpreter, support, guardian] = [helper('interpreter'), helper('support-person'), helper('guardian')];
    return {
      type: 'plan-interview',
      person,
      kind,
      place,
      recorded: draw.yes(),
      ...(interpreter && { interpreter }),
      ...(support && { support }),
      ...(guardian && { guardian }),
    };
  },
  (sight, draw) => {
    const own = entries(sight.world.interviews).filter(
      ([, one]) => one.by === sight.role && one.lead === sight.seat && one.state !== 'closed',
    );
    const [id, interview] = draw.one(own) ?? [];
    if (!id || !interview) return undefined;
    const together = isFree(sight) && sight.place === interview.place && sight.isHere(interview.person);
    const steps: (TraineeCommand | undefined)[] = [];
    const { state, interpreter, vetting, briefed, offered } = interview;
    if (state !== 'account' && interpreter !== undefined) {
      if (!vetting) steps.push({ type: 'vet-interpreter', interview: id });
      if (!briefed) steps.push({ type: 'brief-interpreter', interview: id });
    }
    if (state === 'planned' && together)
      steps.push({ type: 'engage', interview: id, steps: draw.some(Object.keys(sight.law['engage-steps'])) });
    if ((state === 'planned' || state === 'engaged') && together) steps.push({ type: 'begin-account', interview: id });
    if (state === 'account') {
      const question = draw.one(offered);
      const item = draw.one(sight.items);
      if (together && question)
        steps.push({ type: 'ask', interview: id, question }, { type: 'ask', interview: id, question });
      if (together && item) steps.push({ type: 'show-item', interview: id, item });
      if (question) steps.push({ type: 'suggest-question', interview: id, question });
      steps.push({ type: 'take-break', interview: id });
    }
    if (state === 'break') steps.push({ type: 'end-break', interview: id });
    if (draw.yes(0.2)) steps.push({ type: 'close-interview', interview: id, steps: [] });
    return draw.one(steps);
  },
];

export const TOGETHER: readonly CommandMaker[] = [
  (sight, draw) => {
    const invited = draw.some(sight.desks);
    const open = Object.values(sight.world.conferences).some(({ state }) => state === 'open');
    if (!sight.can('call-conference') || invited.length === 0 || open) return undefined;
    return { type: 'call-conference', with: invited, agenda: [sight.say('agenda')] };
  },
  (sight, draw) => {
    const [id, one] = draw.one(entries(sight.world.conferences).filter(([, { state }]) => state === 'open')) ?? [];
    if (!id || !one) return undefined;
    if (!one.joined.includes(sight.role)) return { type: 'join-conference', conference: id };
    const to = draw.one([one.by, ...one.with]) ?? sight.role;
    const steps: TraineeCommand[] = [
      { type: 'make-statement', conference: id, text: sight.say('statement') },
      { type: 'propose-action', conference: id, text: sight.say('action'), to, due: sight.now + HOUR },
      { type: 'close-conference', conference: id },
    ];
    for (const action of one.actions) {
      const state = sight.world.actions[action];
      if (state?.state !== 'proposed') continue;
      if (!state.agreed.includes(sight.role)) steps.push({ type: 'agree-action', conference: id, action });
      steps.push({ type: 'dissent-action', conference: id, action, text: sight.say('dissent') });
    }
    return draw.one(steps);
  },
  (sight, draw) => {
    const own = entries(sight.world.actions).filter(([, { to, state }]) => to === sight.role && state === 'decided');
    const [action] = draw.one(own) ?? [];
    return action && { type: 'finish-action', action };
  },
  (sight, draw) => {
    const open = entries(sight.world.decisions).filter(([, { made }]) => !made);
    const [decision, state] = draw.one(open) ?? [];
    const authored = decision ? sight.decision(decision) : undefined;
    if (!decision || !state || !authored) return undefined;
    const option = draw.one(Object.keys(authored.options));
    const steps: TraineeCommand[] = [];
    if (authored.propose.includes(sight.role) && option !== undefined)
      steps.push({
        type: 'propose-decision',
        decision,
        option,
        reason: sight.say('reason'),
        confidence: draw.of(RANKS),
      });
    if (state.proposal && !state.agreed.includes(sight.role)) steps.push({ type: 'agree-decision', decision });
    if (state.proposal) steps.push({ type: 'dissent-decision', decision, text: sight.say('dissent') });
    return draw.one(steps);
  },
  (sight, draw) => {
    const step = draw.one(Object.keys(sight.law['sop-elements']));
    if (!draw.yes(0.2)) return undefined;
    return {
      type: 'log-decision',
      text: sight.say('log'),
      reason: sight.say('reason'),
      confidence: draw.of(RANKS),
      ...(step && { step }),
    };
  },
  (sight, draw) => {
    const [operation, state] = draw.one(entries(sight.world.operations)) ?? [];
    if (!operation || !state) return undefined;
    const asked = entries(state.standby).find(([service, standby]) => standby === 'asked' && sight.runs(service));
    if (asked) return { type: 'confirm-standby', operation, service: asked[0] };
    const authored = sight.operation(operation);
    if (!authored) return undefined;
    const lead = authored.lead.includes(sight.role);
    if (!lead && !authored['need-to-know'].includes(sight.role)) return undefined;
    const steps: TraineeCommand[] = [];
    if (state.state === 'drafting' || state.state === 'ready') {
      const [section, service] = [draw.one(authored.sections), draw.one(sight.services)];
      if (section) steps.push({ type: 'set-plan-section', operation, section, text: sight.say('section') });
      if (service && !state.standby[service]) steps.push({ type: 'ask-standby', operation, service });
      if (!state.approvedBy.includes(sight.role)) steps.push({ type: 'approve-plan', operation });
      if (lead && sight.can('launch-operation')) steps.push({ type: 'launch-operation', operation });
    }
    if (lead && state.state !== 'aborted' && state.state !== 'ended' && draw.yes(0.1))
      steps.push({ type: 'abort-operation', operation });
    return draw.one(steps);
  },
  (sight, draw) => {
    const to = draw.some(sight.desks);
    return to.length > 0 && draw.yes(0.2) ? { type: 'send-message', to, text: sight.say('statement') } : undefined;
  },
];

export const CHARGES: readonly CommandMaker[] = [
  (sight, draw) => {
    const [person, offence] = [draw.one(sight.people), draw.one(Object.keys(sight.law.offences))];
    if (!sight.can('charge') || !person || !offence) return undefined;
    return {
      type: 'set-charge',
      person,
      offence,
      act: draw.some(sight.items).slice(0, 6),
      means: draw.some(sight.items).slice(0, 6),
      purposeItems: draw.some(sight.items).slice(0, 6),
      child: draw.yes(),
      nonPunishment: draw.of(NON_PUNISHMENT),
      remedies: draw.some(Object.keys(sight.law.remedies)),
    };
  },
  (sight, draw) => {
    const drafts = entries(sight.world.charges).filter(([, { state }]) => state === 'draft');
    const [charge] = sight.can('charge') ? (draw.one(drafts) ?? []) : [];
    return charge && { type: draw.yes(0.8) ? 'file-charge' : 'drop-charge', charge };
  },
  (sight, draw) => {
    const person = sight.can('charge') ? draw.one(sight.people) : undefined;
    return (
      person && {
        type: 'decide-no-charge',
        person,
        nonPunishment: draw.of(NON_PUNISHMENT),
        reason: sight.say('no-charge'),
      }
    );
  },
  (sight, draw) => {
    const person = sight.can('charge', 'advise-evidence') ? draw.one(sight.people) : undefined;
    const kind = draw.one(Object.keys(sight.law['protective-measures']));
    return person && kind ? { type: 'ask-protective-measure', person, kind } : undefined;
  },
];
