/** Which event types some condition of a scenario or duty of its law asks for. Only these are kept in an exercise. */
import type { CompiledScenario } from '../scenario/compiled.ts';

const cache = new WeakMap<CompiledScenario, ReadonlySet<string>>();

export function relevantVerbs(compiled: CompiledScenario): ReadonlySet<string> {
  const cached = cache.get(compiled);
  if (cached) return cached;
  const verbs = new Set<string>();
  collect(compiled.scenario, verbs);
  for (const duty of Object.values(compiled.law.duties)) {
    verbs.add(duty.starts.happened);
    for (const met of duty.met) verbs.add(met);
  }
  cache.set(compiled, verbs);
  return verbs;
}

function collect(value: unknown, verbs: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'happened' && typeof inner === 'string') verbs.add(inner);
    else collect(inner, verbs);
  }
}
