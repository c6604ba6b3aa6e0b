/** Powers: gates that the law gives a desk. Everything done wrongly with a power is possible, recorded and judged. */
import type { CompiledScenario } from '../scenario/compiled.ts';
import type { Power } from '../scenario/schema/jurisdiction.ts';
import type { RoleId } from './ids.ts';

/** All powers of a role: its agency's, and those the scenario adds. Empty for an unknown role. */
export function powersOf(compiled: CompiledScenario, roleId: RoleId): Set<Power> {
  const role = compiled.scenario.roles[roleId];
  return new Set([...(compiled.law.agencies[role?.desk ?? '']?.powers ?? []), ...(role?.powers ?? [])]);
}
