/** The reader of a card, and what it knows. */
import type { DeskViewer } from '../access/audience.ts';
import type { World } from '../exercise/world.ts';
import type { Card, CardKindName } from '../protocol/cards.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import type { Words } from './words.ts';

export interface Reader {
  compiled: CompiledScenario;
  /** The viewer's own world, folded from the events it may know; never the truth. */
  world: World;
  viewer: DeskViewer;
  /** The public phase that every person in the room sees. */
  phase?: string | undefined;
}

/** With `limited`, a reader gets only what it knows; without it, the whole card. */
export interface CardKind<Kind extends CardKindName = CardKindName> {
  /** True if this desk may read any part of it. */
  may(reader: Reader, key: string): boolean;
  /** The card; undefined if the case has no such thing. */
  make(
    words: Words,
    compiled: CompiledScenario,
    key: string,
    limited?: Reader,
  ): Omit<Card<Kind>, 'id' | 'fallback'> | undefined;
}

export const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** An entry of a list by the index in an id. */
export const nth = <T>(list: readonly T[] | undefined, index: string): T | undefined =>
  /^\d{1,3}$/.test(index) ? list?.[Number(index)] : undefined;

/** A copy without the fields that are undefined. */
export function filled<T extends object>(card: T): T {
  return Object.fromEntries(Object.entries(card).filter(([, value]) => value !== undefined)) as T;
}

export const hasEnded = ({ world }: Reader): boolean => world.status === 'ended';
