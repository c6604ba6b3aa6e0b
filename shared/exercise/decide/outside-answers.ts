/** Outside bodies (court, bank, telecom, hospital, embassy) answer from the scenario after their delay. */
import { role as roleAudience } from '../../access/audience.ts';
import { type Holding, holdingKey } from '../../scenario/scenario-index.ts';
import type { Stage } from '../stage.ts';
import type { Request } from '../world.ts';
import { applyEffects } from './effects.ts';
import { learnItem } from './knowledge.ts';

/** The holding that matches a request; one with a matching basis is preferred. */
export function holdingFor(stage: Stage, request: Request): readonly [id: string, holding: Holding] | undefined {
  const held = stage.compiled.index.holdings.get(holdingKey(request.to, request.kind)) ?? [];
  const fitting = held.filter(
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
