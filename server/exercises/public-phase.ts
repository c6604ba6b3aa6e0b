/** The public phase of the case as `chart.state`; empty if the author made no state public. */
import type { World } from '../../shared/exercise/world.ts';
import type { CompiledScenario } from '../../shared/scenario/compiled.ts';

export function publicPhase(compiled: CompiledScenario, truth: World): string {
  for (const [id, chart] of Object.entries(compiled.charts)) {
    const path = activePaths(truth.charts[id]).find(
      (active) => chart.states[active]?.public && chart.states[active].title,
    );
    if (path !== undefined) return `${id}.${path}`;
  }
  return '';
}

/** The paths of all active states, innermost first, so that the most specific title wins. */
function activePaths(value: unknown, parent = ''): string[] {
  const join = (key: string) => (parent === '' ? key : `${parent}.${key}`);
  if (typeof value === 'string') return [join(value)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [...activePaths(inner, join(key)), join(key)]);
}
