/** The one check before any text of a case reaches anybody, and the card restricted to what the reader knows. */
import type { Viewer } from '../exercise/audience.ts';
import type { World } from '../exercise/world.ts';
import type { Card, KindOfId } from '../protocol/cards.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import { makeCard } from './card-of.ts';
import { cardKind } from './kinds/all.ts';
import type { Reader } from './reader.ts';
import type { CardSource } from './words.ts';

/** What everyone in the room sees anyway. */
export interface Surroundings {
  /** The public phase, `chart.state`. */
  phase?: string | undefined;
}

/** True where this viewer may have this card, judged by the viewer's own world alone. The trainer may read every card. */
export function mayRead(
  world: World,
  viewer: Viewer,
  compiled: CompiledScenario,
  id: string,
  { phase }: Surroundings = {},
): boolean {
  const found = cardKind(id);
  if (!found) return false;
  return viewer.trainer === true || found.kind.may({ world, viewer, compiled, phase }, found.key);
}

/** The card as this viewer may read it: undefined where it may not, and without the parts it does not know. */
export function cardFor<Id extends string>(
  source: CardSource,
  world: World,
  viewer: Viewer,
  language: string,
  id: Id,
  surroundings: Surroundings = {},
): Card<KindOfId<Id>> | undefined {
  if (!mayRead(world, viewer, source.compiled, id, surroundings)) return undefined;
  const reader: Reader = { world, viewer, compiled: source.compiled, phase: surroundings.phase };
  return makeCard(source, language, id, viewer.trainer === true ? undefined : reader);
}
