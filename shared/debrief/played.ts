/** The input of every part of the debrief: the scenario, the whole log by type, the truth at its end. */
import { isVictim, mayBeChild } from '../exercise/person-in-truth.ts';
import type { Event } from '../exercise/events.ts';
import type { EventType } from '../vocabulary/events.ts';
import type { RoleId } from '../exercise/ids.ts';
import { powersOf } from '../exercise/powers.ts';
import type { Exercise } from '../exercise/truth.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import type { Power } from '../vocabulary/enums.ts';
import type { CaseMs } from '../time.ts';

export interface Played {
  compiled: CompiledScenario;
  byType: EventsByType;
  /** The truth after the last event. */
  end: Exercise;
  endedAt: CaseMs;
}

/** The log of one exercise, each type in order. */
export type EventsByType = { readonly [T in EventType]?: readonly Event<T>[] };

export const eventsByType = (events: readonly Event[]): EventsByType =>
  Object.fromEntries(groupBy(events, ({ type }) => type));

/** All events of some types, in order. */
export function eventsOf<T extends EventType>({ byType }: Played, ...types: T[]): readonly Event<T>[] {
  const found = types.map((type): readonly Event<T>[] => byType[type] ?? []);
  return found.length === 1 ? (found[0] ?? []) : found.flat().toSorted((a, b) => a.seq - b.seq);
}

/** The desks that took part. */
export const rolesOf = ({ end }: Played): RoleId[] => end.world.roles;

/** The desks that took part and have at least one of these powers. */
export function rolesWith(played: Played, ...powers: Power[]): RoleId[] {
  return rolesOf(played).filter((role) => {
    const has = powersOf(played.compiled, role);
    return powers.some((power) => has.has(power));
  });
}

/** The people who are presumed victims in truth; some of them are suspects too. */
export function presumedVictims({ compiled }: Played): string[] {
  return Object.entries(compiled.scenario.people)
    .filter(([, { status }]) => isVictim(status))
    .map(([id]) => id);
}

export { isVictim };

/** True if this act holds the person to be a presumed victim. */
export const identifies = (event: Event<'screened' | 'status-set'>): boolean =>
  isVictim(event.type === 'screened' ? event.outcome : event.status);

/** The law treats a person who may be under eighteen as a child. */
export function isChild({ compiled }: Played, person: string): boolean {
  const found = compiled.scenario.people[person];
  return found !== undefined && mayBeChild(found);
}

/** The median; undefined for an empty list. */
export function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

/** Groups values by key, keys in the order of their first value. */
export function groupBy<T, K extends string>(values: readonly T[], keyOf: (value: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
