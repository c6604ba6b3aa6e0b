/**
 * The careless desk: it does the work without care. It shares everything with every desk, interviews people in a group
 * with any interpreter at hand, launches the plan unread, and charges what is easy.
 */
import type { TraineeCommand } from '../../vocabulary/commands.ts';
import { INTERVIEW_POWERS } from '../../vocabulary/enums.ts';
import { HOUR, MINUTE } from '../../time.ts';
import type { Rule } from '../agenda.ts';
import type { DeskSight } from '../desk-sight.ts';
import { custody } from './evidence.ts';
import { nearest } from './people.ts';
import { searching, travelling } from './places.ts';
import { receiving } from './referral.ts';

const sharingAll: Rule = {
  name: 'everything to everybody',
  reads: ['items', 'shares'],
  *offers(sight) {
    for (const item of sight.items)
      for (const to of sight.desks) {
        const parts = [...sight.knownParts(item)];
        if (parts.length > 0 && sight.sharedParts(item, to).size === 0)
          yield { type: 'share-item', item, parts, to, purpose: 'coordination', basis: 'none', channel: 'group-chat' };
      }
  },
};

/** An interpreter who is near and free; a remote one has to be called first. */
const handyInterpreter = (sight: DeskSight, chance: number): string | undefined => {
  const near = sight.helpers('interpreter').filter((id) => sight.helper(id).by === 'in-person');
  return near[Math.floor(chance * near.length)];
};

const quickScreening: Rule = {
  name: 'questions in the group',
  reads: ['people'],
  for: (sight) => sight.can('screen'),
  *offers(sight, mind) {
    for (const person of sight.people) {
      const state = sight.world.people[person];
      if (!sight.isHere(person) || !state || state.screenings.length > 0) continue;
      const interpreter =
        sight.foreignLanguage(person) === undefined ? undefined : handyInterpreter(sight, mind.chance());
      const grown = (sight.ageOf(person) ?? 18) >= 15;
      const outcome = grown ? (mind.chance() < 0.4 ? 'suspect' : 'not-a-victim') : 'unclear';
      yield {
        type: 'screen',
        person,
        with: mind.chance() < 0.25 ? 'alone' : mind.chance() < 0.5 ? 'with-escort' : 'in-group',
        outcome,
        child: !grown,
        ...(interpreter && { interpreter }),
      };
    }
  },
};

const lockingUp: Rule = {
  name: 'the cells are warm',
  reads: ['people'],
  for: (sight) => sight.can('arrest'),
  *offers(sight) {
    const place = nearest(
      sight,
      sight.places.filter((one) => sight.isCustody(one)),
    );
    if (place === undefined) return;
    for (const person of sight.people) {
      const state = sight.world.people[person];
      if (!sight.isHere(person) || state?.custody !== undefined) continue;
      if (state?.status === 'suspect' || sight.evidenceAgainst(person).length > 0)
        yield { type: 'arrest', person, place, basis: 'none', safeguards: [] };
      else if (state?.status === 'unclear' && sight.place !== place) yield { type: 'move-person', person, place };
    }
  },
};

const deciding: Rule = {
  name: 'the quick option',
  reads: ['decisions'],
  *offers(sight, mind) {
    for (const [decision, state] of Object.entries(sight.world.decisions)) {
      const authored = sight.decision(decision);
      if (!authored || state.made) continue;
      if (state.proposal && !state.agreed.includes(sight.role)) yield { type: 'agree-decision', decision };
      const option = mind.pick(Object.keys(authored.options).slice(1)) ?? Object.keys(authored.options)[0];
      if (!state.proposal && option !== undefined && authored.propose.includes(sight.role))
        yield { type: 'propose-decision', decision, option, reason: sight.say('careless'), confidence: 'high' };
    }
  },
};

const launchingUnread: Rule = {
  name: 'go without a plan',
  reads: ['operations'],
  for: (sight) => sight.can('launch-operation'),
  *offers(sight, mind) {
    for (const [operation, state] of Object.entries(sight.world.operations)) {
      if (!sight.operation(operation)?.lead.includes(sight.role)) continue;
      if (state.state !== 'drafting' && state.state !== 'ready') continue;
      if (mind.after(state.openedAt + 20 * MINUTE, sight.now)) yield { type: 'launch-operation', operation };
    }
  },
};

const talking: Rule = {
  name: 'ask at once, whatever comes to mind',
  reads: ['interviews', 'people'],
  for: (sight) => sight.can(...INTERVIEW_POWERS),
  *offers(sight, mind) {
    for (const [interview, one] of Object.entries(sight.world.interviews)) {
      if (one.by !== sight.role || one.lead !== sight.seat || one.state === 'closed') continue;
      const here = sight.place === one.place && sight.isHere(one.person) && sight.busyUntil === undefined;
      if (here && (one.state === 'planned' || one.state === 'engaged')) yield { type: 'begin-account', interview };
      const question = one.turns.length < 4 ? mind.pick(one.offered) : undefined;
      if (here && one.state === 'account' && question !== undefined) yield { type: 'ask', interview, question };
      yield { type: 'close-interview', interview, steps: [] };
    }
    if (sight.busyUntil !== undefined || sight.place === undefined) return;
    for (const person of sight.people) {
      if (!sight.isHere(person) || Object.values(sight.world.interviews).some((one) => one.person === person)) continue;
      const kind = sight.can('interview-victim') ? 'account' : sight.can('interview-witness') ? 'witness' : 'suspect';
      const interpreter =
        sight.foreignLanguage(person) === undefined ? undefined : handyInterpreter(sight, mind.chance());
      yield {
        type: 'plan-interview',
        person,
        kind,
        place: sight.place,
        recorded: false,
        ...(interpreter && { interpreter }),
      };
    }
  },
};

const takingLoosely: Rule = {
  name: 'take it and look through it',
  reads: ['items'],
  *offers(sight) {
    for (const item of sight.items) {
      const state = sight.world.items[item];
      const takeable = sight.lore(item)?.takeable;
      if (!state || !takeable || !sight.powers.has(takeable.power)) continue;
      if (state.heldBy === undefined && !state.perished && sight.place !== undefined && state.place === sight.place)
        yield { type: 'take-item', item, basis: 'none' };
      if (state.heldBy === sight.role && !state.custody.some(({ what }) => what === 'browse'))
        yield { type: 'handle-item', item, how: 'browse' };
    }
  },
};

const bargaining: Rule = {
  name: 'a bed for a statement',
  reads: ['people', 'referrals', 'room'],
  for: (sight) => sight.can('assess-needs') || sight.can('refer'),
  *offers(sight, mind) {
    for (const person of sight.people) {
      const state = sight.world.people[person];
      if (
        sight.can('assess-needs') &&
        sight.isHere(person) &&
        sight.looksLikeChild(person) &&
        state?.referrals.length === 0
      )
        yield { type: 'assess-needs', person, needs: ['safe-accommodation'] };
    }
    for (const [id, referral] of Object.entries(sight.world.referrals)) {
      if (referral.by !== sight.role || !sight.can('refer')) continue;
      if (referral.state === 'accepted') yield { type: 'start-transport', referral: id, with: 'police-car' };
      if (referral.state !== 'needs-assessed' && referral.state !== 'refused') continue;
      for (const service of sight.services) {
        const key = `offered:${id}:${service}`;
        if (mind.done.has(key)) continue;
        mind.done.set(key, sight.now);
        yield { type: 'offer-service', referral: id, service, conditional: true };
      }
    }
  },
};

const callingHome: Rule = {
  name: 'call the family first',
  reads: ['people'],
  for: (sight) => sight.can('assess-needs', 'screen'),
  *offers(sight, mind) {
    for (const person of sight.people) {
      if (!sight.isHere(person) || !sight.looksLikeChild(person) || mind.done.has(`family:${person}`)) continue;
      mind.done.set(`family:${person}`, sight.now);
      yield { type: 'contact-family', person };
    }
  },
};

const easyCharges: Rule = {
  name: 'charge what is easy',
  reads: ['people', 'charges'],
  for: (sight) => sight.can('charge'),
  *offers(sight, mind) {
    if (!mind.after(mind.since('start', sight.now) + 6 * HOUR, sight.now)) return;
    const offences = Object.entries(sight.law.offences);
    const easy = offences.find(([, { elements }]) => elements.length === 1) ?? offences[0];
    for (const person of sight.people) {
      const own = Object.entries(sight.world.charges).find(([, charge]) => charge.person === person);
      if (own?.[1].state === 'draft') yield { type: 'file-charge', charge: own[0] };
      if (own || !easy || (sight.ageOf(person) ?? 0) < 15) continue;
      yield {
        type: 'set-charge',
        person,
        offence: easy[0],
        act: sight.evidenceAgainst(person).map(({ item }) => item),
        means: [],
        purposeItems: [],
        child: false,
        nonPunishment: 'not-checked',
        remedies: [],
      } satisfies TraineeCommand;
    }
  },
};

export const CARELESS: readonly Rule[] = [
  quickScreening,
  callingHome,
  lockingUp,
  sharingAll,
  deciding,
  launchingUnread,
  talking,
  takingLoosely,
  receiving,
  bargaining,
  easyCharges,
  searching,
  custody,
  travelling,
];
