/** From needs to a bed, by the book: needs, consent explained, an offer that fits, transport with care, reception, feedback. */
import type { Referral } from '../../exercise/world.ts';
import type { Need } from '../../vocabulary/enums.ts';
import { MINUTE } from '../../time.ts';
import type { Rule } from '../agenda.ts';
import type { DeskSight } from '../desk-sight.ts';
import { isFirstTalkDue, isTalkDue } from './interviews.ts';
import { interpreterFor, isVictim } from './people.ts';

export const receiving: Rule = {
  name: 'receive who arrives, and write back',
  reads: ['referrals', 'people'],
  for: (sight) => sight.can('run-service'),
  *offers(sight) {
    for (const [id, referral] of Object.entries(sight.world.referrals)) {
      if (!sight.runs(referral.service)) continue;
      const at = sight.service(referral.service ?? '')?.at;
      if (referral.state === 'transported' && sight.world.people[referral.person]?.place === at)
        yield { type: 'receive-person', referral: id };
      if (referral.state === 'received') yield { type: 'give-feedback', referral: id, text: sight.say('feedback') };
    }
  },
};

/** Referrals of a person that this desk has to advance. */
const ownReferrals = (sight: DeskSight, person: string): [string, Referral][] =>
  (sight.world.people[person]?.referrals ?? []).flatMap((id): [string, Referral][] => {
    const referral = sight.world.referrals[id];
    return referral?.by === sight.role ? [[id, referral]] : [];
  });

export const needs: Rule = {
  name: 'needs of each person who was seen',
  reads: ['people', 'referrals'],
  for: (sight) => sight.can('assess-needs'),
  *offers(sight) {
    for (const person of sight.here) {
      const state = sight.world.people[person];
      if (!state || ownReferrals(sight, person).length > 0) continue;
      if (!isVictim(sight, person)) continue;
      const seen: readonly Need[] = sight.needs(person);
      yield { type: 'assess-needs', person, needs: seen.length > 0 ? [...seen] : ['safe-accommodation'] };
    }
  },
};

const hasConsent = (sight: DeskSight, person: string, kind: string, to?: string): boolean =>
  (sight.world.people[person]?.consents ?? []).some((id) => {
    const consent = sight.world.consents[id];
    return consent?.kind === kind && consent.state === 'given' && (to === undefined || consent.to.includes(to));
  });

/** When this person was last asked for a consent of this kind; a refusal is respected for a while. */
const lastAsked = (sight: DeskSight, person: string, kind: string): number =>
  (sight.world.people[person]?.consents ?? []).reduce((last, id) => {
    const consent = sight.world.consents[id];
    return consent?.kind === kind && consent.state !== 'withdrawn' ? Math.max(last, consent.at) : last;
  }, Number.NEGATIVE_INFINITY);

/** A child may be asked again later, when trust has grown; an adult's refusal stands. */
const ASK_AGAIN_AFTER_MS = 90 * MINUTE;

export const consents: Rule = {
  name: 'consent, explained and one thing at a time',
  reads: ['people', 'referrals', 'consents', 'interviews'],
  for: (sight) => sight.can('refer'),
  *offers(sight, mind) {
    for (const person of sight.here) {
      if (isFirstTalkDue(sight, person)) continue;
      for (const [, referral] of ownReferrals(sight, person)) {
        if (referral.state !== 'needs-assessed' || hasConsent(sight, person, 'service')) continue;
        const asked = lastAsked(sight, person, 'service');
        if (asked > 0 && !sight.looksLikeChild(person)) continue;
        if (!mind.after(asked + ASK_AGAIN_AFTER_MS, sight.now)) continue;
        const service = servicesFor(sight, referral)[0];
        const interpreter = interpreterFor(sight, person);
        yield {
          type: 'ask-consent',
          person,
          kind: 'service',
          explained: true,
          to: service === undefined ? [] : [service],
          ...(interpreter && { interpreter }),
        };
      }
    }
  },
};

/** Services that fit a referral, best first: those the case asks for, then by number of needs met, then by language. */
export function servicesFor(sight: DeskSight, referral: Pick<Referral, 'person' | 'needs'>): string[] {
  const { person } = referral;
  const bed = referral.needs.includes('safe-accommodation');
  const language = sight.foreignLanguage(person);
  const fitting = sight.services.flatMap((id) => {
    const service = sight.service(id);
    if (!service || !accepts(sight, id, person)) return [];
    const met = service.meets.filter((need) => referral.needs.includes(need)).length;
    if (met === 0 || (bed && !service.meets.includes('safe-accommodation'))) return [];
    const wanted = sight.wants('received', { person, service: id }, 'service') ? 100 : 0;
    const left = isNeededMore(sight, id, person) ? 50 : 0;
    return [
      { id, worth: wanted + met - left + (language !== undefined && service.languages.includes(language) ? 2 : 0) },
    ];
  });
  return fitting.sort((one, other) => other.worth - one.worth).map(({ id }) => id);
}

/**
 * True if the service accepts the person's sex and age and has room. A person who may be a child gets services for
 * children.
 */
function accepts(sight: DeskSight, id: string, person: string): boolean {
  const service = sight.service(id);
  const [sex, age] = [sight.sexOf(person), sight.ageOf(person) ?? 0];
  if (!service || sex === undefined || !service.accepts.sex.includes(sex) || (sight.world.room[id] ?? 1) <= 0)
    return false;
  const { 'age-from': from, 'age-to': to } = service.accepts;
  return sight.looksLikeChild(person) ? from <= age && to >= Math.min(age, 17) : age >= from && age <= to;
}

/** True if the last places of a house are kept for people who fit nowhere else. */
function isNeededMore(sight: DeskSight, id: string, person: string): boolean {
  const room = sight.world.room[id] ?? 1;
  const bound = sight.people.filter(
    (other) =>
      other !== person &&
      isVictim(sight, other) &&
      !hasPlace(sight, other) &&
      sight.services.filter((one) => givesBed(sight, one) && accepts(sight, one, other)).every((one) => one === id) &&
      accepts(sight, id, other),
  );
  return bound.length >= room;
}

const givesBed = (sight: DeskSight, id: string): boolean =>
  sight.service(id)?.meets.includes('safe-accommodation') === true;

const HAS_PLACE: readonly string[] = ['accepted', 'transported', 'received', 'feedback'];
const hasPlace = (sight: DeskSight, person: string): boolean =>
  (sight.world.people[person]?.referrals ?? []).some((id) =>
    HAS_PLACE.includes(sight.world.referrals[id]?.state ?? ''),
  );

export const offers: Rule = {
  name: 'offer what fits, freely',
  reads: ['referrals', 'room'],
  for: (sight) => sight.can('refer'),
  *offers(sight, mind) {
    for (const [id, referral] of Object.entries(sight.world.referrals)) {
      if (referral.by !== sight.role || (referral.state !== 'consented' && referral.state !== 'refused')) continue;
      for (const service of servicesFor(sight, referral)) {
        const key = `offered:${id}:${service}`;
        if (mind.done.has(key)) continue;
        if (referral.state === 'refused' && !sight.looksLikeChild(referral.person)) continue;
        mind.done.set(key, sight.now);
        yield { type: 'offer-service', referral: id, service, conditional: false };
      }
    }
  },
};

export const transport: Rule = {
  name: 'bring people there, with somebody they know',
  reads: ['referrals', 'people', 'interviews'],
  for: (sight) => sight.can('refer', 'move-person', 'run-service'),
  *offers(sight) {
    for (const [id, referral] of Object.entries(sight.world.referrals)) {
      if (referral.by !== sight.role || referral.state !== 'accepted') continue;
      if (sight.world.people[referral.person]?.custody === 'arrested') continue;
      if (isInTalk(sight, referral.person) || isTalkDue(sight, referral.person)) continue;
      yield { type: 'start-transport', referral: id, with: 'social-worker' };
    }
  },
};

/** True if an interview with this person is planned or running here, so the person is not driven away. */
const isInTalk = (sight: DeskSight, person: string): boolean =>
  Object.values(sight.world.interviews).some(
    (interview) => interview.person === person && interview.state !== 'closed',
  );

export const closing: Rule = {
  name: 'close what is done',
  reads: ['referrals'],
  for: (sight) => sight.can('refer'),
  *offers(sight) {
    for (const [id, referral] of Object.entries(sight.world.referrals)) {
      const adult = !sight.looksLikeChild(referral.person);
      if (referral.by === sight.role && referral.state === 'refused' && adult)
        yield { type: 'close-referral', referral: id };
    }
  },
};
