/**
 * People, by the book: free people who are wrongly held, see each person alone, a guardian for every child, the risk,
 * the status.
 */
import type { TraineeCommand } from '../../vocabulary/commands.ts';
import { HOUR, MINUTE } from '../../time.ts';
import type { Rule } from '../agenda.ts';
import type { DeskSight } from '../desk-sight.ts';

/** How long a desk that cannot care for people waits for the desk that can; shorter if it can bring them there. */
const patience = (sight: DeskSight): number => (sight.can('move-person') ? 75 * MINUTE : 3 * HOUR);

/** True if this desk's evidence against an adult points at an offender. */
export const isSuspect = (sight: DeskSight, person: string): boolean => {
  const status = sight.world.people[person]?.status;
  if (status !== undefined && status !== 'suspect' && status !== 'unclear') return false;
  return !sight.looksLikeChild(person) && sight.evidenceAgainst(person).length > 0;
};

export const isVictim = (sight: DeskSight, person: string): boolean => {
  const status = sight.world.people[person]?.status;
  return status === 'presumed-victim' || status === 'victim-and-suspect';
};

/** The interpreter to use: vetted clear first, then remote, never one with ties. */
export function interpreterFor(sight: DeskSight, person: string): string | undefined {
  const language = sight.foreignLanguage(person);
  if (language === undefined) return undefined;
  const able = sight
    .helpers('interpreter')
    .map((id) => ({ id, ...sight.helper(id) }))
    .filter(({ id, languages, vetted }) => {
      const fields = { interpreter: id };
      return (
        languages.includes(language) &&
        vetted !== 'conflict' &&
        !sight.shuns('screened', fields, 'interpreter') &&
        !sight.shuns('account-begun', fields, 'interpreter')
      );
    });
  return (able.find(({ vetted }) => vetted === 'clear') ?? able.find(({ by }) => by === 'phone') ?? able[0])?.id;
}

/** True if a desk that can place people is present and sees them first. */
const isCareLeftToOthers = (sight: DeskSight): boolean =>
  !sight.can('assess-needs') &&
  sight.desks.some((desk) => sight.powersOf(desk).has('screen') && sight.powersOf(desk).has('assess-needs'));

/** True if another desk shared what the person said, so the person was seen already. */
export const wasHeard = (sight: DeskSight, person: string): boolean =>
  sight.items.some(
    (item) => sight.sourceOf(item) === person && sight.world.items[item]?.known[sight.role]?.how === 'share',
  );

export const freeTheHeld: Rule = {
  name: 'free who is wrongly held',
  reads: ['people'],
  for: (sight) => sight.can('arrest', 'move-person'),
  *offers(sight) {
    for (const person of sight.people) {
      const state = sight.world.people[person];
      if (state?.custody === undefined) continue;
      if (state.custody === 'detained' || sight.looksLikeChild(person) || isVictim(sight, person))
        yield { type: 'release', person };
    }
  },
};

export const guardians: Rule = {
  name: 'a guardian for every child',
  reads: ['people'],
  for: (sight) => sight.can('notify-guardian'),
  *offers(sight) {
    for (const person of sight.people) {
      const state = sight.world.people[person];
      if (state?.guardianNotified === undefined && state?.screenings.some(({ child }) => child))
        yield { type: 'notify-guardian', person };
    }
  },
};

export const screening: Rule = {
  name: 'see each person alone',
  reads: ['people', 'items'],
  for: (sight) => sight.can('screen'),
  *offers(sight, mind) {
    for (const person of sight.here) {
      const state = sight.world.people[person];
      const suspected = isSuspect(sight, person);
      if (!state || state.screenings.length > 0 || (suspected && sight.signs(person).length === 0)) continue;
      const child = sight.looksLikeChild(person);
      const fields = { person, alone: true };
      if (!child && sight.signs(person).length === 0 && !sight.wants('screened', fields, 'person')) continue;
      if (isCareLeftToOthers(sight)) {
        const since = mind.since(`here:${person}`, sight.now);
        if (wasHeard(sight, person) || !mind.after(since + patience(sight), sight.now)) continue;
      }
      const interpreter = interpreterFor(sight, person);
      const outcome = suspected ? 'victim-and-suspect' : statusSeen(sight, person);
      yield { type: 'screen', person, with: 'alone', outcome, child, ...(interpreter && { interpreter }) };
    }
  },
};

/** The status that a trained person derives from looks and signs. */
const statusSeen = (sight: DeskSight, person: string) =>
  sight.looksLikeChild(person) || sight.signs(person).length > 0 ? 'presumed-victim' : 'not-a-victim';

/** Brings a child whom this desk has seen, and for whom no other desk came, to the house of the desk that cares. */
export const bringing: Rule = {
  name: 'bring a child to those who can care for it',
  reads: ['people'],
  for: (sight) => sight.can('move-person') && !sight.can('assess-needs'),
  *offers(sight) {
    if (!isCareLeftToOthers(sight)) return;
    for (const person of sight.here) {
      const seen = sight.world.people[person]?.screenings.some(({ by }) => by === sight.role);
      if (!seen || !sight.looksLikeChild(person) || !isVictim(sight, person)) continue;
      const place = nearest(sight, housesOfOthers(sight));
      if (place !== undefined && place !== sight.place) yield { type: 'move-person', person, place };
    }
  },
};

/** Houses of other desks that take people in, if this desk knows the way. */
const housesOfOthers = (sight: DeskSight): string[] =>
  sight.services.flatMap((id) => {
    const service = sight.service(id);
    const runner = service?.['run-by'];
    if (!service || runner === undefined || runner === sight.role) return [];
    return service.meets.includes('safe-accommodation') && sight.knowsPlace(service.at) ? [service.at] : [];
  });

export const risk: Rule = {
  name: 'the risk, and again after each change',
  reads: ['people', 'duties'],
  for: (sight) => sight.can('assess-risk'),
  *offers(sight) {
    for (const person of sight.people) {
      const state = sight.world.people[person];
      if (!state) continue;
      const owed = Object.values(sight.world.duties).some(
        (duty) =>
          duty.person === person &&
          duty.state === 'open' &&
          (sight.law.duties[duty.duty]?.met.includes('risk-assessed') ?? false) &&
          !sight.law.duties[duty.duty]?.met.includes('consent-asked'),
      );
      const fresh = state.risk === undefined && isVictim(sight, person) && state.screenings.length > 0;
      const changed = state.riskTriggered !== undefined && (state.risk?.at ?? 0) < state.riskTriggered;
      if (fresh || owed || changed) yield riskOf(sight, person);
    }
  },
};

export function riskOf(sight: DeskSight, person: string): TraineeCommand {
  const child = sight.looksLikeChild(person);
  const family = child || sight.signs(person).some((sign) => sign.includes('family'));
  return { type: 'assess-risk', person, level: child ? 'high' : 'medium', family, text: sight.say('risk') };
}

/** Tags signs that a desk reads in its items or sees face to face, a few for each person. */
export const indicators: Rule = {
  name: 'tag what was seen',
  reads: ['people', 'items'],
  for: (sight) => sight.can('screen', 'classify'),
  *offers(sight) {
    for (const person of sight.people) {
      const state = sight.world.people[person];
      if (!state || state.screenings.length === 0 || Object.keys(state.indicators).length >= 1) continue;
      for (const { indicator, item } of sight.signsOnPaper(person))
        if (!(indicator in state.indicators) && indicator in sight.law.indicators)
          yield { type: 'tag-indicator', person, indicator, item };
      for (const indicator of sight.signs(person))
        if (!(indicator in state.indicators) && indicator in sight.law.indicators)
          yield { type: 'tag-indicator', person, indicator };
    }
  },
};

export const arrests: Rule = {
  name: 'arrest who is suspected, with reasons and rights',
  reads: ['people', 'items'],
  for: (sight) => sight.can('arrest'),
  *offers(sight) {
    for (const person of sight.here) {
      if (!isSuspect(sight, person)) continue;
      if (sight.world.people[person]?.custody === 'arrested' || sight.signs(person).length > 0) continue;
      const held = sight.evidenceAgainst(person);
      if (new Set(held.flatMap(({ elements }) => elements)).size < 1) continue;
      const place = nearest(
        sight,
        sight.places.filter((one) => sight.isCustody(one)),
      );
      if (place !== undefined)
        yield {
          type: 'arrest',
          person,
          place,
          basis: 'duty-by-law',
          safeguards: ['rights-explained', 'lawyer', 'family-or-guardian'],
        };
    }
  },
};

/** The place with the shortest way from here. */
export function nearest(sight: DeskSight, places: readonly string[]): string | undefined {
  const from = sight.place;
  if (from === undefined) return places[0];
  const ways = places.map((place) => ({ place, way: place === from ? 0 : sight.travelTime(from, place) }));
  let best: { place: string; way: number } | undefined;
  for (const { place, way } of ways) if (way !== undefined && (!best || way < best.way)) best = { place, way };
  return best?.place;
}
