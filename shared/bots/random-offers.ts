/** Any command a desk is offered, good or bad, by chance. What is drawn is valid by construction: every id is one the desk sees. */
import { HANDLINGS, PRESENCE, type TraineeCommand } from '../exercise/commands.ts';
import { BASES, CHANNELS, CONSENTS, ELEMENTS, NEEDS, PURPOSES, RANKS, STATUSES } from '../scenario/schema/basics.ts';
import { HOUR } from '../time.ts';
import type { DeskSight } from './desk-sight.ts';
import type { Mind } from './mind.ts';

/** Nothing (`undefined`, or an id that is not there) where this cannot be done now. */
type Maker = (sight: DeskSight, draw: Draw) => TraineeCommand | '' | undefined;

/** Drawing from lists; `none` of an empty one. */
class Draw {
  readonly #mind: Mind;
  constructor(mind: Mind) {
    this.#mind = mind;
  }
  one<T>(list: readonly T[]): T | undefined {
    return this.#mind.pick(list);
  }
  /** One of a list that is never empty. */
  of<T>(list: readonly [T, ...T[]]): T {
    return this.#mind.pick(list) ?? list[0];
  }
  some<T>(list: readonly T[]): T[] {
    return list.filter(() => this.#mind.chance() < 0.4);
  }
  yes(share = 0.5): boolean {
    return this.#mind.chance() < share;
  }
}

const NON_PUNISHMENT = ['not-checked', 'checked-applies', 'checked-does-not-apply'] as const;
const CARRIERS = ['service', 'social-worker', 'police-car', 'family'] as const;
const KIND_POWERS = {
  'first-questions': 'interview-victim',
  account: 'interview-victim',
  witness: 'interview-witness',
  suspect: 'interview-suspect',
} as const;

const here = (sight: DeskSight) => sight.people.filter((person) => sight.isHere(person));
const entries = <T>(record: Readonly<Record<string, T>>) => Object.entries(record);
const isFree = (sight: DeskSight) => sight.busyUntil === undefined && sight.place !== undefined;

const PLACES: readonly Maker[] = [
  (sight, draw) => {
    const from = sight.place;
    if (!isFree(sight) || from === undefined) return undefined;
    const ways = sight.places.filter((to) => to !== from && sight.way(from, to) !== undefined && !sight.opens(to));
    const place = draw.one(ways);
    return place && { type: 'travel', place };
  },
  (sight) =>
    isFree(sight) && sight.can('search', 'inspect-workplace', 'check-records') ? { type: 'search' } : undefined,
];

const ITEMS: readonly Maker[] = [
  (sight, draw) => {
    const there = sight.items.filter((item) => {
      const state = sight.world.items[item];
      const power = sight.lore(item)?.takeable?.power ?? 'seize';
      const lies = state?.heldBy === undefined && !state?.perished && state?.place !== undefined;
      return lies && state.place === sight.place && sight.powers.has(power);
    });
    const item = draw.one(there);
    return item && { type: 'take-item', item, basis: draw.of(BASES) };
  },
  (sight, draw) => {
    const item = draw.one(held(sight));
    return item && { type: 'handle-item', item, how: draw.of(HANDLINGS) };
  },
  (sight, draw) => {
    const [item, to] = [draw.one(held(sight)), draw.one([...sight.desks, ...Object.keys(sight.law.bodies)])];
    return item && to && draw.yes(0.3) ? { type: 'hand-over-item', item, to } : undefined;
  },
  (sight, draw) => {
    const fit = held(sight).filter((item) => {
      const analysis = sight.analysisOf(item);
      return analysis && sight.powers.has(analysis.needs) && !sight.world.items[item]?.analysis;
    });
    const item = draw.one(fit);
    return item && { type: 'analyse-item', item };
  },
  (sight, draw) => {
    const [item, person] = [draw.one(sight.items), draw.one(sight.people)];
    return item && person
      ? { type: 'assess-item', item, person, elements: draw.some(ELEMENTS).slice(0, 16) }
      : undefined;
  },
  (sight, draw) => {
    const [item, other] = [draw.one(sight.items), draw.one(sight.items)];
    if (!item || !other || item === other) return undefined;
    const linked = sight.world.links.some((link) => link.item === item && link.with === other);
    return { type: linked ? 'unlink-items' : 'link-items', item, with: other };
  },
  (sight, draw) => {
    const item = draw.one(sight.items);
    const to = draw.one([...sight.desks, ...Object.keys(sight.law.bodies)]);
    if (!item || !to) return undefined;
    const known = sight.knownParts(item);
    const parts = draw.some(known);
    const consent = draw.yes(0.3) ? draw.one(Object.keys(sight.world.consents)) : undefined;
    return {
      type: 'share-item',
      item,
      parts: parts.length > 0 ? parts : [...known],
      to,
      purpose: draw.of(PURPOSES),
      basis: draw.of(BASES),
      channel: draw.of(CHANNELS),
      ...(consent && { consent }),
    };
  },
];

const held = (sight: DeskSight) => sight.items.filter((item) => sight.world.items[item]?.heldBy === sight.role);

const REQUESTS: readonly Maker[] = [
  (sight, draw) => {
    const agency = sight.agencyOf(sight.role);
    const kinds = entries(sight.law.requests).filter(([, { from }]) => !from || from.includes(agency));
    const found = draw.one(kinds);
    if (!found) return undefined;
    const [kind, authored] = found;
    const to = draw.one(
      authored.of === 'body' ? authored.to : sight.desks.filter((desk) => authored.to.includes(sight.agencyOf(desk))),
    );
    if (to === undefined) return undefined;
    const about = { item: sight.items, person: sight.people, place: sight.places, none: [] }[authored.about];
    const id = draw.one(about);
    return {
      type: 'make-request',
      kind,
      to,
      basis: draw.of(BASES),
      ...(id !== undefined && authored.about !== 'none' && { [authored.about]: id }),
    };
  },
  (sight, draw) => {
    const open = entries(sight.world.requests).filter(
      ([, { to, answers }]) => to === sight.role && !answers.some(({ outcome }) => outcome !== 'accepted'),
    );
    const [request] = draw.one(open) ?? [];
    return (
      request && {
        type: 'answer-request',
        request,
        outcome: draw.of(['accepted', 'refused', 'answered']),
        items: draw.some(sight.items).slice(0, 3),
        text: sight.say('answer'),
      }
    );
  },
];

const PEOPLE: readonly Maker[] = [
  (sight, draw) => {
    const [person, indicator] = [draw.one(sight.people), draw.one(Object.keys(sight.law.indicators))];
    if (!person || !indicator) return undefined;
    const tagged = indicator in (sight.world.people[person]?.indicators ?? {});
    return { type: tagged ? 'untag-indicator' : 'tag-indicator', person, indicator };
  },
  (sight, draw) => {
    const person = sight.can('screen') ? draw.one(here(sight)) : undefined;
    const interpreter = draw.yes() ? draw.one(sight.helpers('interpreter')) : undefined;
    return (
      person && {
        type: 'screen',
        person,
        with: draw.of(PRESENCE),
        outcome: draw.of(STATUSES),
        child: draw.yes(),
        ...(interpreter && { interpreter }),
      }
    );
  },
  (sight, draw) => {
    const person = sight.can('classify') ? draw.one(sight.people) : undefined;
    return person && { type: 'set-status', person, status: draw.of(STATUSES), text: sight.say('status') };
  },
  (sight, draw) => {
    const person = sight.can('assess-risk') ? draw.one(sight.people) : undefined;
    return person && { type: 'assess-risk', person, level: draw.of(RANKS), family: draw.yes() };
  },
  (sight, draw) => {
    const open = sight.people.filter((person) => sight.world.people[person]?.guardianNotified === undefined);
    const person = sight.can('notify-guardian') ? draw.one(open) : undefined;
    return person && { type: 'notify-guardian', person };
  },
  (sight, draw) => {
    const person = draw.yes(0.3) ? draw.one(sight.people) : undefined;
    return person && { type: 'contact-family', person };
  },
  (sight, draw) => {
    const person = sight.can('move-person') ? draw.one(here(sight)) : undefined;
    const place = draw.one(sight.places.filter((one) => one !== sight.place));
    return person && place ? { type: 'move-person', person, place } : undefined;
  },
  (sight, draw) => {
    const free = here(sight).filter((person) => sight.world.people[person]?.custody !== 'arrested');
    const person = sight.can('arrest') ? draw.one(free) : undefined;
    const place = draw.one(sight.places.filter((one) => sight.isCustody(one)));
    return person && place
      ? { type: 'arrest', person, place, basis: draw.of(BASES), safeguards: draw.some(['rights-explained', 'lawyer']) }
      : undefined;
  },
  (sight, draw) => {
    const inCustody = sight.people.filter((person) => sight.world.people[person]?.custody !== undefined);
    const person = sight.can('arrest', 'move-person') ? draw.one(inCustody) : undefined;
    return person && { type: 'release', person };
  },
  (sight, draw) => {
    const person = draw.one(here(sight));
    return (
      person && {
        type: 'ask-consent',
        person,
        kind: draw.of(CONSENTS),
        explained: draw.yes(),
        to: draw.some([...sight.desks, ...sight.services]),
        ...(draw.yes(0.3) && { until: sight.now + HOUR }),
      }
    );
  },
];

const REFERRALS: readonly Maker[] = [
  (sight, draw) => {
    const person = sight.can('assess-needs') ? draw.one(here(sight)) : undefined;
    const drawn = draw.some(NEEDS);
    return person && { type: 'assess-needs', person, needs: drawn.length > 0 ? drawn : ['safe-accommodation'] };
  },
  (sight, draw) => {
    const id = ownReferral(sight, draw, 'needs-assessed', 'consented', 'offered', 'refused', 'accepted');
    const service = sight.can('refer') ? draw.one(sight.services) : undefined;
    return id && service ? { type: 'offer-service', referral: id, service, conditional: draw.yes(0.3) } : undefined;
  },
  (sight, draw) => {
    const id = sight.can('refer', 'move-person', 'run-service') ? ownReferral(sight, draw, 'accepted') : undefined;
    const person = id && sight.world.referrals[id]?.person;
    if (!id || !person || sight.world.people[person]?.custody === 'arrested') return undefined;
    return { type: 'start-transport', referral: id, with: draw.of(CARRIERS) };
  },
  (sight, draw) => {
    const id = sight.can('run-service') ? ownReferral(sight, draw, 'transported') : undefined;
    const referral = id ? sight.world.referrals[id] : undefined;
    const arrived =
      referral && sight.world.people[referral.person]?.place === sight.service(referral.service ?? '')?.at;
    return id && arrived && sight.runs(referral.service) ? { type: 'receive-person', referral: id } : undefined;
  },
  (sight, draw) => {
    const id = ownReferral(sight, draw, 'received');
    return id && { type: 'give-feedback', referral: id, text: sight.say('feedback') };
  },
  (sight, draw) => {
    const id = draw.yes(0.2) ? ownReferral(sight, draw, 'refused', 'received', 'feedback') : undefined;
    return id && { type: 'close-referral', referral: id };
  },
];

function ownReferral(sight: DeskSight, draw: Draw, ...states: string[]): string | undefined {
  const own = entries(sight.world.referrals).filter(
    ([, { by, service, state }]) => states.includes(state) && (by === sight.role || sight.runs(service)),
  );
  return draw.one(own)?.[0];
}

const INTERVIEWS: readonly Maker[] = [
  (sight, draw) => {
    const kinds = (Object.keys(KIND_POWERS) as (keyof typeof KIND_POWERS)[]).filter((kind) =>
      sight.can(KIND_POWERS[kind]),
    );
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

const TOGETHER: readonly Maker[] = [
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

const CHARGES: readonly Maker[] = [
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

const MAKERS: readonly Maker[] = [
  ...PLACES,
  ...ITEMS,
  ...REQUESTS,
  ...PEOPLE,
  ...REFERRALS,
  ...INTERVIEWS,
  ...TOGETHER,
  ...CHARGES,
];

/** Tries a few kinds of command; undefined where chance found nothing that this desk could do now. */
export function offeredByChance(sight: DeskSight, mind: Mind): TraineeCommand | undefined {
  const draw = new Draw(mind);
  for (let tries = 0; tries < 12; tries += 1) {
    const command = draw.one(MAKERS)?.(sight, draw);
    if (command && !mind.isRefused(command, sight.now)) return command;
  }
  return undefined;
}
