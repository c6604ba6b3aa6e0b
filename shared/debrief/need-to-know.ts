/** The needs of each role and the tags of information, from the scenario. */
import type { CompiledScenario } from '../scenario/compiled.ts';
import type { Tag } from '../scenario/schema/basics.ts';

/** The part name of an item without parts. */
const WHOLE = 'all';

/** The parts of an item; a single `all` if it has none. */
export function partsOf({ scenario }: CompiledScenario, item: string): string[] {
  const parts = Object.keys(scenario.items[item]?.parts ?? {});
  return parts.length > 0 ? parts : [WHOLE];
}

/** The tags of one part. If no part of an item has its own tags, the tags of the item count for each part. */
export function tagsOfPart({ scenario }: CompiledScenario, item: string, part: string): Tag[] {
  const authored = scenario.items[item];
  const parts = authored?.parts ?? {};
  const tagged = Object.values(parts).some(({ tags }) => tags.length > 0);
  return tagged ? (parts[part]?.tags ?? []) : (authored?.tags ?? []);
}

/** True if this role lawfully needs this part. */
export function needsPart({ scenario }: CompiledScenario, item: string, part: string, role: string): boolean {
  const authored = scenario.items[item];
  const only = authored?.['needed-parts']?.[role];
  return only === undefined ? (authored?.['needed-by'].includes(role) ?? false) : only.includes(part);
}

/** The parts of an item that a role needs; empty if it does not need the item. */
export const neededParts = (compiled: CompiledScenario, item: string, role: string): string[] =>
  partsOf(compiled, item).filter((part) => needsPart(compiled, item, part, role));
