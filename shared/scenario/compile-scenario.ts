/** Compiles a checked scenario for play. */
import { type CompiledChart, compileChart } from './compile-charts.ts';
import type { CompiledScenario } from './compiled.ts';
import { Derived } from './derived.ts';
import { buildIndex } from './scenario-index.ts';
import type { Jurisdiction } from './schema/jurisdiction.ts';
import type { Scenario } from './schema/scenario.ts';
import { shortestWays } from './ways.ts';

/** The case must have passed its checks: targets, places and ids exist. */
export function compileScenario(scenario: Scenario, law: Jurisdiction, hash: string): CompiledScenario {
  const charts: Record<string, CompiledChart> = {};
  for (const [id, chart] of Object.entries(scenario.statecharts)) charts[id] = compileChart(id, chart);
  return {
    scenario,
    law,
    hash,
    charts,
    ways: shortestWays(scenario.places),
    index: buildIndex(scenario, law, charts),
    derived: new Derived(),
  };
}
