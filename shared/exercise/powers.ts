/** Powers: gates that the law gives a desk. Everything done wrongly with a power is possible, recorded and judged. */
import type { CompiledScenario } from '../scenario/compiled.ts';
import type { Power } from '../vocabulary/enums.ts';
import type { RoleId } from './ids.ts';

const cache = new WeakMap<CompiledScenario, Map<RoleId, ReadonlySet<Power>>>();

/** All powers of a role: its agency's, and those the scenario adds. Empty for an unknown role. */
export function powersOf(compiled: CompiledScenario, roleId: RoleId): ReadonlySet<Power> {
  let byRole = cache.get(compiled);
  if (!byRole) cache.set(compiled, (byRole = new Map()));
  let powers = byRole.get(roleId);
  if (!powers) {
    const role = compiled.scenario.roles[roleId];
    powers = new Set([...(compiled.law.agencies[role?.desk ?? '']?.powers ?? []), ...(role?.powers ?? [])]);
    byRole.set(roleId, powers);
  }
  return powers;
}
