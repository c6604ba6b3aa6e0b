/** Outside bodies (court, bank, telecom, hospital, embassy) answer from the scenario, after their delay. */
import type { CompiledScenario } from '../../scenario/compiled.ts';
import { role as roleAudience } from '../../access/audience.ts';
import type { Stage } from '../stage.ts';
import type { Request } from '../world.ts';
import { applyEffects } from './effects.ts';
import { learnItem } from './knowledge.ts';

type Holding = [id: string, holding: CompiledScenario['scenario']['holdings'][string]];
const cache = new WeakMap<CompiledScenario, ReadonlyMap<string, readonly Holding[]>>();

const keyOf = (body: string, kind: string): string => `${body} ${kind}`;

/** What a body holds of a kind at all, in the order of the case. */
function holdingsOf(compiled: CompiledScenario, body: string, kind: string): readonly Holding[] {
  let byKey = cache.get(compiled);
  if (!byKey) {
    const lists = new Map<string, Holding[]>();
    for (const [id, holding] of Object.entries(compiled.scenario.holdings)) {
      const key = keyOf(holding.body, holding.kind);
      lists.set(key, [...(lists.get(key) ?? []), [id, holding]]);
    }
    cache.set(compiled, (byKey = lists));
  }
  return byKey.get(keyOf(body, kind)) ?? [];
}

/** What a body holds that fits a request; the one whose basis fits goes first. */
export function holdingFor(stage: Stage, request: Request): Holding | undefined {
  const fitting = holdingsOf(stage.compiled, request.to, request.kind).filter(
    ([, holding]) =>
      (holding.item === undefined || holding.item === request.item) &&
      (holding.person === undefined || holding.person === request.person) &&
      (holding.place === undefined || holding.place === request.place) &&
      (holding.when === undefined || stage.holds(holding.when)),
  );
  return fitting.find(([, holding]) => holding.bases.includes(request.basis)) ?? fitting[0];
}

export function answerForBody(stage: Stage, id: string): void {
  const request = stage.world.requests[id];
  if (!request) return;
  const fit = holdingFor(stage, request);
  const rightful = fit?.[1].bases.includes(request.basis) ?? false;
  const outcome = fit === undefined ? 'nothing-held' : rightful ? 'answered' : 'refused';
  const parts = rightful ? (fit?.[1].yields ?? []) : [];
  stage.emit({
    type: 'request-answered',
    audience: roleAudience(request.by),
    by: request.to,
    request: id,
    kind: request.kind,
    to: request.by,
    outcome,
    parts,
    ...(rightful && fit ? { holding: fit[0] } : {}),
  });
  for (const item of parts) learnItem(stage, request.by, item, 'request', request.to);
  if (rightful && fit) applyEffects(stage, fit[1].does, `holding:${fit[0]}`);
}
