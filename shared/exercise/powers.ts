/** Powers that the law gives a desk. A desk may misuse a power; that is recorded and rated, not prevented. */
import type { CompiledScenario } from '../scenario/compiled.ts';
import type { Power } from '../vocabulary/enums.ts';
import type { RoleId } from './ids.ts';

const NO_POWERS: ReadonlySet<Power> = new Set();

/** All powers of a role: its agency's, and those the scenario adds. Empty for an unknown role. */
export const powersOf = ({ index }: CompiledScenario, role: RoleId): ReadonlySet<Power> =>
  index.powers.get(role) ?? NO_POWERS;
