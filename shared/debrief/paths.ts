/** The path of each person who is owed protection: identified, offered, accepted or freely refused, received. */
import type { CaseMs } from '../time.ts';
import type { Headline, PersonPath } from './debrief.ts';
import { eventsOf, type Played, presumedVictims, identifies } from './played.ts';
import { repeatedQuestions } from './repeated-questions.ts';

/** Paths of all presumed victims, and of people whom a desk classified as such. */
export function pathsOf(played: Played): PersonPath[] {
  const truly = presumedVictims(played);
  const identified = firstIdentified(played);
  return [...new Set([...truly, ...identified.keys()])].map((person): PersonPath => {
    const first = (type: 'service-offered' | 'offer-accepted' | 'offer-refused' | 'received'): CaseMs | undefined =>
      eventsOf(played, type).find((event) => event.person === person)?.at;
    return {
      person,
      presumedVictim: truly.includes(person),
      ...whenSet('identifiedAt', identified.get(person)),
      ...whenSet('offeredAt', first('service-offered')),
      ...whenSet('acceptedAt', first('offer-accepted')),
      ...whenSet('refusedAt', first('offer-refused')),
      ...whenSet('receivedAt', first('received')),
      interviews: eventsOf(played, 'account-begun').filter((event) => event.person === person).length,
      askedTheSame: repeatedQuestions(played, person).length,
    };
  });
}

const whenSet = <K extends string>(key: K, value: CaseMs | undefined): { [P in K]?: CaseMs } =>
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: CaseMs };

/** When any desk first classified each person as a presumed victim. */
export function firstIdentified(played: Played): Map<string, CaseMs> {
  const first = new Map<string, CaseMs>();
  for (const event of eventsOf(played, 'screened', 'status-set')) {
    if (identifies(event) && !first.has(event.person)) first.set(event.person, event.at);
  }
  return first;
}

/** The second headline. Only true presumed victims count; a refusal counts if the person accepted nothing later. */
export function referralHeadline(paths: readonly PersonPath[]): Headline['referral'] {
  const owed = paths.filter(({ presumedVictim }) => presumedVictim);
  const count = (has: (path: PersonPath) => boolean): number => owed.filter(has).length;
  return {
    present: owed.length,
    identified: count(({ identifiedAt }) => identifiedAt !== undefined),
    offered: count(({ offeredAt }) => offeredAt !== undefined),
    accepted: count(({ acceptedAt }) => acceptedAt !== undefined),
    refused: count(({ acceptedAt, refusedAt }) => refusedAt !== undefined && acceptedAt === undefined),
    received: count(({ receivedAt }) => receivedAt !== undefined),
  };
}
