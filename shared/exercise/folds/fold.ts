/** Helpers of the folds: immutable edits of the world's records. */
import type { EventType, KnownEvent } from '../events.ts';
import type { ItemState, PersonState, World } from '../world.ts';
import { putIn } from './owner.ts';

export type Fold<T extends EventType> = (world: World, event: KnownEvent<T>) => World;
export type Folds<T extends EventType> = { [K in T]: Fold<K> };

/** What an event says, without what it is and where it stands: a fold may be given an event with its place in the log. */
export function fieldsOf<E extends KnownEvent>(event: E): Omit<E, 'type' | 'seq' | 'audience'> {
  const { type: _type, seq: _seq, audience: _audience, ...fields } = event as E & { seq?: number; audience?: unknown };
  return fields;
}

/** A copy with `key` set. */
export const put = <T>(record: Record<string, T>, key: string, value: T): Record<string, T> => ({
  ...record,
  [key]: value,
});

/** A copy without `key`. */
export function drop<T>(record: Record<string, T>, key: string): Record<string, T> {
  const { [key]: _gone, ...rest } = record;
  return rest;
}

/** A copy in which an existing entry is changed; the same record where there is none. */
export const change = <T>(record: Record<string, T>, key: string, edit: (value: T) => T): Record<string, T> => {
  const value = record[key];
  return value === undefined ? record : { ...record, [key]: edit(value) };
};

export const addOnce = <T>(list: readonly T[], value: T): T[] => (list.includes(value) ? [...list] : [...list, value]);

const blankItem: ItemState = { known: {}, custody: [], assessed: {}, board: {} };
const blankPerson: PersonState = { known: {}, indicators: {}, screenings: [], referrals: [], consents: [] };

/** Changes an item, beginning its record where this viewer hears of it for the first time. */
export const withItem = (world: World, id: string, edit: (item: ItemState) => ItemState): World =>
  putIn(world, 'items', id, edit(world.items[id] ?? blankItem));

/** Changes a person, beginning the record where this viewer hears of the person for the first time. */
export const withPerson = (world: World, id: string, edit: (person: PersonState) => PersonState): World =>
  putIn(world, 'people', id, edit(world.people[id] ?? blankPerson));
