/**
 * Travel, by the book: first where people need this desk, then where the case points to; searches with the power for
 * it.
 */
import { type CaseMs, HOUR, MINUTE } from '../../time.ts';
import type { Rule } from '../agenda.ts';
import type { DeskSight } from '../desk-sight.ts';
import type { Attraction, Mind } from '../mind.ts';
import { isAccountDue } from './interviews.ts';
import { isVictim, nearest } from './people.ts';

/**
 * How strongly a place attracts a desk: a person there wants to tell, people or an operation wait, a child may be
 * there, a useful thing may be there.
 */
const ATTRACTION = { account: 4, people: 3, hope: 2, interest: 1 } as const;

/**
 * What this desk has heard about each place, and when it last heard something new; computed once per version of the
 * view.
 */
function heardOf(sight: DeskSight, mind: Mind): Map<string, Attraction> {
  if (mind.places?.version === sight.version) return mind.places.heard;
  const heard = listen(sight, mind);
  mind.places = { version: sight.version, heard };
  return heard;
}

function listen(sight: DeskSight, mind: Mind): Map<string, Attraction> {
  const heard = new Map<string, Attraction>();
  const hear = (place: string, at: CaseMs, calls: number) => {
    if (!sight.knowsPlace(place)) return;
    const before = heard.get(place);
    heard.set(place, { at: Math.max(before?.at ?? 0, at), calls: Math.max(before?.calls ?? 0, calls) });
  };
  const began = mind.since('start', sight.now);
  for (const place of sight.brief) hear(place, began, ATTRACTION.interest);
  for (const inject of sight.injects) {
    const places = sight.placesInInject(inject);
    if (places.length === 0) continue;
    const calls = asksForThisDesk(sight, inject) ? ATTRACTION.people : ATTRACTION.interest;
    for (const place of places) hear(place, sight.world.injects[inject]?.firedAt ?? 0, calls);
  }
  for (const item of sight.items)
    for (const place of sight.lore(item)?.places ?? [])
      hear(place, sight.world.items[item]?.known[sight.role]?.at ?? 0, attractionOf(sight, item));
  hearOfOperations(sight, hear);
  for (const person of sight.people) {
    const place = sight.world.people[person]?.place;
    if (place === undefined) continue;
    if (isAccountDue(sight, person)) {
      const since = mind.since(`account:${person}:${place}`, sight.now);
      hear(place, Math.max(since, sight.heardFrom(person) ?? 0), ATTRACTION.account);
    } else
      hear(
        place,
        mind.since(`at:${person}:${place}`, sight.now),
        mayNeedThisDesk(sight, person) || waitsToBeHeard(sight, person) ? ATTRACTION.people : ATTRACTION.interest,
      );
  }
  return heard;
}

/**
 * Attraction of the places that an item names: an item about a child who was not found yet attracts desks that care.
 */
const attractionOf = (sight: DeskSight, item: string): number =>
  sight
    .aboutOf(item)
    .some((person) => sight.world.people[person]?.place === undefined && mayNeedThisDesk(sight, person))
    ? ATTRACTION.hope
    : ATTRACTION.interest;

/** True if an arrested person waits to be interviewed by a desk that may. */
const waitsToBeHeard = (sight: DeskSight, person: string): boolean =>
  sight.can('interview-suspect') &&
  sight.world.people[person]?.custody === 'arrested' &&
  sight.wantsTalk(person, 'suspect') &&
  !Object.values(sight.world.interviews).some((one) => one.person === person && one.kind === 'suspect');

function hearOfOperations(sight: DeskSight, hear: (place: string, at: CaseMs, calls: number) => void): void {
  for (const [id, operation] of Object.entries(sight.world.operations)) {
    const authored = sight.operation(id);
    if (!authored || operation.state === 'aborted') continue;
    const planned = authored.sections.every((section) => operation.sections[section] !== undefined);
    if (!planned && operation.launchedAt === undefined) continue;
    const at = operation.launchedAt ?? operation.openedAt;
    for (const place of [authored.at, ...sight.placesInOperation(id)]) hear(place, at, ATTRACTION.people);
  }
}

/** Expected steps that have to be done where the people are. */
const FACE_TO_FACE: readonly string[] = ['screened', 'arrested', 'needs-assessed', 'account-begun'];
const asksForThisDesk = (sight: DeskSight, inject: string): boolean =>
  sight.expected(inject)?.leaves.some(({ verb }) => FACE_TO_FACE.includes(verb)) ?? false;

/** States of a referral in which the desk that advances it has to be with the person. */
const UNFINISHED: readonly string[] = ['needs-assessed', 'consented', 'offered', 'accepted'];

/** True if a desk that cares for people has not seen the person yet, or has not placed the person. */
function mayNeedThisDesk(sight: DeskSight, person: string): boolean {
  const state = sight.world.people[person];
  if (!state || !sight.can('assess-needs')) return false;
  if (state.screenings.length === 0) return sight.looksLikeChild(person);
  if (!isVictim(sight, person)) return false;
  const saidNo = state.consents.some((id) => sight.world.consents[id]?.state === 'refused');
  const open = state.referrals.some((id) => UNFINISHED.includes(sight.world.referrals[id]?.state ?? ''));
  return state.referrals.length === 0 || (open && !saidNo);
}

/** The participants stay at the place of an operation this long before and after its start. */
const HOLD_MS = 50 * MINUTE;
const holdsHere = (sight: DeskSight, here: string): boolean =>
  Object.entries(sight.world.operations).some(
    ([id, operation]) =>
      sight.operation(id)?.at === here &&
      (operation.state === 'ready' ||
        (operation.state === 'launched' && sight.now < (operation.launchedAt ?? 0) + HOLD_MS)),
  );

export const searching: Rule = {
  name: 'search where one is, with the power for it',
  reads: ['injects', 'items', 'people', 'operations', 'places'],
  for: (sight) => sight.can('search', 'inspect-workplace', 'check-records'),
  *offers(sight, mind) {
    const place = sight.place;
    if (place === undefined || sight.busyUntil !== undefined || place === sight.office || sight.isCustody(place))
      return;
    const before = mind.done.get(`searched:${place}`);
    if (before !== undefined) {
      const heard = heardOf(sight, mind).get(place)?.at ?? 0;
      if (heard <= before || !mind.after(before + STAY_MS, sight.now)) return;
    }
    mind.done.set(`searched:${place}`, sight.now);
    yield { type: 'search' };
  },
};

/** How long a desk stays at a place before it moves on. */
const STAY_MS = 20 * MINUTE;

/** Places that attract this desk and that it has not visited since it heard about them. */
function openPlaces(sight: DeskSight, mind: Mind, here: string): [place: string, heard: Attraction][] {
  return [...heardOf(sight, mind)].filter(([place, { at, calls }]) => {
    if (
      place === here ||
      (sight.isCustody(place) && calls < ATTRACTION.people) ||
      sight.travelTime(here, place) === undefined
    )
      return false;
    if (isOwnHouse(sight, place) && calls < ATTRACTION.account) return false;
    const been = mind.done.get(`been:${place}`);
    return been === undefined || been < at;
  });
}

/** True for a house that this desk runs: it has its own staff, so the desk need not go there. */
const isOwnHouse = (sight: DeskSight, place: string): boolean =>
  sight.can('run-service') && sight.services.some((id) => sight.runs(id) && sight.service(id)?.at === place);

const canGo = (sight: DeskSight): boolean =>
  sight.can('search', 'inspect-workplace', 'check-records', 'screen', 'assess-needs');

const READ_PARTS = [
  'injects',
  'items',
  'people',
  'operations',
  'places',
  'interviews',
  'consents',
  'referrals',
] as const;

export const goingToPeople: Rule = {
  name: 'go where people wait',
  reads: READ_PARTS,
  for: (sight) => sight.can('assess-needs'),
  *offers(sight, mind) {
    const here = sight.place;
    if (here === undefined || sight.busyUntil !== undefined || isTalking(sight)) return;
    mind.done.set(`been:${here}`, sight.now);
    if (sight.here.some((person) => mayNeedThisDesk(sight, person) || isAccountDue(sight, person))) return;
    const open = openPlaces(sight, mind, here);
    // An awaited desk does not leave for a person whom only an item mentions.
    const least = holdsHere(sight, here) ? ATTRACTION.people : ATTRACTION.hope;
    const to = nearest(sight, latest(open.filter(([, { calls }]) => calls >= least)));
    if (to !== undefined) yield { type: 'travel', place: to };
  },
};

export const travelling: Rule = {
  name: 'go where the case points to',
  reads: READ_PARTS,
  for: canGo,
  *offers(sight, mind) {
    const here = sight.place;
    if (here === undefined || sight.busyUntil !== undefined || isTalking(sight)) return;
    const came = mind.since(
      `came:${here}:${sight.world.seats[sight.seat]?.at}:${mind.done.get('left') ?? 0}`,
      sight.now,
    );
    mind.done.set(`been:${here}`, sight.now);
    if (here !== sight.office && !mind.after(came + STAY_MS, sight.now)) return;
    if (holdsHere(sight, here)) {
      mind.after(sight.now + STAY_MS, sight.now);
      return;
    }
    // A desk that cares for people stays near them; other desks look for evidence.
    const open = openPlaces(sight, mind, here);
    const calling = open.filter(([, { calls }]) => calls >= ATTRACTION.hope);
    const evidence = open.filter(([place]) => !sight.isCustody(place));
    const to = nearest(sight, latest(calling)) ?? (sight.can('search') ? nearest(sight, latest(evidence)) : undefined);
    if (to === undefined || to === here) return;
    mind.done.set('left', sight.now);
    yield { type: 'travel', place: to };
  },
};

/** The places heard of most recently. */
function latest(open: readonly (readonly [string, Attraction])[]): string[] {
  const newest = Math.max(...open.map(([, { at }]) => at));
  return open.filter(([, { at }]) => at >= newest - HOUR).map(([place]) => place);
}

/** True if this seat leads a running interview, which it does not leave. */
export const isTalking = (sight: DeskSight): boolean =>
  Object.values(sight.world.interviews).some(
    (interview) => interview.lead === sight.seat && interview.state !== 'closed',
  );
