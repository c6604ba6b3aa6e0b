/**
 * What a desk is told of because it knows something else: a helper, a decision, a plan. Judged by what the desk itself
 * knows, so that the truth and the view of the desk give the same answer, and nothing that others know shows in it.
 */
import type { CompiledScenario } from '../scenario/compiled.ts';
import type { RoleId } from './ids.ts';
import type { World } from './world.ts';

/** Items and people that the desk knows, and injects that it has received. */
export type KnownWith = readonly string[];

/** True if the desk knows one of these, or if the author named none. */
export const knowsOneOf = ({ items, people, injects }: World, role: RoleId, ids: KnownWith | undefined): boolean =>
  ids === undefined ||
  ids.some((id) => {
    const inject = injects[id];
    const received = inject?.firedAt !== undefined && (inject.to.includes(role) || inject.to.includes('everyone'));
    return received || items[id]?.known[role] !== undefined || people[id]?.known[role] !== undefined;
  });

/** True if the desk has this helper on its list. */
export function knowsHelper({ scenario }: CompiledScenario, world: World, role: RoleId, id: string): boolean {
  const helper = Object.hasOwn(scenario.helpers, id) ? scenario.helpers[id] : undefined;
  return helper !== undefined && knowsOneOf(world, role, helper['known-with']);
}
