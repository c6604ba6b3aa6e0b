/**
 * Measures of referral: help was offered, it fits, the answer was respected, the person arrived, and the receiver gave
 * feedback.
 */
import { eventsOf, groupBy, type Played } from '../played.ts';
import { type Instance, type Measures, measuresOf } from './measure.ts';

const { share, count, minutes } = measuresOf('protection-and-referral');

export const protectionAndReferral: Measures = (played, { paths }) => {
  const offers = eventsOf(played, 'service-offered');
  const owed = paths.filter(({ presumedVictim }) => presumedVictim);
  const offerOf = (person: string) => offers.find((event) => event.person === person);
  return [
    share(
      'offered-help',
      owed.map(({ person, offeredAt }) => ({ good: offeredAt !== undefined, seq: offerOf(person)?.seq })),
    ),
    share(
      'received-or-chose',
      owed.filter(({ offeredAt }) => offeredAt !== undefined).map((path) => settled(played, path)),
    ),
    share('needs-met', needsMet(played)),
    share(
      'feedback-given',
      eventsOf(played, 'received').map((received) => answeredBack(played, received.referral, received.seq)),
    ),
    share('duties-in-time', duties(played)),
    count('offered-again-after-refusal', repeatedOffers(played)),
    count(
      'offers-with-conditions',
      offers.filter(({ conditional }) => conditional).map(({ seq }) => seq),
    ),
    minutes(
      'identified-to-offer',
      owed.flatMap(({ person, identifiedAt, offeredAt }) =>
        identifiedAt === undefined || offeredAt === undefined
          ? []
          : [{ ms: Math.max(0, offeredAt - identifiedAt), seq: offerOf(person)?.seq }],
      ),
    ),
  ];
};

/** Good if the person was received, or refused freely, that is without any condition attached. */
function settled(played: Played, { person, receivedAt }: { person: string; receivedAt?: number }): Instance {
  const received = eventsOf(played, 'received').find((event) => event.person === person);
  const refused = eventsOf(played, 'offer-refused').find((event) => event.person === person);
  const offered =
    refused &&
    eventsOf(played, 'service-offered').findLast((event) => event.person === person && event.seq < refused.seq);
  return { good: receivedAt !== undefined || offered?.conditional === false, seq: received?.seq ?? refused?.seq };
}

/** The true needs of a person who accepted an offer: an accepted service meets the need, or not. */
function needsMet(played: Played): Instance[] {
  const accepted = eventsOf(played, 'offer-accepted');
  return [...groupBy(accepted, ({ person }) => person)].flatMap(([person, events]) => {
    const met = new Set(events.flatMap(({ service }) => played.compiled.scenario.services[service]?.meets ?? []));
    const needs = played.compiled.scenario.people[person]?.needs ?? [];
    return needs.map((need): Instance => ({ good: met.has(need), seq: events[0]?.seq }));
  });
}

function answeredBack(played: Played, referral: string, from: number): Instance {
  const feedback = eventsOf(played, 'feedback-given').find((event) => event.referral === referral);
  return { good: feedback !== undefined, seq: feedback?.seq ?? from };
}

/** Legal duties towards people. A duty that was missed first and met later is not in time. */
function duties(played: Played): Instance[] {
  const started = groupBy(eventsOf(played, 'duty-started'), dutyKey);
  const first = (type: 'duty-met' | 'duty-missed', key: string): number | undefined =>
    eventsOf(played, type).find((event) => dutyKey(event) === key)?.seq;
  return [...started.keys()].flatMap((key): Instance[] => {
    const [met, missed] = [first('duty-met', key), first('duty-missed', key)];
    if (met === undefined && missed === undefined) return [];
    return [{ good: missed === undefined, seq: missed ?? met }];
  });
}

const dutyKey = ({ duty, person, role }: { duty: string; person: string; role: string }): string =>
  `${duty}:${person}:${role}`;

/** Services offered again to a person who had refused them. */
function repeatedOffers(played: Played): number[] {
  const refusals = eventsOf(played, 'offer-refused');
  return eventsOf(played, 'service-offered')
    .filter((offer) =>
      refusals.some(
        (event) => event.seq < offer.seq && event.person === offer.person && event.service === offer.service,
      ),
    )
    .map(({ seq }) => seq);
}
