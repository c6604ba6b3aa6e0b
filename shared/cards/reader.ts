/** Who asks for a card, and what that viewer knows. */
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
  /** The public phase as everyone in the room sees it. */
  phase?: string | undefined;
}

/** `limited` where a reader is held to what it knows; without it the whole card is made. */
export interface CardKind<Kind extends CardKindName = CardKindName> {
  /** Whether this desk may read any of it. */
  may(reader: Reader, key: string): boolean;
  /** The card; undefined where the case has no such thing. */
  make(
    words: Words,
    compiled: CompiledScenario,
    key: string,
    limited?: Reader,
  ): Omit<Card<Kind>, 'id' | 'fallback'> | undefined;
}

export const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** An entry of a list by the number in an id. */
export const nth = <T>(list: readonly T[] | undefined, index: string): T | undefined =>
  /^\d{1,3}$/.test(index) ? list?.[Number(index)] : undefined;

/** A copy without the fields that are undefined. */
export function filled<T extends object>(card: T): T {
  return Object.fromEntries(Object.entries(card).filter(([, value]) => value !== undefined)) as T;
}

export const hasEnded = ({ world }: Reader): boolean => world.status === 'ended';
