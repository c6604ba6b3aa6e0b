/** Going places, by the book: where people are, where the case points to, searching with the power for it. */
import { type CaseMs, HOUR, MINUTE } from '../../time.ts';
import type { Rule } from '../agenda.ts';
import type { DeskSight } from '../desk-sight.ts';
import type { Mind } from '../mind.ts';
import { isVictim, nearest } from './people.ts';

/** When this desk last heard of a place by something new: an inject, an item, its brief. */
function heardOf(sight: DeskSight, mind: Mind): Map<string, CaseMs> {
  const heard = new Map<string, CaseMs>();
  const hear = (place: string, at: CaseMs) => {
    if (sight.places.includes(place)) heard.set(place, Math.max(heard.get(place) ?? 0, at));
  };
  for (const place of sight.brief) hear(place, mind.since('brief', sight.now));
  for (const inject of sight.injects)
    for (const place of sight.placesInInject(inject)) hear(place, sight.world.injects[inject]?.firedAt ?? 0);
  for (const item of sight.items)
    for (const place of sight.lore(item)?.places ?? [])
      hear(place, sight.world.items[item]?.known[sight.role]?.at ?? 0);
  for (const [id, operation] of Object.entries(sight.world.operations)) {
    const authored = sight.operation(id);
    if (!authored || operation.state === 'aborted') continue;
    const planned = Object.keys(operation.sections).length > 0 || operation.approvedBy.length > 0;
    if (!planned && operation.launchedAt === undefined) continue;
    const at = operation.launchedAt ?? operation.openedAt;
    for (const place of [authored.at, ...sight.placesInOperation(id)]) hear(place, at);
  }
  for (const person of sight.people) {
    const place = sight.world.people[person]?.place;
    if (place !== undefined && (sight.can('screen') || sight.can('assess-needs')) && mayNeedUs(sight, person))
      hear(place, mind.since(`at:${person}:${place}`, sight.now));
  }
  return heard;
}

/** Somebody who was not seen yet, or whose way into help is not finished. */
function mayNeedUs(sight: DeskSight, person: string): boolean {
  const state = sight.world.people[person];
  if (!state) return false;
  if (state.screenings.length === 0) return sight.looksLikeChild(person);
  return sight.can('assess-needs') && isVictim(sight, person) && state.referrals.length === 0;
}

export const searching: Rule = {
  name: 'search where one is, with the power for it',
  looksAt: ['injects', 'items', 'people', 'operations', 'places'],
  for: (sight) => sight.can('search', 'inspect-workplace', 'check-records'),
  *offers(sight, mind) {
    const place = sight.place;
    if (place === undefined || sight.busyUntil !== undefined || place === sight.office || sight.isCustody(place))
      return;
    const before = mind.done.get(`searched:${place}`);
    const heard = heardOf(sight, mind).get(place) ?? 0;
    if (before !== undefined && heard <= before) return;
    mind.done.set(`searched:${place}`, sight.now);
    yield { type: 'search' };
  },
};

/** Time one gives a place before going on. */
const STAY = 20 * MINUTE;
/** After this long with nothing else to do a desk looks at places of which it has only the name. */
const IDLE = 2 * HOUR;

export const travelling: Rule = {
  name: 'go where the case points to',
  looksAt: ['injects', 'items', 'people', 'operations', 'places', 'interviews'],
  *offers(sight, mind) {
    const here = sight.place;
    if (here === undefined || sight.busyUntil !== undefined || isTalking(sight)) return;
    const came = mind.since(`came:${here}:${mind.done.get('left') ?? 0}`, sight.now);
    const field = sight.can('search', 'inspect-workplace', 'check-records', 'screen');
    if (!field) return;
    const heard = heardOf(sight, mind);
    const open = [...heard].filter(([place, at]) => {
      if (place === here || sight.isCustody(place) || sight.way(here, place) === undefined) return false;
      const been = mind.done.get(`been:${place}`);
      return been === undefined || been < at;
    });
    mind.done.set(`been:${here}`, sight.now);
    const waitsHere = sight.people.some((person) => sight.isHere(person) && mayNeedUs(sight, person));
    if (here !== sight.office && !mind.after(came + (waitsHere ? 3 * STAY : STAY), sight.now)) return;
    const urgent = open.filter(([place]) => hasPeople(sight, place));
    const to =
      nearest(
        sight,
        urgent.map(([place]) => place),
      ) ??
      nearest(sight, latest(open)) ??
      (sight.can('search') && mind.after(came + IDLE, sight.now) ? nearest(sight, unseen(sight, mind)) : undefined);
    if (to === undefined || to === here) return;
    mind.done.set('left', sight.now);
    yield { type: 'travel', place: to };
  },
};

/** The places heard of last: what is new comes before what is old. */
function latest(open: readonly (readonly [string, CaseMs])[]): string[] {
  const newest = Math.max(...open.map(([, at]) => at));
  return open.filter(([, at]) => at >= newest - HOUR).map(([place]) => place);
}

const hasPeople = (sight: DeskSight, place: string): boolean =>
  sight.people.some((person) => sight.world.people[person]?.place === place && mayNeedUs(sight, person));

const unseen = (sight: DeskSight, mind: Mind): string[] =>
  sight.places.filter((place) => !mind.done.has(`been:${place}`) && !sight.isCustody(place));

/** This seat leads a talk that is under way; one does not walk out of it. */
export const isTalking = (sight: DeskSight): boolean =>
  Object.values(sight.world.interviews).some(
    (interview) => interview.lead === sight.seat && interview.state !== 'closed',
  );
