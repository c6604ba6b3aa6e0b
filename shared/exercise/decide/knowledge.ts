/** How desks learn of items, people and places. Each way is an event with its own audience. */
import { role as roleAudience, trainerOnly } from '../../access/audience.ts';
import { factsOf } from '../../scenario/item-facts.ts';
import type { Learned } from '../../vocabulary/enums.ts';
import type { ItemId, KeptBy, PersonId, PlaceId, RoleId } from '../ids.ts';
import type { Stage } from '../stage.ts';

/** All part ids of an item; a single part `all` if the author named none. */
export function partsOf(stage: Stage, item: ItemId): string[] {
  const parts = Object.keys(stage.compiled.scenario.items[item]?.parts ?? {});
  return parts.length === 0 ? ['all'] : parts;
}

export const knowsItem = (stage: Stage, role: RoleId, item: ItemId): boolean =>
  stage.world.items[item]?.known[role] !== undefined;
export const knowsPerson = (stage: Stage, role: RoleId, person: PersonId): boolean =>
  stage.world.people[person]?.known[role] !== undefined;

/** True for the desk that asked for the consent, and for its receivers once it was given. */
export const knowsConsent = (stage: Stage, role: RoleId, id: string): boolean => {
  const consent = stage.world.consents[id];
  if (consent === undefined) return false;
  const told = consent.state !== 'asked' && consent.state !== 'refused';
  return consent.by === role || (told && consent.to.includes(role));
};

/** A desk learns parts of an item, and of the people and places that these parts carry. */
export function learnItem(
  stage: Stage,
  role: RoleId,
  item: ItemId,
  how: Learned,
  by: KeptBy,
  parts = partsOf(stage, item),
): void {
  const authored = stage.compiled.scenario.items[item];
  if (!authored || !stage.world.roles.includes(role)) return;
  const known = stage.world.items[item]?.known[role]?.parts ?? [];
  const news = parts.filter((part) => !known.includes(part));
  if (news.length === 0) return;
  stage.emit({ type: 'item-learned', audience: roleAudience(role), role, item, parts: news, how, by });
  const { about, names, shows } = factsOf(authored, news);
  for (const person of about) knowPerson(stage, role, person, names.includes(person));
  for (const person of names) knowPerson(stage, role, person, true);
  for (const place of shows) showPlace(stage, role, place);
}

/** A desk learns of a person, by name or by appearance. */
export function knowPerson(stage: Stage, role: RoleId, person: PersonId, named: boolean): void {
  if (!(person in stage.compiled.scenario.people)) return;
  const known = stage.world.people[person]?.known[role];
  if (known && (known.named || !named)) return;
  stage.emit({ type: 'person-known', audience: roleAudience(role), role, person, named });
}

export function showPlace(stage: Stage, role: RoleId, place: PlaceId): void {
  if (stage.world.places[place]?.shownTo.includes(role)) return;
  if (stage.compiled.scenario.places[place]?.hidden !== true) return;
  stage.emit({ type: 'place-shown', audience: roleAudience(role), role, place });
}

/** True if a desk knows a place: it is on every map, or was shown to the desk. */
export const knowsPlace = (stage: Stage, role: RoleId, place: PlaceId): boolean => {
  const authored = stage.compiled.scenario.places[place];
  return authored !== undefined && (!authored.hidden || (stage.world.places[place]?.shownTo.includes(role) ?? false));
};

/** A desk sees a person at the place of one of its seats. */
export function meetPerson(stage: Stage, role: RoleId, person: PersonId, place: PlaceId): void {
  knowPerson(stage, role, person, false);
  stage.emit({ type: 'person-met', audience: roleAudience(role), role, person, place });
}

/** A seat of the desk arrives and sees who is there. */
export function meetPeopleAt(stage: Stage, role: RoleId, place: PlaceId): void {
  for (const [person, state] of Object.entries(stage.world.people))
    if (state.place === place) meetPerson(stage, role, person, place);
}

/**
 * Moves a person. Desks at the new place see the person; desks at the old place see the departure, not the destination.
 */
export function movePerson(stage: Stage, person: PersonId, place: PlaceId, by: KeptBy): void {
  const from = stage.world.people[person]?.place;
  if (from === place) return;
  const seenLeaving = stage.rolesAt(from).filter((role) => knowsPerson(stage, role, person));
  const mover = stage.world.roles.includes(by) ? [by] : [];
  stage.emit({ type: 'person-placed', audience: trainerOnly, person, place });
  for (const role of seenLeaving)
    if (!mover.includes(role)) stage.emit({ type: 'person-left', audience: roleAudience(role), role, person });
  stage.emit({
    type: 'person-moved',
    audience: mover.length > 0 ? roleAudience(...mover) : trainerOnly,
    by,
    person,
    place,
  });
  for (const role of stage.rolesAt(place)) if (!mover.includes(role)) meetPerson(stage, role, person, place);
}
