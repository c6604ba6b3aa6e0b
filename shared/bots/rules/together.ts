/** Joint work, by the book: a short conference with owners and times, decisions with a reason, a plan with beds. */
import type { OperationState } from '../../exercise/world.ts';
import { HOUR, MINUTE } from '../../time.ts';
import type { Rule } from '../agenda.ts';
import type { DeskSight } from '../desk-sight.ts';
import type { Mind } from '../mind.ts';

/** The desk that calls the first conference: one that can lead an operation, else the first that can call one. */
const callsFirst = (sight: DeskSight): boolean => {
  if (sight.can('launch-operation')) return true;
  return !sight.desks.some((desk) => sight.powersOf(desk).has('launch-operation'));
};

export const conferences: Rule = {
  name: 'meet, agree on who does what, go',
  reads: ['conferences', 'actions', 'operations', 'injects'],
  *offers(sight, mind) {
    const open = Object.entries(sight.world.conferences).filter(([, one]) => one.state === 'open');
    for (const [conference, one] of open) {
      if (!one.joined.includes(sight.role)) yield { type: 'join-conference', conference };
      for (const action of one.actions) {
        const state = sight.world.actions[action];
        if (
          state?.state === 'proposed' &&
          !state.agreed.includes(sight.role) &&
          !state.dissent.some(({ by }) => by === sight.role)
        )
          yield { type: 'agree-action', conference, action };
      }
      if (one.by === sight.role) yield* lead(sight, mind, conference);
      else if (sight.can('assess-risk', 'assess-needs') && !one.statements.some(({ by }) => by === sight.role))
        yield { type: 'make-statement', conference, text: sight.say('statement') };
    }
    if (open.length > 0 || !sight.can('call-conference') || sight.desks.length === 0) return;
    if (Object.keys(sight.world.conferences).length > 0) return;
    const started = mind.since('start', sight.now);
    if (mind.after(started + (callsFirst(sight) ? 15 : 75) * MINUTE, sight.now))
      yield { type: 'call-conference', with: [...sight.desks], agenda: [sight.say('agenda')] };
    mind.after(sight.now + 15 * MINUTE, sight.now);
  },
};

/** The work of the calling desk in a conference: two actions with owners, and closing it. */
function* lead(sight: DeskSight, mind: Mind, conference: string) {
  const since = mind.since(`meeting:${conference}`, sight.now);
  const one = sight.world.conferences[conference];
  if (!one) return;
  const others = one.joined.filter((desk) => desk !== sight.role);
  const allIn = one.with.every((desk) => one.joined.includes(desk));
  if (!allIn && !mind.after(since + 15 * MINUTE, sight.now)) return;
  const due = sight.now + 2 * HOUR;
  if (one.actions.length === 0)
    yield { type: 'propose-action' as const, conference, text: sight.say('action-plan'), to: sight.role, due };
  const to = others[0];
  if (one.actions.length === 1 && to !== undefined)
    yield { type: 'propose-action' as const, conference, text: sight.say('action'), to, due };
  const decided = one.actions.every((action) => sight.world.actions[action]?.state !== 'proposed');
  if (decided || mind.after(since + 75 * MINUTE, sight.now)) yield { type: 'close-conference' as const, conference };
}

export const actions: Rule = {
  name: 'finish what one has agreed to',
  reads: ['actions', 'shares', 'operations'],
  *offers(sight, mind) {
    for (const [action, state] of Object.entries(sight.world.actions)) {
      if (state.to !== sight.role || state.state !== 'decided') continue;
      if (mind.after(mind.since(`action:${action}`, sight.now) + 45 * MINUTE, sight.now))
        yield { type: 'finish-action', action };
    }
  },
};

/** The option that the case asks for, else the kindest of the unopposed ones; on a tie the first one written. */
export function bestOption(sight: DeskSight, decision: string): string | undefined {
  const options = Object.keys(sight.decision(decision)?.options ?? {});
  const worth = (option: string): number => {
    const fields = { decision, option };
    const wanted = sight.wants('decision-made', fields, 'option') ? 100 : 0;
    const shunned = sight.shuns('decision-made', fields, 'option') ? 100 : 0;
    return wanted - shunned + sight.kindness(decision, option);
  };
  return options.toSorted((one, other) => worth(other) - worth(one))[0];
}

export const decisions: Rule = {
  name: 'decide together, with the reason',
  reads: ['decisions'],
  *offers(sight, mind) {
    for (const [decision, state] of Object.entries(sight.world.decisions)) {
      const authored = sight.decision(decision);
      if (!authored || state.made) continue;
      const best = bestOption(sight, decision);
      const proposed = state.proposal?.option;
      const mayPropose = authored.propose.includes(sight.role);
      if (proposed !== undefined && proposed === best && !state.agreed.includes(sight.role))
        yield { type: 'agree-decision', decision };
      const wrong = proposed !== undefined && proposed !== best;
      if (wrong && !mayPropose && !state.dissent.some(({ by, option }) => by === sight.role && option === proposed))
        yield { type: 'dissent-decision', decision, text: sight.say('dissent') };
      if (!mayPropose || best === undefined || proposed === best) continue;
      // The desk that the case names first proposes at once, the others if there is no proposal later.
      const rank = authored.propose.indexOf(sight.role);
      if (wrong || mind.after(state.openedAt + (5 + 20 * rank) * MINUTE, sight.now))
        yield { type: 'propose-decision', decision, option: best, reason: sight.say('reason'), confidence: 'high' };
    }
  },
};

export const plan: Rule = {
  name: 'the plan: sections, beds standing by, approval',
  reads: ['operations', 'room'],
  *offers(sight) {
    for (const [operation, state] of Object.entries(sight.world.operations)) {
      for (const [service, standby] of Object.entries(state.standby))
        if (standby === 'asked' && sight.runs(service)) yield { type: 'confirm-standby', operation, service };
      const authored = sight.operation(operation);
      if (!authored || (state.state !== 'drafting' && state.state !== 'ready')) continue;
      const involved = authored.lead.includes(sight.role) || authored['need-to-know'].includes(sight.role);
      if (!involved) continue;
      if (bedsAsked(sight, state) < authored.beds)
        for (const service of sight.services)
          if (state.standby[service] === undefined && givesBeds(sight, service) && (sight.world.room[service] ?? 0) > 0)
            yield { type: 'ask-standby', operation, service };
      if (authored.lead.includes(sight.role) || sight.can('assess-needs'))
        for (const section of authored.sections)
          if (state.sections[section] === undefined)
            yield { type: 'set-plan-section', operation, section, text: sight.say('section') };
      const written = authored.sections.every((section) => state.sections[section] !== undefined);
      if (written && !authored.lead.includes(sight.role) && !state.approvedBy.includes(sight.role))
        yield { type: 'approve-plan', operation };
    }
  },
};

const givesBeds = (sight: DeskSight, service: string): boolean =>
  sight.service(service)?.meets.includes('safe-accommodation') === true;

const bedsAsked = (sight: DeskSight, state: OperationState): number =>
  Object.keys(state.standby).reduce((sum, service) => sum + (sight.world.room[service] ?? 0), 0);

/** How long a plan waits for beds and for a second reader before it is launched anyway. */
const MAX_PLAN_WAIT_MS = 110 * MINUTE;
/** Travel time for the other desks once a plan is opened. */
const TRAVEL_TIME_MS = 60 * MINUTE;

export const launching: Rule = {
  name: 'launch when the plan stands',
  reads: ['operations', 'decisions'],
  for: (sight) => sight.can('launch-operation'),
  *offers(sight, mind) {
    for (const [operation, state] of Object.entries(sight.world.operations)) {
      const authored = sight.operation(operation);
      if (!authored?.lead.includes(sight.role) || (state.state !== 'drafting' && state.state !== 'ready')) continue;
      const written = authored.sections.every((section) => state.sections[section] !== undefined);
      const standing = authored.beds === 0 || Object.values(state.standby).includes('confirmed');
      const read = authored['need-to-know'].every((desk) => desk === sight.role || state.approvedBy.length > 0);
      const open = Object.entries(sight.world.decisions).some(
        ([id, one]) => !one.made && sight.decision(id) !== undefined,
      );
      const late = mind.after(state.openedAt + MAX_PLAN_WAIT_MS, sight.now);
      const early = !mind.after(state.openedAt + TRAVEL_TIME_MS, sight.now);
      if ((written && standing && read && !open && !early) || late) yield { type: 'launch-operation', operation };
    }
  },
};
