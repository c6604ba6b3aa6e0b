/** All conditions and effects of a case, with their places. */
import { valuesOf } from './schema-walk.ts';
import { Condition } from '../vocabulary/conditions.ts';
import { Effect } from './schema/effects.ts';
import { Scenario } from './schema/scenario.ts';
import type { Path } from './source-map.ts';

export interface Placed<T> {
  path: Path;
  value: T;
}

const conditions = new WeakMap<Scenario, Placed<Condition>[]>();
const effects = new WeakMap<Scenario, Placed<Effect>[]>();

/** Includes nested conditions. */
export const conditionsOf = (scenario: Scenario): Placed<Condition>[] =>
  remember(conditions, scenario, () => found<Condition>(scenario, Condition));
export const effectsOf = (scenario: Scenario): Placed<Effect>[] =>
  remember(effects, scenario, () => found<Effect>(scenario, Effect));

function found<T>(scenario: Scenario, wanted: Parameters<typeof valuesOf>[1]): Placed<T>[] {
  return valuesOf(Scenario, wanted, scenario) as Placed<T>[];
}

function remember<T>(cache: WeakMap<Scenario, T>, scenario: Scenario, make: () => T): T {
  const made = cache.get(scenario) ?? make();
  cache.set(scenario, made);
  return made;
}
