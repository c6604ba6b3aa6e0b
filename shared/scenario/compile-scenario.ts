/** Compiles a checked scenario for play. */
import { type CompiledChart, compileChart } from './compile-charts.ts';
import type { CompiledScenario } from './compiled.ts';
import { Derived } from './derived.ts';
import { buildIndex } from './scenario-index.ts';
import type { Jurisdiction } from './schema/jurisdiction.ts';
import type { Scenario } from './schema/scenario.ts';
import { shortestWays } from './ways.ts';

/** The case must have passed its checks: targets, places and ids exist. */
export function compileScenario(scenario: Scenario, pack: Jurisdiction, hash: string): CompiledScenario {
  const law = { ...pack, requests: requestsOf(scenario, pack) };
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

/**
 * The kinds of request of a case: a special kind belongs to the cases that hold an answer to it, because in any other
 * it would tell of another case.
 */
function requestsOf({ holdings }: Scenario, { requests }: Jurisdiction): Jurisdiction['requests'] {
  const held = new Set(Object.values(holdings).map(({ kind }) => kind));
  return Object.fromEntries(Object.entries(requests).filter(([kind, { special }]) => !special || held.has(kind)));
}
