/** Types and helpers of the folds. Entries of a world are never mutated: folds replace them by edited copies. */
import type { EventType } from '../../vocabulary/events.ts';
import type { KnownEvent } from '../events.ts';
import type { ItemState, PersonState } from '../world.ts';
import type { WorldDraft } from './draft.ts';

export type Fold<T extends EventType> = (draft: WorldDraft, event: KnownEvent<T>) => void;
export type Folds<T extends EventType> = { [K in T]: Fold<K> };

/** The fold of events that change nothing but the clock. */
export const noChange = (): void => undefined;

/** The fields of an event without type, number and audience, because folds may get whole log events. */
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

export const addOnce = <T>(list: readonly T[], value: T): T[] => (list.includes(value) ? [...list] : [...list, value]);

const blankItem: ItemState = { known: {}, custody: [], assessed: {}, board: {} };
const blankPerson: PersonState = { known: {}, indicators: {}, screenings: [], referrals: [], consents: [] };

/** Changes an item; creates its record if this world has none yet. */
export const withItem = (draft: WorldDraft, id: string, edit: (item: ItemState) => ItemState): void =>
  draft.put('items', id, edit(draft.world.items[id] ?? blankItem));

/** Changes a person; creates the record if this world has none yet. */
export const withPerson = (draft: WorldDraft, id: string, edit: (person: PersonState) => PersonState): void =>
  draft.put('people', id, edit(draft.world.people[id] ?? blankPerson));
