/** A compiled scenario: the text model, the law, and everything computed from them once. */
import type { CompiledChart } from './compile-charts.ts';
import type { Derived } from './derived.ts';
import type { Jurisdiction } from './schema/jurisdiction.ts';
import type { ScenarioIndex } from './scenario-index.ts';
import type { Scenario } from './schema/scenario.ts';

export interface CompiledScenario {
  scenario: Scenario;
  law: Jurisdiction;
  /** Content hash of the sources; an exercise is pinned to it. */
  hash: string;
  charts: Record<string, CompiledChart>;
  /** Shortest travel time in case milliseconds, from → to. No entry means no way. */
  ways: Record<string, Record<string, number>>;
  /** Lookup tables of the rules. */
  index: ScenarioIndex;
  /** Tables that other parts compute from this scenario (`derive`). */
  derived: Derived;
}

/**
 * A translation: the same tree of ids as the scenario, holding texts only.
 * `items.bus-manifest.text` of the scenario is `items.bus-manifest.text` here.
 */
export interface Translation {
  [key: string]: string | string[] | Translation | Translation[];
}
