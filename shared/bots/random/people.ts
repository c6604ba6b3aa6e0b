/** Random commands about people and their referral. */
import { BASES, CONSENTS, NEEDS, PRESENCE, RANKS, STATUSES } from '../../vocabulary/enums.ts';
import { HOUR } from '../../time.ts';
import type { DeskSight } from '../desk-sight.ts';
import { type Draw, entries, here, type CommandMaker } from './maker.ts';

const CARRIERS = ['service', 'social-worker', 'police-car', 'family'] as const;

export const PEOPLE: readonly CommandMaker[] = [
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

export const REFERRALS: readonly CommandMaker[] = [
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
