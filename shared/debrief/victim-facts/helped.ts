/** What help reached this person, after how long, and what was promised and not kept. */
import { MINUTE } from '../../time.ts';
import type { VictimEyeLine } from '../debrief.ts';
import { about, counted, identifiedBy, type Life, minutesIn, missing, seqsOf } from './fact.ts';

/** A wait for an offer from this long on hurts. */
const LONG_WAIT_MS = 30 * MINUTE;

export const helpedFacts = (life: Life): VictimEyeLine[] => [
  ...offerFacts(life),
  ...answerFacts(life),
  ...arrivalFacts(life),
  ...guardianFacts(life),
  ...familyFacts(life),
];

/** At least a minute, so that no line tells of no time. */
const shortest = (ms: number): number => Math.max(1, minutesIn(ms));

/** The wait from identification to the first offer, or to the end without one. */
function offerFacts(life: Life): VictimEyeLine[] {
  const [identified, offer] = [identifiedBy(life), about(life, 'service-offered')[0]];
  if (!identified || !life.isVictim) return [];
  const until = offer?.at ?? life.played.endedAt;
  const wait = Math.max(0, until - identified.at);
  const params = { minutes: shortest(wait) };
  const evidence = seqsOf([identified, offer]);
  if (wait < LONG_WAIT_MS)
    return offer ? [{ at: offer.at, person: life.person, line: 'offered-soon', params, evidence }] : [];
  return [{ at: until, person: life.person, line: offer ? 'waited' : 'waited-in-vain', params, evidence }];
}

function answerFacts(life: Life): VictimEyeLine[] {
  const offers = about(life, 'service-offered');
  const refusals = about(life, 'offer-refused');
  const first = refusals[0];
  const offeredAgain = offers.filter(({ seq, service }) =>
    refusals.some((refusal) => refusal.seq < seq && refusal.service === service),
  );
  const noToHelp = first ?? about(life, 'consent-refused').find(({ kind }) => kind === 'service');
  const askedAgain = about(life, 'consent-asked').filter(
    ({ kind, seq }) => kind === 'service' && noToHelp !== undefined && seq > noToHelp.seq,
  );
  const again = [...offeredAgain, ...askedAgain].toSorted((a, b) => a.seq - b.seq);
  // Asked only where no offer came after a no, so the last offer of the service is the refused one.
  const isFree = (refused: (typeof refusals)[number]): boolean =>
    offers.findLast(({ service }) => service === refused.service)?.conditional === false;
  return [
    ...counted(
      life,
      'offered-on-condition',
      offers.filter(({ conditional }) => conditional),
    ),
    ...counted(life, 'asked-after-no', again),
    ...(first && again.length === 0 && refusals.every(isFree) ? counted(life, 'no-respected', [first], {}) : []),
  ];
}

function arrivalFacts(life: Life): VictimEyeLine[] {
  const identified = identifiedBy(life);
  const accepted = about(life, 'offer-accepted')[0];
  const received = about(life, 'received')[0];
  if (!received) return accepted ? missing(life, 'never-received', [accepted]) : [];
  if (!identified || identified.seq > received.seq) return [];
  return counted(life, 'received-after', [identified, received], { minutes: shortest(received.at - identified.at) });
}

function guardianFacts(life: Life): VictimEyeLine[] {
  if (!life.isChild) return [];
  const told = about(life, 'guardian-notified')[0];
  if (told) return counted(life, 'guardian-told', [told], {});
  const met = about(life, 'person-met', 'screened')[0];
  return met ? missing(life, 'no-guardian', [met]) : [];
}

/** A call to the family is safe only after an assessment that looked at the family. */
function familyFacts(life: Life): VictimEyeLine[] {
  const checked = about(life, 'risk-assessed').find(({ family }) => family)?.seq ?? Number.POSITIVE_INFINITY;
  const calls = about(life, 'family-contacted');
  return [
    ...counted(
      life,
      'family-called-unchecked',
      calls.filter(({ seq }) => seq < checked),
    ),
    ...counted(
      life,
      'family-called-checked',
      calls.filter(({ seq }) => seq > checked),
    ),
  ];
}
